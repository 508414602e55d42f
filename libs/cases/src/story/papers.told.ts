import type { Lateness, PapersEvent } from '../change.events.js';
import type { CaseStory, DispatchStory } from './case-story.js';
import { advanced, changed } from './requirement-changes.js';
import type { Telling } from './telling.js';

/** What each event about papers adds to the story of its case. */
export const papersTold: Telling<PapersEvent> = {
  PapersFiled: (story, { version, on, note }) => ({
    ...story,
    papers: [...story.papers, { version, on, note: note ?? null }],
  }),
  PapersDispatched: (story, data) => {
    const { dispatchId, version, meetingId, committeeId, meetingOn, on, recipients } = data;
    const sent = { dispatchId, version, meetingId, committeeId, meetingOn, on, recipients, ...judged(data) };
    return withDispatch(story, { ...sent, sentTo: data.sentTo ?? null, reason: data.reason ?? null, remarks: [] });
  },
  DispatchJudgedAnew: (story, data) =>
    ofDispatch(story, data.dispatchId, (one) => ({ ...one, meetingOn: data.meetingOn, ...judged(data) })),
  LatenessExplained: (story, { dispatchId, reason }) => ofDispatch(story, dispatchId, (one) => ({ ...one, reason })),
  PapersPresented: (story, { version, body, when }) => ({
    ...story,
    presentations: { ...story.presentations, [`${version} ${body}`]: { version, body, when } },
  }),
  PapersRemarkedOn: (story, { dispatchId, side, remark }) =>
    ofDispatch(story, dispatchId, (one) => ({ ...one, remarks: [...one.remarks, { side, remark }] })),
};

const judged = ({ deadline, lateByDays, lateByWorkdays, sentAfterMeeting }: Lateness): Lateness => ({
  deadline,
  lateByDays,
  lateByWorkdays,
  sentAfterMeeting,
});

function ofDispatch(story: CaseStory, id: string, change: (one: DispatchStory) => DispatchStory): CaseStory {
  const dispatch = story.dispatches[id];
  return dispatch ? withDispatch(story, change(dispatch)) : story;
}

/** A duty that stands on the agenda of that meeting comes as far as its papers. */
function withDispatch(story: CaseStory, dispatch: DispatchStory): CaseStory {
  const now = { ...story, dispatches: { ...story.dispatches, [dispatch.dispatchId]: dispatch } };
  const placed = Object.values(story.requirements).filter(({ placedOn }) => placedOn?.meetingId === dispatch.meetingId);
  return changed(
    now,
    placed.map(({ requirementId }) => requirementId),
    advanced(now),
  );
}
