import type { MissedReview, MissedReviewList } from '@rettidig/cases';
import type { PoliticalAgendaList, PossibleMissList, StandingCheckList } from '@rettidig/detection';
import type { AnyProjection, DomainEvent, RecordedEvent } from '@rettidig/event-sourcing';
import { MARK } from './dice.js';
import { features } from '../../libs/product/src/features.js';
import { product, type Product } from './town.js';

const states = [
  'missed',
  'unconfirmed',
  'endedWithoutReview',
  'recommendedBeforeMed',
  'discussedLate',
  'rebutted',
  'recordedInError',
];

const questionStates = ['open', 'halfDismissed', 'confirmed', 'dismissed'];

/** What lists answer, now or as of an instant. */
export async function shown(app: Product, asOf?: string) {
  const moment = asOf === undefined ? {} : { asOf };
  return {
    register: await app.ask<MissedReviewList>('ListMissedReviews', { state: states, limit: 200, ...moment }),
    changes: await app.ask<Listed>('ListChanges', { limit: 200, ...moment }),
    plans: await app.ask<Listed>('ListPlans', { limit: 200, ...moment }),
    acts: await app.ask<Listed>('ListDutyLoweringActs', { limit: 200, ...moment }),
    questions: await app.ask<PossibleMissList>('ListPossibleMisses', { state: questionStates, limit: 200, ...moment }),
    agendas: await app.ask<PoliticalAgendaList>('ListPoliticalAgendas', { limit: 200, ...moment }),
    rounds: await app.ask<Listed>('ListScreeningRounds', { limit: 200, ...moment }),
    imports: await app.ask<Listed>('ListImports', { limit: 200, ...moment }),
    checks: await app.ask<StandingCheckList>('ListStandingChecks', { limit: 200, ...moment }),
  };
}
export type Shown = Awaited<ReturnType<typeof shown>>;
interface Listed {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly total: number;
}

const forEverybody = [
  'ListMissedReviews',
  'ListPlans',
  'ListPossibleMisses',
  'ListPoliticalAgendas',
  'ListScreeningRounds',
  'ListImports',
  'ListStandingChecks',
];

/** The register and what stands beside it, to each side: management, employees, and who looks after both. */
export async function sameForBothSides(app: Product): Promise<void> {
  for (const list of forEverybody) {
    const [one, ...others] = await Promise.all(
      ['manager', 'employeeRep', 'auditor'].map((role) => app.ask(list, { limit: 200 }, role)),
    );
    for (const other of others) expect(other).toEqual(one);
  }
}

const missStates = ['missed', 'rebutted', 'recordedInError'];
const fixed = ['changeId', 'number', 'committeeId', 'role', 'before', 'cause'] as const;
const said = ['discussedAfterDecisionOn', 'acknowledged', 'explanations'] as const;

/** A row of the register is there for good; what happened since may have changed its state, and nothing else. */
export function rowsOnlyMove(before: Shown, after: Shown, since: readonly RecordedEvent[]): void {
  const now = new Map(after.register.items.map((row) => [row.requirementId, row]));
  const types = since.map(({ type }) => type);
  for (const row of before.register.items) {
    const later = now.get(row.requirementId);
    if (!missStates.includes(row.state)) {
      if (row.state === 'endedWithoutReview' && later?.state !== row.state)
        because(types, 'DisputeSettled', 'AssessmentOverridden', 'MedReviewMissed', 'MedInvolvementAssessed');
      continue;
    }
    expect([row.requirementId, later?.requirementId]).toEqual([row.requirementId, row.requirementId]);
    // A duty whose miss was recorded in error is owed as before, and may come to any end.
    if (row.state === 'recordedInError' || missedAgain(row, since)) continue;
    if (row.state !== later!.state) because(types, 'MissRebutted', 'DecisionRecordCorrected', 'MedReviewMissed');
    else keeps(row, later!, types);
  }
}

const missedAgain = ({ requirementId }: MissedReview, since: readonly RecordedEvent[]): boolean =>
  since.some(({ type, data }) => type === 'MedReviewMissed' && idIn(data, 'requirementId') === requirementId);

function keeps(row: MissedReview, later: MissedReview, types: readonly string[]): void {
  for (const field of fixed) if (row.state === 'missed') expect([field, later[field]]).toEqual([field, row[field]]);
  for (const field of said) expect(later[field].slice(0, row[field].length)).toEqual(row[field]);
  // What was not stated may be filled in.
  if (row.unitId !== null) expect(later.unitId).toBe(row.unitId);
  if (row.kind !== 'other') expect(later.kind).toBe(row.kind);
  if (later.body !== row.body || JSON.stringify(later.decidedOn) !== JSON.stringify(row.decidedOn))
    because(types, 'DecisionRecordCorrected');
  if (later.title !== row.title) because(types, 'ChangeFactsCorrected');
}

/** One of these must have happened. */
const because = (happened: readonly string[], ...types: readonly string[]): void =>
  expect({ happened, oneOf: types.some((type) => happened.includes(type)) }).toEqual({ happened, oneOf: true });

/** A miss, and every act that lowers a duty, is in its list from the moment on. */
export function everyMissIsARow({ register, acts }: Shown, log: readonly RecordedEvent[]): void {
  const missed = log.filter(({ type }) => type === 'MedReviewMissed').map(({ data }) => idIn(data, 'requirementId'));
  const rows = new Set(register.items.map(({ requirementId }) => requirementId));
  expect(missed.filter((id) => !rows.has(id))).toEqual([]);
  const lowered = log.filter(({ type }) => ['DeclaredNotMedRelevant', 'ChangeWithdrawn'].includes(type));
  const listed = new Set(acts.items.map(({ actId }) => actId));
  expect(lowered.filter(({ id }) => !listed.has(id))).toEqual([]);
}

export const idIn = (data: object, field: string): string => (data as Readonly<Record<string, string>>)[field]!;

/** Numbers of cases count from 1 in every year of recording, in the order of the log. */
export function numbersAreDense({ changes }: Shown, log: readonly RecordedEvent[]): void {
  const years = new Map<string, number>();
  const numbers = log
    .filter(({ type }) => type === 'ChangeRegistered')
    .map(({ stream, meta }) => {
      const year = meta.recordedAt.slice(0, 4);
      years.set(year, (years.get(year) ?? 0) + 1);
      return [stream.slice('change-'.length), `${year}-${String(years.get(year)).padStart(4, '0')}`];
    });
  const listed = changes.items.map(({ changeId, number }) => [changeId, number]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(numbers));
}

/** Neither a text that somebody wrote, nor a name, nor a union: the log holds ids, dates, codes and sealed bytes. */
export function nothingInTheClear(log: readonly RecordedEvent<DomainEvent>[]): void {
  expect(log.filter((event) => JSON.stringify(event).includes(MARK)).map(({ type }) => type)).toEqual([]);
}

/** The views as they were kept, against views that read the whole log anew. */
export async function viewsEqualARebuild(app: Product): Promise<void> {
  const { store, privateStore } = app;
  const fresh = product({ store, privateStore, now: app.clock.now() });
  await fresh.engine.start();
  await fresh.engine.settled();
  expect(dump(fresh)).toEqual(dump(app));
  await fresh.engine.stop();
}

/** In an order that follows from what they say. */
const rowsOf = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

function dump({ views }: Product): Record<string, unknown> {
  const projections: readonly AnyProjection[] = features.flatMap((feature) => feature.projections);
  return Object.fromEntries(
    projections.flatMap(({ name, schema }) =>
      schema
        .map((statement) => /^create table (\{\w+\})/.exec(statement)?.[1])
        .filter((table) => table !== undefined)
        .map((table) => [`${name} ${table}`, rowsOf(views.view(name).all(`select * from ${table}`))]),
    ),
  );
}
