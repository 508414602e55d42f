import { healthWords, stepWords } from '@rettidig/planning';
import type { Health, PlannedPoint, StepName } from '@rettidig/planning';
import {
  Count,
  Day,
  decidingBodies,
  Flag,
  FreeText,
  Id,
  ListOf,
  One,
  OneOf,
  Pattern,
  Sentences,
} from '@rettidig/vocabulary';
import type { DecidingBody } from '@rettidig/vocabulary';
import { decisionPointKinds } from '../words.js';

const CODE = /^[A-Za-z]+$/;

/** One date on the way back from the decision, with what it follows from. */
export class PlanStepShown {
  @OneOf(stepWords, { description: 'Which step.', example: 'papersOut' })
  step!: StepName;

  @FreeText({ description: 'The step in words.', max: 100, example: 'Materiale ude' })
  stepText!: string;

  @Day({ description: 'The last day for it, ending at midnight; null where no deadline is agreed.', nullable: true })
  on!: string | null;

  @FreeText({ description: 'That day with its weekday and week; null without a day.', max: 100, nullable: true })
  onText!: string | null;

  @FreeText({ description: 'The step, its day and why, in a sentence.', max: 500 })
  sentence!: string;

  @Pattern(CODE, { description: 'What the day follows from: a code.', example: 'timetable' })
  rule!: string;

  @FreeText({ description: 'The same in words.', max: 300 })
  ruleText!: string;

  @FreeText({
    description: 'The version of the timetable; null where none was used.',
    max: 60,
    nullable: true,
    example: '2026-1',
  })
  timetable!: string | null;

  @FreeText({
    description: 'The version of the calendar that the days were counted with; null where none were counted.',
    max: 200,
    nullable: true,
    example: 'dk-1/standard',
  })
  calendar!: string | null;

  @Count({
    description: 'Workdays left today, negative when the day has passed; null where nobody can be late.',
    min: -100_000,
    nullable: true,
  })
  slackInWorkdays!: number | null;
}

/** What the date of one body asks for (A20). */
export class PlanBodyShown {
  @Id({ description: 'The decision point.' })
  pointId!: string;

  @OneOf(decisionPointKinds, { description: 'Its kind.' })
  kind!: PlannedPoint['kind'];

  @FreeText({ description: 'The same in words.', max: 100 })
  kindText!: string;

  @OneOf(decidingBodies, { description: 'Whose.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @Day({ description: 'Its day, or the latest one that it can be.' })
  day!: string;

  @Day({ description: 'The review must be held on an earlier day than this.' })
  reviewBefore!: string;

  @Day({ description: 'The recommendation must be sent by then; null where nothing is recommended.', nullable: true })
  recommendationBy!: string | null;

  @FreeText({ description: 'What that day follows from; null where nothing is recommended.', max: 300, nullable: true })
  recommendationRuleText!: string | null;

  @FreeText({
    description: 'How often its politicians treat the case, and what that means for MED; null for others.',
    max: 300,
    nullable: true,
  })
  readingsText!: string | null;

  @Id({ description: 'The last usable meeting before it; null when there is none.', nullable: true })
  lastUsableMeetingId!: string | null;

  @Flag({ description: 'Whether the meeting aimed at lies before it.' })
  meets!: boolean;
}

/** The next meeting that can be used. */
export class NextMeetingShown {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Day({ description: 'Its day.' })
  on!: string;

  @Count({ description: 'By how many calendar days the limit would have to move; 0 when it is in time.' })
  missesByDays!: number;
}

/** An extraordinary meeting. */
export class ExtraordinaryMeetingShown {
  @Day({ description: 'The first day on which one can be held with its papers out in time.' })
  earliestOn!: string;

  @Flag({ description: 'Whether that is before the limit.' })
  inTime!: boolean;
}

/** A date of the case that would have to move. */
export class MovedPointShown {
  @Id({ description: 'The decision point.' })
  pointId!: string;

  @OneOf(decisionPointKinds, { description: 'Its kind.' })
  kind!: PlannedPoint['kind'];

  @OneOf(decidingBodies, { description: 'Whose.' })
  body!: DecidingBody;

  @Day({ description: 'The first workday that leaves room for the review before it.' })
  to!: string;
}

/** What can still be done when no usable meeting is left. */
export class PlanAlternativesShown {
  @Sentences({ description: 'All of it in sentences.' })
  sentences!: string[];

  @One(() => NextMeetingShown, { description: 'The next meeting; null when none is called.', nullable: true })
  nextMeeting!: NextMeetingShown | null;

  @One(() => ExtraordinaryMeetingShown, {
    description: 'An extraordinary meeting; null when the committee can hold none.',
    nullable: true,
  })
  extraordinary!: ExtraordinaryMeetingShown | null;

  @ListOf(() => MovedPointShown, { description: 'The dates that would have to move, and to when.' })
  moveDecisions!: MovedPointShown[];
}

/** How one duty that is still to be discussed gets to its dates, back from the decision. */
export class PlanShown {
  @OneOf(['decision', 'nextMeeting', 'none'], {
    description:
      '`decision`: back from a date. `nextMeeting`: no date is known, so the next meeting is aimed at. `none`: there is nothing to aim at.',
    example: 'decision',
  })
  aim!: 'decision' | 'nextMeeting' | 'none';

  @OneOf(healthWords, { description: 'How it stands on the day that is asked about.', example: 'onTrack' })
  health!: Health;

  @FreeText({ description: 'The same in words.', max: 100 })
  healthText!: string;

  @Day({ description: 'The day on which the duty first stood.' })
  since!: string;

  @Day({
    description: 'The review must be held on an earlier day than this; null while no date is known.',
    nullable: true,
  })
  reviewBefore!: string | null;

  @Id({ description: 'The meeting aimed at; null when there is none.', nullable: true })
  meetingId!: string | null;

  @Day({ description: 'Its day.', nullable: true })
  meetingOn!: string | null;

  @Id({ description: 'The last meeting that is usable before the limit; null when there is none.', nullable: true })
  lastUsableMeetingId!: string | null;

  @Day({ description: 'Its day.', nullable: true })
  lastUsableOn!: string | null;

  @Day({ description: 'From this day on it is at risk; null while it is not.', nullable: true })
  atRiskFrom!: string | null;

  @Day({ description: 'From this day on no review can be in time; null while no date is known.', nullable: true })
  pastFrom!: string | null;

  @ListOf(() => PlanStepShown, { description: 'The way, from the draft to the decision.', max: 20 })
  steps!: PlanStepShown[];

  @ListOf(() => PlanBodyShown, { description: 'Every date of the case, the earliest limit first.' })
  bodies!: PlanBodyShown[];
}

/** The same on one case, with what can still be done. */
export class CasePlanShown extends PlanShown {
  @One(() => PlanAlternativesShown, {
    description:
      'What can still be done when no usable meeting is left; null while one is, and when an earlier moment is asked about.',
    nullable: true,
  })
  alternatives!: PlanAlternativesShown | null;
}
