import type { CommitteeLevel } from '@rettidig/organisation';
import { committeeLevels } from '@rettidig/organisation';
import {
  Codes,
  Day,
  Dictionary,
  Flag,
  FreeText,
  Id,
  ListOf,
  One,
  OneOf,
  Pattern,
  Sentences,
  SourceOfFact,
} from '@rettidig/vocabulary';
import type { Assessment, DelegationApplied, NotChosen, RequiredReview, RuleVerdict, StepUp } from '../assessment.js';
import type { FactAnswer, SourceGrade } from '../rule-book.events.js';

const relevances: readonly Assessment['relevance'][] = ['medRelevant', 'notMedRelevant', 'undetermined'];
const sentence = { description: 'In words.', max: 2000 };

/** One duty: this committee, before that act. */
export class RequirementShown implements RequiredReview {
  @Id({
    description: 'The committee; null when there is none that can take it: the duty holds all the same.',
    nullable: true,
  })
  committeeId!: string | null;

  @FreeText({ description: 'Its name.', max: 200, nullable: true })
  committeeName!: string | null;

  @OneOf(['primary', 'localItem'], {
    description: "`localItem`: the local committee's own item, never instead of the other.",
  })
  role!: RequiredReview['role'];

  @OneOf(['recommendation', 'decision'], { description: 'Before which act.' })
  before!: RequiredReview['before'];

  @FreeText({ description: 'The rule that says so.', max: 60 })
  ruleId!: string;

  @Flag({ description: 'Something decisive is unknown: the secretary confirms the committee.' })
  secretaryConfirms!: boolean;

  @FreeText(sentence)
  sentence!: string;
}

export class OpenQuestion {
  @FreeText({ description: 'The question.', max: 60 })
  fact!: string;

  @FreeText({ description: 'Its text.', max: 500 })
  question!: string;
}

export class CommitteeNamed {
  @Id({ description: 'The committee; null where none could be found.', nullable: true })
  committeeId!: string | null;

  @FreeText({ description: 'Its name.', max: 200, nullable: true })
  committeeName!: string | null;
}

export class WouldChangeShown {
  @FreeText({ description: 'The question.', max: 60 })
  fact!: string;

  @FreeText({ description: 'The answer that would give this; a number is written as text.', max: 60 })
  answer!: string;

  @OneOf(relevances, { description: 'What it would then be.' })
  relevance!: Assessment['relevance'];

  @ListOf(() => CommitteeNamed, { description: 'The committees then.' })
  committees!: CommitteeNamed[];

  @FreeText(sentence)
  sentence!: string;
}

export class NotChosenShown {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @OneOf(
    [
      'ruleNamesMainCommittee',
      'levelNotInForce',
      'ruleNamesOtherLevel',
      'notAtLevelOfDecider',
      'doesNotCoverDecider',
      'getsItsOwnItem',
      'budgetOnlyInMainCommittee',
      'notMedRelevant',
    ],
    { description: 'Why the case is not treated there.' },
  )
  reason!: NotChosen['reason'];

  @FreeText(sentence)
  sentence!: string;
}

export class StepUpShown {
  @OneOf(committeeLevels, { description: 'The level that was passed by.' })
  level!: CommitteeLevel;

  @OneOf(['levelNotInForce', 'noCommitteeAtLevel', 'noCommitteeForUnit', 'deciderUnknown'], { description: 'Why.' })
  reason!: StepUp['reason'];

  @FreeText(sentence)
  sentence!: string;
}

/** What the register of delegations says of a change, and what follows from it (B18). */
export class DelegationOfChange {
  @Id({ description: 'The delegation.' })
  delegationId!: string;

  @Id({ description: 'The unit whose manager may decide it.' })
  unitId!: string;

  @FreeText({ description: 'Its name.', max: 200, nullable: true })
  unitName!: string | null;

  @OneOf(committeeLevels, { description: 'The level of that manager.' })
  level!: CommitteeLevel;

  @OneOf(['agrees', 'differs', 'routes', 'notUsed'], {
    description:
      '`agrees` or `differs`: whoever is named stands at that level, or at another; the case follows whoever is named. While nobody is named: `routes`, its level is used; `notUsed`, another rule says where the case goes.',
  })
  use!: DelegationApplied['use'];

  @FreeText({ description: 'What may be decided, as it stands in the register.', max: 300, nullable: true })
  matter!: string | null;

  @One(() => SourceOfFact, { description: 'Where that is decided or agreed.', nullable: true })
  source!: SourceOfFact | null;

  @FreeText(sentence)
  sentence!: string;
}

export class SourceShown {
  @FreeText({ description: 'Agreement and paragraph, or minutes and line.', max: 300 })
  reference!: string;

  @OneOf(['agreement', 'decided', 'statement', 'plan'], { description: 'How much it can carry.' })
  grade!: SourceGrade;

  @FreeText({ description: 'The same in words.', max: 60 })
  gradeText!: string;
}

export class RuleShown {
  @FreeText({ description: 'The rule.', max: 60 })
  ruleId!: string;

  @OneOf(['decides', 'adds', 'precededBy', 'notMatched', 'undetermined'], { description: 'What became of it.' })
  verdict!: RuleVerdict['verdict'];

  @Dictionary(
    { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    { description: 'The answers that it read.', example: { newService: 'yes' } },
  )
  read!: Record<string, FactAnswer>;

  @FreeText(sentence)
  sentence!: string;

  @ListOf(() => SourceShown, { description: 'What it rests on.' })
  sources!: SourceShown[];
}

/** Why a change is a MED case or not, and why there: in words, with the codes that they are made from. */
export class AssessmentExplained {
  @Sentences({
    description: 'The answer as one reads it: duties, committees that it is not, what would change it.',
  })
  sentences!: string[];

  @FreeText({
    description: 'Which levels are in force on that day, and which are not; null outside a transition period.',
    max: 2000,
    nullable: true,
  })
  levelsText!: string | null;

  @ListOf(() => WouldChangeShown, { description: 'Which answer would give what.' })
  wouldChange!: WouldChangeShown[];

  @ListOf(() => NotChosenShown, { description: 'Committees one may have expected, and why it is not them.' })
  notChosen!: NotChosenShown[];

  @ListOf(() => StepUpShown, { description: 'Levels that were passed by on the way up.' })
  stepsUp!: StepUpShown[];

  @One(() => DelegationOfChange, {
    description: 'What the register of delegations says of it; null where it says nothing.',
    nullable: true,
  })
  delegation!: DelegationOfChange | null;

  @ListOf(() => RuleShown, { description: 'Every rule in order, with what became of it.' })
  rules!: RuleShown[];

  @Pattern(/^.{1,60}$/, { description: 'The rule set that was used.', example: '2026-1' })
  ruleSetVersion!: string;

  @Day({ description: 'The day whose structure and rules were used.' })
  validOn!: string;

  @Codes(committeeLevels, { description: 'Levels in force on that day.' })
  levelsInForce!: CommitteeLevel[];

  @Id({ description: 'The transition period that holds on that day.', nullable: true })
  transitionPeriodId!: string | null;
}

/** The whole answer, in codes and in words. */
export class AssessmentAnswer extends AssessmentExplained {
  @OneOf(relevances, { description: '`undetermined` counts as a MED case until it is clear.' })
  relevance!: Assessment['relevance'];

  @FreeText(sentence)
  relevanceText!: string;

  @ListOf(() => RequirementShown, { description: 'The duties, the primary one first.' })
  requirements!: RequirementShown[];

  @ListOf(() => OpenQuestion, { description: 'Questions whose answer could still change the result.' })
  ask!: OpenQuestion[];
}
