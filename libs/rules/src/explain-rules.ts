import type { Language } from '@rettidig/event-sourcing';
import type { RuleVerdict } from './assessment.js';
import { answerInWords } from './conditions.words.js';
import type { Names } from './phrases.types.js';
import { listed, phrasesOf } from './phrases.js';
import type { SourceGrade } from './rule-book.events.js';

/** What became of one rule, and what it rests on. */
export interface ExplainedRule {
  readonly ruleId: string;
  readonly verdict: RuleVerdict['verdict'];
  readonly sentence: string;
  readonly sources: readonly { readonly reference: string; readonly grade: SourceGrade; readonly gradeText: string }[];
}

/** "Reglen »…« passer ikke, for svaret på »…« er nej." */
export function sayRules(verdict: RuleVerdict, names: Names, language: Language): ExplainedRule {
  const say = phrasesOf(language);
  const rule = names.ruleSet.rules.find(({ id }) => id === verdict.ruleId);
  const name = rule?.because[language] ?? verdict.ruleId;
  const read = Object.entries(verdict.read).map(([fact, answer]) =>
    answerInWords(fact, answer, names.ruleSet.questions, language),
  );
  return {
    ruleId: verdict.ruleId,
    verdict: verdict.verdict,
    sentence: say.rule[verdict.verdict](name, listed(read, say.and)),
    sources: verdict.sourceIds.flatMap((id) => {
      const source = names.ruleSet.sources.find((one) => one.id === id);
      if (!source) return [];
      return [{ reference: source.reference, grade: source.grade, gradeText: say.grade[source.grade] }];
    }),
  };
}
