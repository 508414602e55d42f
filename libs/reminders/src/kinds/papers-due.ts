import type { ChangeState } from '@rettidig/cases';
import { dispatchedFor } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutPlan, dayOfStep, placed } from './of-case.js';

/** The papers of a case on an agenda have not gone out for that meeting. */
export const papersDue: SubjectKind<ChangeState> = {
  name: 'papersDue',
  subject: 'change',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['secretariat'], [workdays(-3), workdays(-1), workdays(0)]),
  occasions: (state, changeId) =>
    placed(state).flatMap((plan) => {
      const on = dayOfStep(plan, 'papersOut');
      if (on === null || plan.meetingOn === null || dispatchedFor(state).includes(plan.meetingId!)) return [];
      const about = aboutPlan(state, changeId, plan);
      return [{ item: plan.requirementId, anchor: on, until: plan.meetingOn, about }];
    }),
};
