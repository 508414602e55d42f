import type { LocalDate } from '@rettidig/vocabulary';
import { isPolitical } from '@rettidig/vocabulary';
import { alteredOn } from './after-review.js';
import type { ChangeState, Duty } from './change.state.js';
import { openDuties, standingActs, standingMiss } from './change.state.js';
import type { ChangeContext, ReferenceContext } from './checks.js';
import { inForceOn } from './checks.js';
import { countingReviews } from './judge.js';
import { isDispatched, isPlaced } from './owed.js';

/** Where a duty stands (design section 6). */
export type DutyStatus =
  | 'unplaced'
  | 'placed'
  | 'dispatched'
  | 'discussed'
  | 'complete'
  | 'missed'
  | 'rebutted'
  | 'endedWithoutReview'
  | 'superseded';

/**
 * How far the discussion of a duty is: none in the right form and committee, one that goes on, or finished. The last
 * one counts: a new version of the papers may have opened it again.
 */
export function discussionOf(
  state: ChangeState,
  { requirement }: Duty,
  context: ReferenceContext,
  until?: LocalDate,
): 'none' | 'goesOn' | 'finished' {
  const reviews = countingReviews(Object.values(state.reviews), requirement, undefined, inForceOn(context));
  const last = reviews.filter(({ heldOn }) => until === undefined || heldOn <= until).at(-1);
  if (!last) return 'none';
  return last.goesOn ? 'goesOn' : 'finished';
}

/** Complete: discussed to the end and, where a political body decides, the remarks sent to it before (I2). */
export function statusOf(state: ChangeState, duty: Duty, context: ChangeContext): DutyStatus {
  if (standingMiss(duty)) return 'missed';
  if (duty.misses.at(-1)?.state === 'rebutted') return 'rebutted';
  if (duty.standing === 'superseded') return 'superseded';
  const discussion = discussionOf(state, duty, context);
  if (duty.standing === 'ended' && discussion === 'none') return 'endedWithoutReview';
  if (discussion === 'none') return waitingFor(state, duty);
  const forwarded = duty.requirement.before === 'decision' || duty.forwarded;
  return discussion === 'finished' && forwarded ? 'complete' : 'discussed';
}

/** How far a duty came that was not discussed yet. */
function waitingFor(state: ChangeState, duty: Duty): DutyStatus {
  if (isDispatched(state, duty)) return 'dispatched';
  return isPlaced(state, duty) ? 'placed' : 'unplaced';
}

/** Political bodies that decide on the case; each must have the remarks (A20). */
function politicalDeciders(state: ChangeState): Set<string> {
  const decisions = Object.values(state.points).filter(({ kind }) => kind === 'decision');
  const bodies = [state.decider, ...decisions, ...standingActs(state)].map(({ body }) => body);
  return new Set(bodies.filter(isPolitical));
}

/** Duties that are complete once remarks went to one more body on a day. */
export function completedBy(state: ChangeState, to: string, on: LocalDate, context: ChangeContext): string[] {
  const sent = [...state.forwarded, { to, on }];
  // What was sent before the proposal became another one was about another one.
  const reached = (body: string, duty: Duty): boolean =>
    sent.some(
      (one) => one.to === body && isBeforeDecisionOf(state, body, one.on) && one.on > alteredOrNever(state, duty),
    );
  return openDuties(state)
    .filter((duty) => duty.requirement.before === 'recommendation' && !duty.forwarded && !standingMiss(duty))
    .filter((duty) => [...politicalDeciders(state)].every((body) => reached(body, duty)))
    .filter((duty) => discussionOf(state, duty, context, on) === 'finished')
    .map(({ requirement }) => requirement.requirementId);
}

const alteredOrNever = (state: ChangeState, duty: Duty): string => alteredOn(state, duty) ?? '';

/** On the day of the decision itself nobody can show which came first. */
const isBeforeDecisionOf = (state: ChangeState, body: string, on: LocalDate): boolean =>
  standingActs(state).every((act) => act.kind !== 'decision' || act.body !== body || on < act.day);
