import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import { filledIn } from '@rettidig/vocabulary';
import { answersInWords, ruleInWords } from '../conditions.words.js';
import type { Overlap } from '../precedence.js';
import type { RuleSetReference } from '../report.js';
import { reportOn } from '../report.js';
import type { RuleSet } from '../rule-book.events.js';
import { asData, RuleSetFields } from '../rule-set.fields.js';
import { ruleSetPhrasesOf } from '../rule-set.phrases.js';
import { rulesRefusals } from '../texts.js';
import type { RuleOverlap } from './rule-set-report.answer.js';
import { RuleSetReportAnswer } from './rule-set-report.answer.js';

/** A rule set to look through before it is published. Nothing is saved. */
export class CheckRuleSet extends RuleSetFields {}

export const checkRuleSet: QueryDefinition<CheckRuleSet, RuleSetReportAnswer, RuleSetReference> = {
  name: 'CheckRuleSet',
  parameters: CheckRuleSet,
  answer: RuleSetReportAnswer,
  path: '/rule-sets/check',
  method: 'POST',
  tag: 'rules',
  summary: {
    da: 'Se et regelsæt igennem, før det udgives: fejl, og hvilke regler der tager sager fra andre',
    en: 'Look through a rule set before publishing it: mistakes, and which rules take cases from others',
  },
  handle: (parameters, { reference, language }) => {
    const ruleSet = asData(parameters);
    const { problems, reading } = reportOn(ruleSet, reference);
    const say = ruleSetPhrasesOf(language);
    return {
      publishable: problems.length === 0,
      problems: problems.map(({ pointer, code, details }) => ({
        pointer,
        code,
        detail: filledIn(rulesRefusals[code]!, details, language),
      })),
      overlaps: (reading?.overlaps ?? []).map((one) => shown(one, ruleSet, language)),
      notes: (reading?.onlyWhileUnanswered ?? []).map((rule) => say.onlyWhileUnanswered(ruleInWords(rule, language))),
      complete: reading?.complete ?? false,
      rules: ruleSet.rules.length,
    };
  },
};

function shown(
  { earlier, later, precedence, example }: Overlap,
  { questions }: RuleSet,
  language: Language,
): RuleOverlap {
  const words = answersInWords(example, questions, language);
  const say = ruleSetPhrasesOf(language).overlap[precedence];
  return {
    earlierRuleId: earlier.id,
    laterRuleId: later.id,
    precedence,
    example: { ...example },
    sentence: say(ruleInWords(earlier, language), ruleInWords(later, language), words),
  };
}
