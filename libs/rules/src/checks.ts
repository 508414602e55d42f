import type { RefusedPart } from '@rettidig/event-sourcing';
import { comparisonsIn, factsIn, sizeOf } from './conditions.js';
import { defaultRuleSet } from './default-rule-set.js';
import { isAnswerTo, structureFacts } from './facts.js';
import { OTHER_KIND } from './other-kind.js';
import type { RuleBook } from './rule-book.js';
import type { Condition, Question, Rule, RuleSet } from './rule-book.events.js';

/** Deeper than anybody can read, and shallow enough for any machine. */
const MAX_DEPTH = 8;
const MAX_CONDITIONS = 50;

/** What keeps a rule set from being applied, explained, or trusted never to let a change through unseen. */
export function formProblems(ruleSet: RuleSet, ruleBook: RuleBook): RefusedPart[] {
  const { version, questions, rules, sources } = ruleSet;
  const taken = [defaultRuleSet, ...ruleBook.published.map((one) => one.ruleSet)].map((one) => one.version);
  return [
    ...(taken.includes(version) ? [problem('/version', 'rules.version-taken', { version })] : []),
    ...twice('question', questions),
    ...twice('rule', rules),
    ...twice('source', sources),
    ...questions.flatMap((question, at) => questionProblems(question, `/questions/${at}`)),
    ...rules.flatMap((rule, at) => ruleProblems(rule, ruleSet, `/rules/${at}`)),
    ...routeProblems(rules),
  ];
}

/** One thing that is wrong, and where. */
export const problem = (pointer: string, code: string, details: RefusedPart['details'] = {}): RefusedPart => ({
  pointer,
  code,
  details,
});

const twice = (what: 'question' | 'rule' | 'source', things: readonly { readonly id: string }[]): RefusedPart[] =>
  things.flatMap(({ id }, at) =>
    things.findIndex((one) => one.id === id) < at
      ? [problem(`/${what}s/${at}/id`, 'rules.id-used-twice', { what, id })]
      : [],
  );

function questionProblems({ id, type, values, kind }: Question, at: string): RefusedPart[] {
  const reserved: readonly string[] = [...structureFacts, OTHER_KIND, 'unknown'];
  const given = values ?? [];
  const usable = given.length > 0 && !given.includes('unknown') && new Set(given).size === given.length;
  const misfit = type === 'oneOf' ? !usable : given.length > 0;
  return [
    ...(reserved.includes(id) ? [problem(`${at}/id`, 'rules.question-reserved', { id, reserved })] : []),
    ...(kind && type !== 'yesNo' ? [problem(`${at}/kind`, 'rules.kind-is-yes-or-no', { id })] : []),
    ...(misfit ? [problem(`${at}/values`, 'rules.values-do-not-fit', { id, type })] : []),
  ];
}

function ruleProblems(rule: Rule, { questions, sources, rules }: RuleSet, at: string): RefusedPart[] {
  const { id, then, sourceIds, before = [] } = rule;
  const missing = sourceIds.filter((sourceId) => !sources.some((one) => one.id === sourceId));
  const later = rules.slice(rules.indexOf(rule) + 1).map((one) => one.id);
  const misfit = (then.route === 'committeeOfLevel') !== 'level' in then;
  return [
    ...conditionProblems(rule, questions, at),
    ...(misfit ? [problem(`${at}/then/level`, 'rules.level-does-not-fit', { id })] : []),
    ...missing.map((source) => problem(`${at}/sourceIds`, 'rules.source-missing', { id, source })),
    ...before
      .filter((other) => !later.includes(other))
      .map((other) => problem(`${at}/before`, 'rules.before-names-no-later-rule', { id, other })),
  ];
}

function conditionProblems({ id, when, then }: Rule, questions: readonly Question[], rule: string): RefusedPart[] {
  const at = `${rule}/when`;
  if (!isCondition(when, MAX_DEPTH) || sizeOf(when) > MAX_CONDITIONS) {
    return [problem(at, 'rules.condition-malformed', { id })];
  }
  const isKnown = (fact: string): boolean => isStructureFact(fact) || questions.some((one) => one.id === fact);
  const misfits = comparisonsIn(when).filter((one) => isKnown(one.fact) && !fits(one, questions));
  return [
    ...factsIn(when)
      .filter((fact) => !isKnown(fact))
      .map((fact) => problem(at, 'rules.rule-reads-unknown-fact', { id, fact })),
    ...misfits.map(({ fact, op }) => problem(at, 'rules.comparison-does-not-fit', { id, fact, op })),
    ...(then.route === 'notMedRelevant' && comparisonsIn(when).length === 0
      ? [problem(at, 'rules.exempts-everything', { id })]
      : []),
  ];
}

/** Some rule always names a committee, and the main committee can be reached: nothing falls through. */
function routeProblems(rules: readonly Rule[]): RefusedPart[] {
  const naming = rules.filter(({ then }) => then.route !== 'alsoLocalCommittee' && then.route !== 'notMedRelevant');
  const toMain = naming.some(
    ({ then }) => then.route === 'mainCommittee' || ('level' in then && then.level === 'main'),
  );
  return [
    ...(naming.some(({ when }) => isObject(when) && 'always' in when)
      ? []
      : [problem('/rules', 'rules.no-rule-for-the-rest')]),
    ...(toMain ? [] : [problem('/rules', 'rules.no-route-to-main-committee')]),
  ];
}

const isStructureFact = (fact: string): boolean => structureFacts.some((one) => one === fact);

type Comparison = ReturnType<typeof comparisonsIn>[number];

function fits({ fact, op, value }: Comparison, questions: readonly Question[]): boolean {
  const question = questions.find(({ id }) => id === fact) ?? { id: fact, text: { da: '', en: '' }, type: 'yesNo' };
  if (value === 'unknown' || !isAnswerTo(question, value)) return false;
  return question.type === 'number' || op === 'is' || op === 'isNot';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether something that a caller sent is a condition and nothing more. */
function isCondition(value: unknown, depth: number): value is Condition {
  if (depth === 0 || !isObject(value)) return false;
  const parts = (list: unknown): boolean =>
    Array.isArray(list) && list.length > 0 && list.every((part) => isCondition(part, depth - 1));
  switch (Object.keys(value).sort().join()) {
    case 'always':
      return value.always === true;
    case 'not':
      return isCondition(value.not, depth - 1);
    case 'all':
      return parts(value.all);
    case 'any':
      return parts(value.any);
    default:
      return isComparison(value);
  }
}

const ops: readonly unknown[] = ['is', 'isNot', 'atLeast', 'atMost'];

const isComparison = (one: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(one).sort().join() === 'fact,op,value' &&
  typeof one.fact === 'string' &&
  ops.includes(one.op) &&
  (typeof one.value === 'string' || typeof one.value === 'number');
