import { decidingBodies, fuzzyInWords } from '@rettidig/vocabulary';
import { standsTo } from '../papers.history.js';
import { timingCodeOf } from '../papers.words.js';
import type { AlterationStory, CaseStory, DispatchStory } from '../story/case-story.js';
import type { SeenBy } from '../story/first-seen.js';
import { medFirst, seenBy } from '../story/first-seen.js';
import { alteredThings, caseLinks, seenFirst } from '../words.js';
import type { Naming } from './naming.js';
import type { AlterationShown, DispatchShown, LinkedChangeShown, PapersShown, SeenByShown } from './papers.answer.js';

/** The versions of the papers, each with the times it went out. */
export const papersOf = (story: CaseStory, naming: Naming): PapersShown[] =>
  story.papers.map(({ version, on, note }) => ({
    version,
    filedOn: on,
    note,
    dispatches: Object.values(story.dispatches)
      .filter((dispatch) => dispatch.version === version)
      .map((dispatch) => dispatchShown(dispatch, naming)),
    ...seenShown(seenBy(story, version), naming),
  }));

/** Who saw a version, in their order, and whether MED was first (A13). */
function seenShown(
  seen: readonly SeenBy[],
  { committee, say, language }: Naming,
): Pick<PapersShown, 'seenBy' | 'medFirst' | 'medFirstText'> {
  const first = medFirst(seen);
  const shown = (one: SeenBy): SeenByShown => ({
    committeeId: 'committeeId' in one ? one.committeeId : null,
    body: 'body' in one ? one.body : null,
    name: 'body' in one ? say(decidingBodies[one.body]) : committee(one.committeeId),
    when: one.when,
    whenText: fuzzyInWords(one.when, language),
  });
  return { seenBy: seen.map(shown), medFirst: first, medFirstText: say(seenFirst[first]) };
}

function dispatchShown(dispatch: DispatchStory, { committee, say }: Naming): DispatchShown {
  const { version: _version, committeeId, deadline, sentAfterMeeting: _sent, remarks, ...shown } = dispatch;
  return {
    ...shown,
    committeeName: committee(committeeId),
    deadline: deadline.on,
    timing: timingCodeOf(dispatch),
    timingText: say(standsTo(dispatch)),
    remarks: remarks.map(({ side, remark }) => ({ side, remark })),
  };
}

export const alterationsShown = (story: CaseStory, { say }: Naming): AlterationShown[] =>
  Object.values(story.alterations).map(({ alterationId, on, what, note, requirementIds, settled, given }) => ({
    alterationId,
    on,
    what: [...what],
    whatText: what.map((one) => say(alteredThings[one])).join(', '),
    note,
    requirementIds: [...requirementIds],
    noNewReviewNeeded: settled,
    said: given.map((one) => said(one, say)),
  }));

const said = ({ office, reason }: AlterationStory['given'][number], say: Naming['say']): string =>
  `${say(offices[office])}: ${reason}`;

const offices = {
  chair: { da: 'Formanden', en: 'The chair' },
  deputyChair: { da: 'Næstformanden', en: 'The deputy chair' },
};

/** Cases that belong to this one, with their numbers where they have one. */
export const linksOf = (
  story: CaseStory,
  { say }: Naming,
  numberOf: (changeId: string) => string | undefined,
): LinkedChangeShown[] =>
  Object.entries(story.links).map(([changeId, as]) => ({
    changeId,
    number: numberOf(changeId) ?? null,
    as,
    asText: say(caseLinks[as]),
  }));
