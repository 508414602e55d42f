import type { Explanation, WouldChange } from './assessment.js';
import type { AnswerOf } from './conditions.js';
import { factsIn } from './conditions.js';
import type { Outcome } from './outcome.js';
import { possibleAnswers } from './facts.js';
import type { FactAnswer, RuleSet } from './rule-book.events.js';

/**
 * The questions still worth asking: those with an answer that gives another relevance or other committees, found by
 * assessing again with each possible answer. When everything hangs on several answers together and no single one
 * changes anything, all of them are asked.
 */
export function openQuestions(
  outcome: Outcome,
  answerOf: AnswerOf,
  ruleSet: RuleSet,
  tryAgain: (fact: string, answer: FactAnswer) => Outcome,
): Pick<Explanation, 'ask' | 'wouldChange'> {
  const hangsOn = new Set(outcome.open.flatMap((rule) => factsIn(rule.when)));
  const open = ruleSet.questions.filter(({ id }) => hangsOn.has(id) && answerOf(id) === 'unknown');
  const now = signature(outcome);
  const wouldChange: WouldChange[] = [];
  for (const question of open) {
    for (const answer of possibleAnswers(question, ruleSet.rules)) {
      const then = tryAgain(question.id, answer);
      if (signature(then) === now) continue;
      const committeeIds = then.requirements.map(({ committeeId }) => committeeId);
      wouldChange.push({ fact: question.id, answer, relevance: then.relevance, committeeIds });
    }
  }
  const decisive = open.map(({ id }) => id).filter((id) => wouldChange.some(({ fact }) => fact === id));
  const stuck = decisive.length === 0 && outcome.relevance === 'undetermined';
  return { ask: stuck ? open.map(({ id }) => id) : decisive, wouldChange };
}

const signature = ({ relevance, requirements }: Outcome): string =>
  JSON.stringify([relevance, requirements.map(({ committeeId, role }) => [committeeId, role])]);
