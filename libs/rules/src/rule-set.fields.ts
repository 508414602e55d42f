import type { Text } from '@rettidig/event-sourcing';
import type { CommitteeLevel } from '@rettidig/organisation';
import { committeeLevels } from '@rettidig/organisation';
import { Day, Dictionary, Example, Flag, FreeText, ListOf, One, OneOf, Pattern, Patterns } from '@rettidig/vocabulary';
import { defaultRuleSet } from './default-rule-set.js';
import type { Condition, Question, Rule, RuleOutcome, RuleSet, RuleSource, SourceGrade } from './rule-book.events.js';

/** A rule set as fields of messages and answers: what is published is shown in the same form. */

const CAMEL_CASE = /^[a-z][A-Za-z0-9]{0,59}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,59}$/;

const routes: readonly RuleOutcome['route'][] = [
  'mainCommittee',
  'levelOfDecider',
  'committeeOfLevel',
  'alsoLocalCommittee',
  'notMedRelevant',
];
const grades: readonly SourceGrade[] = ['agreement', 'decided', 'statement', 'plan'];
const questionTypes: readonly Question['type'][] = ['yesNo', 'number', 'oneOf'];

export class TextFields implements Text {
  @FreeText({ description: 'In Danish.', max: 500 })
  da!: string;

  @FreeText({ description: 'In English.', max: 500 })
  en!: string;
}

export class QuestionFields implements Question {
  @Pattern(CAMEL_CASE, { description: 'Id of the question and of the fact.', example: 'newService' })
  id!: string;

  @One(() => TextFields, { description: 'The question, to be answered without knowing the agreement.' })
  text!: TextFields;

  @OneOf(questionTypes, { description: 'What an answer is. Unknown is always one.', example: 'yesNo' })
  type!: Question['type'];

  @Patterns(CODE, { description: 'Answers of a `oneOf` question.', optional: true })
  values?: string[];

  @Flag({ description: 'It names a kind of change: choosing that kind answers it with yes.', optional: true })
  kind?: boolean;
}

class RuleOutcomeFields {
  @OneOf(routes, { description: 'What the rule says when it matches.', example: 'mainCommittee' })
  route!: RuleOutcome['route'];

  @OneOf(committeeLevels, {
    description: 'The level; with `committeeOfLevel` and with nothing else.',
    example: 'area',
    optional: true,
  })
  level?: CommitteeLevel;
}

export class RuleFields implements Rule {
  @Pattern(CAMEL_CASE, { description: 'Stable over versions.', example: 'newServiceToMainCommittee' })
  id!: string;

  @Dictionary(
    {},
    {
      description:
        'One of `{all: […]}`, `{any: […]}`, `{not: …}`, `{always: true}` and `{fact, op, value}` with op `is`, `isNot`, `atLeast` or `atMost`. ' +
        'Beside the questions, `transitionPeriod`, `deciderKnown` and `levelDelegated` (the register of delegations says at which level such a change may be decided) can be read: yes or no.',
      example: { fact: 'newService', op: 'is', value: 'yes' },
    },
  )
  when!: Condition;

  @One(() => RuleOutcomeFields, { description: 'What it says.' })
  then!: RuleOutcome;

  @One(() => TextFields, { description: 'Why; goes on after "fordi" and "because".' })
  because!: TextFields;

  @Patterns(CODE, { description: 'Ids of the sources it rests on.', min: 1 })
  sourceIds!: string[];

  @Flag({ description: "The unit's local committee gets no item of its own when this rule decides.", optional: true })
  withoutLocalItem?: boolean;

  @Flag({ description: 'The secretary must confirm, because something decisive is unknown.', optional: true })
  secretaryConfirms?: boolean;

  @Patterns(CAMEL_CASE, {
    description:
      'Later rules with another outcome that this one is meant to take cases from. Needed where both match the same answers and neither is an exception from the other: only so can a reader tell order that is meant from order that happened.',
    optional: true,
  })
  before?: string[];
}

export class RuleSourceFields implements RuleSource {
  @Pattern(CODE, { description: 'Id within the rule set.', example: 'framework-5' })
  id!: string;

  @OneOf(grades, { description: "How much it can carry: an agreement, a decision, one side's statement, a plan." })
  grade!: SourceGrade;

  @FreeText({ description: 'Agreement and paragraph, or minutes and line.', example: 'Rammeaftalen § 5', max: 300 })
  reference!: string;
}

@Example({ ...defaultRuleSet, version: '2027-1', effectiveFrom: '2027-01-01' })
export class RuleSetFields implements RuleSet {
  @Pattern(CODE, { description: 'Unique within the rule book.', example: '2027-1' })
  version!: string;

  @Day({ description: 'First day on which it holds. Past days are accepted.', example: '2027-01-01' })
  effectiveFrom!: string;

  @ListOf(() => QuestionFields, { description: 'What managers are asked.', min: 1, max: 60 })
  questions!: QuestionFields[];

  @ListOf(() => RuleFields, {
    description: 'In order of precedence: the first that matches decides, unless it only adds the local item.',
    min: 1,
    max: 60,
  })
  rules!: RuleFields[];

  @ListOf(() => RuleSourceFields, { description: 'What the rules rest on.', min: 1, max: 60 })
  sources!: RuleSourceFields[];
}

/** A rule set that was sent, as data: without classes, and without what was left out. */
export const asData = (sent: RuleSetFields): RuleSet => JSON.parse(JSON.stringify(sent)) as RuleSet;
