import type { ReactionCommand } from '@rettidig/event-sourcing';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { ChangeEvent } from '../change.events.js';
import type { ChangeReference } from '../checks.js';

/**
 * Minutes that chair and deputy chair approved prove the reviews of the meeting. A review that was recorded while they
 * approved is asked about once more.
 */
export const confirmReviews = reaction<MeetingEvent | ChangeEvent, ChangeReference>({
  name: 'confirm-reviews-when-minutes-are-approved',
  startAt: 'start',
  on: {
    MinutesApproved: ({ stream, data: { byBoth } }, { reference }) => {
      if (!byBoth) return [];
      const meetingId = subjectOf(stream);
      const items = [...(meetingOf(reference.meetings, meetingId)?.items.values() ?? [])];
      const caseIds = new Set(items.flatMap((item) => item.caseIds));
      return [...caseIds].map((caseId) => confirmation(caseId, meetingId));
    },
    MedReviewHeld: ({ stream, data: { meetingId, provisional } }) =>
      provisional ? [confirmation(subjectOf(stream), meetingId)] : [],
  },
});

const confirmation = (caseId: string, meetingId: string): ReactionCommand => ({
  command: 'ConfirmReview',
  subjectId: caseId,
  message: { meetingId },
});
