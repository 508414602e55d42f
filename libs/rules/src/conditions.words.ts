import type { Language } from '@rettidig/event-sourcing';
import { structureFacts } from './facts.js';
import type { Answers } from './matching.js';
import { listed, phrasesOf } from './phrases.js';
import type { Condition, FactAnswer, Question, Rule } from './rule-book.events.js';
import { ruleSetPhrasesOf } from './rule-set.phrases.js';

/** An answer as one reads it: "»Bliver der oprettet et nyt tilbud?« – ja". */
export function answerInWords(
  fact: string,
  answer: FactAnswer,
  questions: readonly Question[],
  language: Language,
): string {
  const say = phrasesOf(language);
  const ofStructure = structureFacts.find((one) => one === fact);
  if (ofStructure) return answer === 'yes' ? say.structure[ofStructure].yes : say.structure[ofStructure].no;
  return say.answered(questionCalled(fact, questions, language), say.answer(answer));
}

/** Answers in a row; none at all means that any will do. */
export function answersInWords(answers: Answers, questions: readonly Question[], language: Language): string {
  const parts = Object.entries(answers).map(([fact, answer]) => answerInWords(fact, answer, questions, language));
  return parts.length > 0 ? listed(parts, phrasesOf(language).and) : ruleSetPhrasesOf(language).anyAnswers;
}

/** A condition in words. What belongs together within another one stands in brackets. */
export function conditionInWords(condition: Condition, questions: readonly Question[], language: Language): string {
  const say = ruleSetPhrasesOf(language);
  const inner = (one: Condition): string => {
    const words = conditionInWords(one, questions, language);
    return 'all' in one || 'any' in one ? `(${words})` : words;
  };
  if ('all' in condition) return condition.all.map(inner).join(` ${phrasesOf(language).and} `);
  if ('any' in condition) return condition.any.map(inner).join(` ${say.or} `);
  if ('not' in condition) return say.itIsNotSo(inner(condition.not));
  if (!('fact' in condition)) return say.always;
  const { fact, op, value } = condition;
  if (op === 'is') return answerInWords(fact, value, questions, language);
  const answer = say.compared[op](phrasesOf(language).answer(value));
  return phrasesOf(language).answered(questionCalled(fact, questions, language), answer);
}

const questionCalled = (fact: string, questions: readonly Question[], language: Language): string =>
  questions.find(({ id }) => id === fact)?.text[language] ?? fact;

/** "»fordi der bliver oprettet et nyt tilbud«": what a rule is called in sentences. */
export const ruleInWords = ({ because }: Rule, language: Language): string =>
  ruleSetPhrasesOf(language).ruleCalled(because[language]);

/** Where a rule leads: "HovedMED", "ingen MED-behandling". */
export function outcomeInWords({ then, withoutLocalItem }: Rule, language: Language): string {
  const say = ruleSetPhrasesOf(language);
  const route =
    then.route === 'committeeOfLevel' ? say.committeeOf(phrasesOf(language).level[then.level]) : say.route[then.route];
  return withoutLocalItem ? `${route}, ${say.withoutLocalItem}` : route;
}
