import { idOf } from '@rettidig/event-sourcing';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import type { Requirement } from './change.events.js';

/** MED review is information and discussion (§6); there is no other duty. */
const DUTY = 'informationAndDiscussion';

/** The id of a duty follows from what it is, so that it is the same after every new assessment. */
export const requirementIdOf = (changeId: string, committeeId: string | null, before: BeforeAct): string =>
  idOf('requirement', changeId, committeeId ?? 'none', DUTY, before);

/** Gives duties their ids. The same committee before the same act is one duty, the primary one if it is both. */
export function identified(changeId: string, reviews: readonly RequiredReview[]): Requirement[] {
  return distinct(
    reviews.map((review) => ({
      ...review,
      requirementId: requirementIdOf(changeId, review.committeeId, review.before),
    })),
  );
}

/** Each duty once, where it first stands. */
export const distinct = (requirements: readonly Requirement[]): Requirement[] =>
  [...new Map([...requirements].reverse().map((one) => [one.requirementId, one])).values()].reverse();
