import type { Assessment, RequiredReview } from './assessment.js';
import type { AnswerOf, Truth } from './conditions.js';
import { truthOf } from './conditions.js';
import type { Places, Route } from './places.js';
import type { Rule, RuleSet } from './rule-book.events.js';

/** The rule id of a duty that no rule named: nothing said that there is none, so it stands. */
const NO_RULE = 'noRuleMatched';

/** A rule with what its condition gives. */
export interface Judged {
  readonly rule: Rule;
  readonly truth: Truth;
}

/** What the rules say, before it is asked what could change it. */
export interface Outcome {
  readonly relevance: Assessment['relevance'];
  readonly requirements: readonly RequiredReview[];
  readonly judged: readonly Judged[];
  /** The first rule that matches for certain. */
  readonly deciding: Rule | undefined;
  /** The rule that fixed the committee; undefined when there is no duty or no rule named one. */
  readonly primaryRule: Rule | undefined;
  readonly route: Route;
  /** Rules that could still decide or add, once somebody answers. */
  readonly open: readonly Rule[];
}

/** What the rules say of a change, given the answers and where it could be treated. */
export function outcomeOf(answerOf: AnswerOf, places: Places, ruleSet: RuleSet): Outcome {
  const judged = ruleSet.rules.map((rule) => ({ rule, truth: truthOf(rule.when, answerOf) }));
  const routing = judged.filter(({ rule }) => rule.then.route !== 'alsoLocalCommittee');
  const decides = routing.findIndex(({ truth }) => truth === true);
  const deciding = routing[decides]?.rule;
  const before = deciding ? routing.slice(0, decides) : routing;
  const mightDecide = before.filter(({ truth }) => truth === undefined).map(({ rule }) => rule);
  const relevance = relevanceOf(deciding, mightDecide);
  if (relevance === 'notMedRelevant') {
    return { relevance, requirements: [], judged, deciding, primaryRule: undefined, route: NOWHERE, open: mightDecide };
  }
  const primaryRule = primaryOf(deciding, mightDecide);
  const route = routeOf(primaryRule, places);
  const adding = primaryRule?.withoutLocalItem ? [] : judged.filter(isAdding);
  const unsure = relevance === 'undetermined' || mightDecide.some((rule) => leadsElsewhere(rule, route, places));
  return {
    relevance,
    requirements: [primary(primaryRule, route, places, unsure), ...localItems(adding, route, places)],
    judged,
    deciding,
    primaryRule,
    route,
    open: [...mightDecide, ...adding.filter(({ truth }) => truth === undefined).map(({ rule }) => rule)],
  };
}

const NOWHERE: Route = { committee: null, stepsUp: [] };

const isAdding = ({ rule, truth }: Judged): boolean => rule.then.route === 'alsoLocalCommittee' && truth !== false;

const namesCommittee = (rule: Rule): boolean => rule.then.route !== 'notMedRelevant';

/** Certain only when the rule that decides and every rule that still might agree (§7 stk. 1: no triviality threshold). */
function relevanceOf(deciding: Rule | undefined, mightDecide: readonly Rule[]): Assessment['relevance'] {
  if (!deciding) return 'undetermined';
  const relevant = namesCommittee(deciding);
  if (mightDecide.some((rule) => namesCommittee(rule) !== relevant)) return 'undetermined';
  return relevant ? 'medRelevant' : 'notMedRelevant';
}

/** While it is undetermined the duty is presumed, in the committee of the rule that could make it one. */
const primaryOf = (deciding: Rule | undefined, mightDecide: readonly Rule[]): Rule | undefined =>
  deciding && namesCommittee(deciding) ? deciding : mightDecide.find(namesCommittee);

function routeOf(rule: Rule | undefined, places: Places): Route {
  if (rule?.then.route === 'levelOfDecider') return places.levelOfDecider;
  return rule?.then.route === 'committeeOfLevel' ? places.ofLevel[rule.then.level] : places.main;
}

/** Whether an unanswered rule that comes first would name another committee. */
const leadsElsewhere = (rule: Rule, { committee }: Route, places: Places): boolean =>
  namesCommittee(rule) && routeOf(rule, places).committee !== committee;

function primary(rule: Rule | undefined, route: Route, { before }: Places, unsure: boolean): RequiredReview {
  const deciderUnknown = route.stepsUp.some(({ reason }) => reason === 'deciderUnknown');
  return {
    committeeId: route.committee?.committeeId ?? null,
    role: 'primary',
    before,
    ruleId: rule?.id ?? NO_RULE,
    secretaryConfirms: unsure || deciderUnknown || (rule?.secretaryConfirms ?? false),
  };
}

/** The unit's local committee gets an item of its own, never instead of the primary one (B19). */
function localItems(adding: readonly Judged[], { committee }: Route, { local, before }: Places): RequiredReview[] {
  const adds = adding.find(({ truth }) => truth === true) ?? adding[0];
  if (!adds) return [];
  return local
    .filter((one) => one !== committee)
    .map(({ committeeId }) => ({
      committeeId,
      role: 'localItem',
      before,
      ruleId: adds.rule.id,
      secretaryConfirms: adds.truth === undefined,
    }));
}
