import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutCase, isPlacedFor } from './of-case.js';

/**
 * A case that must be discussed stands on no agenda, and nobody has said when it is decided or started: no deadline can be
 * counted back from nothing, so that it would be decided one day without anybody having been reminded of anything.
 */
export const dateNotStated: SubjectKind<ChangeState> = {
  name: 'dateNotStated',
  subject: 'change',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['owner'], [workdays(10), workdays(60)]),
  occasions: (state, changeId) => {
    const [first, ...others] = state.plans.filter((plan) => plan.aim !== 'decision' && !isPlacedFor(state, plan));
    if (!first) return [];
    const anchor = others.reduce((since, plan) => (plan.since < since ? plan.since : since), first.since);
    return [{ item: changeId, anchor, about: { ...aboutCase(state, changeId), committeeId: first.committeeId } }];
  },
};
