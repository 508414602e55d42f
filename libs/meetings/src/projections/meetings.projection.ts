import type { ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import { foldText, projection, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '../meeting.events.js';
import type { MeetingStatus } from '../words.js';
import { countAttendance } from '../roster.js';

/** A version of a meeting: as it was known from one instant until another. Day names follow the story's. */
interface MeetingRow {
  readonly id: string;
  readonly committee_id: string;
  readonly called_for: string;
  readonly held_on: string | null;
  /** The day it was held, or is called for: what lists sort and filter by. */
  readonly day: string;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly extraordinary: number;
  readonly status: MeetingStatus;
  /** Items still on the agenda or handled. */
  readonly items: number;
  /** Titles of all items, folded for search. */
  readonly titles: string;
  /** The cases on items that were not withdrawn, once per item, as JSON. */
  readonly case_ids: string;
  readonly present: number | null;
  readonly excused: number | null;
  readonly minutes_approved: number;
  readonly known_from: string;
  readonly known_to: string | null;
}

type Content = Omit<MeetingRow, 'id' | 'day' | 'known_from' | 'known_to'>;

const columns: readonly (keyof MeetingRow)[] = [
  'id',
  'committee_id',
  'called_for',
  'held_on',
  'day',
  'starts_at',
  'ends_at',
  'extraordinary',
  'status',
  'items',
  'titles',
  'case_ids',
  'present',
  'excused',
  'minutes_approved',
  'known_from',
  'known_to',
];

const insert = `insert into {meeting} (${columns.join(', ')}) values (${columns.map((name) => `:${name}`).join(', ')})`;

function write(view: ViewWriter, event: ProjectedEvent, content: Content): void {
  view.run(insert, {
    ...content,
    id: subjectOf(event.stream),
    day: content.held_on ?? content.called_for,
    known_from: event.knownAt,
    known_to: null,
  });
}

/** Ends the current version and begins the next; several events of one moment make one version. */
function revise(view: ViewWriter, event: ProjectedEvent, change: (before: Content) => Partial<Content>): void {
  const id = subjectOf(event.stream);
  const before = view.get<MeetingRow>('select * from {meeting} where id = :id and known_to is null', { id });
  if (!before) return;
  const at = event.knownAt;
  if (before.known_from === at) view.run('delete from {meeting} where id = :id and known_to is null', { id });
  else view.run('update {meeting} set known_to = :at where id = :id and known_to is null', { id, at });
  write(view, event, { ...before, ...change(before) });
}

const casesOf = (row: Content): string[] => JSON.parse(row.case_ids) as string[];

/** Takes each of some ids out once: a case that stands on another item too keeps its place. */
function without(ids: readonly string[], gone: readonly string[]): string[] {
  const left = [...ids];
  for (const id of gone) {
    const at = left.indexOf(id);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** The list of meetings, with versions so that it answers `asOf`. */
export const meetingsProjection = projection<MeetingEvent>({
  name: 'meetings',
  version: 2,
  schema: [
    `create table {meeting} (
      id text not null, committee_id text not null, called_for text not null, held_on text, day text not null,
      starts_at text, ends_at text, extraordinary integer not null, status text not null, items integer not null,
      titles text not null, case_ids text not null, present integer, excused integer,
      minutes_approved integer not null, known_from text not null, known_to text)`,
    'create unique index {meeting_current} on {meeting} (id) where known_to is null',
    'create index {meeting_day} on {meeting} (day, id) where known_to is null',
    'create index {meeting_committee} on {meeting} (committee_id, day) where known_to is null',
    'create index {meeting_known_from} on {meeting} (known_from)',
    'create index {meeting_known_to} on {meeting} (known_to) where known_to is not null',
  ],
  on: {
    MeetingScheduled: (view, event) => {
      const { committeeId, on, startsAt, endsAt, extraordinary } = event.data;
      write(view, event, {
        committee_id: committeeId,
        called_for: on,
        held_on: null,
        starts_at: startsAt ?? null,
        ends_at: endsAt ?? null,
        extraordinary: Number(extraordinary),
        status: 'scheduled',
        items: 0,
        titles: '',
        case_ids: '[]',
        present: null,
        excused: null,
        minutes_approved: 0,
      });
    },
    MeetingMoved: (view, event) => {
      const { to, startsAt, endsAt } = event.data;
      revise(view, event, () => ({ called_for: to, starts_at: startsAt ?? null, ends_at: endsAt ?? null }));
    },
    MeetingCancelled: (view, event) => revise(view, event, () => ({ status: 'cancelled' })),
    AgendaItemAdded: (view, event) =>
      revise(view, event, (before) => ({
        items: before.items + 1,
        titles: `${before.titles}\n${foldText(event.data.title)}`,
        case_ids: JSON.stringify([...casesOf(before), ...event.data.caseIds]),
      })),
    AgendaItemWithdrawn: (view, event) =>
      revise(view, event, (before) => ({
        items: before.items - 1,
        case_ids: JSON.stringify(without(casesOf(before), event.data.caseIds)),
      })),
    AttendanceRecorded: (view, event) => {
      const { present, excused } = countAttendance(event.data.attendance);
      revise(view, event, () => ({ status: 'held', held_on: event.data.heldOn, present, excused }));
    },
    MinutesApproved: (view, event) =>
      revise(view, event, (before) => ({
        minutes_approved: before.minutes_approved || Number(event.data.byBoth),
      })),
  },
});
