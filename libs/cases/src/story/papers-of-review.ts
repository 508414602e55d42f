import { timingCodeOf } from '../papers.words.js';
import type { PapersTiming } from '../words.js';
import type { CaseStory, DispatchStory, ReviewStory } from './case-story.js';

/**
 * The first time that the papers of a review went out for its meeting: those of the version that it cites; where it cites
 * none, of the only one that went out. Undefined: nobody knows.
 */
export function firstDispatchOf(story: CaseStory, { meetingId, paperVersion }: ReviewStory): DispatchStory | undefined {
  const sent = Object.values(story.dispatches).filter((one) => one.meetingId === meetingId);
  const versions = new Set(sent.map(({ version }) => version));
  const version = paperVersion ?? (versions.size === 1 ? [...versions][0] : undefined);
  return sent
    .filter((one) => one.version === version)
    .reduce<DispatchStory | undefined>((before, one) => (before && before.on <= one.on ? before : one), undefined);
}

/** How the papers that a review was about came (G4); null: nobody knows. */
export function timingOfReview(story: CaseStory, review: ReviewStory): PapersTiming | null {
  const first = firstDispatchOf(story, review);
  return first ? timingCodeOf(first) : null;
}

/** "Drøftet på sent materiale". */
export const isOnLateMaterial = (timing: PapersTiming | null): boolean =>
  timing === 'dispatchedLate' || timing === 'sentAfterMeeting';
