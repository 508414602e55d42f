import type { Condition, FactAnswer } from './rule-book.events.js';

/** Three-valued: undefined means that an unknown answer decides. */
export type Truth = boolean | undefined;

/** The answers to all facts a condition may read; `unknown` for those nobody has answered. */
export type AnswerOf = (fact: string) => FactAnswer;

/** Whether a condition holds. An unknown answer is never taken for no. */
export function truthOf(condition: Condition, answerOf: AnswerOf): Truth {
  if ('all' in condition) return weakest(condition.all.map((one) => truthOf(one, answerOf)));
  if ('any' in condition) return negated(weakest(condition.any.map((one) => negated(truthOf(one, answerOf)))));
  if ('not' in condition) return negated(truthOf(condition.not, answerOf));
  if ('fact' in condition) return compared(condition, answerOf(condition.fact));
  return true;
}

type Comparison = Extract<Condition, { fact: string }>;

function compared({ op, value }: Comparison, answer: FactAnswer): Truth {
  if (answer === 'unknown' || value === 'unknown') return undefined;
  if (op === 'is') return answer === value;
  if (op === 'isNot') return answer !== value;
  if (typeof answer !== 'number' || typeof value !== 'number') return undefined;
  return op === 'atLeast' ? answer >= value : answer <= value;
}

const negated = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function weakest(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** Every comparison in a condition, in the order in which it stands. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return 'fact' in condition ? [condition] : [];
}

/** How many parts a condition has, itself included. */
export function sizeOf(condition: Condition): number {
  if ('all' in condition) return condition.all.reduce((sum, one) => sum + sizeOf(one), 1);
  if ('any' in condition) return condition.any.reduce((sum, one) => sum + sizeOf(one), 1);
  return 'not' in condition ? 1 + sizeOf(condition.not) : 1;
}

/** The facts that a condition reads. */
export const factsIn = (condition: Condition): string[] => [
  ...new Set(comparisonsIn(condition).map(({ fact }) => fact)),
];
