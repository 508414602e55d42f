import { meetingOf } from '@rettidig/meetings';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { ReferenceKind } from '../kind.js';
import { calendarDays, stepsTo } from './days.js';
import { allMeetings } from './in-meetings.js';
import { changeOf, meetingChanged } from './meeting-changed.js';

/**
 * A meeting is near: its members and the deputies called for it are told, with the agenda. Who was told that it is on
 * another day knows that one already.
 */
export const meetingComing: ReferenceKind = {
  name: 'meetingComing',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['members'], [calendarDays(-7), calendarDays(-1)]),
  inReference: ({ meetings }, { from, until }) =>
    allMeetings(meetings)
      .filter(({ status, on }) => status === 'scheduled' && on >= from && on <= until)
      .map(({ meetingId, committeeId, on, changes: version, changesWhenCalled: armed, calledAt }) => ({
        ...{ item: meetingId, anchor: on, until: plusCalendarDays(on, 1), armed, armedAt: calledAt },
        about: { committeeId, meetingId, version },
      })),
  newDay: {
    kind: meetingChanged,
    change: ({ meetings }, meetingId) => {
      const meeting = meetingOf(meetings, meetingId);
      return meeting && { occasion: changeOf(meeting), since: meeting.calledAt };
    },
  },
};
