import type { StepName } from '@rettidig/planning';
import { calendarDaysBetween } from '@rettidig/vocabulary';
import type { ChangeState, Duty } from './change.state.js';
import { openDuties, standingActs } from './change.state.js';
import type { ChangeContext } from './checks.js';
import { inForceOn } from './checks.js';
import type { CaseNow, ChangeFlag, DutyNow } from './commands/answers.js';
import { statusOf } from './progress.js';

/** A decision is surprisingly old after this many days. */
const LONG_AGO = 365;

/** What a caller learns from any command on a case: what it owes, what was missed, what surprises. */
export const caseAnswer = (state: ChangeState, _message: object, context: ChangeContext): CaseNow => ({
  relevance: state.relevance,
  ask: state.ask,
  delegation: state.delegation,
  requirements: openDuties(state).map((duty) => ({
    requirementId: duty.requirement.requirementId,
    committeeId: duty.requirement.committeeId,
    role: duty.requirement.role,
    before: duty.requirement.before,
    secretaryConfirms: duty.requirement.secretaryConfirms,
    status: statusOf(state, duty, context),
    ...datesOf(state, duty),
  })),
  misses: Object.values(state.duties).flatMap(({ requirement, misses }) =>
    misses.slice(-1).map(({ cause, state: became }) => ({
      requirementId: requirement.requirementId,
      committeeId: requirement.committeeId,
      cause,
      state: became,
    })),
  ),
  flags: flagsOf(state, context),
});

/** The dates that its owner acts on, as they were planned last. */
function datesOf(
  { plans }: ChangeState,
  { requirement }: Duty,
): Pick<DutyNow, 'meetingOn' | 'itemIn' | 'papersOut' | 'reviewBefore'> {
  const plan = plans.find(({ requirementId }) => requirementId === requirement.requirementId);
  const dayOf = (name: StepName) => plan?.steps.find(({ step }) => step === name)?.on ?? null;
  return {
    meetingOn: plan?.meetingOn ?? null,
    itemIn: dayOf('itemIn'),
    papersOut: dayOf('papersOut'),
    reviewBefore: plan?.reviewBefore ?? null,
  };
}

/** Surprises about what this command recorded: its ids follow from the command, so a repeat says the same. */
function flagsOf(state: ChangeState, context: ChangeContext): ChangeFlag[] {
  const act = state.acts[context.newId('decision')] ?? state.acts[context.newId('start')];
  const review = state.reviews[context.newId('review')];
  const flags: ChangeFlag[] = [];
  if (act && calendarDaysBetween(act.day, act.recordedOn) > LONG_AGO) flags.push('decidedLongAgo');
  if (!review) return flags;
  if (standingActs(state).some(({ day }) => review.heldOn >= day)) flags.push('reviewAfterDecision');
  if (!inForceOn(context)(review.committeeId, review.heldOn)) flags.push('committeeNotInForce');
  const typedInLater = standingActs(state).some(({ order }) => order < review.order);
  if (typedInLater && review.provisional) flags.push('minutesNotApproved');
  return flags;
}
