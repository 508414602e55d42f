import type { RecordedEvent } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { PlanReference, ReviewPlan } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import { changeDecider } from '../change.js';
import type { ChangeEvent } from '../change.events.js';
import { planQuestions } from '../plan-question.js';
import type { Naming } from './naming.js';
import type { CasePlanShown } from './plan.answer.js';
import { alternativesShown, planning } from './plan-shown.js';

/** How one case is looked at: on which day, and whether that is now. Meetings are known as they are now alone. */
interface Look {
  readonly reference: PlanReference;
  readonly naming: Naming;
  readonly today: LocalDate;
  readonly isNow: boolean;
}

/** The plans of a case by the duty that they are for. */
export function casePlans(
  events: readonly RecordedEvent<ChangeEvent>[],
  { reference, naming, today, isNow }: Look,
): ReadonlyMap<string, CasePlanShown> {
  const state = events.reduce((known, event) => evolve(changeDecider, known, event), changeDecider.initial);
  const questions = isNow ? planQuestions(state, { reference }) : [];
  const show = planning(reference, naming, today);
  const shown = (plan: ReviewPlan): CasePlanShown => {
    const question = questions.find(({ requirementId }) => requirementId === plan.requirementId);
    const look = { language: naming.language, today };
    return {
      ...show(plan, state.kind),
      alternatives: question ? alternativesShown(plan, question, reference, look) : null,
    };
  };
  return new Map(state.plans.map((plan) => [plan.requirementId, shown(plan)]));
}
