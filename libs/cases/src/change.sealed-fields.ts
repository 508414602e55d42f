import type { SealedFields } from '@rettidig/event-sourcing';

/** What people wrote about a case: free text, sealed in the log with the key of the case. */
export const changeSealedFields: SealedFields = {
  ChangeRegistered: [
    { path: 'title' },
    { path: 'description' },
    { path: 'externalNumbers[].system' },
    { path: 'externalNumbers[].value' },
    { path: 'source.reference' },
  ],
  ChangeFactsCorrected: [{ path: 'title' }, { path: 'reason' }],
  DecisionPointPlanned: [{ path: 'source.reference' }],
  DecisionPointMoved: [{ path: 'reason' }],
  PapersCorrected: [{ path: 'was' }, { path: 'isNow' }, { path: 'source.reference' }],
  DeclaredNotMedRelevant: [{ path: 'reason' }],
  AssessmentOverridden: [{ path: 'reason' }],
  AssessmentDisputed: [{ path: 'reason' }],
  DisputeSettled: [{ path: 'reason' }],
  CaseTakenOffAgenda: [{ path: 'reason' }],
  MedReviewHeld: [{ path: 'versionDiscussed' }, { path: 'source.reference' }],
  FollowUpPromised: [{ path: 'what' }, { path: 'owner' }, { path: 'recipient' }, { path: 'source.reference' }],
  RemarksForwarded: [{ path: 'recipient' }],
  RequirementBypassed: [{ path: 'reason' }],
  DecisionRecorded: [{ path: 'source.reference' }],
  DecisionRecordCorrected: [{ path: 'reason' }],
  ImplementationStarted: [{ path: 'source.reference' }],
  ChangeWithdrawn: [{ path: 'reason' }],
  MedReviewMissed: [{ path: 'source.reference' }],
  MissDiscussed: [{ path: 'source.reference' }],
  MissAcknowledged: [{ path: 'source.reference' }],
  MissExplained: [{ path: 'note' }, { path: 'source.reference' }],
};
