import type { Stage } from '@rettidig/meetings';
import type { BeforeAct, DeciderOfChange, RequiredReview, Assessment } from '@rettidig/rules';
import type {
  DecidingBody,
  ExternalNumber,
  FuzzyDate,
  LocalDate,
  PoliticalBody,
  Side,
  Source,
} from '@rettidig/vocabulary';
import type {
  AlteredThing,
  CaseLink,
  DecisionPointKind,
  DecisionScope,
  ExplainedCause,
  FollowUpPromised,
  FoundBy,
  Lateness,
  Maturity,
  MedReviewHeld,
  MissCause,
  OriginOfCase,
} from '../change.events.js';

/**
 * One case as a reader sees it: everything that lists and the detail show, folded from its events. JSON only, because
 * the view of cases keeps it between events.
 */
export interface CaseStory {
  readonly title: string;
  readonly description: string | null;
  /** All titles it ever had, so that a search finds it by each. */
  readonly titles: readonly string[];
  readonly kind: string;
  readonly unitId: string | null;
  readonly decider: DeciderOfChange;
  /** What the coming decision is to cover (A11); null where nobody said. */
  readonly decisionScope: DecisionScope | null;
  readonly ownerId: string | null;
  readonly externalNumbers: readonly ExternalNumber[];
  /** Registered afterwards: when and by whom it was found. */
  readonly found: { readonly on: FuzzyDate; readonly by: FoundBy } | null;
  readonly source: Source | null;
  /** The question on the list "Til vurdering" that it grew out of. */
  readonly origin: OriginOfCase | null;
  readonly relevance: Assessment['relevance'];
  /** Questions whose answers could still change the assessment. */
  readonly ask: readonly string[];
  readonly withdrawn: boolean;
  readonly requirements: Readonly<Record<string, RequirementStory>>;
  readonly points: Readonly<Record<string, PointStory>>;
  readonly decisions: Readonly<Record<string, DecisionStory>>;
  readonly starts: readonly { readonly startId: string; readonly when: FuzzyDate; readonly day: LocalDate }[];
  readonly recommendations: readonly {
    readonly to: PoliticalBody;
    readonly on: LocalDate;
    /** The reading that it was for; null where its body treats the case once. */
    readonly pointId: string | null;
  }[];
  readonly forwarded: readonly { readonly to: string; readonly recipient: string | null; readonly on: LocalDate }[];
  readonly reviews: Readonly<Record<string, ReviewStory>>;
  /** Talks about what MED expects, before anything was drafted (A18); never a review. */
  readonly alignments: readonly AlignmentStory[];
  /** Versions of the papers, in the order in which they were filed. */
  readonly papers: readonly { readonly version: string; readonly on: LocalDate; readonly note: string | null }[];
  readonly dispatches: Readonly<Record<string, DispatchStory>>;
  /** By version and body: when politicians saw it. */
  readonly presentations: Readonly<
    Record<string, { readonly version: string; readonly body: PoliticalBody; readonly when: FuzzyDate }>
  >;
  readonly alterations: Readonly<Record<string, AlterationStory>>;
  /** What this case is to others, by their ids (A22). */
  readonly links: Readonly<Record<string, CaseLink>>;
  readonly followUps: Readonly<Record<string, FollowUpStory>>;
  readonly disputes: Readonly<Record<string, DisputeStory>>;
}

/** How far a duty came. `dispatched`: its papers are out for the meeting; `discussed`: by the right committee in time; `complete`: nothing more is owed. */
export type Progress =
  'unplaced' | 'placed' | 'dispatched' | 'discussed' | 'complete' | 'endedWithoutReview' | 'superseded';

/** Where a duty stands: its miss if there is one, else how far it came. */
export type RequirementStatus = Progress | 'missed' | 'rebutted';

/** What is owed: one committee, before one act; and what became of it. */
export interface RequirementStory {
  readonly requirementId: string;
  readonly committeeId: string | null;
  readonly role: RequiredReview['role'];
  readonly before: BeforeAct;
  readonly progress: Progress;
  /** The remarks went to all who decide (I2). */
  readonly forwarded: boolean;
  /** Where it stands on an agenda. */
  readonly placedOn: { readonly meetingId: string; readonly itemId: string; readonly on: LocalDate } | null;
  /** A recommendation went to the politicians while it was open. */
  readonly recommendedOn: LocalDate | null;
  readonly miss: MissStory | null;
  readonly endedBy: EndStory | null;
  readonly rebuttedBy: string | null;
}

export interface MissStory {
  /** `recordedInError`: there was no such act, or not then; the duty is as open as it was. */
  readonly state: 'missed' | 'rebutted' | 'recordedInError';
  readonly cause: MissCause;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
  readonly decisionId: string | null;
  readonly foundOn: FuzzyDate;
  readonly foundBy: FoundBy;
  readonly source: Source | null;
  /** As they were when it was missed: a later correction fills in what was not stated and moves nothing. */
  readonly kind: string;
  readonly unitId: string | null;
  /** Talks about it after the decision; never a MED review (A6). */
  readonly discussedOn: readonly LocalDate[];
  readonly acknowledged: readonly { readonly side: Side; readonly on: LocalDate }[];
  readonly explanations: readonly {
    readonly side: Side;
    readonly causes: readonly ExplainedCause[];
    readonly note: string | null;
    readonly source: Source | null;
  }[];
}

/** The act that ended a duty without a review: who, in which role, why, when. */
export interface EndStory {
  readonly act: string;
  readonly personId: string;
  readonly role: string;
  readonly reason: string;
  readonly at: string;
}

export interface PointStory {
  readonly pointId: string;
  readonly kind: DecisionPointKind;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
  /** Where the date is known from; null where nobody said, and after it was moved. */
  readonly source: Source | null;
}

export interface DecisionStory {
  readonly decisionId: string;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
  /** The latest day on which it can have been: as stated, else the day of recording. */
  readonly day: LocalDate;
  readonly recordedOn: LocalDate;
  readonly outcome: 'approved' | 'rejected' | 'postponed' | 'notStated';
  readonly pointId: string | null;
  readonly neverTaken: boolean;
  readonly source: Source | null;
}

export interface ReviewStory {
  readonly reviewId: string;
  readonly committeeId: string;
  readonly meetingId: string;
  readonly heldOn: LocalDate;
  readonly form: 'discussion' | 'briefing';
  readonly maturity: Maturity;
  readonly stage: Stage | null;
  readonly provisional: boolean;
  readonly goesOn: 'nextMeeting' | 'nextVersion' | null;
  readonly versionDiscussed: string | null;
  /** The filed version that was discussed. */
  readonly paperVersion: string | null;
  readonly countsFor: readonly string[];
  readonly doesNotCountFor: MedReviewHeld['data']['doesNotCountFor'];
}

/** Expectations that were aligned with a committee (A18). */
export interface AlignmentStory {
  readonly alignmentId: string;
  readonly committeeId: string;
  readonly meetingId: string | null;
  readonly on: LocalDate;
  readonly note: string;
}

/** Papers that went out for a meeting, with what was said of it. */
export interface DispatchStory extends Lateness {
  readonly dispatchId: string;
  readonly version: string;
  readonly meetingId: string;
  readonly committeeId: string;
  readonly meetingOn: LocalDate;
  readonly on: LocalDate;
  readonly recipients: number | null;
  readonly sentTo: string | null;
  readonly reason: string | null;
  readonly remarks: readonly { readonly side: Side; readonly remark: string }[];
}

/** The proposal became materially another one after it was discussed (A11). */
export interface AlterationStory {
  readonly alterationId: string;
  readonly what: readonly AlteredThing[];
  readonly on: LocalDate;
  readonly note: string;
  readonly requirementIds: readonly string[];
  /** Those among them whose remarks had gone to all who decide. */
  readonly forwarded: readonly string[];
  /** What each of the two chairs said who holds that no new review is needed. */
  readonly given: readonly { readonly office: 'chair' | 'deputyChair'; readonly reason: string }[];
  /** Both said so. */
  readonly settled: boolean;
}

export interface FollowUpStory {
  readonly followUpId: string;
  readonly meetingId: string;
  readonly kind: FollowUpPromised['data']['kind'];
  readonly what: string;
  readonly owner: string | null;
  readonly recipient: string | null;
  readonly due: FollowUpPromised['data']['due'];
  readonly settledOn: LocalDate | null;
}

export interface DisputeStory {
  readonly disputeId: string;
  readonly reason: string;
  readonly outcome: 'assessmentStands' | 'medRelevant' | 'notMedRelevant' | null;
}

export const statusOf = ({ miss, progress }: RequirementStory): RequirementStatus =>
  miss && miss.state !== 'recordedInError' ? miss.state : progress;

/** Whether it is owed and was not discussed yet. */
export const isOpen = (one: RequirementStory): boolean => ['unplaced', 'placed', 'dispatched'].includes(statusOf(one));

/**
 * Whether MED is owed, was given or was missed a review of it, or both chairs settled that it is none: only then does the
 * case answer the question that it grew out of. What one person ended before anybody reviewed it answers nothing.
 */
export const hasOrHadDuty = ({ requirements, reviews, disputes }: CaseStory): boolean =>
  Object.values(requirements).some(
    (one) =>
      (one.progress !== 'endedWithoutReview' && one.progress !== 'superseded') ||
      (one.miss !== null && one.miss.state !== 'recordedInError') ||
      one.endedBy?.act === 'DisputeSettled',
  ) ||
  Object.values(reviews).some(({ countsFor }) => countsFor.length > 0) ||
  Object.values(disputes).some(({ outcome }) => outcome === 'notMedRelevant');

/** Nothing is known yet. */
export const noStory: CaseStory = {
  title: '',
  description: null,
  titles: [],
  kind: 'other',
  unitId: null,
  decider: { body: 'notStated', managerUnitId: null },
  decisionScope: null,
  ownerId: null,
  externalNumbers: [],
  found: null,
  source: null,
  origin: null,
  relevance: 'undetermined',
  ask: [],
  withdrawn: false,
  requirements: {},
  points: {},
  decisions: {},
  starts: [],
  recommendations: [],
  forwarded: [],
  reviews: {},
  alignments: [],
  papers: [],
  dispatches: {},
  presentations: {},
  alterations: {},
  links: {},
  followUps: {},
  disputes: {},
};
