import type { ReactionCommand, ReactionContext } from '@rettidig/event-sourcing';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { ChangeReference } from '../checks.js';

/** Papers that went out are late or in time for the day on which the meeting is, and for the deadline that holds. */
export const judgeDispatchesAnew = reaction<MeetingEvent, ChangeReference>({
  name: 'judge-dispatches-when-meetings-change',
  startAt: 'start',
  on: {
    // Deadlines are days: other hours of the same one change none of them.
    MeetingMoved: ({ stream, data: { from, to } }, context) => (from === to ? [] : judge(stream, context)),
    AttendanceRecorded: ({ stream }, context) => judge(stream, context),
    DeadlineWaived: ({ stream, data: { byBoth } }, context) => (byBoth ? judge(stream, context) : []),
  },
});

/** Every case that the meeting had on its agenda: also one that was taken off after its papers went out. */
function judge(stream: string, { reference }: ReactionContext<ChangeReference>): ReactionCommand[] {
  const meetingId = subjectOf(stream);
  const items = [...(meetingOf(reference.meetings, meetingId)?.items.values() ?? [])];
  return [...new Set(items.flatMap(({ caseIds }) => caseIds))].map((subjectId) => ({
    command: 'JudgeDispatches',
    subjectId,
    message: { meetingId },
  }));
}
