import { meetingsOfCommittee } from '@rettidig/meetings';
import type { ReferenceKind, ReferenceOccasion, RemindersReference } from '../kind.js';
import { calendarDays, stepsTo } from './days.js';
import type { OpenFollowUp } from './in-meetings.js';
import { ofCases, openFollowUps } from './in-meetings.js';

/** Something was agreed at a meeting for a day, or for the next meeting, and is not done (E4). */
export const followUp: ReferenceKind = {
  name: 'followUp',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['secretariat', 'owner'], [calendarDays(-7), calendarDays(0), calendarDays(7)]),
  inReference: (reference, { from, until }) =>
    openFollowUps(reference.meetings).flatMap((open) => {
      const due = dueOf(open, reference);
      if (!due || due.anchor < from || due.anchor > until) return [];
      return ofCases(open).map((one) => ({ ...one, ...due }));
    }),
};

function dueOf(
  { followUp: { due, dueSince }, meeting }: OpenFollowUp,
  { meetings }: RemindersReference,
): Pick<ReferenceOccasion, 'anchor' | 'armed' | 'armedAt'> | undefined {
  if ('on' in due) return { anchor: due.on, armed: 0, armedAt: dueSince };
  if (!('nextMeeting' in due)) return undefined;
  const after = meeting.heldOn ?? meeting.on;
  const next = meetingsOfCommittee(meetings, meeting.committeeId).find(
    ({ on, status }) => on > after && status !== 'cancelled',
  );
  // Until there was a next meeting on that day nobody could be reminded of it.
  return next && { anchor: next.on, armed: next.moves, armedAt: next.calledAt > dueSince ? next.calledAt : dueSince };
}
