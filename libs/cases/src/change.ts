import type { Decider, EventMetadata } from '@rettidig/event-sourcing';
import { dayOf, latestDay } from '@rettidig/vocabulary';
import type { FuzzyDate, LocalDate } from '@rettidig/vocabulary';
import { afterReviewSteps, withAllAlterations, withAlterations } from './after-review.js';
import type { ChangeEvent, DecisionScope, Requirement } from './change.events.js';
import type { Act, ChangeState, Duty, EndedBy, Lowering, Miss } from './change.state.js';
import { initialChange, itemKey } from './change.state.js';
import { papersSteps } from './papers.js';

type Duties = ChangeState['duties'];

/** Changes the duties with these ids; ids that the case does not have change nothing. */
function changed(duties: Duties, ids: readonly string[], change: (duty: Duty) => Partial<Duty>): Duties {
  const touched = ids.flatMap((id) => {
    const duty = duties[id];
    return duty ? [[id, { ...duty, ...change(duty) }] as const] : [];
  });
  return touched.length === 0 ? duties : { ...duties, ...Object.fromEntries(touched) };
}

const ended = (duties: Duties, ids: readonly string[], endedBy: EndedBy): Duties =>
  changed(duties, ids, () => ({ standing: 'ended', endedBy }));

/** From which day on a duty is planned for that is to stand on a day: one that comes back, from the day on which it does. */
const standsSince = (duty: Duty | undefined, day: LocalDate): LocalDate =>
  duty?.standing === 'open' ? duty.since : day;

const reopened = (duties: Duties, ids: readonly string[], day: LocalDate): Duties =>
  changed(duties, ids, (duty) => ({ standing: 'open', endedBy: undefined, since: standsSince(duty, day) }));

/** Puts duties among those that stand; those that stood before keep their history. */
function standing(duties: Duties, requirements: readonly Requirement[], day: LocalDate): Duties {
  const fresh = { misses: [], forwarded: false, acknowledgedBy: [], explained: false };
  const entries = requirements.map((requirement): [string, Duty] => {
    const id = requirement.requirementId;
    const since = standsSince(duties[id], day);
    return [id, { ...fresh, ...duties[id], since, requirement, standing: 'open', endedBy: undefined }];
  });
  return { ...duties, ...Object.fromEntries(entries) };
}

/** Ends the miss that stands on each of these duties in one of the two ways there are. */
const settledMisses = (duties: Duties, ids: readonly string[], state: 'rebutted' | 'recordedInError'): Duties =>
  changed(duties, ids, ({ misses }) => ({
    misses: misses.map((miss): Miss => (miss.state === 'missed' ? { ...miss, state } : miss)),
  }));

/** Adds a decision or start. What was decided or started was not withdrawn, whatever was said before. */
function withAct(
  state: ChangeState,
  act: Omit<Act, 'order' | 'neverTaken' | 'day' | 'recordedOn'>,
  meta: EventMetadata,
) {
  const order = state.order + 1;
  const recordedOn = dayOf(meta.recordedAt);
  const full: Act = { ...act, recordedOn, day: dayOfAct(act.when, recordedOn), neverTaken: false, order };
  return withAllAlterations({
    ...state,
    order,
    acts: { ...state.acts, [act.actId]: full },
    withdrawn: state.withdrawn && !act.counts,
  });
}

/** With one more act that lowered duties, each for the committee that had it. */
function lowered(state: ChangeState, act: Lowering['act'], ids: readonly string[], meta: EventMetadata): Lowering[] {
  const committees = ids.flatMap((id) => state.duties[id]?.requirement.committeeId ?? []);
  const lowering = { actId: meta.commandId, act, on: dayOf(meta.recordedAt), committeeIds: [...new Set(committees)] };
  return [...state.lowerings, lowering];
}

/** What is known of a scope without its text. */
const scopeOf = (scope: DecisionScope | undefined): ChangeState['decisionScope'] =>
  scope ? { covers: scope.covers, hasText: scope.text !== undefined } : null;

const dayOfAct = (when: FuzzyDate, recordedOn: string): string => latestDay(when) ?? recordedOn;

/** Who decides, as far as known when the change is started. */
const decidedBy = (state: ChangeState) =>
  Object.values(state.acts).findLast(({ kind, neverTaken }) => kind === 'decision' && !neverTaken)?.body ??
  state.decider.body;

/** The change's decider. Reading it from top to bottom is reading the story of a case. */
export const changeDecider: Decider<ChangeState, ChangeEvent> = {
  category: 'change',
  initial: initialChange,
  evolve: {
    ChangeRegistered: (state, { kind, facts, unitId, decider, ownerId, decisionScope }, meta) => ({
      ...state,
      registered: true,
      registeredBy: meta.actor.id,
      registeredOn: dayOf(meta.recordedAt),
      ownerId,
      kind,
      facts,
      unitId,
      decider,
      decisionScope: scopeOf(decisionScope),
    }),
    CaseOwnerAssigned: (state, { ownerId }) => ({ ...state, ownerId }),
    ChangeFactsCorrected: (state, { facts, kind, unitId, decider, decisionScope, ends }, meta) => ({
      ...state,
      facts: facts ?? state.facts,
      kind: kind ?? state.kind,
      unitId: unitId === undefined ? state.unitId : unitId,
      decider: decider ?? state.decider,
      decisionScope: scopeOf(decisionScope) ?? state.decisionScope,
      duties: ended(state.duties, ends, 'facts'),
      lowerings: ends.length > 0 ? lowered(state, 'facts', ends, meta) : state.lowerings,
    }),
    DecisionPointPlanned: (state, { pointId, kind, body, when }) => ({
      ...state,
      points: { ...state.points, [pointId]: { pointId, kind, body, when } },
    }),
    DecisionPointMoved: (state, { pointId, to }) => {
      const point = state.points[pointId];
      return point ? { ...state, points: { ...state.points, [pointId]: { ...point, when: to } } } : state;
    },
    // Never a review: whoever decides on the case looks past it.
    AlignedWithMed: (state) => state,
    ...papersSteps,
    PapersCorrected: (state) => state,
    ReviewsPlanned: (state, { plans }) => ({ ...state, plans }),

    MedInvolvementAssessed: (state, { relevance, requirements, superseded, explanation }, meta) => ({
      ...state,
      relevance,
      ask: explanation.ask,
      delegation: explanation.delegation ?? null,
      duties: standing(
        changed(state.duties, superseded, () => ({ standing: 'superseded', endedBy: undefined })),
        requirements,
        dayOf(meta.recordedAt),
      ),
    }),
    DeclaredNotMedRelevant: (state, { ends }, meta) => ({
      ...state,
      ruledBy: 'notMedRelevant',
      lowerings: lowered(state, 'notMedRelevant', ends, meta),
      duties: ended(state.duties, ends, 'notMedRelevant'),
    }),
    DeclarationRechecked: (state) => state,
    AssessmentOverridden: (state, { requirements, ends }, meta) => ({
      ...state,
      ruledBy: 'override',
      lowerings: lowered(state, 'override', ends, meta),
      duties: standing(ended(state.duties, ends, 'override'), requirements, dayOf(meta.recordedAt)),
    }),
    AssessmentDisputed: (state, { disputeId }, meta) => ({
      ...state,
      disputes: { ...state.disputes, [disputeId]: { on: dayOf(meta.recordedAt), settled: false, said: [] } },
    }),
    DisputeSettled: (state, { disputeId, office, byBoth, outcome, reopens, ends }, meta) => {
      const before = state.disputes[disputeId] ?? { on: dayOf(meta.recordedAt), said: [] };
      const said = before.said.filter((one) => one.office !== office);
      const dispute = { ...before, settled: byBoth, said: [...said, { office, outcome, by: meta.actor.id }] };
      const ruling = { assessmentStands: state.ruledBy, medRelevant: 'settlement', notMedRelevant: 'notMedRelevant' };
      return {
        ...state,
        ruledBy: byBoth ? (ruling[outcome] as ChangeState['ruledBy']) : state.ruledBy,
        disputes: { ...state.disputes, [disputeId]: dispute },
        duties: ended(reopened(state.duties, reopens, dayOf(meta.recordedAt)), ends, 'settlement'),
      };
    },

    CasePlacedOnAgenda: (state, { meetingId, itemId, committeeId, on }) => ({
      ...state,
      placements: {
        ...state.placements,
        [itemKey(meetingId, itemId)]: { meetingId, itemId, committeeId, on, standing: true },
      },
    }),
    CaseTakenOffAgenda: (state, { meetingId, itemId, because, requirementIds }, meta) => {
      const placement = state.placements[itemKey(meetingId, itemId)];
      if (!placement) return state;
      const isLowering = because === 'itemWithdrawn' && requirementIds.length > 0;
      return {
        ...state,
        lowerings: isLowering ? lowered(state, 'takenOffAgenda', requirementIds, meta) : state.lowerings,
        placements: { ...state.placements, [itemKey(meetingId, itemId)]: { ...placement, standing: false } },
      };
    },
    MedReviewHeld: (state, data) => {
      const {
        reviewId,
        committeeId,
        meetingId,
        itemId,
        heldOn,
        form,
        provisional,
        goesOn,
        countsFor: countedFor,
        paperVersion,
      } = data;
      const order = state.order + 1;
      const held = { reviewId, committeeId, meetingId, itemId, heldOn, form, provisional };
      const version = paperVersion === undefined ? {} : { paperVersion };
      const fresh = { ...held, ...version, countedFor, goesOn: !!goesOn, alteredOn: {}, order };
      const review = withAlterations(state, fresh);
      return { ...state, order, reviews: { ...state.reviews, [reviewId]: review } };
    },
    MedReviewConfirmed: (state, { reviewId }) => {
      const review = state.reviews[reviewId];
      if (!review) return state;
      return { ...state, reviews: { ...state.reviews, [reviewId]: { ...review, provisional: false } } };
    },
    FollowUpPromised: (state, { followUpId }) => ({
      ...state,
      followUps: { ...state.followUps, [followUpId]: 'promised' },
    }),
    // Nothing is decided by who does it: the meeting knows.
    FollowUpPromiseAssigned: (state) => state,
    FollowUpSettled: (state, { followUpId }) => ({
      ...state,
      followUps: { ...state.followUps, [followUpId]: 'settled' },
    }),
    RemarksForwarded: (state, { to, on, completes }) => ({
      ...state,
      forwarded: [...state.forwarded, { to, on }],
      duties: changed(state.duties, completes, () => ({ forwarded: true })),
    }),

    ...afterReviewSteps,

    RecommendationSubmitted: (state, { to, on, pointId, recommendedBeforeMed: beforeMed }) => ({
      ...state,
      recommended: [...state.recommended, { to, on, beforeMed, ...(pointId ? { pointId } : {}) }],
    }),
    RequirementBypassed: (state) => state,
    DecisionRecorded: (state, { decisionId, body, when, outcome, pointId }, meta) =>
      withAct(
        state,
        {
          actId: decisionId,
          kind: 'decision',
          body,
          when,
          counts: outcome !== 'postponed',
          ...(pointId ? { pointId } : {}),
        },
        meta,
      ),
    DecisionRecordCorrected: (state, { decisionId, body, when, neverTaken, recordedInError }) => {
      const act = state.acts[decisionId];
      if (!act) return state;
      const corrected = { ...act, body, when, neverTaken, day: dayOfAct(when, act.recordedOn) };
      return withAllAlterations({
        ...state,
        acts: { ...state.acts, [decisionId]: corrected },
        duties: settledMisses(state.duties, recordedInError, 'recordedInError'),
      });
    },
    ImplementationStarted: (state, { startId, when }, meta) =>
      withAct(state, { actId: startId, kind: 'start', body: decidedBy(state), when, counts: true }, meta),
    ChangeWithdrawn: (state, { ends }, meta) => ({
      ...state,
      withdrawn: true,
      lowerings: ends.length > 0 ? lowered(state, 'withdrawal', ends, meta) : state.lowerings,
      duties: ended(state.duties, ends, 'withdrawal'),
    }),

    MedReviewMissed: (state, { requirementId, decisionId, startId, cause }, meta) => ({
      ...state,
      duties: changed(state.duties, [requirementId], ({ misses }) => ({
        misses: [
          ...misses,
          { by: decisionId ?? startId ?? '', cause, recordedOn: dayOf(meta.recordedAt), state: 'missed' },
        ],
        explained: false,
      })),
    }),
    MissDiscussed: (state, { meetingId, itemId, requirementIds }) => {
      const key = itemKey(meetingId, itemId);
      return { ...state, talks: { ...state.talks, [key]: [...(state.talks[key] ?? []), ...requirementIds] } };
    },
    MissRebutted: (state, { requirementId }) => ({
      ...state,
      duties: settledMisses(state.duties, [requirementId], 'rebutted'),
    }),
    MissAcknowledged: (state, { requirementIds, side }) => ({
      ...state,
      duties: changed(state.duties, requirementIds, ({ acknowledgedBy }) => ({
        acknowledgedBy: [...new Set([...acknowledgedBy, side])],
      })),
    }),
    MissExplained: (state, { requirementIds }) => ({
      ...state,
      duties: changed(state.duties, requirementIds, () => ({ explained: true })),
    }),
  },
};
