import type { LocalDate } from '@rettidig/vocabulary';
import { exactDay } from '@rettidig/vocabulary';
import type { DoesNotCount, MissCause, Requirement } from './change.events.js';
import type { Act, Review } from './change.state.js';

/** What a judgement looks up: whether a committee existed on a day and its level was in force. */
export type InForceOn = (committeeId: string, on: LocalDate) => boolean;

/**
 * Whether a day lay certainly before an act: null when it did, else why it cannot be said. Order is the world's, not
 * the keyboard's (principle 2); "at the latest" and "not stated" show no order.
 */
function notBefore(heldOn: LocalDate, act: Act): DoesNotCount | null {
  if (heldOn > act.day) return 'afterDecision';
  const exact = exactDay(act.when);
  if (exact === undefined) return 'orderNotKnown';
  return heldOn === exact ? 'sameDayAsDecision' : null;
}

/** Why a review does not count for a duty, before an act if there was one; null when it counts. */
export function whyNot(
  review: Review,
  requirement: Requirement,
  act: Act | undefined,
  inForceOn: InForceOn,
): DoesNotCount | null {
  if (review.committeeId !== requirement.committeeId) return 'wrongCommittee';
  // A structure that was recorded later takes nothing from a review that was right by what was known then.
  const wasRight = review.countedFor.includes(requirement.requirementId);
  if (!wasRight && !inForceOn(review.committeeId, review.heldOn)) return 'committeeNotInForce';
  if (review.form === 'briefing') return 'briefingOnly';
  const altered = requirement.requirementId in review.alteredOn ? 'changedAfterwards' : null;
  if (!act) return altered;
  const order = notBefore(review.heldOn, act);
  if (order) return order;
  // What the secretary wrote down before the decision was recorded is believed; what came later must be proven.
  return review.order > act.order && review.provisional ? 'minutesNotApproved' : altered;
}

/** Reviews that count for a duty before an act, or at all when there was none; the latest last. */
export const countingReviews = (
  reviews: readonly Review[],
  requirement: Requirement,
  act: Act | undefined,
  inForceOn: InForceOn,
): Review[] =>
  reviews
    .filter((review) => whyNot(review, requirement, act, inForceOn) === null)
    .sort((a, b) => (a.heldOn === b.heldOn ? a.order - b.order : a.heldOn < b.heldOn ? -1 : 1));

/**
 * Why a duty was missed. A talk in a committee that had its own duty there was no talk in the wrong one.
 * `ownCommittees`: committees that the case owes a review.
 */
export function causeOf(
  reviews: readonly Review[],
  requirement: Requirement,
  act: Act,
  ownCommittees: ReadonlySet<string | null>,
): MissCause {
  const earlier = reviews.filter(({ heldOn }) => notBefore(heldOn, act) === null);
  if (earlier.some((one) => one.committeeId === requirement.committeeId && one.form === 'briefing')) {
    return 'briefingOnly';
  }
  if (earlier.some((one) => one.form === 'discussion' && !ownCommittees.has(one.committeeId))) return 'wrongCommittee';
  return act.kind === 'start' ? 'startedBeforeMed' : 'decidedBeforeMed';
}
