import type { ChangeEvent } from '@rettidig/cases';
import { questionOfCase } from '@rettidig/cases';
import type { ReactionCommand, ReactionContext, RecordedEvent } from '@rettidig/event-sourcing';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { DetectionReference } from '../possible-miss.checks.js';

/**
 * A possible miss that became a case shows it, whichever way the case was registered, and whether the case owes MED
 * anything: a case that one person registered without a duty, or withdrew, does not answer the question.
 */
export const confirmPossibleMisses = reaction<ChangeEvent, DetectionReference>({
  name: 'confirm-possible-misses',
  startAt: 'start',
  on: {
    ChangeRegistered: mirrored,
    MedInvolvementAssessed: mirrored,
    DeclaredNotMedRelevant: mirrored,
    ChangeFactsCorrected: mirrored,
    AssessmentOverridden: mirrored,
    DisputeSettled: mirrored,
    ChangeWithdrawn: mirrored,
    MedReviewMissed: mirrored,
    DecisionRecordCorrected: mirrored,
  },
});

/** The view holds the event: as the case stands then, or stood a little later, which its own event will say again. */
function mirrored(
  { stream, meta: { actor } }: RecordedEvent,
  { views }: ReactionContext<DetectionReference>,
): ReactionCommand[] {
  const caseId = subjectOf(stream);
  const question = questionOfCase(views, caseId);
  if (!question) return [];
  const { possibleMissId, hasDuty } = question;
  const message = { caseId, hasDuty, by: { personId: actor.id, role: actor.role } };
  return [{ command: 'MirrorConfirmation', subjectId: possibleMissId, message }];
}
