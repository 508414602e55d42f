import type { FollowUp, Meetings, MeetingState } from '@rettidig/meetings';

/** All meetings, in no particular order. */
export const allMeetings = ({ shelves }: Meetings): MeetingState[] =>
  [...shelves.values()].flatMap((shelf) => [...shelf.values()]);

const lists = new WeakMap<Meetings['shelves'], readonly OpenFollowUp[]>();

/** What was agreed at a meeting and is not done. */
export interface OpenFollowUp {
  readonly followUp: FollowUp;
  readonly meeting: MeetingState;
}

/** What was agreed at any meeting and is not done; looked for once, as long as nothing happens to any meeting. */
export function openFollowUps(meetings: Meetings): readonly OpenFollowUp[] {
  const known = lists.get(meetings.shelves);
  if (known) return known;
  const list = allMeetings(meetings).flatMap((meeting) =>
    [...meeting.followUps.values()]
      .filter(({ doneOn }) => doneOn === undefined)
      .map((followUp) => ({ followUp, meeting })),
  );
  lists.set(meetings.shelves, list);
  return list;
}

/** What a follow-up is about: one for each case, because each has an owner; else the meeting alone. */
export const ofCases = ({ followUp, meeting: { meetingId, committeeId } }: OpenFollowUp) => {
  const about = { committeeId, meetingId };
  if (followUp.caseIds.length === 0) return [{ item: followUp.followUpId, about }];
  return followUp.caseIds.map((changeId) => ({
    item: `${followUp.followUpId}/${changeId}`,
    about: { ...about, changeId },
  }));
};
