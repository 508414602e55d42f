import type { ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { projection, subjectOf } from '@rettidig/event-sourcing';
import type { BreachEvent } from '../breach.events.js';

/** A version of a record: as it was known from one instant until another. */
interface BreachRow {
  readonly id: string;
  readonly committee_id: string;
  readonly meeting_id: string | null;
  /** 1: the choice not to raise a breach; 0: a list of demands alone. */
  readonly not_raised: number;
  readonly day: string;
  /** The cases that the choice is about, as JSON. */
  readonly case_ids: string;
  readonly reserves_later_cases: number;
  readonly demands: number;
  /** Demands with at least one answer, as JSON: a second answer to one does not count again. */
  readonly answered: string;
  readonly known_from: string;
  readonly known_to: string | null;
}

const insert = `insert into {breach}
  (id, committee_id, meeting_id, not_raised, day, case_ids, reserves_later_cases, demands, answered, known_from, known_to)
  values (:id, :committee_id, :meeting_id, :not_raised, :day, :case_ids, :reserves_later_cases, :demands, :answered,
    :known_from, :known_to)`;

type Beginning = Omit<BreachRow, 'id' | 'demands' | 'answered' | 'known_from' | 'known_to'>;

const begin = (view: ViewWriter, event: ProjectedEvent, beginning: Beginning): void =>
  view.run(insert, {
    ...beginning,
    id: subjectOf(event.stream),
    demands: 0,
    answered: '[]',
    known_from: event.knownAt,
    known_to: null,
  });

/** Ends the current version and begins the next; several events of one moment make one version. */
function revise(view: ViewWriter, event: ProjectedEvent, change: (before: BreachRow) => Partial<BreachRow>): void {
  const id = subjectOf(event.stream);
  const before = view.get<BreachRow>('select * from {breach} where id = :id and known_to is null', { id });
  if (!before) return;
  const at = event.knownAt;
  if (before.known_from === at) view.run('delete from {breach} where id = :id and known_to is null', { id });
  else view.run('update {breach} set known_to = :at where id = :id and known_to is null', { id, at });
  view.run(insert, { ...before, ...change(before), known_from: at, known_to: null });
}

/** The list of what the sides did about missed reviews, with versions so that it answers `asOf`. */
export const breachesProjection = projection<BreachEvent>({
  name: 'breaches',
  version: 2,
  schema: [
    `create table {breach} (
      id text not null, committee_id text not null, meeting_id text, not_raised integer not null, day text not null, case_ids text not null,
      reserves_later_cases integer not null, demands integer not null, answered text not null,
      known_from text not null, known_to text)`,
    'create unique index {breach_current} on {breach} (id) where known_to is null',
    'create index {breach_day} on {breach} (day, id) where known_to is null',
    'create index {breach_meeting} on {breach} (meeting_id) where known_to is null',
    'create index {breach_known_from} on {breach} (known_from)',
    'create index {breach_known_to} on {breach} (known_to) where known_to is not null',
  ],
  on: {
    BreachNotRaised: (view, event) => {
      const { committeeId, on, caseIds, reservesLaterCases, meetingId } = event.data;
      begin(view, event, {
        committee_id: committeeId,
        meeting_id: meetingId ?? null,
        not_raised: 1,
        day: on,
        case_ids: JSON.stringify(caseIds),
        reserves_later_cases: Number(reservesLaterCases),
      });
    },
    DemandsTabled: (view, event) => {
      const { committeeId, on, meetingId } = event.data;
      begin(view, event, {
        committee_id: committeeId,
        meeting_id: meetingId,
        not_raised: 0,
        day: on,
        case_ids: '[]',
        reserves_later_cases: 0,
      });
    },
    DemandRaised: (view, event) => revise(view, event, (before) => ({ demands: before.demands + 1 })),
    DemandAnswered: (view, event) =>
      revise(view, event, (before) => {
        const answered = new Set(JSON.parse(before.answered) as string[]).add(event.data.demandId);
        return { answered: JSON.stringify([...answered]) };
      }),
  },
});
