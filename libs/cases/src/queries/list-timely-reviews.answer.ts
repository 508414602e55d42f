import { Count, Day, Flag, FreeText, Id, ListOf, Name, One, OneOf, pageWith } from '@rettidig/vocabulary';
import type { Maturity } from '../change.events.js';
import { timelyIntervals } from '@rettidig/rules';
import type { TimelyInterval } from '@rettidig/rules';
import type { PapersTiming, TargetStanding } from '../words.js';
import { maturities, papersTimings, targetStandings } from '../words.js';
import { CaseInList } from './case-in-list.answer.js';

const DAYS = { min: -100_000, max: 100_000 } as const;

/** How far apart two days are; negative when the second came first. */
export class DaysBetweenShown {
  @Count({ description: 'In calendar days.', ...DAYS })
  calendarDays!: number;

  @Count({ description: 'In workdays, by the closing days in force.', ...DAYS })
  workdays!: number;
}

/** A number of days that was agreed on. */
export class TargetDaysShown {
  @Count({ description: 'How many days at least.' })
  count!: number;

  @OneOf(['calendar', 'workday'], { description: 'Which days.' })
  kind!: 'calendar' | 'workday';
}

/** A target for the kind of a review that held on its day (A15). */
export class ReviewTargetShown {
  @OneOf(timelyIntervals, { description: 'What is measured.' })
  interval!: TimelyInterval;

  @One(() => TargetDaysShown, { description: 'The target.' })
  target!: TargetDaysShown;

  @Count({ description: 'The days of the review, of the same kind; null when not known.', ...DAYS, nullable: true })
  days!: number | null;

  @OneOf(targetStandings, { description: 'How the review stands to the target.' })
  standing!: TargetStanding;

  @FreeText({ description: 'The same in words.', max: 200 })
  text!: string;
}

/** One review with what lies around it. */
export class TimelyReviewItem extends CaseInList {
  @Id({ description: 'The review.' })
  reviewId!: string;

  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Day({ description: 'When it was held.' })
  heldOn!: string;

  @OneOf(maturities, { description: 'How far the proposal had come.' })
  maturity!: Maturity;

  @FreeText({ description: 'The same in words.', max: 100 })
  maturityText!: string;

  @Flag({ description: 'The first review of the case.' })
  isFirst!: boolean;

  @Flag({ description: 'In time, but the first that MED saw was a finished proposal: little influence (A16).' })
  littleInfluence!: boolean;

  @FreeText({ description: 'The same in words; null when it is not so.', max: 200, nullable: true })
  littleInfluenceText!: string | null;

  @Day({
    description: 'When expectations were first aligned with the committee before it (A18); null: never, as recorded.',
    nullable: true,
  })
  alignedOn!: string | null;

  @Day({ description: 'When its papers went out first; null when no dispatch is recorded.', nullable: true })
  papersOn!: string | null;

  @OneOf(papersTimings, { description: 'How they stood to deadline and meeting; null when not known.', nullable: true })
  papersTiming!: PapersTiming | null;

  @FreeText({ description: 'The same in words.', max: 200, nullable: true })
  papersTimingText!: string | null;

  @Day({ description: 'When it was recommended; null when it was not yet.', nullable: true })
  recommendedOn!: string | null;

  @Day({ description: 'When it was decided; null when it was not yet, or when the day is not known.', nullable: true })
  decidedOn!: string | null;

  @Flag({ description: 'It was decided, on a known day or not.' })
  isDecided!: boolean;

  @One(() => DaysBetweenShown, { description: 'From papers to meeting; null when not known.', nullable: true })
  papersToMeeting!: DaysBetweenShown | null;

  @One(() => DaysBetweenShown, { description: 'From meeting to recommendation.', nullable: true })
  meetingToRecommendation!: DaysBetweenShown | null;

  @One(() => DaysBetweenShown, { description: 'From meeting to decision.', nullable: true })
  meetingToDecision!: DaysBetweenShown | null;

  @ListOf(() => ReviewTargetShown, {
    description: 'The targets agreed for its kind that held on its day; none: not agreed.',
  })
  targets!: ReviewTargetShown[];
}

export class TimelyReviewList extends pageWith(() => TimelyReviewItem, {
  items: 'The reviews of this page.',
  facets: 'Counts per value for the same filters.',
}) {}
