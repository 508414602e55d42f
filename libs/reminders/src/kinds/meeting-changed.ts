import type { MeetingState } from '@rettidig/meetings';
import { dayOf, plusCalendarDays } from '@rettidig/vocabulary';
import type { ReferenceKind, ReferenceOccasion } from '../kind.js';
import { calendarDays } from './days.js';
import { allMeetings } from './in-meetings.js';

/** A meeting that people were told of is on another day now, or will not be held: they know at once, whatever day it is. */
export const meetingChanged: ReferenceKind = {
  name: 'meetingChanged',
  lane: 'urgent',
  whenPast: 'sendLate',
  evenOnClosingDays: true,
  onlyAfterTold: true,
  steps: [{ offset: calendarDays(0), to: ['toldBefore', 'members'], on: true }],
  inReference: ({ meetings }, { from, until }) =>
    allMeetings(meetings)
      .filter(({ status, moves }) => status === 'cancelled' || (status === 'scheduled' && moves > 0))
      .map(changeOf)
      .filter(({ anchor }) => anchor >= from && anchor <= until),
};

function changeOf(meeting: MeetingState): ReferenceOccasion {
  const { meetingId, committeeId, on, movedFrom, moves, calledAt } = meeting;
  const isCancelled = meeting.status === 'cancelled';
  const before = isCancelled ? on : movedFrom!;
  const last = before > on ? before : on;
  return {
    ...{ item: meetingId, anchor: dayOf(calledAt), until: plusCalendarDays(last, 1) },
    ...{ armed: moves + (isCancelled ? 1 : 0), armedAt: calledAt },
    about: {
      ...{ committeeId, meetingId, from: before, on: isCancelled ? null : on },
      code: isCancelled ? 'cancelled' : 'moved',
    },
  };
}
