import type { ChangeState } from '@rettidig/cases';
import type { ReviewPlan } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutPlan, dayOfStep, unplaced } from './of-case.js';

/**
 * A case that must be discussed before its dates and stands on no agenda (A12): counted from the day on which its item must
 * be in for the last usable meeting; where no such day is agreed, from when the papers must be out, else from the meeting.
 */
export const notPlaced: SubjectKind<ChangeState> = {
  name: 'notPlaced',
  subject: 'change',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['owner'], [workdays(-20), workdays(-10), workdays(-3)]),
  occasions: (state, changeId) =>
    unplaced(state).flatMap((plan) => {
      const last = lastDayFor(plan);
      if (!last) return [];
      const until = plan.atRiskFrom === null ? {} : { until: plan.atRiskFrom };
      return [
        {
          ...{ item: plan.requirementId, anchor: last.on, ...until },
          about: { ...aboutPlan(state, changeId, plan), code: last.code },
        },
      ];
    }),
};

function lastDayFor(plan: ReviewPlan): { readonly on: LocalDate; readonly code: string } | undefined {
  if (plan.lastUsableOn === null) return undefined;
  for (const code of ['itemIn', 'papersOut'] as const) {
    const on = dayOfStep(plan, code);
    if (on !== null) return { on, code };
  }
  return { on: plan.lastUsableOn, code: 'meeting' };
}
