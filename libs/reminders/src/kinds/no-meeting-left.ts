import type { ChangeState } from '@rettidig/cases';
import { planQuestions } from '@rettidig/cases';
import { alternativesOf, unconfirmedFrom } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { OccasionAbout, SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { aboutPlan, unplaced } from './of-case.js';

/**
 * No meeting is left at which the case can be discussed in time: those who can call one are told at once, with what would
 * still save it. Until the date of the case itself has passed: then it is asked what was decided, and of what only presents
 * it nothing can be saved any more.
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
      const until = unconfirmedFrom(plan) ?? dayAfter(plan.reviewBefore);
      const about = { ...aboutPlan(state, changeId, plan), meetingId: null };
      return [{ item: plan.requirementId, anchor: plan.atRiskFrom, ...(until && { until }), about }];
    }),
  lookedUp: ({ state, occasion, reference, today }): Partial<OccasionAbout> => {
    const plan = state.plans.find(({ requirementId }) => requirementId === occasion.item);
    const question = planQuestions(state, { reference }).find(({ requirementId }) => requirementId === occasion.item);
    const left = plan && question && alternativesOf(plan, question, reference, today);
    const { on } = occasion.about;
    const past = on && on < today ? { code: 'past' } : {};
    if (!left) return past;
    const [last] = left.moveDecisions
      .map(({ to }) => to)
      .sort()
      .reverse();
    return {
      ...past,
      ...(left.extraordinary?.inTime && { extraordinaryOn: left.extraordinary.earliestOn }),
      ...(last !== undefined && { moveTo: last }),
    };
  },
};

const dayAfter = (day: LocalDate | null): LocalDate | undefined =>
  day === null ? undefined : plusCalendarDays(day, 1);
