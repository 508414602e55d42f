import type { ChangeState } from '@rettidig/cases';
import { hasPapers } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutPlan, dayOfStep, placed } from './of-case.js';

/** The case stands on an agenda and no papers of the proposal as it is were filed: the secretariat needs them by a day. */
export const itemDue: SubjectKind<ChangeState> = {
  name: 'itemDue',
  subject: 'change',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['owner'], [workdays(-10), workdays(-3), workdays(-1)]),
  occasions: (state, changeId) =>
    placed(state).flatMap((plan) => {
      const on = dayOfStep(plan, 'itemIn');
      if (on === null || plan.meetingOn === null || hasPapers(state, plan.requirementId)) return [];
      const about = aboutPlan(state, changeId, plan);
      return [{ item: plan.requirementId, anchor: on, until: plan.meetingOn, about }];
    }),
};
