import { Day, Days, FreeText, Id, ListOf, One, OneOf, Sentences, UncertainDay } from '@rettidig/vocabulary';
import type { FuzzyDate } from '@rettidig/vocabulary';
import type { MissCause } from '../change.events.js';
import { requirementStatuses } from '../register.words.js';
import type { RequirementStatus } from '../story/case-story.js';
import { missCauses } from '../words.js';
import { DutyInList } from './duty-in-list.answer.js';
import { CasePlanShown } from './plan.answer.js';
import { AcknowledgementOfMiss, EndOfDuty, ExplanationOfMiss } from './list-missed-reviews.answer.js';

/** A duty that was missed, and what became of the miss. */
export class MissShown {
  @OneOf(['missed', 'rebutted', 'recordedInError'], { description: 'What became of it.' })
  state!: 'missed' | 'rebutted' | 'recordedInError';

  @OneOf(missCauses, { description: 'How it was missed.' })
  cause!: MissCause;

  @FreeText({ description: 'The same in words.', max: 200 })
  causeText!: string;

  @FreeText({ description: 'Who decided, in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When it was decided or started.' })
  decidedOn!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  decidedOnText!: string;

  @UncertainDay({ description: 'When it was found.' })
  foundOn!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  foundOnText!: string;

  @FreeText({ description: 'Who found it, in words.', max: 200 })
  foundByText!: string;

  @Days({ description: 'Days of talks after the decision; no MED reviews (A6).' })
  discussedAfterDecisionOn!: string[];

  @ListOf(() => AcknowledgementOfMiss, { description: 'Sides that acknowledged or regretted it.' })
  acknowledged!: AcknowledgementOfMiss[];

  @ListOf(() => ExplanationOfMiss, { description: 'What the sides say was the cause.' })
  explanations!: ExplanationOfMiss[];
}

/** One duty: this committee, before that act. */
export class CaseDutyShown extends DutyInList {
  @OneOf(requirementStatuses, { description: 'Where it stands.' })
  status!: RequirementStatus;

  @FreeText({ description: 'The same in words.', max: 200 })
  statusText!: string;

  @Day({ description: 'The day of the meeting that has it on its agenda; null without one.', nullable: true })
  placedOn!: string | null;

  @Id({ description: 'That meeting.', nullable: true })
  meetingId!: string | null;

  @Sentences({ description: 'What it still needs.' })
  needs!: string[];

  @Day({ description: 'When it was recommended before MED; null when it was not.', nullable: true })
  recommendedOn!: string | null;

  @One(() => MissShown, { description: 'How it was missed; null when it was not.', nullable: true })
  miss!: MissShown | null;

  @One(() => CasePlanShown, {
    description: 'How it gets to its dates; null when nothing is left to plan for.',
    nullable: true,
  })
  plan!: CasePlanShown | null;

  @Id({ description: 'The review that shows it was held in time; null unless rebutted.', nullable: true })
  rebuttedBy!: string | null;

  @One(() => EndOfDuty, { description: 'The act that ended it; null unless ended without review.', nullable: true })
  endedBy!: EndOfDuty | null;
}

/** What is missing before the two acts that MED must come before. */
export class MissingShown {
  @Sentences({ description: 'Before the recommendation to the politicians.' })
  beforeRecommendation!: string[];

  @Sentences({ description: 'Before the decision.' })
  beforeDecision!: string[];
}
