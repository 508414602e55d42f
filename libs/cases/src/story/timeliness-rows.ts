import { exactDay } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import type { CaseStory, ReviewStory } from './case-story.js';
import { firstDispatchOf } from './papers-of-review.js';

/** It has not happened, as far as anybody recorded. */
export const PENDING = 'pending';
/** It happened, or may have, and nobody knows exactly when. */
export const UNKNOWN = 'unknown';

/** How early one review was: the days that lie around it, or why there is none. */
export interface TimelyReview {
  readonly review: ReviewStory;
  /** The first review of the case, in any committee that owed it one. */
  readonly isFirst: boolean;
  /** A day, or `UNKNOWN`. */
  readonly papersOn: string;
  /** A day, or `PENDING`. */
  readonly recommendedOn: string;
  /** A day, `PENDING` or `UNKNOWN`. */
  readonly decidedOn: string;
}

/**
 * The reviews of a case that were MED reviews: discussions that counted for a duty. Briefings and talks after the decision
 * are none, so there is nothing to measure about them.
 */
export function timelyReviews(story: CaseStory): TimelyReview[] {
  const reviews = Object.values(story.reviews).filter(({ countsFor }) => countsFor.length > 0);
  const first = reviews.reduce<ReviewStory | undefined>(
    (before, one) => (before && before.heldOn <= one.heldOn ? before : one),
    undefined,
  );
  return reviews.map((review) => ({
    review,
    isFirst: review === first,
    papersOn: firstDispatchOf(story, review)?.on ?? UNKNOWN,
    recommendedOn:
      nearest(
        story.recommendations.map(({ on }) => on),
        review.heldOn,
      ) ?? PENDING,
    decidedOn: decidedOn(story, review),
  }));
}

/**
 * In time, and all the same with little to gain (A16): MED saw the proposal for the first time when it was finished. Of
 * a proposal whose maturity nobody stated nothing is said.
 */
export const leavesLittleInfluence = ({ review, isFirst }: Pick<TimelyReview, 'review' | 'isFirst'>): boolean =>
  isFirst && review.maturity === 'final';

/** The first day on which expectations were aligned with the committee before its review (A18); null: on none. */
export const alignedBefore = ({ alignments }: CaseStory, { committeeId, heldOn }: ReviewStory): LocalDate | null =>
  alignments
    .filter((one) => one.committeeId === committeeId && one.on < heldOn)
    .map(({ on }) => on)
    .sort()[0] ?? null;

function decidedOn({ decisions }: CaseStory, { heldOn }: ReviewStory): string {
  const taken = Object.values(decisions).filter(({ neverTaken, outcome }) => !neverTaken && outcome !== 'postponed');
  const days = taken.map(({ when }) => exactDay(when)).filter((day) => day !== undefined);
  return nearest(days, heldOn) ?? (taken.length > 0 ? UNKNOWN : PENDING);
}

/** The first day that came on the meeting's or after it; where all came before it, the last of them. */
function nearest(days: readonly LocalDate[], heldOn: LocalDate): LocalDate | undefined {
  const sorted = [...days].sort();
  return sorted.find((day) => day >= heldOn) ?? sorted.at(-1);
}
