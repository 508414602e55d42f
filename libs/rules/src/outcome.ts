import type { Structure } from '@rettidig/organisation';
import { isPolitical } from '@rettidig/vocabulary';
import type { Assessment, BeforeAct, ChangeToAssess, RequiredReview, RuleVerdict, StepUp } from './assessment.js';
import type { AnswerOf, Truth } from './conditions.js';
import { factsIn, truthOf } from './conditions.js';
import { answersOf } from './facts.js';
import type { Route } from './routing.js';
import { localCommitteesOf, routeToLevelOfDecider, routeToMain } from './routing.js';
import type { Rule, RuleSet } from './rule-book.events.js';

/** The rule id of a duty that no rule named: nothing said that there is none, so it stands. */
export const NO_RULE = 'noRuleMatched';

/** What the rules say, before it is asked what could change it. */
export interface Outcome {
  readonly relevance: Assessment['relevance'];
  readonly requirements: readonly RequiredReview[];
  readonly verdicts: readonly RuleVerdict[];
  readonly stepsUp: readonly StepUp[];
  /** The rule that fixed the committee; undefined when there is no duty or no rule named one. */
  readonly primaryRule: Rule | undefined;
  /** Facts that stand unanswered in rules that could still decide. */
  readonly hangsOn: readonly string[];
}

/** A rule with what its condition gives. */
interface Judged {
  readonly rule: Rule;
  readonly truth: Truth;
}

/** What the rules say of a change in the structure of a day. */
export function outcomeOf(change: ChangeToAssess, structure: Structure, ruleSet: RuleSet): Outcome {
  const answerOf = answersOf(change, structure, ruleSet);
  const judged = ruleSet.rules.map((rule) => ({ rule, truth: truthOf(rule.when, answerOf) }));
  const routing = judged.filter(({ rule }) => rule.then.route !== 'alsoLocalCommittee');
  const decides = routing.findIndex(({ truth }) => truth === true);
  const deciding = routing[decides]?.rule;
  const mightDecide = (deciding ? routing.slice(0, decides) : routing).filter(({ truth }) => truth === undefined);
  const relevance = relevanceOf(deciding, mightDecide);
  const primaryRule = relevance === 'notMedRelevant' ? undefined : primaryOf(deciding, mightDecide);
  const route = routeOf(primaryRule, change, structure);
  const adding = primaryRule?.withoutLocalItem ? [] : judged.filter(isAdding);
  const requirements =
    relevance === 'notMedRelevant'
      ? []
      : [
          primary(
            change,
            primaryRule,
            route,
            relevance === 'undetermined' || isOpen(mightDecide, route, change, structure),
          ),
          ...localItems(change, structure, route, adding),
        ];
  return {
    relevance,
    requirements,
    verdicts: judged.map((one) => verdictOf(one, deciding, requirements, answerOf)),
    stepsUp: relevance === 'notMedRelevant' ? [] : route.stepsUp,
    primaryRule,
    hangsOn: [...mightDecide, ...adding.filter(({ truth }) => truth === undefined)].flatMap(({ rule }) =>
      factsIn(rule.when),
    ),
  };
}

const isAdding = ({ rule, truth }: Judged): boolean => rule.then.route === 'alsoLocalCommittee' && truth !== false;

const namesCommittee = (rule: Rule): boolean => rule.then.route !== 'notMedRelevant';

/** Certain only when the rule that decides and every rule that still might agree (§7 stk. 1: no triviality threshold). */
function relevanceOf(deciding: Rule | undefined, mightDecide: readonly Judged[]): Assessment['relevance'] {
  if (!deciding) return 'undetermined';
  const relevant = namesCommittee(deciding);
  if (mightDecide.some(({ rule }) => namesCommittee(rule) !== relevant)) return 'undetermined';
  return relevant ? 'medRelevant' : 'notMedRelevant';
}

/** While it is undetermined the duty is presumed, in the committee of the rule that could make it one. */
const primaryOf = (deciding: Rule | undefined, mightDecide: readonly Judged[]): Rule | undefined =>
  deciding && namesCommittee(deciding) ? deciding : mightDecide.find(({ rule }) => namesCommittee(rule))?.rule;

const routeOf = (rule: Rule | undefined, change: ChangeToAssess, structure: Structure): Route =>
  rule?.then.route === 'levelOfDecider' ? routeToLevelOfDecider(change.decider, structure) : routeToMain(structure);

/** Whether an unanswered rule that comes first would name another committee. */
const isOpen = (mightDecide: readonly Judged[], route: Route, change: ChangeToAssess, structure: Structure): boolean =>
  mightDecide.some(
    ({ rule }) =>
      namesCommittee(rule) && routeOf(rule, change, structure).committee?.committeeId !== route.committee?.committeeId,
  );

const beforeOf = (change: ChangeToAssess): BeforeAct =>
  isPolitical(change.decider.body) ? 'recommendation' : 'decision';

function primary(change: ChangeToAssess, rule: Rule | undefined, route: Route, open: boolean): RequiredReview {
  const deciderUnknown = route.stepsUp.some(({ reason }) => reason === 'deciderUnknown');
  return {
    committeeId: route.committee?.committeeId ?? null,
    role: 'primary',
    before: beforeOf(change),
    ruleId: rule?.id ?? NO_RULE,
    secretaryConfirms: open || deciderUnknown || (rule?.secretaryConfirms ?? false),
  };
}

/** The unit's local committee gets an item of its own, never instead of the primary one (B19). */
function localItems(
  change: ChangeToAssess,
  structure: Structure,
  route: Route,
  adding: readonly Judged[],
): RequiredReview[] {
  const rule = adding.find(({ truth }) => truth === true) ?? adding[0];
  if (!rule) return [];
  return localCommitteesOf(structure, change.unitId)
    .filter(({ committeeId }) => committeeId !== route.committee?.committeeId)
    .map(({ committeeId }) => ({
      committeeId,
      role: 'localItem',
      before: beforeOf(change),
      ruleId: rule.rule.id,
      secretaryConfirms: rule.truth === undefined,
    }));
}

function verdictOf(
  { rule, truth }: Judged,
  deciding: Rule | undefined,
  requirements: readonly RequiredReview[],
  answerOf: AnswerOf,
): RuleVerdict {
  const read = Object.fromEntries(factsIn(rule.when).map((fact) => [fact, answerOf(fact)]));
  return { ruleId: rule.id, verdict: wordFor(rule, truth, deciding, requirements), read, sourceIds: rule.sourceIds };
}

function wordFor(
  rule: Rule,
  truth: Truth,
  deciding: Rule | undefined,
  requirements: readonly RequiredReview[],
): RuleVerdict['verdict'] {
  if (truth === undefined) return 'undetermined';
  if (!truth) return 'notMatched';
  if (rule.then.route !== 'alsoLocalCommittee') return rule === deciding ? 'decides' : 'precededBy';
  if (requirements.some(({ ruleId }) => ruleId === rule.id)) return 'adds';
  return deciding?.withoutLocalItem ? 'precededBy' : 'notMatched';
}
