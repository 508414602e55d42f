import { impossible, Refused } from '@rettidig/event-sourcing';
import { comparisonsIn, factsIn } from './conditions.js';
import { defaultRuleSet } from './default-rule-set.js';
import { isAnswerTo, OTHER_KIND, structureFacts } from './facts.js';
import type { RuleBook } from './rule-book.js';
import type { Condition, Question, Rule, RuleSet } from './rule-book.events.js';

/** Deeper than anybody can read, and shallow enough for any machine. */
const MAX_DEPTH = 8;
const MAX_CONDITIONS = 50;

/** Refuses a rule set that could not be applied, explained, or trusted never to let a change through unseen. */
export function checkRuleSet(ruleSet: RuleSet, ruleBook: RuleBook): void {
  const { version, questions, rules, sources } = ruleSet;
  const taken = [defaultRuleSet, ...ruleBook.published.map((one) => one.ruleSet)];
  if (taken.some((one) => one.version === version)) throw new Refused('rules.version-taken', { version });
  distinct('question', questions);
  distinct('rule', rules);
  distinct('source', sources);
  questions.forEach(checkQuestion);
  rules.forEach((rule) => checkRule(rule, ruleSet));
  checkRoutes(rules);
}

function distinct(what: 'question' | 'rule' | 'source', things: readonly { readonly id: string }[]): void {
  const twice = things.find(({ id }, at) => things.findIndex((one) => one.id === id) < at);
  if (twice) throw impossible('rules.id-used-twice', { what, id: twice.id });
}

function checkQuestion({ id, type, values, kind }: Question): void {
  const reserved: readonly string[] = [...structureFacts, OTHER_KIND, 'unknown'];
  if (reserved.includes(id)) throw impossible('rules.question-reserved', { id, reserved });
  if (kind && type !== 'yesNo') throw impossible('rules.kind-is-yes-or-no', { id });
  const given = values ?? [];
  const usable = given.length > 0 && !given.includes('unknown') && new Set(given).size === given.length;
  if (type === 'oneOf' ? !usable : given.length > 0) throw impossible('rules.values-do-not-fit', { id, type });
}

function checkRule({ id, when, then, sourceIds }: Rule, { questions, sources }: RuleSet): void {
  if (!isCondition(when, MAX_DEPTH) || countOf(when) > MAX_CONDITIONS)
    throw impossible('rules.condition-malformed', { id });
  const unknown = factsIn(when).find((fact) => !isStructureFact(fact) && !questions.some((one) => one.id === fact));
  if (unknown !== undefined) throw impossible('rules.rule-reads-unknown-fact', { id, fact: unknown });
  const misfit = comparisonsIn(when).find((one) => !fits(one, questions));
  if (misfit) throw impossible('rules.comparison-does-not-fit', { id, fact: misfit.fact, op: misfit.op });
  const missing = sourceIds.find((sourceId) => !sources.some((one) => one.id === sourceId));
  if (missing !== undefined) throw impossible('rules.source-missing', { id, source: missing });
  if (then.route === 'notMedRelevant' && comparisonsIn(when).length === 0) {
    throw impossible('rules.exempts-everything', { id });
  }
}

/** Some rule always names a committee, and the main committee can be reached: nothing falls through. */
function checkRoutes(rules: readonly Rule[]): void {
  const naming = rules.filter(({ then }) => then.route === 'mainCommittee' || then.route === 'levelOfDecider');
  if (!naming.some(({ when }) => 'always' in when)) throw impossible('rules.no-rule-for-the-rest');
  if (!naming.some(({ then }) => then.route === 'mainCommittee')) throw impossible('rules.no-route-to-main-committee');
}

const isStructureFact = (fact: string): boolean => structureFacts.some((one) => one === fact);

type Comparison = ReturnType<typeof comparisonsIn>[number];

function fits({ fact, op, value }: Comparison, questions: readonly Question[]): boolean {
  const question = questions.find(({ id }) => id === fact) ?? { id: fact, text: { da: '', en: '' }, type: 'yesNo' };
  if (value === 'unknown' || !isAnswerTo(question, value)) return false;
  return question.type === 'number' || op === 'is' || op === 'isNot';
}

/** Whether something that a caller sent is a condition and nothing more. */
function isCondition(value: unknown, depth: number): value is Condition {
  if (depth === 0 || value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const one = value as Readonly<Record<string, unknown>>;
  const parts = (list: unknown): boolean =>
    Array.isArray(list) && list.length > 0 && list.every((part) => isCondition(part, depth - 1));
  switch (Object.keys(one).sort().join()) {
    case 'always':
      return one.always === true;
    case 'not':
      return isCondition(one.not, depth - 1);
    case 'all':
      return parts(one.all);
    case 'any':
      return parts(one.any);
    default:
      return isComparison(one);
  }
}

const ops: readonly unknown[] = ['is', 'isNot', 'atLeast', 'atMost'];

const isComparison = (one: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(one).sort().join() === 'fact,op,value' &&
  typeof one.fact === 'string' &&
  ops.includes(one.op) &&
  (typeof one.value === 'string' || typeof one.value === 'number');

function countOf(condition: Condition): number {
  if ('all' in condition) return condition.all.reduce((sum, one) => sum + countOf(one), 1);
  if ('any' in condition) return condition.any.reduce((sum, one) => sum + countOf(one), 1);
  return 'not' in condition ? 1 + countOf(condition.not) : 1;
}
