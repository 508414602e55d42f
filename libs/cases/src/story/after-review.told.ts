import type { AfterReviewEvent } from '../change.events.js';
import type { AlterationStory, CaseStory } from './case-story.js';
import { advanced, changed } from './requirement-changes.js';
import type { Telling } from './telling.js';

/** What each event after the discussion adds to the story of its case. */
export const afterReviewTold: Telling<AfterReviewEvent> = {
  ChangedAfterReview: (story, { alterationId, what, on, note, requirementIds }) => {
    const forwarded = requirementIds.filter((id) => story.requirements[id]?.forwarded);
    const said = { alterationId, what, on, note, requirementIds, forwarded, given: [], settled: false };
    const now = withAlteration(story, said);
    return changed(now, requirementIds, (one) => {
      const placedOn = one.placedOn && one.placedOn.on > on ? one.placedOn : null;
      return advanced(now)({ ...one, forwarded: false, placedOn });
    });
  },
  NoNewReviewNeeded: (story, { alterationId, office, byBoth, reason }) => {
    const before = story.alterations[alterationId];
    if (!before) return story;
    const now = withAlteration(story, { ...before, settled: byBoth, given: [...before.given, { office, reason }] });
    if (!byBoth) return now;
    return changed(now, before.requirementIds, (one) =>
      advanced(now)({ ...one, forwarded: one.forwarded || before.forwarded.includes(one.requirementId) }),
    );
  },
  ChangesLinked: (story, { otherId, as }) => {
    const { [otherId]: _before, ...others } = story.links;
    return { ...story, links: as === 'unrelated' ? others : { ...others, [otherId]: as } };
  },
};

const withAlteration = (story: CaseStory, alteration: AlterationStory): CaseStory => ({
  ...story,
  alterations: { ...story.alterations, [alteration.alterationId]: alteration },
});
