import { plusDays } from '@rettidig/calendar';
import type { MeetingState } from '@rettidig/meetings';
import { calendarIn, timetableOn } from '@rettidig/rules';
import type { ReferenceKind, RemindersReference } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { allMeetings } from './in-meetings.js';

/** A meeting was held, and its minutes are to be out by the committee's timetable; where none is agreed nothing is late. */
export const minutesDue: ReferenceKind = {
  name: 'minutesDue',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['secretariat'], [workdays(0), workdays(5)]),
  inReference: (reference, { from, until }) =>
    allMeetings(reference.meetings)
      .filter(isWithoutMinutes)
      .flatMap((meeting) => dueOf(meeting, reference))
      .filter(({ anchor }) => anchor >= from && anchor <= until),
};

const isWithoutMinutes = ({ status, imports, approvals, minutesApproved }: MeetingState): boolean =>
  status === 'held' && imports.length === 0 && approvals.length === 0 && !minutesApproved;

function dueOf({ meetingId, committeeId, heldOn, heldSince }: MeetingState, { ruleBook }: RemindersReference) {
  const days = heldOn === undefined ? undefined : timetableOn(ruleBook, committeeId, heldOn)?.minutesDue;
  if (!days || heldOn === undefined || heldSince === undefined) return [];
  const anchor = plusDays(calendarIn(ruleBook), heldOn, days);
  return [{ item: meetingId, anchor, armed: 0, armedAt: heldSince, about: { committeeId, meetingId, on: heldOn } }];
}
