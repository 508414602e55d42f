import { meetingOf } from '@rettidig/meetings';
import { Id } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { rebut } from '../consequences.js';
import { Draft } from '../draft.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** Chair and deputy chair approved the minutes: the reviews of that meeting are proven. */
export class ConfirmReview {
  @Id({ description: 'The meeting.' })
  meetingId!: string;
}

export const confirmReview: CaseCommand<ConfirmReview> = {
  ...byReaction,
  name: 'ConfirmReview',
  message: ConfirmReview,
  summary: { da: 'MED-behandlingen er bekræftet af referatet', en: 'The minutes confirm the review' },
  decide: (state, { meetingId }, context) => {
    registered(state);
    if (!meetingOf(context.reference.meetings, meetingId)?.minutesApproved) return [];
    const reviews = Object.values(state.reviews).filter((one) => one.meetingId === meetingId && one.provisional);
    if (reviews.length === 0) return [];
    const draft = new Draft(state, context);
    for (const { reviewId } of reviews) draft.add({ type: 'MedReviewConfirmed', data: { reviewId } });
    rebut(draft, { cause: 'decision' });
    return draft.events;
  },
};
