import { planReview } from '@rettidig/planning';
import type { ReviewPlan } from '@rettidig/planning';
import type { ChangeState } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { after } from '../draft.js';
import { planQuestions } from '../plan-question.js';
import type { PlanCause, ReviewsPlanned } from '../plan.events.js';
import type { CaseNow } from './answers.js';
import type { CaseCommand } from './on-case.js';

/** A command on a case that knows why the plan is another one after it; the case itself when left out. */
export interface PlanningCommand<Message extends object, Answer extends object = CaseNow> extends CaseCommand<
  Message,
  Answer
> {
  readonly planCause?: (state: ChangeState, message: Message, context: ChangeContext) => PlanCause;
}

/**
 * A command that plans anew at the end of its append. What somebody said and what follows from it for the dates is
 * recorded together, so that no reader ever sees one without the other.
 */
export function withPlan<Message extends object, Answer extends object>(
  command: PlanningCommand<Message, Answer>,
): CaseCommand<Message, Answer> {
  const { planCause, ...definition } = command;
  return {
    ...definition,
    decide: (state, message, context) => {
      const events = definition.decide(state, message, context);
      const now = events.reduce((before, event) => after(before, event, context), state);
      // What a person changed beside the plan leaves it as it is. A reaction may have come because of what stands elsewhere.
      if (definition.path !== null && isBesidePlans(state, now)) return events;
      const cause = (): PlanCause => planCause?.(state, message, context) ?? { what: 'case' };
      return [...events, ...replanned(now, context, cause)];
    },
  };
}

/** What may change of a case without any date, meeting or committee being another one. */
const besidePlans: ReadonlySet<string> = new Set<keyof ChangeState>([
  ...(['ownerId', 'relevance', 'ask', 'delegation', 'talks', 'disputes', 'followUps', 'forwarded', 'order'] as const),
]);

/** Whether two states of a case are planned alike. Whatever is not known to stand beside the plans counts. */
const isBesidePlans = (before: ChangeState, now: ChangeState): boolean =>
  (Object.keys(now) as (keyof ChangeState)[]).every((key) => now[key] === before[key] || besidePlans.has(key));

/** The plans of a case as they follow from what is recorded now, one for each duty that is still to be discussed. */
const plansOf = (state: ChangeState, context: ChangeContext): ReviewPlan[] =>
  planQuestions(state, context).map((question) => planReview(question, context.reference));

/**
 * At most one event, and only where a date, a meeting or a committee is another one than the case says already. Another
 * version of a calendar that gives the same days is no news.
 */
function replanned(state: ChangeState, context: ChangeContext, cause: () => PlanCause): ReviewsPlanned[] {
  const plans = plansOf(state, context);
  if (plans.length === 0 && state.plans.length === 0) return [];
  if (saidBy(plans) === saidBy(state.plans)) return [];
  return [{ type: 'ReviewsPlanned', data: { plans, cause: cause() } }];
}

/** All dates, meetings and committees of some plans. A date that binds nobody any more is no date to hurry for. */
const saidBy = (plans: readonly ReviewPlan[]): string =>
  JSON.stringify(
    plans.map(({ bodies, steps, aim: _aim, ...plan }) => [
      plan,
      bodies.map(({ recommendationBy, ...body }) => [body, recommendationBy?.on]),
      steps.map(({ step, on, rule }) => [step, on, rule.code === 'waived']),
    ]),
  );
