import type { Structure } from '@rettidig/organisation';
import type { Assessment, ChangeToAssess, Explanation } from './assessment.js';
import { answersOf } from './facts.js';
import { notChosenOf } from './not-chosen.js';
import { openQuestions } from './open-questions.js';
import type { Outcome } from './outcome.js';
import { outcomeOf } from './outcome.js';
import type { Places } from './places.js';
import { placesOf } from './places.js';
import type { FactAnswer, RuleSet } from './rule-book.events.js';
import { verdictsOf } from './verdicts.js';

/**
 * Whether a change must go through MED, in which committee, before which act, and why (A3-A5, B1, B2, B13, B19).
 * Pure and total: any facts and any structure get an answer. An unknown answer is never taken for no: it leaves a rule
 * undetermined, and while one that names a committee is, nobody can be told that the change is no MED case.
 */
export function assess(change: ChangeToAssess, structure: Structure, ruleSet: RuleSet): Assessment {
  const places = placesOf(change, structure);
  const answerOf = answersOf(change, places, ruleSet);
  const outcome = outcomeOf(answerOf, places, ruleSet);
  const { relevance, requirements, route } = outcome;
  const tryAgain = (fact: string, answer: FactAnswer): Outcome =>
    outcomeOf((one) => (one === fact ? answer : answerOf(one)), places, ruleSet);
  return {
    relevance,
    requirements,
    explanation: {
      ruleSetVersion: ruleSet.version,
      validOn: structure.validOn,
      levelsInForce: structure.levelsInForce,
      transitionPeriodId: structure.transitionPeriodId,
      verdicts: verdictsOf(outcome, answerOf),
      ...openQuestions(outcome, answerOf, ruleSet, tryAgain),
      notChosen: notChosenOf(change, { structure, places }, outcome),
      stepsUp: route.stepsUp,
      ...delegationApplied(places, outcome),
    },
  };
}

function delegationApplied({ delegated }: Places, { primaryRule }: Outcome): Pick<Explanation, 'delegation'> {
  if (!delegated) return {};
  const { agrees, ...said } = delegated;
  const routes = primaryRule?.then.route === 'levelOfDecider';
  const use = agrees === null ? (routes ? 'routes' : 'notUsed') : agrees ? 'agrees' : 'differs';
  return { delegation: { ...said, use } };
}
