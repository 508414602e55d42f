import { Count, Dictionary, Flag, FreeText, ListOf, OneOf, Pattern, Sentences } from '@rettidig/vocabulary';
import type { Overlap } from '../precedence.js';
import type { FactAnswer } from '../rule-book.events.js';

const precedences: readonly Overlap['precedence'][] = ['exception', 'rest', 'stated', 'none'];

/** Answers by question, in the documentation of both. */
export const answersField = { oneOf: [{ type: 'string' }, { type: 'integer' }] };

export class RuleSetProblem {
  @FreeText({ description: 'Where in the rule set: a JSON pointer.', example: '/rules/3/when', max: 200 })
  pointer!: string;

  @Pattern(/^rules\.[a-z-]+$/, { description: 'Stable.', example: 'rules.rule-never-matches' })
  code!: string;

  @FreeText({ description: 'What is wrong and what to do.', max: 2000 })
  detail!: string;
}

export class RuleOverlap {
  @FreeText({ description: 'The rule that stands first and decides.', max: 60 })
  earlierRuleId!: string;

  @FreeText({ description: 'The rule that it takes cases from.', max: 60 })
  laterRuleId!: string;

  @OneOf(precedences, {
    description:
      'How a reader can tell that this is meant. `exception`: whatever the earlier matches the later would match too. `rest`: the later takes what is left over. `stated`: the earlier names the later in `before`. `none`: not at all; publishing is refused.',
  })
  precedence!: Overlap['precedence'];

  @Dictionary(answersField, { description: 'Answers that both match.', example: { newService: 'yes' } })
  example!: Record<string, FactAnswer>;

  @FreeText({ description: 'In words.', max: 4000 })
  sentence!: string;
}

/** What publishing would say, and what the order of the rules does. */
export class RuleSetReportAnswer {
  @Flag({ description: 'It can be published as it is.' })
  publishable!: boolean;

  @ListOf(() => RuleSetProblem, { description: 'Everything that is wrong with it.', max: 10000 })
  problems!: RuleSetProblem[];

  @ListOf(() => RuleOverlap, {
    description: 'Rules that match the same answers and say different things; the order decides.',
    max: 10000,
  })
  overlaps!: RuleOverlap[];

  @Sentences({ description: 'Rules that decide only while answers are missing.' })
  notes!: string[];

  @Flag({
    description:
      'False: the rules could not be read, or tell so many answers apart that not all were tried; then `overlaps` and `notes` may lack some.',
  })
  complete!: boolean;

  @Count({ description: 'Rules that were read.' })
  rules!: number;
}
