import type { ChangeState } from '@rettidig/cases';
import { planQuestions } from '@rettidig/cases';
import { alternativesOf, unconfirmedFrom } from '@rettidig/planning';
import type { OccasionAbout, SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { aboutPlan, unplaced } from './of-case.js';

/**
 * No meeting is left at which the case can be discussed in time: those who can call one are told at once, with what would
 * still save it. Until the date of the case itself has come: then it is asked what was decided.
 */
export const noMeetingLeft: SubjectKind<ChangeState> = {
  name: 'noMeetingLeft',
  subject: 'change',
  lane: 'urgent',
  whenPast: 'sendLate',
  steps: [{ offset: workdays(0), to: ['chair', 'deputyChair', 'owner'], on: true }],
  occasions: (state, changeId) =>
    unplaced(state).flatMap((plan) => {
      if (plan.atRiskFrom === null) return [];
      const until = unconfirmedFrom(plan);
      const about = { ...aboutPlan(state, changeId, plan), meetingId: null };
      return [{ item: plan.requirementId, anchor: plan.atRiskFrom, ...(until && { until }), about }];
    }),
  lookedUp: ({ state, occasion, reference, today }): Partial<OccasionAbout> => {
    const plan = state.plans.find(({ requirementId }) => requirementId === occasion.item);
    const question = planQuestions(state, { reference }).find(({ requirementId }) => requirementId === occasion.item);
    const left = plan && question && alternativesOf(plan, question, reference, today);
    if (!left) return {};
    const [last] = left.moveDecisions
      .map(({ to }) => to)
      .sort()
      .reverse();
    return {
      ...(left.extraordinary?.inTime && { extraordinaryOn: left.extraordinary.earliestOn }),
      ...(last !== undefined && { moveTo: last }),
    };
  },
};
