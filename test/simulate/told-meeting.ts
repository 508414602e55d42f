import type { RecordedEvent } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import type { Told } from './told-data.js';

/** What was agreed at a meeting. */
export interface ToldFollowUp {
  readonly followUpId: string;
  readonly itemId: string;
  readonly caseIds: readonly string[];
  readonly due: { readonly on?: string; readonly nextMeeting?: true; readonly notStated?: true };
  readonly owner?: string;
  readonly agreedOn: string;
  done: boolean;
}

export interface ToldMeeting {
  readonly meetingId: string;
  readonly committeeId: string;
  on: string;
  status: 'scheduled' | 'held' | 'cancelled';
  moves: number;
  /** The day before its last move. */
  before: string;
  /** When it was called, moved or cancelled last. */
  calledOn: string;
  calledAt: string;
  heldOn?: string;
  hasMinutes: boolean;
  readonly deputies: string[];
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
  if (type === 'MeetingScheduled') meetings.set(id, called(id, told, on));
  const meeting = meetings.get(id)!;
  if (type.startsWith('Meeting')) meeting.calledAt = meta.recordedAt;
  lessons[type]?.(meeting, told, on);
}

const called = (meetingId: string, { committeeId, on }: Told, calledOn: string): ToldMeeting => ({
  ...{ meetingId, committeeId, on, status: 'scheduled', moves: 0, before: on, calledOn, calledAt: '' },
  ...{ hasMinutes: false, deputies: [], items: new Set(), followUps: new Map() },
});

const lessons: Readonly<Record<string, (meeting: ToldMeeting, told: Told, on: string) => unknown>> = {
  MeetingMoved: (meeting, { to }, on) => {
    Object.assign(meeting, { before: meeting.on, on: to, moves: meeting.moves + 1, calledOn: on });
  },
  MeetingCancelled: (meeting, _told, on) => {
    Object.assign(meeting, { status: 'cancelled', before: meeting.on, calledOn: on });
  },
  AgendaItemAdded: ({ items }, { itemId }) => items.add(itemId),
  AgendaItemWithdrawn: ({ items }, { itemId }) => items.delete(itemId),
  AttendanceRecorded: (meeting, { heldOn, attendance }) => {
    Object.assign(meeting, { status: 'held', heldOn });
    meeting.deputies.push(...attendance.flatMap((one: Told) => (one.capacity === 'deputy' ? [one.personId] : [])));
  },
  FollowUpAgreed: (meeting, told, on) => meeting.followUps.set(told.followUpId, { ...told, agreedOn: on, done: false }),
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
