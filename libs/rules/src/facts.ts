import { impossible } from '@rettidig/event-sourcing';
import type { ChangeToAssess } from './assessment.js';
import type { AnswerOf } from './conditions.js';
import { comparisonsIn } from './conditions.js';
import { OTHER_KIND } from './other-kind.js';
import type { Places } from './places.js';
import type { FactAnswer, Question, Rule, RuleSet } from './rule-book.events.js';

/**
 * Facts that nobody is asked: they follow from the structure of the day, from who decides, and from whether the register
 * of delegations says at which level it may be decided. Yes or no.
 */
export const structureFacts = ['transitionPeriod', 'deciderKnown', 'levelDelegated'] as const;

/**
 * The answers that rules read. A question that nobody answered, or answered with something it does not allow, is
 * unknown; the kind chosen answers its own question with yes.
 */
export function answersOf(change: ChangeToAssess, places: Places, ruleSet: RuleSet): AnswerOf {
  const answers = new Map<string, FactAnswer>();
  for (const question of ruleSet.questions) answers.set(question.id, answerTo(question, change));
  answers.set('transitionPeriod', places.transitionPeriod ? 'yes' : 'no');
  answers.set('deciderKnown', places.deciderKnown ? 'yes' : 'no');
  answers.set('levelDelegated', places.delegated ? 'yes' : 'no');
  return (fact) => answers.get(fact) ?? 'unknown';
}

function answerTo(question: Question, change: ChangeToAssess): FactAnswer {
  if (question.kind && question.id === change.kind) return 'yes';
  const answer = Object.hasOwn(change.facts, question.id) ? change.facts[question.id] : undefined;
  return answer !== undefined && isAnswerTo(question, answer) ? answer : 'unknown';
}

/** Whether a question allows an answer. Unknown is always allowed. */
export function isAnswerTo(question: Question, answer: unknown): answer is FactAnswer {
  if (answer === 'unknown') return true;
  if (question.type === 'number') return Number.isSafeInteger(answer);
  if (question.type === 'oneOf') return (question.values ?? []).some((value) => value === answer);
  return answer === 'yes' || answer === 'no';
}

/** Answers worth trying for a question, so that every rule meets all that can happen to it: all there are, and for numbers those on both sides of every limit. */
export function possibleAnswers(question: Question, rules: readonly Rule[]): FactAnswer[] {
  if (question.type === 'yesNo') return ['yes', 'no'];
  if (question.type === 'oneOf') return [...(question.values ?? [])];
  const limits = rules
    .flatMap((rule) => comparisonsIn(rule.when))
    .flatMap(({ fact, value }) => (fact === question.id && typeof value === 'number' ? [value] : []));
  const around = limits.flatMap((limit) => [limit - 1, limit, limit + 1]).filter(Number.isSafeInteger);
  return [...new Set(around)].sort((a, b) => a - b);
}

/** The kinds of change that can be chosen under a rule set. */
export const kindsOf = (ruleSet: RuleSet): string[] => [
  ...ruleSet.questions.filter(({ kind }) => kind).map(({ id }) => id),
  OTHER_KIND,
];

/**
 * Refuses a kind that the rule set does not know, facts that it does not ask about, and answers that a question does
 * not allow.
 */
export function checkFacts(ruleSet: RuleSet, kind: string, facts: Readonly<Record<string, unknown>>): void {
  const { version } = ruleSet;
  if (!kindsOf(ruleSet).includes(kind)) throw impossible('rules.kind-unknown', { version, allowed: kindsOf(ruleSet) });
  for (const [fact, answer] of Object.entries(facts)) {
    const question = ruleSet.questions.find(({ id }) => id === fact);
    if (!question) throw impossible('rules.fact-unknown', { version, allowed: ruleSet.questions.map(({ id }) => id) });
    if (!isAnswerTo(question, answer)) throw impossible('rules.answer-not-allowed', { fact, type: question.type });
  }
}
