import type { Stage } from '@rettidig/meetings';
import { stages } from '@rettidig/meetings';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import {
  Day,
  Days,
  decidingBodies,
  Flag,
  FreeText,
  Id,
  Ids,
  ListOf,
  Moment,
  Name,
  One,
  OneOf,
  Pattern,
  Sentences,
  UncertainDay,
} from '@rettidig/vocabulary';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import type { DecisionPointKind, FoundBy, Maturity, MissCause, ScopeCover } from '../change.events.js';
import { requirementStatuses } from '../register.words.js';
import type { RequirementStatus } from '../story/case-story.js';
import type { Outcome, PapersTiming, SettlementOutcome } from '../words.js';
import {
  acts,
  decisionPointKinds,
  finders,
  maturities,
  missCauses,
  outcomes,
  papersTimings,
  roles,
  scopeCovers,
  settlements,
} from '../words.js';
import { CasePlanShown } from './plan.answer.js';
import { AcknowledgementOfMiss, EndOfDuty, ExplanationOfMiss } from './list-missed-reviews.answer.js';

/** Who decides, and at which manager's level. */
export class DeciderShown {
  @OneOf(decidingBodies, { description: 'Who decides.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @Id({ description: 'The unit of the manager who decides or recommends; null when not stated.', nullable: true })
  managerUnitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  managerUnitName!: string;
}

/** How it was found, for a case that was registered afterwards. */
export class FoundShown {
  @UncertainDay({ description: 'When.' })
  on!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  onText!: string;

  @OneOf(finders, { description: 'By whom.' })
  by!: FoundBy;

  @FreeText({ description: 'The same in words.', max: 200 })
  byText!: string;
}

export class CaseNumberShown {
  @FreeText({ description: 'The system.', max: 50, example: 'F2' })
  system!: string;

  @FreeText({ description: 'The number there.', max: 100 })
  value!: string;
}

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
export class CaseDutyShown {
  @Id({ description: 'The requirement.' })
  requirementId!: string;

  @Id({ description: 'The committee; null when none could be found.', nullable: true })
  committeeId!: string | null;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @OneOf(roles, { description: 'The primary review, or the local item beside it.' })
  role!: RequiredReview['role'];

  @FreeText({ description: 'The same in words.', max: 100 })
  roleText!: string;

  @OneOf(acts, { description: 'Before which act.' })
  before!: BeforeAct;

  @FreeText({ description: 'The same in words.', max: 100 })
  beforeText!: string;

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

/** What the coming decision is to cover (A11). */
export class DecisionScopeShown {
  @OneOf(scopeCovers, { description: 'What of the case.' })
  covers!: ScopeCover;

  @FreeText({ description: 'The same in words.', max: 100 })
  coversText!: string;

  @FreeText({
    description: 'What those who decide are to take a position on.',
    max: 1000,
    multiline: true,
    nullable: true,
  })
  text!: string | null;
}

export class PointShown {
  @Id({ description: 'The planned act.' })
  pointId!: string;

  @OneOf(decisionPointKinds, { description: 'Its kind.' })
  kind!: DecisionPointKind;

  @FreeText({ description: 'The same in words.', max: 100 })
  kindText!: string;

  @OneOf(decidingBodies, { description: 'Where.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When.' })
  when!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  whenText!: string;

  @FreeText({ description: 'Where the date is known from.', max: 400, nullable: true })
  sourceText!: string | null;

  @Flag({ description: 'Something was recorded about it: it has happened.' })
  recorded!: boolean;
}

export class DecisionShown {
  @Id({ description: 'The decision.' })
  decisionId!: string;

  @OneOf(decidingBodies, { description: 'Who decided.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When.' })
  when!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  whenText!: string;

  @OneOf(outcomes, { description: 'What it came to.' })
  outcome!: Outcome;

  @FreeText({ description: 'The same in words.', max: 100 })
  outcomeText!: string;

  @Flag({ description: 'The record was wrong: there was no such decision.' })
  neverTaken!: boolean;
}

export class ReviewShown {
  @Id({ description: 'The review.' })
  reviewId!: string;

  @Id({ description: 'The committee that held it.' })
  committeeId!: string;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Day({ description: 'When it was held.' })
  heldOn!: string;

  @OneOf(['discussion', 'briefing'], { description: 'A briefing never counts.' })
  form!: 'discussion' | 'briefing';

  @OneOf(maturities, { description: 'How far the proposal had come (A14-A16).' })
  maturity!: Maturity;

  @FreeText({ description: 'The same in words.', max: 100 })
  maturityText!: string;

  @Flag({ description: 'In time, but the first that MED saw was a finished proposal: little influence (A16).' })
  littleInfluence!: boolean;

  @FreeText({ description: 'The same in words; null when it is not so.', max: 200, nullable: true })
  littleInfluenceText!: string | null;

  @OneOf(stages, { description: 'The stage of the material, as the agenda stated it (A14).', nullable: true })
  stage!: Stage | null;

  @FreeText({ description: 'The same in words.', max: 100, nullable: true })
  stageText!: string | null;

  @Flag({ description: 'The minutes are not approved by both sides yet.' })
  provisional!: boolean;

  @OneOf(['nextMeeting', 'nextVersion'], {
    description: 'The discussion goes on; null when it is over.',
    nullable: true,
  })
  goesOn!: 'nextMeeting' | 'nextVersion' | null;

  @FreeText({ description: 'The version of the papers that was discussed.', max: 300, nullable: true })
  versionDiscussed!: string | null;

  @Pattern(/^\d{1,3}(\.\d{1,2})?$/, {
    description: 'The filed version that it was about; null when it cites none.',
    example: '2',
    nullable: true,
  })
  paperVersion!: string | null;

  @OneOf(papersTimings, {
    description: 'How the papers that it was about stood to deadline and meeting; null when it is not known.',
    nullable: true,
  })
  papersTiming!: PapersTiming | null;

  @Flag({ description: 'Discussed on late material ("drøftet på sent materiale").' })
  onLateMaterial!: boolean;

  @Ids({ description: 'Requirements that it counts for.' })
  countsFor!: string[];

  @Sentences({ description: 'Why it does not count for others.' })
  doesNotCountBecause!: string[];
}

export class CaseFollowUpShown {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @Id({ description: 'The meeting that agreed it.' })
  meetingId!: string;

  @FreeText({ description: 'What is owed, by whom and by when, in words.', max: 5000, multiline: true })
  text!: string;

  @Day({ description: 'When it was done; null while it is outstanding.', nullable: true })
  settledOn!: string | null;
}

export class DisputeShown {
  @Id({ description: 'The dispute.' })
  disputeId!: string;

  @FreeText({ description: 'Why the assessment is disputed.', max: 4000, multiline: true })
  reason!: string;

  @OneOf(settlements, { description: 'What chair and deputy chair agreed; null while they have not.', nullable: true })
  outcome!: SettlementOutcome | null;

  @FreeText({ description: 'The same in words.', max: 200, nullable: true })
  outcomeText!: string | null;
}

/** One event of the case as a sentence. */
export class HistoryEntry {
  @Pattern(/^[A-Za-z]+$/, { description: 'The stored name of the event.', example: 'DecisionRecorded' })
  type!: string;

  @FreeText({ description: 'What happened, as a sentence.', max: 10_000, multiline: true })
  sentence!: string;

  @Day({ description: 'When it happened in the world; null where only the recording is known.', nullable: true })
  happenedOn!: string | null;

  @Moment({ description: 'When it was recorded.' })
  recordedAt!: string;

  @FreeText({ description: 'The role of whoever recorded it.', max: 100 })
  role!: string;

  @FreeText({ description: 'Role and, where known here, name.', max: 300 })
  by!: string;

  @Flag({ description: 'Recorded by a person; false for what the system concluded.' })
  byPerson!: boolean;
}
