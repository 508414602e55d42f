import type { ChangeEvent } from '@rettidig/cases';
import { writeVersions } from '@rettidig/cases';
import type { ProjectedEvent, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import { projection, subjectOf } from '@rettidig/event-sourcing';
import { exactDay } from '@rettidig/vocabulary';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import { numberKey } from '../external-number.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';
import type { PossibleMissEvent, UnregisteredChangeSuspected } from '../possible-miss.events.js';
import type { AgendaRow, AgendaViewTable, ItemRow, PointRow, SuspicionRow } from './political-agendas.rows.js';
import {
  agendaTable,
  columns,
  itemsAfter,
  itemTable,
  pointTable,
  politicalAgendaSchema,
  searchOf,
  suspicionTable,
} from './political-agendas.rows.js';

/** The name of the view that political agendas are held against the register with. */
export const POLITICAL_AGENDAS_VIEW = 'political-agendas';

/**
 * Political agendas with what cases are recognised by: their numbers elsewhere, the bodies and days that decide on them,
 * and the suspicions that became cases. How far a case has come is asked of the view of cases.
 */
export const politicalAgendasView = projection<PoliticalAgendaEvent | PossibleMissEvent | ChangeEvent>({
  name: POLITICAL_AGENDAS_VIEW,
  version: 1,
  schema: politicalAgendaSchema,
  on: {
    PoliticalAgendaImported: (view, { stream, data, knownAt }) => {
      const agendaId = subjectOf(stream);
      const before = current<ItemRow>(view, itemTable, 'agenda_id', agendaId);
      const after = itemsAfter(agendaId, before, data);
      writeVersions(view, itemTable, { before: before.map(columns), after: after.map(columns) }, knownAt);
      const { body, on, version: latest } = data;
      const agenda: AgendaRow = { agenda_id: agendaId, body, day: on, latest, search: searchOf(after) };
      const was = current<AgendaRow>(view, agendaTable, 'agenda_id', agendaId);
      writeVersions(view, agendaTable, { before: was.map(columns), after: [columns(agenda)] }, knownAt);
    },
    AgendaItemLinked: (view, event) => relink(view, event, (cases) => cases.add(event.data.caseId)),
    AgendaItemUnlinked: (view, event) => relink(view, event, (cases) => cases.delete(event.data.caseId)),

    UnregisteredChangeSuspected: suspected,
    PossibleMissConfirmed: (view, event) =>
      judge(view, event, ({ cases }) => ({
        cases: JSON.stringify([...(JSON.parse(cases) as string[]), event.data.caseId]),
      })),
    PossibleMissDismissed: (view, event) =>
      judge(view, event, ({ dismissed }) => ({ dismissed: event.data.byBoth ? 1 : dismissed })),
    PossibleMissReopened: (view, event) => judge(view, event, () => ({ dismissed: 0 })),

    ChangeRegistered: (view, { stream, data, knownAt }) => {
      const caseId = subjectOf(stream);
      view.run('insert into {known_case} values (:caseId, :knownAt)', { caseId, knownAt });
      for (const { system, value } of data.externalNumbers) {
        view.run('insert into {case_number} values (:key, :system, :caseId, :knownAt)', {
          ...{ key: numberKey(value), system, caseId, knownAt },
        });
      }
    },
    DecisionPointPlanned: (view, event) => pointAt(view, event, event.data.pointId, event.data),
    DecisionPointMoved: (view, event) => {
      const [before] = current<PointRow>(view, pointTable, 'point_id', event.data.pointId);
      if (before) pointAt(view, event, before.point_id, { body: before.body as DecidingBody, when: event.data.to });
    },
    DecisionRecorded: (view, event) => pointAt(view, event, event.data.decisionId, event.data),
    DecisionRecordCorrected: (view, event) =>
      pointAt(view, event, event.data.decisionId, event.data.neverTaken ? undefined : event.data),
  },
});

/** Current rows by one column. */
const current = <Row>(view: ViewReader, { name, columns }: AgendaViewTable, column: string, value: string): Row[] =>
  view.all<Row>(`select ${columns} from {${name}} where ${column} = :value and known_to is null`, { value });

function relink(
  view: ViewWriter,
  { data: { itemId }, knownAt }: ProjectedEvent<{ type: string; data: { itemId: string } }>,
  change: (cases: Set<string>) => unknown,
): void {
  const [before] = current<ItemRow>(view, itemTable, 'item_id', itemId);
  if (!before) return;
  const cases = new Set(JSON.parse(before.links) as string[]);
  change(cases);
  const after = { ...before, links: JSON.stringify([...cases]) };
  writeVersions(view, itemTable, { before: [columns(before)], after: [columns(after)] }, knownAt);
}

function suspected(view: ViewWriter, event: ProjectedEvent<UnregisteredChangeSuspected>): void {
  const { itemId, score, kinds, hits } = event.data;
  const [before] = current<SuspicionRow>(view, suspicionTable, 'item_id', itemId);
  const after: SuspicionRow = {
    item_id: itemId,
    possible_miss_id: subjectOf(event.stream),
    score,
    kinds: JSON.stringify(kinds),
    words: JSON.stringify([...new Set(hits.map(({ word }) => word))]),
    dismissed: before?.dismissed ?? 0,
    cases: before?.cases ?? '[]',
  };
  writeVersions(
    view,
    suspicionTable,
    { before: before ? [columns(before)] : [], after: [columns(after)] },
    event.knownAt,
  );
}

/** What became of a suspicion; possible misses that people reported have none. */
function judge(
  view: ViewWriter,
  { stream, knownAt }: ProjectedEvent,
  change: (before: SuspicionRow) => Partial<SuspicionRow>,
): void {
  const [before] = current<SuspicionRow>(view, suspicionTable, 'possible_miss_id', subjectOf(stream));
  if (!before) return;
  const after = { ...before, ...change(before) };
  writeVersions(view, suspicionTable, { before: [columns(before)], after: [columns(after)] }, knownAt);
}

/** A case is decided on by a body on a day; what is known less well recognises nothing. */
function pointAt(
  view: ViewWriter,
  { stream, knownAt }: ProjectedEvent,
  pointId: string,
  point: { readonly body: DecidingBody; readonly when: FuzzyDate } | undefined,
): void {
  const before = current<PointRow>(view, pointTable, 'point_id', pointId);
  const day = point && exactDay(point.when);
  const after: PointRow[] =
    point && day ? [{ point_id: pointId, case_id: subjectOf(stream), body: point.body, day }] : [];
  writeVersions(view, pointTable, { before: before.map(columns), after: after.map(columns) }, knownAt);
}
