import { projection, subjectOf } from '@rettidig/event-sourcing';
import type { ProjectedEvent, Projection, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import type { ChangeEvent } from '../change.events.js';
import type { CaseNumber } from './case-number.js';
import { nextNumber, numberSchema } from './case-number.js';
import { countPlans, planCountsSchema } from './plan-counts.js';
import { planRows, planSchema, planTable } from './plan-rows.js';
import { dependsOn, goOnPlanning, noPlannedCase, plannedTypes } from './planned-case.js';
import type { PlannedCase } from './planned-case.js';
import { aroundSchema, aroundTypes, noteAround } from './around-cases.js';
import { writeVersions } from './versions.js';

/** The name of the view that lists of plans read, and that tells which cases an event around them touches. */
export const PLANS_VIEW = 'plans';

/**
 * The plan of every duty that is still to be discussed, with its versions; and of every case, decided ones too, the units
 * and committees that it hangs on. Its numbers are given in log order, as in the view of cases, so they are the same.
 */
export const plansView: Projection<ChangeEvent> = projection<ChangeEvent>({
  name: PLANS_VIEW,
  version: 2,
  schema: [
    'create table {planned} (change_id text primary key, number text not null, number_order integer not null,' +
      ' was_planned integer not null, known text not null) strict',
    'create table {own} (id text not null, change_id text not null, primary key (id, change_id)) strict, without rowid',
    ...aroundSchema,
    ...numberSchema,
    ...planSchema,
    planCountsSchema,
    'create index {never_planned} on {planned} (change_id) where was_planned = 0',
  ],
  on: Object.fromEntries(
    [...plannedTypes, ...aroundTypes].map((type) => [
      type,
      (view: ViewWriter, event: ProjectedEvent) => together(view, [event]),
    ]),
  ),
  together,
});

/** Events of one stream: of a case, or of what lies around cases. */
function together(view: ViewWriter, events: readonly ProjectedEvent[]): void {
  if (events[0]!.stream.startsWith('change-')) goOn(view, events);
  else for (const event of events) noteAround(view, event);
}

/** Goes on with one case by events that became known at the same instant. */
function goOn(view: ViewWriter, events: readonly ProjectedEvent[]): void {
  const { stream, meta, knownAt } = events[0]!;
  const changeId = subjectOf(stream);
  const kept = keptCase(view, changeId);
  const number = kept?.number ?? nextNumber(view, changeId, meta.recordedAt);
  const before = kept?.known ?? noPlannedCase;
  const after = events.reduce<PlannedCase>(goOnPlanning, before);
  keep(view, number, after);
  const rows = { before: planRows(before, number), after: planRows(after, number) };
  writeVersions(view, planTable, rows, knownAt);
  countPlans(view, rows.before, rows.after);
  keepOwn(view, changeId, dependsOn(before), dependsOn(after));
}

interface KeptRow {
  readonly number: string;
  readonly number_order: number;
  readonly known: string;
}

function keptCase(view: ViewReader, changeId: string): { number: CaseNumber; known: PlannedCase } | undefined {
  const row = view.get<KeptRow>('select number, number_order, known from {planned} where change_id = :changeId', {
    changeId,
  });
  if (!row) return undefined;
  const number = { changeId, number: row.number, order: row.number_order };
  return { number, known: JSON.parse(row.known) as PlannedCase };
}

function keep(view: ViewWriter, { changeId, number, order }: CaseNumber, known: PlannedCase): void {
  view.run(
    'insert into {planned} values (:changeId, :number, :order, :wasPlanned, :known)' +
      ' on conflict (change_id) do update set was_planned = excluded.was_planned, known = excluded.known',
    { changeId, number, order, wasPlanned: known.wasPlanned ? 1 : 0, known: JSON.stringify(known) },
  );
}

function keepOwn(view: ViewWriter, changeId: string, before: ReadonlySet<string>, after: ReadonlySet<string>): void {
  for (const id of before) {
    if (!after.has(id)) view.run('delete from {own} where id = :id and change_id = :changeId', { id, changeId });
  }
  for (const id of after) if (!before.has(id)) view.run('insert into {own} values (:id, :changeId)', { id, changeId });
}
