import { factsIn, sizeOf, truthOf } from './conditions.js';
import { possibleAnswers, structureFacts } from './facts.js';
import type { Condition, FactAnswer, RuleSet } from './rule-book.events.js';

/** Answers by fact; facts that are not among them may be anything. */
export type Answers = Readonly<Record<string, FactAnswer>>;

/** How many parts of conditions may still be looked at, over several searches. Counts down. */
export interface Effort {
  left: number;
}

/** Answers that a condition holds for; `none` when there are none; `notKnown` when the effort ended before. */
export type Found = Answers | 'none' | 'notKnown';

/** Whether there are answers, all known, for which a condition holds, and which: exact as far as the effort goes. */
export function answersFor(condition: Condition, ruleSet: RuleSet, effort: Effort): Found {
  const facts = factsIn(condition).map((fact) => ({ fact, answers: answersTo(fact, ruleSet) }));
  const size = sizeOf(condition);
  const given = new Map<string, FactAnswer>();
  const search = (at: number): Found => {
    effort.left -= size;
    if (effort.left < 0) return 'notKnown';
    const truth = truthOf(condition, (fact) => given.get(fact) ?? 'unknown');
    if (truth === true) return Object.fromEntries(given);
    const next = truth === false ? undefined : facts[at];
    for (const answer of next?.answers ?? []) {
      given.set(next!.fact, answer);
      const found = search(at + 1);
      if (found !== 'none') return found;
    }
    if (next) given.delete(next.fact);
    return 'none';
  };
  return search(0);
}

/** One answer of each sort that the rules tell apart. */
function answersTo(fact: string, { questions, rules }: RuleSet): FactAnswer[] {
  const question = questions.find(({ id }) => id === fact);
  if (question) return possibleAnswers(question, rules);
  return structureFacts.some((one) => one === fact) ? ['yes', 'no'] : [];
}
