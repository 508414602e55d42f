import type { RuleVerdict } from './assessment.js';
import type { AnswerOf } from './conditions.js';
import { factsIn } from './conditions.js';
import type { Judged, Outcome } from './outcome.js';

/** What became of every rule of the set, in order, with the answers that it read. */
export const verdictsOf = (outcome: Outcome, answerOf: AnswerOf): RuleVerdict[] =>
  outcome.judged.map((judged) => ({
    ruleId: judged.rule.id,
    verdict: verdictOf(judged, outcome),
    read: Object.fromEntries(factsIn(judged.rule.when).map((fact) => [fact, answerOf(fact)])),
    sourceIds: judged.rule.sourceIds,
  }));

function verdictOf({ rule, truth }: Judged, { deciding, requirements }: Outcome): RuleVerdict['verdict'] {
  if (truth === undefined) return 'undetermined';
  if (!truth) return 'notMatched';
  if (rule.then.route !== 'alsoLocalCommittee') return rule === deciding ? 'decides' : 'precededBy';
  if (requirements.some(({ ruleId }) => ruleId === rule.id)) return 'adds';
  return deciding?.withoutLocalItem ? 'precededBy' : 'notMatched';
}
