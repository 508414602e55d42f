import { dayOf } from '@rettidig/vocabulary';
import { later } from '../support/plan-days.js';
import { dayFrom } from './days.js';
import type { Obligation } from './expected.js';
import type { ToldTown } from './told.js';
import type { ToldFollowUp, ToldMeeting } from './told-meeting.js';

/** Everything of a meeting that somebody must be reminded of, on whatever day. */
export const ofMeeting = (meeting: ToldMeeting, told: ToldTown): Obligation[] => [
  ...ofCalled(meeting),
  ...ofHeld(meeting, told),
  ...[...meeting.followUps.values()].flatMap((one) => (one.done ? [] : ofFollowUp(one, meeting, told))),
];

function ofCalled({ meetingId, committeeId, on, lastOn, status, changes, changedAt }: ToldMeeting): Obligation[] {
  const of = { item: meetingId, meetingId, committeeId };
  const isChanged = status !== 'held' && changes > 0;
  return [
    ...(status === 'scheduled' ? [{ ...of, kind: 'meetingComing', anchor: on, until: later(on, 1) }] : []),
    ...(isChanged ? [{ ...of, kind: 'meetingChanged', anchor: dayOf(changedAt), until: later(lastOn, 1) }] : []),
  ];
}

function ofHeld({ meetingId, committeeId, heldOn, hasMinutes }: ToldMeeting, told: ToldTown): Obligation[] {
  const days = told.minutesDue.get(committeeId);
  if (heldOn === undefined || hasMinutes || !days) return [];
  const anchor = dayFrom(told.closingDays, heldOn, days);
  return [{ kind: 'minutesDue', item: meetingId, anchor, meetingId, committeeId }];
}

function ofFollowUp(one: ToldFollowUp, meeting: ToldMeeting, told: ToldTown): Obligation[] {
  const { followUpId, caseIds, due, owner, agreedOn } = one;
  const of = { meetingId: meeting.meetingId, committeeId: meeting.committeeId };
  const anchor = due.on ?? (due.nextMeeting && nextMeeting(meeting, told));
  const items =
    caseIds.length === 0
      ? [{ item: followUpId }]
      : caseIds.map((changeId) => ({
          ...{ item: `${followUpId}/${changeId}`, changeId },
        }));
  return [
    ...(anchor === undefined ? [] : items.map((item) => ({ ...of, ...item, kind: 'followUp', anchor }))),
    ...(owner !== undefined && !due.notStated
      ? []
      : [{ ...of, kind: 'followUpWithoutOwnerOrDate', item: followUpId, anchor: agreedOn }]),
  ];
}

function nextMeeting({ committeeId, heldOn, on }: ToldMeeting, { meetings }: ToldTown): string | undefined {
  const after = [...meetings.values()].filter(
    (one) => one.committeeId === committeeId && one.status !== 'cancelled' && one.on > (heldOn ?? on),
  );
  return after.map((one) => one.on).sort()[0];
}
