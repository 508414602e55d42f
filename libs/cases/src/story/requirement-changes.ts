import type { EventMetadata } from '@rettidig/event-sourcing';
import type { Requirement } from '../change.events.js';
import { isOpen } from './case-story.js';
import type { AlterationStory, CaseStory, MissStory, RequirementStory, ReviewStory } from './case-story.js';

type Change = (requirement: RequirementStory) => RequirementStory;

export function changed(story: CaseStory, ids: readonly string[], change: Change): CaseStory {
  if (ids.length === 0) return story;
  const requirements = { ...story.requirements };
  for (const id of ids) if (requirements[id]) requirements[id] = change(requirements[id]);
  return { ...story, requirements };
}

/** Only what is owed and was never discussed ends without a review; a miss never does. */
export function ended(
  story: CaseStory,
  ids: readonly string[],
  { act, reason }: { act: string; reason: string },
  { actor, recordedAt }: EventMetadata,
): CaseStory {
  const endedBy = { act, reason, personId: actor.id, role: actor.role, at: recordedAt };
  return changed(story, ids, (one) => (isOpen(one) ? { ...one, progress: 'endedWithoutReview', endedBy } : one));
}

/** Another committee or act took its place. What the register shows because of a recommendation stays. */
export const superseded = (story: CaseStory, ids: readonly string[]): CaseStory =>
  changed(story, ids, (one) =>
    one.progress === 'endedWithoutReview' || (one.recommendedOn && !isOpen(one))
      ? one
      : { ...one, progress: 'superseded' },
  );

/** Owed again: as far as it had come. */
export const reopened =
  (story: CaseStory): Change =>
  (one) =>
    one.progress === 'endedWithoutReview' || one.progress === 'superseded'
      ? advanced(story)({ ...one, progress: 'unplaced', endedBy: null })
      : one;

/**
 * As far as the agenda and the reviews that count bring it. The last review says whether the discussion is over; before
 * a recommendation the remarks must have gone to the politicians too.
 */
export const advanced =
  (story: CaseStory): Change =>
  (one) => {
    if (one.progress === 'endedWithoutReview' || one.progress === 'superseded') return one;
    const last = lastReview(story, one.requirementId);
    if (!last) return { ...one, progress: waitingFor(story, one) };
    const over = last.goesOn === null && (one.before === 'decision' || one.forwarded);
    return { ...one, progress: over ? 'complete' : 'discussed' };
  };

function waitingFor({ dispatches }: CaseStory, { placedOn }: RequirementStory): RequirementStory['progress'] {
  if (!placedOn) return 'unplaced';
  const isOut = Object.values(dispatches).some(
    ({ meetingId, sentAfterMeeting }) => meetingId === placedOn.meetingId && !sentAfterMeeting,
  );
  return isOut ? 'dispatched' : 'placed';
}

/** Duties that a review counts for now: not those for which the proposal became another one since. */
export const countingFor = (story: CaseStory, { heldOn, countsFor }: ReviewStory): string[] =>
  countsFor.filter((id) => !alterationsOf(story, id).some(({ on }) => heldOn <= on));

/** What made the proposal another one for a duty before it was decided, as far as both chairs have not let it be. */
export const alterationsOf = (story: CaseStory, requirementId: string): AlterationStory[] =>
  Object.values(story.alterations).filter(
    ({ requirementIds, settled, on }) =>
      !settled && requirementIds.includes(requirementId) && actDays(story).every((day) => on < day),
  );

/** The days of the decisions and starts that count. */
const actDays = ({ decisions, starts }: CaseStory): string[] =>
  [
    ...Object.values(decisions).filter(({ outcome, neverTaken }) => !neverTaken && outcome !== 'postponed'),
    ...starts,
  ].map(({ day }) => day);

/** There is another act that alterations must lie before. */
export function withActs(story: CaseStory): CaseStory {
  const altered = Object.values(story.alterations).flatMap(({ requirementIds }) => requirementIds);
  return changed(story, [...new Set(altered)], advanced(story));
}

/** The latest review that counts for a duty. */
export const lastReview = (story: CaseStory, requirementId: string): ReviewStory | undefined =>
  Object.values(story.reviews)
    .filter((review) => countingFor(story, review).includes(requirementId))
    .reduce<ReviewStory | undefined>((last, one) => (last && last.heldOn > one.heldOn ? last : one), undefined);

export function newRequirement(requirementId: string): RequirementStory {
  return {
    requirementId,
    committeeId: null,
    role: 'primary',
    before: 'decision',
    progress: 'unplaced',
    forwarded: false,
    placedOn: null,
    recommendedOn: null,
    miss: null,
    endedBy: null,
    rebuttedBy: null,
  };
}

/** What is required now; one that was given up and is required again is open again. */
export function required(story: CaseStory, requirements: readonly Requirement[]): CaseStory {
  const next = { ...story.requirements };
  for (const { requirementId, committeeId, role, before } of requirements) {
    const known = next[requirementId];
    if (!known) next[requirementId] = { ...newRequirement(requirementId), committeeId, role, before };
    else next[requirementId] = reopened(story)(known);
  }
  return { ...story, requirements: next };
}

export const onMiss = (story: CaseStory, ids: readonly string[], change: (miss: MissStory) => MissStory): CaseStory =>
  changed(story, ids, (one) => (one.miss ? { ...one, miss: change(one.miss) } : one));

/** A correction tells rows of the register what was not stated; what was stated when it was missed stands. */
export function filledIn(story: CaseStory): CaseStory {
  return onMiss(story, Object.keys(story.requirements), (miss) => ({
    ...miss,
    unitId: miss.unitId ?? story.unitId,
    kind: miss.kind === 'other' ? story.kind : miss.kind,
  }));
}
