import type { LocalDate } from '@rettidig/vocabulary';
import type { ChangeFactsCorrected, DecisionScope } from './change.events.js';
import type { ChangeState } from './change.state.js';
import { openDuties, standingMiss } from './change.state.js';
import type { ChangeContext } from './checks.js';
import { inForceOn } from './checks.js';
import { countingReviews } from './judge.js';

/**
 * Duties with a review that was held on a day or before: what changes from that day on opens them again. Also where an
 * earlier change did: the chairs agree on each for itself.
 */
export const reviewedDuties = (state: ChangeState, on: LocalDate, context: ChangeContext): string[] =>
  openDuties(state)
    .filter((duty) => !standingMiss(duty))
    .filter(({ requirement }) => {
      const reviews = Object.values(state.reviews).map((review) => ({ ...review, alteredOn: {} }));
      return countingReviews(reviews, requirement, undefined, inForceOn(context)).some(({ heldOn }) => heldOn <= on);
    })
    .map(({ requirement }) => requirement.requirementId);

type Correction = Omit<ChangeFactsCorrected['data'], 'ends' | 'replaces'>;

/**
 * Whether a correction says something else than what stood there, so that what was discussed was another proposal. To
 * fill in what nobody had stated alters nothing.
 */
export function isAltered(state: ChangeState, { facts, kind, unitId, decider, decisionScope }: Correction): boolean {
  const answers = Object.entries(facts ?? {});
  return (
    answers.some(([question, answer]) => isOther(state.facts[question] ?? 'unknown', answer, 'unknown')) ||
    (kind !== undefined && isOther(state.kind, kind, 'other')) ||
    (decisionScope !== undefined && isOtherScope(state.decisionScope, decisionScope)) ||
    (unitId !== undefined && isOther(state.unitId, unitId, null)) ||
    (decider !== undefined &&
      (isOther(state.decider.body, decider.body, 'notStated') ||
        isOther(state.decider.managerUnitId, decider.managerUnitId, null)))
  );
}

/**
 * Whether the decision is to cover something else than what was stated (A11). Texts are sealed and cannot be compared: one
 * that is said anew is another one, and where it is not, the two chairs say so.
 */
const isOtherScope = (was: ChangeState['decisionScope'], isNow: DecisionScope): boolean =>
  was !== null && (was.hasText || isOther(was.covers, isNow.covers, 'notStated'));

const isOther = <Value>(was: Value, isNow: Value, notStated: Value): boolean => was !== notStated && was !== isNow;
