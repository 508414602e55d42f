import { Codes, Count, Day, Dictionary, Flag, FreeText, ListOf, One, OneOf, Pattern } from '@rettidig/vocabulary';
import { questionParts, ruleParts, sourceParts } from '../comparison.js';
import type { Led } from '../effect.js';
import type { FactAnswer } from '../rule-book.events.js';
import { RuleFields } from '../rule-set.fields.js';
import { answersField } from './rule-set-report.answer.js';

const changes = ['added', 'removed', 'changed'] as const;
type Change = (typeof changes)[number];
const parts = [...new Set([...questionParts, ...ruleParts, ...sourceParts])];

export class ComparedVersion {
  @FreeText({ description: 'The version.', max: 60 })
  version!: string;

  @Day({ description: 'First day on which it holds.' })
  effectiveFrom!: string;
}

/** A question or a source that is not the same in both. */
export class DifferenceShown {
  @FreeText({ description: 'Its id.', max: 60 })
  id!: string;

  @OneOf(changes, { description: 'What became of it.' })
  change!: Change;

  @Codes(parts, { description: 'What differs, where both have it.' })
  parts!: string[];

  @FreeText({ description: 'In words.', max: 4000 })
  sentence!: string;
}

/** A rule that is not the same in both, as it was and as it is. */
export class RuleDifferenceShown extends DifferenceShown {
  @One(() => RuleFields, { description: 'As it was; null where it is new.', nullable: true })
  was!: RuleFields | null;

  @One(() => RuleFields, { description: 'As it is; null where it is gone.', nullable: true })
  is!: RuleFields | null;
}

export class LedShown {
  @OneOf(['medRelevant', 'notMedRelevant', 'undetermined'], { description: 'Whether it is a MED case.' })
  relevance!: Led['relevance'];

  @OneOf(['main', 'area', 'local', 'levelOfDecider'], {
    description: 'To the committee of which level; null where there is no duty.',
    nullable: true,
  })
  to!: Led['to'];

  @Flag({ description: "The unit's local committee gets an item of its own beside it." })
  localItem!: boolean;
}

export class TurnShown {
  @One(() => LedShown, { description: 'Where the first version leads.' })
  was!: LedShown;

  @One(() => LedShown, { description: 'Where the second one leads.' })
  is!: LedShown;

  @Count({ description: 'For how many of the combinations tried.' })
  count!: number;

  @Dictionary(answersField, { description: 'One of them.', example: { newService: 'yes' } })
  example!: Record<string, FactAnswer>;

  @FreeText({
    description: 'The rule that decides in the first version; null where none does.',
    max: 60,
    nullable: true,
  })
  ruleWas!: string | null;

  @FreeText({ description: 'The rule that decides in the second one; null where none does.', max: 60, nullable: true })
  ruleIs!: string | null;

  @FreeText({ description: 'In words.', max: 4000 })
  sentence!: string;
}

export class RuleSetEffectShown {
  @Count({ description: 'Combinations of answers tried: one answer of each sort that the rules tell apart.' })
  tried!: number;

  @Flag({ description: 'All there are were tried; otherwise an even draw, the same every time.' })
  complete!: boolean;

  @Count({ description: 'How many of them lead elsewhere.' })
  different!: number;

  @ListOf(() => TurnShown, { description: 'The ways in which they do, the most frequent first.', max: 1000 })
  turns!: TurnShown[];

  @FreeText({ description: 'In words.', max: 300 })
  sentence!: string;
}

/** Two versions beside each other: what differs, and what difference it makes. */
export class RuleSetComparison {
  @One(() => ComparedVersion, { description: 'The first version.' })
  from!: ComparedVersion;

  @One(() => ComparedVersion, { description: 'The second one.' })
  to!: ComparedVersion;

  @ListOf(() => DifferenceShown, { description: 'Questions that differ.', max: 200 })
  questions!: DifferenceShown[];

  @ListOf(() => RuleDifferenceShown, {
    description: 'Rules that differ, in the order of the second version.',
    max: 200,
  })
  rules!: RuleDifferenceShown[];

  @ListOf(() => DifferenceShown, { description: 'Sources that differ.', max: 200 })
  sources!: DifferenceShown[];

  @One(() => RuleSetEffectShown, { description: 'What it means for cases.' })
  effect!: RuleSetEffectShown;
}

/** A version of a rule set, as in a query string. */
export const Version = (description: string): PropertyDecorator =>
  Pattern(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,59}$/, { description, example: '2026-1', optional: true });
