import type { ReactionCommand } from '@rettidig/event-sourcing';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import type { Source } from '@rettidig/vocabulary';
import type { ChangeReference } from '../checks.js';

/** What a meeting talked about after the decision is noted on what was missed. A review is recorded by hand. */
export const mirrorDiscussions = reaction<MeetingEvent, ChangeReference>({
  name: 'mirror-discussions-on-cases',
  startAt: 'start',
  on: {
    ItemDiscussed: ({ stream, data: { caseIds, itemId, form, source } }) =>
      form === 'briefing' ? [] : caseIds.map((caseId) => discussion(caseId, stream, itemId, source)),
    ItemDiscussedWithJointSummary: ({ stream, data: { caseIds, itemId } }) =>
      caseIds.map((caseId) => discussion(caseId, stream, itemId)),
  },
});

const discussion = (caseId: string, stream: string, itemId: string, source?: Source): ReactionCommand => ({
  command: 'MirrorDiscussion',
  subjectId: caseId,
  message: { meetingId: subjectOf(stream), itemId, ...(source ? { source } : {}) },
});
