import type { Answers, Effort, Found } from './matching.js';
import { answersFor } from './matching.js';
import type { Condition, Rule, RuleSet } from './rule-book.events.js';

/** Two rules that decide, with different outcomes, and can match the same answers. The earlier one decides those. */
export interface Overlap {
  readonly earlier: Rule;
  readonly later: Rule;
  /**
   * How a reader can tell that the order is meant. `exception`: whatever the earlier matches, the later would match too.
   * `rest`: the later takes what is left over. `stated`: the earlier names the later in `before`. `none`: not at all.
   */
  readonly precedence: 'exception' | 'rest' | 'stated' | 'none';
  /** Answers that both match. */
  readonly example: Answers;
}

/** What the order of the rules does to them. */
export interface Reading {
  /** Rules whose condition no answers can meet. */
  readonly neverMatch: readonly Rule[];
  /** Rules that one before them always decides for. */
  readonly neverUsed: readonly { readonly rule: Rule; readonly behind: Rule }[];
  /** Rules that several before them decide for together, once everything is answered. */
  readonly onlyWhileUnanswered: readonly Rule[];
  readonly overlaps: readonly Overlap[];
  /** False: there are so many answers that not all could be tried; what is not listed is not known. */
  readonly complete: boolean;
}

/** Parts of conditions looked at before a reading gives up: some tenths of a second. */
const MOST_EFFORT = 1_500_000;

/** Whether each rule of a set can ever be used, and which takes cases from which. Conditions must be well formed. */
export function readingOf(ruleSet: RuleSet): Reading {
  const effort = { left: MOST_EFFORT };
  const find = (...all: Condition[]): Found => answersFor({ all }, ruleSet, effort);
  const neverMatch = ruleSet.rules.filter(({ when }) => find(when) === 'none');
  const able = ruleSet.rules.filter((rule) => !neverMatch.includes(rule));
  const neverUsed = able.flatMap((rule) => {
    const behind = before(rule, able).find((earlier) => find(rule.when, { not: earlier.when }) === 'none');
    return behind ? [{ rule, behind }] : [];
  });
  const used = able.filter((one) => !neverUsed.some(({ rule }) => rule === one));
  const deciding = used.filter(({ then }) => then.route !== 'alsoLocalCommittee');
  const onlyWhileUnanswered = deciding.filter(
    (rule) => !isRest(rule) && find(rule.when, ...before(rule, deciding).map(({ when }) => ({ not: when }))) === 'none',
  );
  const overlaps = deciding.flatMap((later) =>
    before(later, deciding).flatMap((earlier) => overlapOf(earlier, later, find)),
  );
  return { neverMatch, neverUsed, onlyWhileUnanswered, overlaps, complete: isComplete(effort) };
}

const isComplete = ({ left }: Effort): boolean => left >= 0;

/** Rules before one that could decide, or add, in its place. */
const before = (rule: Rule, rules: readonly Rule[]): Rule[] =>
  rules.slice(0, rules.indexOf(rule)).filter((one) => isAdding(one) === isAdding(rule));

const isAdding = ({ then }: Rule): boolean => then.route === 'alsoLocalCommittee';

const isRest = ({ when }: Rule): boolean => 'always' in when;

function overlapOf(earlier: Rule, later: Rule, find: (...all: Condition[]) => Found): Overlap[] {
  if (outcomeIn(earlier) === outcomeIn(later)) return [];
  const example = find(earlier.when, later.when);
  const precedence = precedenceOf(earlier, later, find);
  return typeof example === 'string' || !precedence ? [] : [{ earlier, later, precedence, example }];
}

/** Where it goes, and whether the local committee gets an item: what a case owner notices. */
const outcomeIn = ({ then, withoutLocalItem = false }: Rule): string =>
  [then.route, 'level' in then ? then.level : '', withoutLocalItem].join();

/** Null: not known. */
function precedenceOf(earlier: Rule, later: Rule, find: (...all: Condition[]) => Found): Overlap['precedence'] | null {
  if (earlier.before?.includes(later.id)) return 'stated';
  if (isRest(later)) return 'rest';
  const beyond = find(earlier.when, { not: later.when });
  if (beyond === 'notKnown') return null;
  return beyond === 'none' ? 'exception' : 'none';
}
