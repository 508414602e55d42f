import type { EventMetadata } from '@rettidig/event-sourcing';
import { dayOf, latestDay } from '@rettidig/vocabulary';
import type { FuzzyDate, LocalDate } from '@rettidig/vocabulary';
import type { ChangeEvent, MedReviewHeld, MedReviewMissed } from '../change.events.js';
import { afterReviewTold } from './after-review.told.js';
import type { CaseStory, MissStory, RequirementStory } from './case-story.js';
import { papersTold } from './papers.told.js';
import {
  advanced,
  changed,
  ended,
  filledIn,
  newRequirement,
  onMiss,
  reopened,
  required,
  superseded,
  withActs,
} from './requirement-changes.js';
import type { Telling } from './telling.js';

/** What each event adds to the story of its case. Complete by type. */
const telling: Telling<ChangeEvent> = {
  ChangeRegistered: (story, data) => ({
    ...story,
    title: data.title,
    titles: [data.title],
    description: data.description ?? null,
    kind: data.kind,
    unitId: data.unitId,
    decider: data.decider,
    decisionScope: data.decisionScope ?? null,
    ownerId: data.ownerId,
    externalNumbers: data.externalNumbers,
    found: data.found ?? null,
    source: data.source ?? null,
    origin: data.origin ?? null,
  }),
  CaseOwnerAssigned: (story, { ownerId }) => ({ ...story, ownerId }),
  ChangeFactsCorrected: (story, data, meta) => {
    const corrected: CaseStory = {
      ...story,
      title: data.title ?? story.title,
      titles: data.title === undefined ? story.titles : [...new Set([...story.titles, data.title])],
      kind: data.kind ?? story.kind,
      unitId: data.unitId === undefined ? story.unitId : data.unitId,
      decider: data.decider ?? story.decider,
      decisionScope: data.decisionScope ?? story.decisionScope,
    };
    return ended(filledIn(corrected), data.ends, { act: 'ChangeFactsCorrected', reason: data.reason }, meta);
  },
  DecisionPointPlanned: (story, { pointId, kind, body, when, source = null }) => ({
    ...story,
    points: { ...story.points, [pointId]: { pointId, kind, body, when, source } },
  }),
  DecisionPointMoved: (story, { pointId, to }) => {
    const point = story.points[pointId];
    return point ? { ...story, points: { ...story.points, [pointId]: { ...point, when: to, source: null } } } : story;
  },
  AlignedWithMed: (story, { alignmentId, committeeId, meetingId = null, on, note }) => ({
    ...story,
    alignments: [...story.alignments, { alignmentId, committeeId, meetingId, on, note }],
  }),
  ...papersTold,
  PapersCorrected: (story) => story,
  ReviewsPlanned: (story) => story,

  MedInvolvementAssessed: (story, data) => {
    return {
      ...required(superseded(story, data.superseded), data.requirements),
      relevance: data.relevance,
      ask: data.explanation.ask,
    };
  },
  DeclaredNotMedRelevant: (story, { ends, reason }, meta) => ({
    ...ended(story, ends, { act: 'DeclaredNotMedRelevant', reason }, meta),
    relevance: 'notMedRelevant',
  }),
  DeclarationRechecked: (story) => story,
  AssessmentOverridden: (story, { requirements, ends, reason }, meta) =>
    required(ended(story, ends, { act: 'AssessmentOverridden', reason }, meta), requirements),
  AssessmentDisputed: (story, { disputeId, reason }) => ({
    ...story,
    disputes: { ...story.disputes, [disputeId]: { disputeId, reason, outcome: null } },
  }),
  DisputeSettled: (story, data, meta) => {
    if (!data.byBoth) return story;
    const dispute = { disputeId: data.disputeId, reason: story.disputes[data.disputeId]?.reason ?? '' };
    const settled = ended(story, data.ends, { act: 'DisputeSettled', reason: data.reason }, meta);
    return {
      ...changed(settled, data.reopens, reopened(settled)),
      disputes: { ...story.disputes, [data.disputeId]: { ...dispute, outcome: data.outcome } },
      relevance: data.outcome === 'assessmentStands' ? story.relevance : data.outcome,
    };
  },

  CasePlacedOnAgenda: (story, { requirementIds, meetingId, itemId, on }) =>
    changed(story, requirementIds, (one) => advanced(story)({ ...one, placedOn: { meetingId, itemId, on } })),
  CaseTakenOffAgenda: (story, { requirementIds, itemId }) =>
    changed(story, requirementIds, (one) =>
      one.placedOn?.itemId === itemId ? advanced(story)({ ...one, placedOn: null }) : one,
    ),
  MedReviewHeld: (story, data) => {
    const held = { ...story, reviews: { ...story.reviews, [data.reviewId]: reviewOf(data) } };
    return changed(held, data.countsFor, advanced(held));
  },
  MedReviewConfirmed: (story, { reviewId }) => {
    const review = story.reviews[reviewId];
    return review ? { ...story, reviews: { ...story.reviews, [reviewId]: { ...review, provisional: false } } } : story;
  },
  FollowUpPromised: (story, data) => ({
    ...story,
    followUps: {
      ...story.followUps,
      [data.followUpId]: {
        followUpId: data.followUpId,
        meetingId: data.meetingId,
        kind: data.kind,
        what: data.what,
        owner: data.owner ?? null,
        recipient: data.recipient ?? null,
        due: data.due,
        settledOn: null,
      },
    },
  }),
  FollowUpPromiseAssigned: (story, { followUpId, owner, due }) => {
    const followUp = story.followUps[followUpId];
    if (!followUp) return story;
    const assigned = { ...followUp, ...(owner !== undefined && { owner }), ...(due && { due }) };
    return { ...story, followUps: { ...story.followUps, [followUpId]: assigned } };
  },
  FollowUpSettled: (story, { followUpId, on }) => {
    const followUp = story.followUps[followUpId];
    return followUp
      ? { ...story, followUps: { ...story.followUps, [followUpId]: { ...followUp, settledOn: on } } }
      : story;
  },
  RemarksForwarded: (story, { to, recipient, on, completes }) =>
    changed({ ...story, forwarded: [...story.forwarded, { to, recipient: recipient ?? null, on }] }, completes, (one) =>
      advanced(story)({ ...one, forwarded: true }),
    ),

  ...afterReviewTold,

  RecommendationSubmitted: (story, { to, on, pointId = null, recommendedBeforeMed }) =>
    changed(
      { ...story, recommendations: [...story.recommendations, { to, on, pointId }] },
      recommendedBeforeMed,
      (one) => ({
        ...one,
        recommendedOn: one.recommendedOn ?? on,
      }),
    ),
  RequirementBypassed: (story) => story,
  DecisionRecorded: (story, data, meta) =>
    withActs({
      ...story,
      // What was decided was not withdrawn, whatever was said before.
      withdrawn: story.withdrawn && data.outcome === 'postponed',
      decisions: {
        ...story.decisions,
        [data.decisionId]: {
          decisionId: data.decisionId,
          body: data.body,
          when: data.when,
          ...daysOf(data.when, dayOf(meta.recordedAt)),
          outcome: data.outcome,
          pointId: data.pointId ?? null,
          neverTaken: false,
          source: data.source ?? null,
        },
      },
    }),
  DecisionRecordCorrected: (story, data) => {
    const { decisionId, body, when, neverTaken } = data;
    const decision = story.decisions[decisionId];
    const corrected = decision && { ...decision, body, when, neverTaken, ...daysOf(when, decision.recordedOn) };
    const decisions = corrected ? { ...story.decisions, [decisionId]: corrected } : story.decisions;
    const inError = onMiss(withActs({ ...story, decisions }), data.recordedInError, (miss) => ({
      ...miss,
      state: 'recordedInError',
    }));
    return onMiss(inError, Object.keys(story.requirements), (miss) =>
      miss.state === 'missed' && miss.decisionId === decisionId ? { ...miss, body, when } : miss,
    );
  },
  ImplementationStarted: (story, { startId, when }, meta) =>
    withActs({
      ...story,
      withdrawn: false,
      starts: [...story.starts, { startId, when, day: daysOf(when, dayOf(meta.recordedAt)).day }],
    }),
  ChangeWithdrawn: (story, { ends, reason }, meta) => ({
    ...ended(story, ends, { act: 'ChangeWithdrawn', reason }, meta),
    withdrawn: true,
  }),

  MedReviewMissed: (story, data) => {
    const { requirementId, committeeId, role, before } = data;
    const known = story.requirements[requirementId];
    const missed: RequirementStory = {
      ...(known ?? newRequirement(requirementId)),
      committeeId,
      role,
      before,
      miss: missOf(story, data, known?.miss),
    };
    return { ...story, requirements: { ...story.requirements, [requirementId]: missed } };
  },
  MissDiscussed: (story, { requirementIds, heldOn }) =>
    onMiss(story, requirementIds, (miss) => ({ ...miss, discussedOn: [...miss.discussedOn, heldOn] })),
  MissRebutted: (story, { requirementId, reviewId }) =>
    changed(story, [requirementId], (one) =>
      one.miss?.state === 'missed' ? { ...one, miss: { ...one.miss, state: 'rebutted' }, rebuttedBy: reviewId } : one,
    ),
  MissAcknowledged: (story, { requirementIds, side, on }) =>
    onMiss(story, requirementIds, (miss) => ({ ...miss, acknowledged: [...miss.acknowledged, { side, on }] })),
  MissExplained: (story, { requirementIds, side, causes, note, source }) =>
    onMiss(story, requirementIds, (miss) => ({
      ...miss,
      explanations: [...miss.explanations, { side, causes, note: note ?? null, source: source ?? null }],
    })),
};

/** Goes on with the story by one event. */
export function tell(
  story: CaseStory,
  event: { readonly type: string; readonly data: object; readonly meta: EventMetadata },
): CaseStory {
  const step = telling[event.type as ChangeEvent['type']] as
    ((story: CaseStory, data: object, meta: EventMetadata) => CaseStory) | undefined;
  return step ? step(story, event.data, event.meta) : story;
}

/** The types of the events that the story is made of. Plans have a view of their own. */
export const toldTypes = (Object.keys(telling) as ChangeEvent['type'][]).filter((type) => type !== 'ReviewsPlanned');

const reviewOf = (data: MedReviewHeld['data']): CaseStory['reviews'][string] => ({
  reviewId: data.reviewId,
  committeeId: data.committeeId,
  meetingId: data.meetingId,
  heldOn: data.heldOn,
  form: data.form,
  maturity: data.maturity,
  stage: data.stage ?? null,
  provisional: data.provisional,
  goesOn: data.goesOn ?? null,
  versionDiscussed: data.versionDiscussed ?? null,
  paperVersion: data.paperVersion ?? null,
  // Whether what changed afterwards still stands against it is told by the changes, which both chairs may let be.
  countsFor: [...data.countsFor, ...changedAfterwards(data)],
  doesNotCountFor: data.doesNotCountFor.filter(({ why }) => why !== 'changedAfterwards'),
});

/** The latest day on which an act can have been, and the day of its recording. */
const daysOf = (when: FuzzyDate, recordedOn: LocalDate) => ({ day: latestDay(when) ?? recordedOn, recordedOn });

const changedAfterwards = ({ doesNotCountFor }: MedReviewHeld['data']): string[] =>
  doesNotCountFor.filter(({ why }) => why === 'changedAfterwards').map(({ requirementId }) => requirementId);

/** What both sides said about an earlier miss of the same duty stays with it. */
const missOf = (story: CaseStory, data: MedReviewMissed['data'], earlier: MissStory | null | undefined): MissStory => ({
  state: 'missed',
  cause: data.cause,
  body: data.body,
  when: data.when,
  decisionId: data.decisionId ?? null,
  foundOn: data.foundOn,
  foundBy: data.foundBy,
  source: data.source ?? null,
  kind: story.kind,
  unitId: story.unitId,
  discussedOn: earlier?.discussedOn ?? [],
  acknowledged: earlier?.acknowledged ?? [],
  explanations: earlier?.explanations ?? [],
});
