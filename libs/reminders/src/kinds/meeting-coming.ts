import { plusCalendarDays } from '@rettidig/vocabulary';
import type { ReferenceKind } from '../kind.js';
import { calendarDays, stepsTo } from './days.js';
import { allMeetings } from './in-meetings.js';

/** A meeting is near: its members and the deputies called for it are told, with the agenda. */
export const meetingComing: ReferenceKind = {
  name: 'meetingComing',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['members'], [calendarDays(-7), calendarDays(-1)]),
  inReference: ({ meetings }, { from, until }) =>
    allMeetings(meetings)
      .filter(({ status, on }) => status === 'scheduled' && on >= from && on <= until)
      .map(({ meetingId, committeeId, on, moves, calledAt }) => ({
        ...{ item: meetingId, anchor: on, until: plusCalendarDays(on, 1), armed: moves, armedAt: calledAt },
        about: { committeeId, meetingId },
      })),
};
