import type { MeetingState } from '@rettidig/meetings';
import { dayOf, plusCalendarDays } from '@rettidig/vocabulary';
import type { ReferenceKind, ReferenceOccasion } from '../kind.js';
import { calendarDays } from './days.js';
import { allMeetings } from './in-meetings.js';

/**
 * A meeting that people were told of is on another day now, at another hour, or will not be held: they know at once,
 * whatever day it is.
 */
export const meetingChanged: ReferenceKind = {
  name: 'meetingChanged',
  lane: 'urgent',
  whenPast: 'sendLate',
  evenOnClosingDays: true,
  onlyAfterTold: true,
  alwaysTold: true,
  steps: [{ offset: calendarDays(0), to: ['toldBefore', 'members'], on: true }],
  inReference: ({ meetings }, { from, until }) =>
    allMeetings(meetings)
      .filter(({ status, changes }) => status !== 'held' && changes > 0)
      .map(changeOf)
      .filter(({ anchor }) => anchor >= from && anchor <= until),
};

/** What a change of a meeting is about, by its latest one. */
export function changeOf(meeting: MeetingState): ReferenceOccasion {
  const { meetingId, committeeId, on, formerDays, changes, changedAt } = meeting;
  const code = codeOf(meeting);
  const before = code === 'moved' ? formerDays.at(-1)! : on;
  // Whoever was told of a day before the last two only must hear of it while that day is ahead of them.
  const last = [on, ...formerDays].sort().at(-1)!;
  return {
    ...{ item: meetingId, anchor: dayOf(changedAt), until: plusCalendarDays(last, 1) },
    ...{ armed: changes, armedAt: changedAt },
    about: { committeeId, meetingId, from: before, on: code === 'cancelled' ? null : on, code, version: changes },
  };
}

/** Whoever moves a meeting and says its hours a little later has moved it: not everybody may have been told in between. */
function codeOf({ status, moves, calledAt, changedAt }: MeetingState): 'cancelled' | 'moved' | 'hours' {
  if (status === 'cancelled') return 'cancelled';
  return moves > 0 && dayOf(calledAt) === dayOf(changedAt) ? 'moved' : 'hours';
}
