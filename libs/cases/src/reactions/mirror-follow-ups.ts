import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import type { ChangeReference } from '../checks.js';

/** What a meeting agreed about a case shows on the case until it is done. */
export const mirrorFollowUps = reaction<MeetingEvent, ChangeReference>({
  name: 'mirror-follow-ups-on-cases',
  startAt: 'start',
  on: {
    FollowUpAgreed: ({ stream, data: { caseIds, ...agreed } }) =>
      caseIds.map((caseId) => ({
        command: 'MirrorFollowUp',
        subjectId: caseId,
        message: { meetingId: subjectOf(stream), ...agreed },
      })),
    FollowUpAssigned: ({ data: { caseIds, followUpId, owner, due } }) =>
      caseIds.map((caseId) => ({
        ...{ command: 'MirrorFollowUpAssignment', subjectId: caseId },
        message: { followUpId, ...(owner !== undefined && { owner }), ...(due && { due }) },
      })),
    FollowUpDone: ({ data: { caseIds, followUpId, on } }) =>
      caseIds.map((caseId) => ({ command: 'MirrorFollowUpDone', subjectId: caseId, message: { followUpId, on } })),
  },
});
