import type { AnyCommand } from '@rettidig/event-sourcing';
import { acknowledgeMiss } from './acknowledge-miss.js';
import { agreeNoNewReview } from './agree-no-new-review.js';
import { alignWithMed } from './align-with-med.js';
import { assignCaseOwner } from './assign-case-owner.js';
import { confirmReview } from './confirm-review.js';
import { correctChangeFacts } from './correct-change-facts.js';
import { correctDecision } from './correct-decision.js';
import { correctPapers } from './correct-papers.js';
import { declareNotMedRelevant } from './declare-not-med-relevant.js';
import { dispatchPapers } from './dispatch-papers.js';
import { disputeAssessment } from './dispute-assessment.js';
import { explainLateness } from './explain-lateness.js';
import { explainMiss } from './explain-miss.js';
import { filePapers } from './file-papers.js';
import { forwardRemarks } from './forward-remarks.js';
import { judgeDispatches } from './judge-dispatches.js';
import { linkChanges, mirrorLink } from './link-changes.js';
import { mirrorDiscussion } from './mirror-discussion.js';
import { mirrorFollowUpAssignment } from './mirror-follow-up-assignment.js';
import { mirrorFollowUpDone } from './mirror-follow-up-done.js';
import { mirrorFollowUp } from './mirror-follow-up.js';
import { mirrorPlacement } from './mirror-placement.js';
import { mirrorRemovalFromAgenda } from './mirror-removal-from-agenda.js';
import { moveDecisionPoint } from './move-decision-point.js';
import { overrideAssessment } from './override-assessment.js';
import { presentPapers } from './present-papers.js';
import { planDecisionPoint } from './plan-decision-point.js';
import { reassessChange } from './reassess-change.js';
import { recheckDeclaration } from './recheck-declaration.js';
import { recordDecision } from './record-decision.js';
import { recordReview } from './record-review.js';
import { recordStart } from './record-start.js';
import { registerChange } from './register-change.js';
import { remarkOnPapers } from './remark-on-papers.js';
import { reportAlteration } from './report-alteration.js';
import { replanChange } from './replan-change.js';
import { settleDispute } from './settle-dispute.js';
import { submitRecommendation } from './submit-recommendation.js';
import { withPlan } from './with-plan.js';
import { withdrawChange } from './withdraw-change.js';

const commands: readonly AnyCommand[] = [
  registerChange,
  assignCaseOwner,
  correctChangeFacts,
  planDecisionPoint,
  moveDecisionPoint,
  alignWithMed,
  filePapers,
  dispatchPapers,
  explainLateness,
  remarkOnPapers,
  correctPapers,
  presentPapers,
  declareNotMedRelevant,
  recheckDeclaration,
  overrideAssessment,
  disputeAssessment,
  settleDispute,
  recordReview,
  forwardRemarks,
  reportAlteration,
  agreeNoNewReview,
  linkChanges,
  submitRecommendation,
  recordDecision,
  correctDecision,
  recordStart,
  withdrawChange,
  acknowledgeMiss,
  explainMiss,
  // sent by reactions only
  mirrorPlacement,
  mirrorRemovalFromAgenda,
  mirrorDiscussion,
  mirrorFollowUp,
  mirrorFollowUpAssignment,
  mirrorFollowUpDone,
  confirmReview,
  judgeDispatches,
  mirrorLink,
  reassessChange,
  replanChange,
];

/** Everything that can be said to a case, in the order of its story. Whatever is said, its dates follow in the same append. */
export const caseCommands: readonly AnyCommand[] = commands.map((command) => withPlan(command));
