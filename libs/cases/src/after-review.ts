import type { AfterReviewEvent } from './change.events.js';
import type { Alteration, ChangeState, Duty, Review } from './change.state.js';
import { standingActs } from './change.state.js';
import type { Steps } from './steps.js';

/**
 * Alterations of the proposal that nobody has let be. What became another with the first decision or start, or after it,
 * opens nothing: what was decided is what it is.
 */
function standingAlterations(state: ChangeState): Alteration[] {
  const days = standingActs(state).map(({ day }) => day);
  return Object.values(state.alterations).filter(({ settled, on }) => !settled && days.every((day) => on < day));
}

/**
 * The review with what the proposal became after it: held on the day of the change or before, it was about another one.
 * On the same day nobody can show which came first.
 */
export function withAlterations(state: ChangeState, review: Review): Review {
  const alteredOn: Record<string, string> = {};
  for (const { on, requirementIds } of standingAlterations(state)) {
    if (review.heldOn > on) continue;
    for (const id of requirementIds) alteredOn[id] = first(alteredOn[id], on);
  }
  return { ...review, alteredOn };
}

const first = (one: string | undefined, other: string): string => (one !== undefined && one < other ? one : other);

/** Every review anew: an alteration came or was let be, or there is another act that it must lie before. */
export function withAllAlterations(state: ChangeState): ChangeState {
  if (Object.keys(state.alterations).length === 0) return state;
  const reviews = Object.entries(state.reviews).map(([id, review]) => [id, withAlterations(state, review)]);
  return { ...state, reviews: Object.fromEntries(reviews) as ChangeState['reviews'] };
}

/** The last day on which the proposal became another for a duty; undefined: it is the one that was discussed. */
export const alteredOn = (state: ChangeState, { requirement: { requirementId } }: Duty): string | undefined =>
  standingAlterations(state)
    .filter(({ requirementIds }) => requirementIds.includes(requirementId))
    .map(({ on }) => on)
    .sort()
    .at(-1);

const forwarded = (duties: ChangeState['duties'], ids: readonly string[], yes: boolean): ChangeState['duties'] => ({
  ...duties,
  ...Object.fromEntries(ids.flatMap((id) => (duties[id] ? [[id, { ...duties[id], forwarded: yes }] as const] : []))),
});

/** What each event after the discussion changes in the state of its case. */
export const afterReviewSteps: Steps<AfterReviewEvent> = {
  ChangedAfterReview: (state, { alterationId, on, requirementIds }) => {
    // The remarks that went to those who decide were about another proposal.
    const sent = requirementIds.filter((id) => state.duties[id]?.forwarded);
    const alteration = { alterationId, on, requirementIds, forwarded: sent, settled: false, said: [] };
    return withAllAlterations({
      ...state,
      duties: forwarded(state.duties, sent, false),
      alterations: { ...state.alterations, [alterationId]: alteration },
    });
  },
  NoNewReviewNeeded: (state, { alterationId, office, byBoth }, meta) => {
    const alteration = state.alterations[alterationId];
    if (!alteration) return state;
    const said = [...alteration.said.filter((one) => one.office !== office), { office, by: meta.actor.id }];
    return withAllAlterations({
      ...state,
      duties: byBoth ? forwarded(state.duties, alteration.forwarded, true) : state.duties,
      alterations: { ...state.alterations, [alterationId]: { ...alteration, said, settled: byBoth } },
    });
  },
  ChangesLinked: (state, { otherId, as }) => {
    const { [otherId]: _before, ...others } = state.links;
    return { ...state, links: as === 'unrelated' ? others : { ...others, [otherId]: as } };
  },
};
