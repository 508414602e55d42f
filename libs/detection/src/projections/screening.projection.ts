import type { Columns } from '@rettidig/cases';
import { versionedSchema, versionedTable, writeVersions } from '@rettidig/cases';
import type { ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { projection, subjectOf } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import type { CandidateAdded, CandidateAssessed, ScreeningEvent } from '../screening.events.js';

/** The name of the view that screening forums and rounds are read from. */
export const SCREENING_VIEW = 'screening';

/** A candidate as the view keeps it, with its texts. */
export interface KeptCandidate extends Omit<CandidateAdded['data'], 'roundId'> {
  /** Null until somebody has assessed it; the last word counts. */
  readonly assessment: KeptAssessment | null;
  /** What was said before that, the earliest first. */
  readonly earlier: readonly KeptAssessment[];
}

/** What was said of a candidate, in which role, and when that was recorded. */
export interface KeptAssessment extends Omit<CandidateAssessed['data'], 'roundId' | 'candidateId'> {
  readonly role: string;
  readonly at: string;
}

/** A round as the view keeps it. */
export interface RoundRow {
  readonly id: string;
  readonly forum_id: string;
  readonly period: string;
  readonly on_day: string;
  readonly held_on: string | null;
  /** The day on which that was recorded. */
  readonly recorded_on: string | null;
  /** The candidates in the order in which they came, as JSON. */
  readonly candidates: string;
}

/** A forum as the view keeps it. */
export interface ForumRow {
  readonly id: string;
  readonly name: string;
  readonly rhythm: 'monthly' | 'quarterly';
  readonly from_day: string;
  readonly ended_on: string | null;
  readonly source: string | null;
}

const FORUM =
  'id text not null, name text not null, rhythm text not null, from_day text not null, ended_on text, source text';
const ROUND =
  'id text not null, forum_id text not null, period text not null, on_day text not null, held_on text,' +
  ' recorded_on text, candidates text not null';

const namesOf = (columns: string): string[] => columns.split(',').map((column) => column.trim().split(' ')[0]!);

const tables = {
  forum: versionedTable('forum', 'id', namesOf(FORUM)),
  round: versionedTable('round', 'id', namesOf(ROUND)),
};

function begin(view: ViewWriter, table: keyof typeof tables, row: object, { knownAt }: ProjectedEvent): void {
  writeVersions(view, tables[table], { before: [], after: [row as Columns] }, knownAt);
}

/** Goes on with the row as it stands; on a stream that does not begin with its beginning nothing happens. */
function revise<Row extends object>(
  view: ViewWriter,
  table: keyof typeof tables,
  { id, knownAt }: { readonly id: string; readonly knownAt: string },
  change: (row: Row) => Partial<Row>,
): void {
  const columns = namesOf(table === 'forum' ? FORUM : ROUND).join(', ');
  const before = view.get<Row>(`select ${columns} from {${table}} where id = :id and known_to is null`, { id });
  if (!before) return;
  const rows = { before: [before as Columns], after: [{ ...before, ...change(before) } as Columns] };
  writeVersions(view, tables[table], rows, knownAt);
}

const withCandidates = (
  row: RoundRow,
  change: (candidates: readonly KeptCandidate[]) => readonly KeptCandidate[],
): Partial<RoundRow> => ({ candidates: JSON.stringify(change(JSON.parse(row.candidates) as KeptCandidate[])) });

/** Forums of management and their rounds with the candidates, in versions. */
export const screeningProjection = projection<ScreeningEvent>({
  name: SCREENING_VIEW,
  version: 2,
  schema: [...versionedSchema(tables.forum, FORUM), ...versionedSchema(tables.round, ROUND, 'forum_id, period')],
  on: {
    ScreeningForumAgreed: (view, event) => {
      const { name, rhythm, from, source } = event.data;
      const row = { id: subjectOf(event.stream), name, rhythm, from_day: from, ended_on: null };
      begin(view, 'forum', { ...row, source: source ? JSON.stringify(source) : null }, event);
    },
    ScreeningForumEnded: (view, { stream, knownAt, data: { on } }) =>
      revise<ForumRow>(view, 'forum', { id: subjectOf(stream), knownAt }, () => ({ ended_on: on })),
    ScreeningRoundOpened: (view, event) => {
      const { roundId, period, on } = event.data;
      const row = {
        id: roundId,
        forum_id: subjectOf(event.stream),
        period,
        on_day: on,
        held_on: null,
        recorded_on: null,
      };
      begin(view, 'round', { ...row, candidates: '[]' }, event);
    },
    CandidateAdded: (view, { knownAt, data: { roundId, ...candidate } }) =>
      revise<RoundRow>(view, 'round', { id: roundId, knownAt }, (row) =>
        withCandidates(row, (all) => [...all, { ...candidate, assessment: null, earlier: [] }]),
      ),
    CandidateAssessed: (view, { knownAt, meta, data: { roundId, candidateId, ...said } }) =>
      revise<RoundRow>(view, 'round', { id: roundId, knownAt }, (row) =>
        withCandidates(row, (all) =>
          all.map((one) =>
            one.candidateId === candidateId
              ? {
                  ...one,
                  assessment: { ...said, role: meta.actor.role, at: meta.recordedAt },
                  earlier: one.assessment ? [...one.earlier, one.assessment] : one.earlier,
                }
              : one,
          ),
        ),
      ),
    ScreeningRoundHeld: (view, { knownAt, meta, data: { roundId, heldOn } }) =>
      revise<RoundRow>(view, 'round', { id: roundId, knownAt }, () => ({
        held_on: heldOn,
        recorded_on: dayOf(meta.recordedAt),
      })),
  },
});
