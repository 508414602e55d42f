import { decidingBodies, pageWith, sides, sourceKinds } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  Days,
  Flag,
  FreeText,
  Id,
  ListOf,
  Moment,
  Name,
  One,
  OneOf,
  Pattern,
  Sentences,
  UncertainDay,
} from '@rettidig/vocabulary';
import type { DecidingBody, FuzzyDate, Side, SourceKind } from '@rettidig/vocabulary';
import type { ExplainedCause, FoundBy, MissCause } from '../change.events.js';
import { registerStates, sourceOfWords } from '../register.words.js';
import type { RegisterState, RowSource } from '../story/register-rows.js';
import { explainedCauses, finders, missCauses } from '../words.js';
import { DutyInList } from './duty-in-list.answer.js';

/** What one side says was the cause. */
export class ExplanationOfMiss {
  @OneOf(sides, { description: 'The side that says so.' })
  side!: Side;

  @Codes(explainedCauses, { description: 'What it says.' })
  causes!: ExplainedCause[];

  @FreeText({ description: 'The causes in words.', max: 500 })
  text!: string;

  @FreeText({ description: 'What it wrote beside.', max: 4000, multiline: true, nullable: true })
  note!: string | null;
}

/** One side acknowledged or regretted it; no admission of anything (A9). */
export class AcknowledgementOfMiss {
  @OneOf(sides, { description: 'The side.' })
  side!: Side;

  @Day({ description: 'When it did.' })
  on!: string;
}

/** The act that ended a duty without a review. */
export class EndOfDuty {
  @Pattern(/^[A-Za-z]+$/, { description: 'What was done, by its code.', example: 'DeclaredNotMedRelevant' })
  act!: string;

  @FreeText({ description: 'The same in words.', max: 200 })
  actText!: string;

  @Id({ description: 'Who did it.' })
  personId!: string;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  personName!: string | null;

  @FreeText({ description: 'The role they acted in.', max: 100 })
  role!: string;

  @FreeText({ description: 'The reason that they gave.', max: 4000, multiline: true })
  reason!: string;

  @Moment({ description: 'When it was recorded.' })
  at!: string;
}

/** Where something about a row is found. */
export class SourceOfRow {
  @OneOf(sourceOfWords, { description: 'What it is a source of.' })
  of!: RowSource['of'];

  @OneOf(sourceKinds, { description: 'What kind of source it is.' })
  kind!: SourceKind;

  @FreeText({ description: 'Document and lines; null when nothing was given.', max: 300, nullable: true })
  reference!: string | null;

  @FreeText({ description: 'Kind and reference in words.', max: 400 })
  text!: string;
}

/** One requirement that was, or may have been, left without a MED review in time. */
export class MissedReview extends DutyInList {
  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, { description: 'The number of the case.', example: '2026-0143' })
  number!: string;

  @FreeText({ description: 'The title of the case.', max: 300 })
  title!: string;

  @OneOf(registerStates, {
    description: 'What the row says. Only `missed` is in the total unless others are asked for.',
  })
  state!: RegisterState;

  @FreeText({ description: 'The state in words.', max: 200 })
  stateText!: string;

  @Pattern(/^[A-Za-z]+$/, { description: 'The kind of change, as it was when it was missed.', example: 'newService' })
  kind!: string;

  @FreeText({ description: 'The kind in words.', max: 300 })
  kindText!: string;

  @Id({ description: 'The unit that the change hits; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @OneOf(missCauses, { description: 'How it was missed; null in states without a miss.', nullable: true })
  cause!: MissCause | null;

  @FreeText({ description: 'The cause in words; empty without one.', max: 200, nullable: true })
  causeText!: string | null;

  @OneOf(decidingBodies, { description: 'Who decided, or is to decide.' })
  body!: DecidingBody;

  @FreeText({ description: 'The body in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When it was decided or started; null in states without a miss.', nullable: true })
  decidedOn!: FuzzyDate | null;

  @FreeText({ description: 'The same in words: `senest 24.04.2026`.', max: 100, nullable: true })
  decidedOnText!: string | null;

  @UncertainDay({ description: 'When it was found; null in states without a miss.', nullable: true })
  foundOn!: FuzzyDate | null;

  @FreeText({ description: 'The same in words.', max: 100, nullable: true })
  foundOnText!: string | null;

  @OneOf(finders, { description: 'Who found it; null in states without a miss.', nullable: true })
  foundBy!: FoundBy | null;

  @FreeText({ description: 'The same in words.', max: 200, nullable: true })
  foundByText!: string | null;

  @Count({
    description: 'Calendar days from decision to found; null when either is not known exactly.',
    min: -100_000,
    nullable: true,
  })
  daysToFound!: number | null;

  @ListOf(() => ExplanationOfMiss, { description: 'What the sides say was the cause.' })
  explanations!: ExplanationOfMiss[];

  @Days({ description: 'Days of talks after the decision; no MED reviews (A6).' })
  discussedAfterDecisionOn!: string[];

  @ListOf(() => AcknowledgementOfMiss, { description: 'Sides that acknowledged or regretted it.' })
  acknowledged!: AcknowledgementOfMiss[];

  @Sentences({ description: 'What became of it since, for reading.' })
  since!: string[];

  @Id({ description: 'The review that shows it was held in time; null unless rebutted.', nullable: true })
  rebuttedBy!: string | null;

  @One(() => EndOfDuty, {
    description: 'The act that ended the duty; null unless ended without review.',
    nullable: true,
  })
  endedBy!: EndOfDuty | null;

  @Day({ description: 'When it was recommended before MED; null when it was not.', nullable: true })
  recommendedOn!: string | null;

  @Day({ description: 'First day after the planned date that passed; null unless unconfirmed.', nullable: true })
  pastFrom!: string | null;

  @ListOf(() => SourceOfRow, { description: 'Where it was found: the line of the minutes behind the row.' })
  sources!: SourceOfRow[];

  @Flag({ description: 'Something in the row was constructed for the demo.' })
  constructed!: boolean;
}

export class MissedReviewList extends pageWith(() => MissedReview, {
  items: 'The rows of this page.',
  total: 'All rows that match, on all pages.',
  facets: 'Counts by state (whatever states were asked for), kind, cause, committee, body, unit and explanation.',
}) {}
