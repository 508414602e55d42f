import { meetingsOfCommittee } from '@rettidig/meetings';
import type { LocalDate } from '@rettidig/vocabulary';
import type { ReferenceKind, RemindersReference } from '../kind.js';
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
      return ofCases(open).map((one) => ({ ...one, ...due, armedAt: open.followUp.dueSince }));
    }),
};

function dueOf(
  { followUp: { due }, meeting }: OpenFollowUp,
  { meetings }: RemindersReference,
): { readonly anchor: LocalDate; readonly armed: number } | undefined {
  if ('on' in due) return { anchor: due.on, armed: 0 };
  if (!('nextMeeting' in due)) return undefined;
  const after = meeting.heldOn ?? meeting.on;
  const next = meetingsOfCommittee(meetings, meeting.committeeId).find(
    ({ on, status }) => on > after && status !== 'cancelled',
  );
  return next && { anchor: next.on, armed: next.moves };
}
