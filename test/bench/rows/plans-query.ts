import { join } from 'node:path';
import { listPlans, plansView, type ChangeEvent } from '@rettidig/cases';
import { idOf, type ProjectedEvent, type QueryContext } from '@rettidig/event-sourcing';
import { SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import { organisationPart } from '@rettidig/organisation';
import type { ReviewPlan } from '@rettidig/planning';
import { ruleBookPart } from '@rettidig/rules';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const SMALL = 1_000;
const LARGE = 100_000;
/** Instead of the large number, for a quick look. */
const FEW = 2_000;
const MATCHING = 200;
const ROUNDS = 31;
const CALLS = 20;
const CASES_A_BATCH = 2_000;
const TODAY = '2026-11-20';
/** Of those that are on track: so many days on which they are to be reviewed, however many plans there are. */
const DAYS = 500;
const KINDS = ['newService', 'serviceMoved', 'reorganisation'];
const PERSON = idOf('bench-person');

type Context = Parameters<typeof listPlans.handle>[1];

/**
 * The plans at risk, page with total and facets, where 200 are: among 100 000 open plans against 1 000. All others are on
 * track; how many they are is among the facets.
 */
export const plansQuery = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const plans = quick ? FEW : LARGE;
    const [large, small] = [plans, SMALL].map((size) => {
      say(`${size} plans`);
      return filledView(join(folder, `views-${size}.db`), size);
    });
    try {
      const rounds = quick ? 1 : ROUNDS;
      const times = await interleaved(
        rounds,
        () => asked(large!, plans),
        () => asked(small!, SMALL),
      );
      const note = `${MATCHING} of ${plans} against ${MATCHING} of ${SMALL} open plans; medians of ${rounds} interleaved rounds`;
      return { ...times, unit: 'ms', note };
    } finally {
      for (const database of [large!, small!]) database.close();
    }
  });

/** Milliseconds a call. @throws Error when the answer is not what was filled in. */
async function asked(database: SqliteReadDatabase, plans: number): Promise<number> {
  const context = contextOn(database);
  const watch = stopwatch();
  for (let n = 0; n < CALLS; n += 1) {
    const { total, facets } = await listPlans.handle({ health: ['atRisk'] }, context);
    const { atRisk, onTrack } = facets['health']!;
    if (total !== MATCHING || atRisk !== MATCHING || onTrack !== plans - MATCHING)
      throw new Error(`${total} plans, ${atRisk} at risk and ${onTrack} on track`);
  }
  return watch.milliseconds() / CALLS;
}

/** The view filled through its own handlers, as from a log. */
function filledView(file: string, plans: number): SqliteReadDatabase {
  const database = new SqliteReadDatabase(file);
  const builds = database.open([plansView]);
  for (let from = 0; from < plans; from += CASES_A_BATCH) {
    const failures = database.apply(builds, (build, view) => {
      for (let n = from; n < Math.min(plans, from + CASES_A_BATCH); n += 1)
        plansView.together!(view, caseWith(n, plans));
      return build.at;
    });
    for (const failure of failures.values()) throw failure;
  }
  database.promote(builds);
  return database;
}

/** A case with one plan; one in so many is at risk. */
function caseWith(n: number, plans: number): ProjectedEvent<ChangeEvent>[] {
  const isAtRisk = n % (plans / MATCHING) === 0;
  const reviewBefore = plusCalendarDays(TODAY, isAtRisk ? 10 : 60 + (n % DAYS));
  const events: readonly ChangeEvent[] = [
    {
      type: 'ChangeRegistered',
      data: {
        ...{ title: `Sag nummer ${n}`, kind: KINDS[n % KINDS.length]!, facts: {}, externalNumbers: [] },
        ...{
          unitId: idOf('unit', String(n % 200)),
          ownerId: PERSON,
          decider: { body: 'manager', managerUnitId: null },
        },
      },
    },
    { type: 'ReviewsPlanned', data: { plans: [planOf(n, reviewBefore)], cause: { what: 'case' } } },
  ];
  const recordedAt = new Date(Date.UTC(2026, 0, 1) + n * 20).toISOString();
  return events.map((event, revision) => ({
    ...event,
    ...{ id: idOf('event', String(n), String(revision)), stream: `change-${idOf('change', String(n))}`, revision },
    ...{ position: String(n).padStart(16, '0'), knownAt: recordedAt },
    meta: {
      ...{ commandId: PERSON, commandHash: '', correlationId: PERSON, causationId: PERSON, basis: '', schema: 1 },
      ...{ actor: { id: PERSON, role: 'secretariat' }, byPerson: true, recordedAt },
    },
  }));
}

const planOf = (n: number, reviewBefore: string): ReviewPlan => ({
  ...{ requirementId: idOf('duty', String(n)), committeeId: idOf('committee', String(n % 100)), since: '2026-01-01' },
  ...{ aim: 'decision', reviewBefore, pastFrom: reviewBefore, atRiskFrom: plusCalendarDays(reviewBefore, -21) },
  ...{ bodies: [], steps: [], bindingPointId: null, meetingId: null, meetingOn: null, lastUsableId: null },
  lastUsableOn: null,
});

const contextOn = (views: SqliteReadDatabase): Context =>
  ({
    ...{ now: `${TODAY}T10:00:00.000Z`, actor: { id: PERSON, role: 'deputyChair' }, language: 'da', views },
    reference: { organisation: organisationPart.initial, ruleBook: ruleBookPart.initial },
    people: () => Promise.resolve(new Map()),
  }) satisfies Partial<QueryContext> as unknown as Context;
