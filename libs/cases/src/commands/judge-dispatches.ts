import { meetingOf } from '@rettidig/meetings';
import { Id } from '@rettidig/vocabulary';
import type { Lateness } from '../change.events.js';
import { registered } from '../checks.js';
import { latenessOf } from '../papers.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The meeting has another day, or its deadline was let be: papers that went out for it stand otherwise to it now. */
export class JudgeDispatches {
  @Id({ description: 'The meeting.' })
  meetingId!: string;
}

export const judgeDispatches: CaseCommand<JudgeDispatches> = {
  ...byReaction,
  name: 'JudgeDispatches',
  message: JudgeDispatches,
  summary: { da: 'Udsendelsen er sammenholdt med mødet igen', en: 'What went out was compared with the meeting anew' },
  decide: (state, { meetingId }, { reference }) => {
    const meeting = meetingOf(reference.meetings, meetingId);
    if (!meeting) return [];
    return Object.values(registered(state).dispatches)
      .filter((dispatch) => dispatch.meetingId === meetingId)
      .flatMap((dispatch) => {
        const now = latenessOf(dispatch.on, meeting, reference);
        if (isSame(now, dispatch)) return [];
        const { dispatchId } = dispatch;
        const meetingOn = meeting.heldOn ?? meeting.on;
        return [{ type: 'DispatchJudgedAnew', data: { dispatchId, meetingOn, ...now } } as const];
      });
  },
};

/** Another version of a timetable or calendar that gives the same day is no news. */
const isSame = (one: Lateness, other: Lateness): boolean =>
  one.deadline.on === other.deadline.on &&
  one.deadline.rule.code === other.deadline.rule.code &&
  one.lateByDays === other.lateByDays &&
  one.sentAfterMeeting === other.sentAfterMeeting;
