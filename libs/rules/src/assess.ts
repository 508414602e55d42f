import type { Structure } from '@rettidig/organisation';
import type { Assessment, ChangeToAssess } from './assessment.js';
import { notChosenOf } from './not-chosen.js';
import { openQuestions } from './open-questions.js';
import type { Outcome } from './outcome.js';
import { outcomeOf } from './outcome.js';
import type { FactAnswer, RuleSet } from './rule-book.events.js';

/**
 * Whether a change must go through MED, in which committee, before which act, and why (A3-A5, B1, B2, B13, B19).
 * Pure and total: any facts and any structure get an answer. An unknown answer is never taken for no: it leaves a rule
 * undetermined, and while one that names a committee is, nobody can be told that the change is no MED case.
 */
export function assess(change: ChangeToAssess, structure: Structure, ruleSet: RuleSet): Assessment {
  const outcome = outcomeOf(change, structure, ruleSet);
  const { relevance, requirements, verdicts, stepsUp } = outcome;
  const tryAgain = (fact: string, answer: FactAnswer): Outcome =>
    outcomeOf({ ...change, facts: { ...change.facts, [fact]: answer } }, structure, ruleSet);
  return {
    relevance,
    requirements,
    explanation: {
      ruleSetVersion: ruleSet.version,
      validOn: structure.validOn,
      levelsInForce: structure.levelsInForce,
      transitionPeriodId: structure.transitionPeriodId,
      verdicts,
      ...openQuestions(outcome, ruleSet, tryAgain),
      notChosen: notChosenOf(change, structure, outcome),
      stepsUp,
    },
  };
}
