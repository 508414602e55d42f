import type { RecordedEvent } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import type { Told } from './told-data.js';

/** What was agreed at a meeting. */
export interface ToldFollowUp {
  readonly followUpId: string;
  readonly itemId: string;
  readonly caseIds: readonly string[];
  due: { readonly on?: string; readonly nextMeeting?: true; readonly notStated?: true };
  owner?: string;
  readonly agreedOn: string;
  done: boolean;
}

export interface ToldMeeting {
  readonly meetingId: string;
  readonly committeeId: string;
  on: string;
  /** Local times of day, as they were said last. */
  hours: { readonly startsAt?: string; readonly endsAt?: string };
  status: 'scheduled' | 'held' | 'cancelled';
  /** How often its day or its hours became others. */
  changes: number;
  /** The day before its last move; its own when only the hours changed after. */
  before: string;
  /** The latest of all days that it was ever called for. */
  lastOn: string;
  /** When it was called for the day that it has. */
  dayKnownAt: string;
  /** When it was called, moved, given other hours or cancelled last. */
  changedAt: string;
  heldOn?: string;
  hasMinutes: boolean;
  /** Called for it, by seat. */
  readonly deputies: Map<string, string>;
  /** Items of its agenda. */
  readonly items: Set<string>;
  readonly followUps: Map<string, ToldFollowUp>;
}

export function learnOfMeeting(
  meetings: Map<string, ToldMeeting>,
  id: string,
  { type, data, meta }: RecordedEvent,
): void {
  const told: Told = data;
  const on = dayOf(meta.recordedAt);
  if (type === 'MeetingScheduled') meetings.set(id, called(id, told));
  const meeting = meetings.get(id)!;
  if (type.startsWith('Meeting')) changed(meeting, type, told, meta.recordedAt);
  lessons[type]?.(meeting, told, on);
}

/** Called, on another day, at another hour, or off: what `to` tells is where it is from then on. */
function changed(meeting: ToldMeeting, type: string, { to = meeting.on, startsAt, endsAt }: Told, at: string): void {
  const isMoved = to !== meeting.on;
  const movedToday = meeting.before !== meeting.on && dayOf(meeting.dayKnownAt) === dayOf(at);
  if (type !== 'MeetingCancelled') meeting.hours = { startsAt, endsAt };
  const lastOn = to > meeting.lastOn ? to : meeting.lastOn;
  if (isMoved) Object.assign(meeting, { before: meeting.on, on: to, lastOn, dayKnownAt: at });
  else if (!movedToday) meeting.before = meeting.on;
  meeting.changes += meeting.changedAt === '' ? 0 : 1;
  meeting.dayKnownAt ||= at;
  meeting.changedAt = at;
}

const called = (meetingId: string, { committeeId, on }: Told): ToldMeeting => ({
  ...{ meetingId, committeeId, on, lastOn: on, before: on, status: 'scheduled', changes: 0 },
  ...{ dayKnownAt: '', changedAt: '' },
  ...{ hours: {}, hasMinutes: false, deputies: new Map(), items: new Set(), followUps: new Map() },
});

const lessons: Readonly<Record<string, (meeting: ToldMeeting, told: Told, on: string) => unknown>> = {
  MeetingCancelled: (meeting) => {
    Object.assign(meeting, { status: 'cancelled', before: meeting.on });
  },
  AgendaItemAdded: ({ items }, { itemId }) => items.add(itemId),
  AgendaItemWithdrawn: ({ items }, { itemId }) => items.delete(itemId),
  DeputyCalled: ({ deputies }, { seatId, personId }) =>
    personId === null ? deputies.delete(seatId) : deputies.set(seatId, personId),
  AttendanceRecorded: (meeting, { heldOn }) => {
    Object.assign(meeting, { status: 'held', heldOn });
  },
  FollowUpAgreed: (meeting, told, on) => meeting.followUps.set(told.followUpId, { ...told, agreedOn: on, done: false }),
  FollowUpAssigned: ({ followUps }, { followUpId, owner, due }) =>
    Object.assign(followUps.get(followUpId)!, { ...(owner !== undefined && { owner }), ...(due && { due }) }),
  FollowUpDone: (meeting, { followUpId }) => {
    meeting.followUps.get(followUpId)!.done = true;
  },
  MinutesApproved: (meeting) => {
    meeting.hasMinutes = true;
  },
  MinutesImported: (meeting) => {
    meeting.hasMinutes = true;
  },
};
