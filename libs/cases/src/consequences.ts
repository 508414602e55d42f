import type { FuzzyDate, Source } from '@rettidig/vocabulary';
import { meetingOf } from '@rettidig/meetings';
import type { Found, MedInvolvementAssessed, MedReviewMissed, Requirement } from './change.events.js';
import type { Act, ChangeState } from './change.state.js';
import { itemKey, missedDuties, standingActs, standingMiss } from './change.state.js';
import { inForceOn, today } from './checks.js';
import type { ChangeContext } from './checks.js';
import type { Draft } from './draft.js';
import { causeOf, countingReviews } from './judge.js';
import type { Occasion, Owed } from './owed.js';
import { owedBy } from './owed.js';

/** How misses that come to light were found. */
export interface Discovery {
  readonly found: { readonly on: FuzzyDate; readonly by: Found['by'] };
  readonly source?: Source;
}

/** Found when the act was recorded, unless the message says otherwise. */
export const discoveryOf = (
  message: { readonly found?: Found; readonly source?: Source },
  context: ChangeContext,
): Discovery => ({
  found: message.found ?? { on: { on: today(context) }, by: 'registration' },
  ...(message.source ? { source: message.source } : {}),
});

/** Found by looking again after facts, structure or rules changed. */
export const atReassessment = (context: ChangeContext): Discovery => ({
  found: { on: { on: today(context) }, by: 'reassessment' },
});

/**
 * Assesses anew, and notes every duty that an act came before: missed in the same append in which it comes to light.
 * `always` writes the assessment down although it is the same as before.
 */
export function assessAndJudge(draft: Draft, occasion: Occasion, discovery: Discovery, always = false): void {
  const owed = owedBy(draft.state, draft.context, occasion);
  if (always || differs(draft.state, owed, occasion)) draft.add(assessed(owed, occasion.cause));
  for (const act of standingActs(draft.state)) judge(draft, act, owed.byAct.get(act.actId) ?? [], discovery);
  noteTalks(draft);
}

const assessed = (owed: Owed, cause: Occasion['cause']): MedInvolvementAssessed => {
  const { relevance, explanation } = owed.assessment;
  const { requirements, superseded } = owed;
  return { type: 'MedInvolvementAssessed', data: { relevance, requirements, superseded, explanation, cause } };
};

/**
 * Whether an assessment says anything that the case does not say already. After a change of structure or rules only
 * another duty does: that a rule has another name now tells nobody anything, and would be written for every case there is.
 */
function differs(state: ChangeState, { assessment, requirements, superseded }: Owed, { cause }: Occasion): boolean {
  const fromOutside = cause === 'structure' || cause === 'rules';
  const isNew = ({ requirementId, ruleId, secretaryConfirms }: Requirement): boolean => {
    const duty = state.duties[requirementId];
    if (duty?.standing !== 'open') return true;
    const { requirement } = duty;
    return !fromOutside && (requirement.ruleId !== ruleId || requirement.secretaryConfirms !== secretaryConfirms);
  };
  if (superseded.length > 0 || requirements.some(isNew)) return true;
  return state.ruledBy === 'rules' && state.relevance !== assessment.relevance;
}

/** Every duty of an act that no review counts for is missed, once. */
function judge(draft: Draft, act: Act, required: readonly Requirement[], discovery: Discovery): void {
  const reviews = Object.values(draft.state.reviews);
  const own = new Set(required.map(({ committeeId }) => committeeId));
  for (const requirement of required) {
    const duty = draft.state.duties[requirement.requirementId];
    if (!duty || standingMiss(duty)) continue;
    if (countingReviews(reviews, requirement, act, inForceOn(draft.context)).length > 0) continue;
    draft.add(missed(requirement, act, causeOf(reviews, requirement, act, own), discovery));
  }
}

const missed = (
  { requirementId, committeeId, role, before }: Requirement,
  { actId, kind, body, when }: Act,
  cause: MedReviewMissed['data']['cause'],
  { found, source }: Discovery,
): MedReviewMissed => ({
  type: 'MedReviewMissed',
  data: {
    requirementId,
    committeeId,
    role,
    before,
    cause,
    body,
    when,
    ...(kind === 'decision' ? { decisionId: actId } : { startId: actId }),
    foundOn: found.on,
    foundBy: found.by,
    ...(source ? { source } : {}),
  },
});

/** A miss is rebutted when proven reviews were held in time before every act that it was owed before. */
export function rebut(draft: Draft, occasion: Occasion): void {
  const { byAct } = owedBy(draft.state, draft.context, occasion);
  const reviews = Object.values(draft.state.reviews);
  for (const duty of missedDuties(draft.state)) {
    const { requirement } = duty;
    const { requirementId } = requirement;
    const missedBy = standingMiss(duty)!.by;
    const proofs = standingActs(draft.state)
      .filter(({ actId }) => actId === missedBy || byAct.get(actId)?.some((one) => one.requirementId === requirementId))
      .map((act) => ({ act, proof: countingReviews(reviews, requirement, act, inForceOn(draft.context)).at(-1) }));
    const proof = proofs.find(({ act }) => act.actId === missedBy)?.proof;
    if (proof && proofs.every((one) => one.proof)) {
      draft.add({ type: 'MissRebutted', data: { requirementId, reviewId: proof.reviewId } });
    }
  }
}

/** Talks that were held after an act, at meetings that the case was on the agenda of: noted on what was missed. */
function noteTalks(draft: Draft): void {
  const { placements, reviews } = draft.state;
  const items = [...Object.values(placements), ...Object.values(reviews)];
  for (const key of new Set(items.map(({ meetingId, itemId }) => itemKey(meetingId, itemId)))) {
    const [meetingId, itemId] = key.split('/') as [string, string];
    noteTalk(draft, { meetingId, itemId });
  }
}

/**
 * A talk held after the act never counts; it is noted on the miss, once for each item (A6). On the last day on which
 * the act can have happened, the talk is taken for later: nobody can show that it was in time.
 */
export function noteTalk(
  draft: Draft,
  { meetingId, itemId, source }: { meetingId: string; itemId: string; source?: Source },
): void {
  const { state, context } = draft;
  const meeting = meetingOf(context.reference.meetings, meetingId);
  const item = meeting?.items.get(itemId);
  const heldOn = meeting?.heldOn;
  if (!meeting || !heldOn || item?.status !== 'discussed' || item.form === 'briefing') return;
  if (!item.caseIds.includes(context.subjectId)) return;
  const noted = state.talks[itemKey(meetingId, itemId)] ?? [];
  const requirementIds = missedDuties(state)
    .filter((duty) => heldOn >= (state.acts[standingMiss(duty)!.by]?.day ?? heldOn))
    .map(({ requirement }) => requirement.requirementId)
    .filter((id) => !noted.includes(id));
  if (requirementIds.length === 0) return;
  draft.add({
    type: 'MissDiscussed',
    data: {
      requirementIds,
      committeeId: meeting.committeeId,
      meetingId,
      itemId,
      heldOn,
      ...(source ? { source } : {}),
    },
  });
}
