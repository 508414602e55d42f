import { join } from 'node:path';
import type { ProjectedEvent, QueryContext, RecordedEvent, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import { SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import type { ChangeEvent, ListMissedReviews } from '@rettidig/cases';
import { casesView, listMissedReviews } from '@rettidig/cases';
import type { OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const SMALL = 1_000;
const LARGE = 100_000;
/** Instead of the large number, for a quick look. */
const FEW = 2_000;
/** One case in so many was decided before MED; it owes two committees a review, so it has two rows. */
const ONE_MISSED_IN = 10;
const ROWS_A_CASE = 2;
const MATCHING = 200;
const ROUNDS = 15;
const TODAY = '2026-11-20';

/**
 * The register's query, page with total and facets, where 200 rows match: in 100 000 cases against 1 000 cases. The rows
 * are found by a unit with its subtree, through the query as the API asks it.
 */
export const registerQuery = ({ quick }: BenchOptions): Promise<Measured> => {
  const cases = quick ? FEW : LARGE;
  return withViews([cases, SMALL], async ([large, small]) => {
    const ask = (filled: Filled) => millisecondsOf(20, () => asked(filled, { unit: unitOf(0) }, MATCHING));
    const rounds = quick ? 1 : ROUNDS;
    const times = await interleaved(
      rounds,
      () => ask(large!),
      () => ask(small!),
    );
    return {
      ...{ ...times, unit: 'ms' },
      note: `${MATCHING} matching rows by unit; ${cases} against ${SMALL} cases, one in ${ONE_MISSED_IN} missed; medians of ${rounds} interleaved rounds`,
    };
  });
};

/** The first page without filters, with total and facets, against the bare SQL of the same page, total and facets. */
export const registerFirstPage = ({ quick }: BenchOptions): Promise<Measured> => {
  const cases = quick ? FEW : LARGE;
  return withViews([cases], async ([large]) => {
    const rows = (cases / ONE_MISSED_IN) * ROWS_A_CASE;
    const view = large!.database.view(casesView.name);
    const rounds = quick ? 1 : ROUNDS;
    const times = await interleaved(
      rounds,
      () => millisecondsOf(1, () => asked(large!, {}, rows)),
      () => millisecondsOf(1, () => bareFacets(view, rows)),
    );
    return {
      ...{ ...times, unit: 'ms' },
      note: `${rows} rows of ${cases} cases; medians of ${rounds} interleaved rounds`,
    };
  });
};

/** What somebody would write by hand: one statement for the page, the total and each facet. */
function bareFacets(view: ViewReader, rows: number): void {
  const current = `from {requirement} where known_to is null and shown_from <= '${TODAY}'`;
  const missed = `${current} and state = 'missed'`;
  view.all(`select * ${missed} order by day desc, requirement_id desc limit 50`);
  const { total } = view.get<{ total: number }>(`select count(*) as total ${missed}`)!;
  if (total !== rows) throw new Error(`${total} rows instead of ${rows}`);
  view.all(`select state, count(*) ${current} group by state`);
  for (const column of ['kind', 'cause', 'committee_id', 'body', 'unit_id']) {
    view.all(`select ${column}, count(*) ${missed} group by ${column}`);
  }
  view.all(
    `select one.value, count(*) from {requirement}, json_each(explanations) as one` +
      ` where known_to is null and shown_from <= '${TODAY}' and state = 'missed' group by one.value`,
  );
}

async function asked({ context }: Filled, parameters: Partial<ListMissedReviews>, rows: number): Promise<void> {
  const { total } = await listMissedReviews.handle(parameters, context);
  if (total !== rows) throw new Error(`${total} rows instead of ${rows}`);
}

/** Milliseconds a call. */
async function millisecondsOf(calls: number, call: () => unknown): Promise<number> {
  const watch = stopwatch();
  for (let n = 0; n < calls; n++) await call();
  return watch.milliseconds() / calls;
}

interface Filled {
  readonly database: SqliteReadDatabase;
  readonly context: QueryContext<Reference>;
}

type Reference = Parameters<typeof listMissedReviews.handle>[1]['reference'];

const withViews = (sizes: readonly number[], measure: (filled: Filled[]) => Promise<Measured>): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const filled = sizes.map((cases) => filledView(join(folder, `views-${cases}.db`), cases));
    try {
      return await measure(filled);
    } finally {
      for (const { database } of filled) database.close();
    }
  });

const EVENTS_A_BATCH = 5_000;

/** The view filled through its own handlers, as from a log. */
function filledView(file: string, cases: number): Filled {
  const database = new SqliteReadDatabase(file);
  const builds = database.open([casesView]);
  const batch: RecordedEvent[] = [];
  const flush = (): void => {
    const failures = database.apply(builds, (build, view) => {
      for (const event of batch) handle(view, { ...event, knownAt: event.meta.recordedAt });
      return build.at;
    });
    for (const failure of failures.values()) throw failure;
    batch.length = 0;
  };
  let position = 0;
  for (let n = 0; n < cases; n++) {
    for (const event of eventsOfCase(n, cases)) batch.push(recordedEvent(event, n, ++position));
    if (batch.length >= EVENTS_A_BATCH) flush();
  }
  flush();
  database.promote(builds);
  return { database, context: contextOn(database) };
}

const handlers = casesView.on as Readonly<Record<string, (view: ViewWriter, event: ProjectedEvent) => void>>;
const handle = (view: ViewWriter, event: ProjectedEvent): void => handlers[event.type]!(view, event);

/** Ids that cost next to nothing: the fill makes millions. */
const idOf = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const unitOf = (n: number): string => idOf(1, n);
const MAIN = idOf(2, 0);
const PERSON = idOf(3, 0);
const KINDS = ['newService', 'serviceMoved', 'moreSectionManagers', 'reorganisation', 'other'];

/** Units are so many that each has 200 missed rows, however many cases there are. */
const unitsFor = (cases: number): number => Math.max(1, ((cases / ONE_MISSED_IN) * ROWS_A_CASE) / MATCHING);

function eventsOfCase(n: number, cases: number): ChangeEvent[] {
  const unit = Math.floor(n / ONE_MISSED_IN) % unitsFor(cases);
  const duties = [MAIN, idOf(4, unit)].map((committeeId, at) => ({
    requirementId: idOf(5, n * ROWS_A_CASE + at),
    committeeId,
    role: at === 0 ? ('primary' as const) : ('localItem' as const),
    before: 'decision' as const,
    ruleId: 'rule',
    secretaryConfirms: false,
  }));
  const decidedOn = new Date(Date.UTC(2024, 0, 1 + (n % 900))).toISOString().slice(0, 10);
  return [
    {
      type: 'ChangeRegistered',
      data: {
        title: `Sag nummer ${n} om ændret bemanding på tilbuddet`,
        kind: KINDS[n % KINDS.length]!,
        facts: {},
        unitId: unitOf(unit),
        decider: { body: 'manager', managerUnitId: null },
        ownerId: PERSON,
        externalNumbers: [],
      },
    },
    {
      type: 'MedInvolvementAssessed',
      data: { relevance: 'medRelevant', requirements: duties, superseded: [], explanation, cause: 'registration' },
    },
    ...(n % ONE_MISSED_IN === 0 ? missedEvents(n, duties, decidedOn) : reviewedEvents(n, duties)),
  ];
}

const explanation = {
  ruleSetVersion: 'bench',
  validOn: TODAY,
  levelsInForce: ['main', 'local'] as const,
  transitionPeriodId: null,
  ...{ verdicts: [], ask: [], wouldChange: [], notChosen: [], stepsUp: [] },
};

type Duties = Extract<ChangeEvent, { type: 'MedInvolvementAssessed' }>['data']['requirements'];

function missedEvents(n: number, duties: Duties, decidedOn: string): ChangeEvent[] {
  const decisionId = idOf(6, n);
  const when = { on: decidedOn };
  const requirementIds = duties.map(({ requirementId }) => requirementId);
  return [
    { type: 'DecisionRecorded', data: { decisionId, body: 'manager', when, outcome: 'approved' } },
    ...duties.map(({ requirementId, committeeId, role, before }): ChangeEvent => ({
      type: 'MedReviewMissed',
      data: {
        ...{ requirementId, committeeId, role, before, decisionId, when },
        ...{ cause: 'decidedBeforeMed', body: 'manager', foundOn: { on: TODAY }, foundBy: 'registration' },
      },
    })),
    { type: 'MissExplained', data: { requirementIds, causes: ['notThoughtOf'], side: 'management' } },
  ];
}

/** Two of three were reviewed; the others wait and have a date ahead. */
function reviewedEvents(n: number, duties: Duties): ChangeEvent[] {
  if (n % 3 === 0) {
    const pointId = idOf(7, n);
    return [
      {
        type: 'DecisionPointPlanned',
        data: { pointId, kind: 'decision', body: 'manager', when: { on: '2027-01-31' } },
      },
    ];
  }
  const at = { meetingId: idOf(8, n % 50), itemId: idOf(9, n) };
  return duties.map(({ requirementId, committeeId }, nth): ChangeEvent => ({
    type: 'MedReviewHeld',
    data: {
      ...{ reviewId: idOf(12, n * ROWS_A_CASE + nth), committeeId: committeeId!, ...at, heldOn: '2026-05-04' },
      ...{ form: 'discussion', maturity: 'draft', provisional: false, countsFor: [requirementId], doesNotCountFor: [] },
    },
  }));
}

function recordedEvent(event: ChangeEvent, n: number, position: number): RecordedEvent {
  const id = idOf(10, position);
  const actor = { id: PERSON, role: 'secretariat' };
  return {
    ...event,
    ...{ id, stream: `change-${idOf(11, n)}`, revision: 0 },
    position: String(position).padStart(16, '0'),
    meta: {
      ...{
        commandId: id,
        commandHash: '',
        actor,
        correlationId: id,
        causationId: id,
        basis: '',
        schema: 1,
        byPerson: true,
      },
      recordedAt: new Date(Date.UTC(2026, 0, 1) + position * 20).toISOString(),
    },
  };
}

function contextOn(database: SqliteReadDatabase): QueryContext<Reference> {
  const units = (LARGE / ONE_MISSED_IN / MATCHING) * ROWS_A_CASE;
  const events: OrganisationEvent[] = Array.from({ length: units }, (_, n) => ({
    type: 'UnitEstablished',
    data: { unitId: unitOf(n), name: `Tilbud ${n}`, parentId: null, validFrom: '2020-01-01' },
  }));
  const organisation = events
    .map((event, n) => ({ ...recordedEvent(event as never, 0, n + 1), ...event }))
    .reduce(organisationPart.evolve, organisationPart.initial);
  return {
    now: `${TODAY}T10:00:00.000Z`,
    actor: { id: PERSON, role: 'deputyChair' },
    language: 'da',
    reference: { organisation, ruleBook: ruleBookPart.initial },
    views: database,
    readStream: () => Promise.resolve([]),
    people: () => Promise.resolve(new Map()),
    contacts: () => Promise.resolve(new Map()),
    document: () => Promise.resolve(undefined),
    rehearsal: () => Promise.reject(new Error('nothing is tried out here')),
    works: () => [],
  };
}
