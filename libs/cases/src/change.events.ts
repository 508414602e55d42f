import type { DomainEvent } from '@rettidig/event-sourcing';
import type { Stage } from '@rettidig/meetings';
import type {
  Found,
  MedReviewMissed,
  MissAcknowledged,
  MissDiscussed,
  MissExplained,
  MissRebutted,
} from './miss.events.js';
import type { AlignedWithMed } from './alignment.events.js';
import type { AfterReviewEvent } from './after-review.events.js';
import type { PapersEvent } from './papers.events.js';
import type { ReviewsPlanned } from './plan.events.js';
import type { Assessment, DeciderOfChange, FactAnswer, RequiredReview } from '@rettidig/rules';
import type { DecidingBody, ExternalNumber, FuzzyDate, LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';

export type * from './miss.events.js';
export type * from './alignment.events.js';
export type * from './after-review.events.js';
export type * from './papers.events.js';
export type * from './plan.events.js';

/**
 * The story of one organisational change, from registration to decision: what MED owes it, what was held, decided,
 * missed, and what became of the miss. Stream `change-<uuid>`. Every event names the requirements that it touches, so
 * that a reader needs nothing but the event.
 */
export type ChangeEvent =
  // registered and owned
  | ChangeRegistered
  | CaseOwnerAssigned
  | ChangeFactsCorrected
  | DecisionPointPlanned
  | DecisionPointMoved
  | AlignedWithMed
  | PapersEvent
  | PapersCorrected
  | ReviewsPlanned
  // what MED owes it
  | MedInvolvementAssessed
  | DeclaredNotMedRelevant
  | DeclarationRechecked
  | AssessmentOverridden
  | AssessmentDisputed
  | DisputeSettled
  // on the way through MED
  | CasePlacedOnAgenda
  | CaseTakenOffAgenda
  | MedReviewHeld
  | MedReviewConfirmed
  | FollowUpPromised
  | FollowUpPromiseAssigned
  | FollowUpSettled
  | RemarksForwarded
  // after the discussion
  | AfterReviewEvent
  // what happened in the world
  | RecommendationSubmitted
  | RequirementBypassed
  | DecisionRecorded
  | DecisionRecordCorrected
  | ImplementationStarted
  | ChangeWithdrawn
  // a missed review and what became of it
  | MedReviewMissed
  | MissDiscussed
  | MissRebutted
  | MissAcknowledged
  | MissExplained;

/** How far a proposal had come (A14-A16): `final` leaves little to influence. */
export type Maturity = 'idea' | 'draft' | 'final' | 'notStated';

export type ChangeRegistered = DomainEvent<
  'ChangeRegistered',
  {
    readonly title: string;
    readonly description?: string;
    readonly kind: string;
    readonly facts: Readonly<Record<string, FactAnswer>>;
    /** Null: "ikke oplyst". */
    readonly unitId: string | null;
    readonly decider: DeciderOfChange;
    readonly ownerId: string | null;
    readonly externalNumbers: readonly ExternalNumber[];
    /** Set when it was found afterwards rather than planned. */
    readonly found?: Found;
    readonly source?: Source;
    readonly decisionScope?: DecisionScope;
    /** The possible miss that became this case. */
    readonly origin?: OriginOfCase;
  }
>;

/**
 * What politicians, or whoever decides, are to take a position on (A11): "det midlertidige tilbud alene". What was
 * discussed was this much and no more, so that a decision that came to cover more is seen.
 */
export interface DecisionScope {
  /** What of the case it covers. */
  readonly covers: ScopeCover;
  readonly text?: string;
}

export type ScopeCover = 'all' | 'temporary' | 'part' | 'notStated';

/** What a case grew out of: the question on the list "Til vurdering". */
export interface OriginOfCase {
  readonly possibleMissId: string;
}
export type CaseOwnerAssigned = DomainEvent<'CaseOwnerAssigned', { readonly ownerId: string }>;

/** Facts as they are now; the assessment in the same append says what follows. */
export type ChangeFactsCorrected = DomainEvent<
  'ChangeFactsCorrected',
  {
    readonly facts?: Readonly<Record<string, FactAnswer>>;
    readonly kind?: string;
    readonly unitId?: string | null;
    readonly decider?: DeciderOfChange;
    readonly title?: string;
    readonly decisionScope?: DecisionScope;
    readonly reason: string;
    /** Open requirements that end without a review because of it. */
    readonly ends: readonly string[];
    /** Open requirements that another committee's take the place of because of it. */
    readonly replaces?: readonly string[];
  }
>;

export type DecisionPointKind = 'presentation' | 'forInformation' | 'recommendation' | 'decision' | 'start';

/** A date before which something must have happened; several bodies are several points (A12, A20). */
export type DecisionPointPlanned = DomainEvent<
  'DecisionPointPlanned',
  {
    readonly pointId: string;
    readonly kind: DecisionPointKind;
    readonly body: DecidingBody;
    readonly when: FuzzyDate;
    readonly source?: Source;
  }
>;
export type DecisionPointMoved = DomainEvent<
  'DecisionPointMoved',
  { readonly pointId: string; readonly from: FuzzyDate; readonly to: FuzzyDate; readonly reason: string }
>;
/** An erratum announced in a meeting (B3, G9): what stood there, what is right. */
export type PapersCorrected = DomainEvent<
  'PapersCorrected',
  {
    readonly was: string;
    readonly isNow: string;
    readonly announcedOn: LocalDate;
    readonly meetingId?: string;
    readonly source?: Source;
  }
>;

/** A duty with its id: hash of case, committee, duty and act, stable over re-assessments. */
export interface Requirement extends RequiredReview {
  readonly requirementId: string;
}

export type MedInvolvementAssessed = DomainEvent<
  'MedInvolvementAssessed',
  {
    readonly relevance: Assessment['relevance'];
    /** All that stand after it, in order; those that stood before keep their ids. */
    readonly requirements: readonly Requirement[];
    /** Open ones that another committee or act took the place of. */
    readonly superseded: readonly string[];
    readonly explanation: Assessment['explanation'];
    readonly cause: 'registration' | 'facts' | 'decision' | 'start' | 'structure' | 'rules' | 'dispute' | 'override';
  }
>;

/** Somebody says that it is no MED case. Searchable, and reaches the deputy chair at once. */
export type DeclaredNotMedRelevant = DomainEvent<
  'DeclaredNotMedRelevant',
  { readonly reason: string; readonly ends: readonly string[] }
>;
/** Somebody looked a second time at such a declaration, drawn or not; one that does not stand is disputed with it. */
export type DeclarationRechecked = DomainEvent<
  'DeclarationRechecked',
  { readonly stands: boolean; readonly reason: string }
>;
/** Another committee or act than the rules say. */
export type AssessmentOverridden = DomainEvent<
  'AssessmentOverridden',
  { readonly requirements: readonly Requirement[]; readonly reason: string; readonly ends: readonly string[] }
>;
/** The deputy chair, or whoever looked at it again, disagrees with the assessment or with an act that lowered the duty. */
export type AssessmentDisputed = DomainEvent<
  'AssessmentDisputed',
  { readonly disputeId: string; readonly reason: string }
>;
/** Chair and deputy chair agreed; the second of the two settles it. */
export type DisputeSettled = DomainEvent<
  'DisputeSettled',
  {
    readonly disputeId: string;
    readonly office: 'chair' | 'deputyChair';
    readonly byBoth: boolean;
    readonly outcome: 'assessmentStands' | 'medRelevant' | 'notMedRelevant';
    readonly reason: string;
    /** Requirements that are open again because of it. */
    readonly reopens: readonly string[];
    readonly ends: readonly string[];
  }
>;

/** Mirrored from the meeting, by reaction. */
export type CasePlacedOnAgenda = DomainEvent<
  'CasePlacedOnAgenda',
  {
    readonly meetingId: string;
    readonly itemId: string;
    readonly committeeId: string;
    readonly on: LocalDate;
    readonly requirementIds: readonly string[];
  }
>;
export type CaseTakenOffAgenda = DomainEvent<
  'CaseTakenOffAgenda',
  {
    readonly meetingId: string;
    readonly itemId: string;
    readonly because: 'itemWithdrawn' | 'meetingCancelled';
    readonly requirementIds: readonly string[];
    /** Who did it at the meeting: the mirror itself is the system's. */
    readonly by: { readonly personId: string; readonly role: string };
    readonly reason: string;
  }
>;

/** Why a review that was held does not count for a requirement. */
export type DoesNotCount =
  | 'afterDecision'
  | 'sameDayAsDecision'
  | 'orderNotKnown'
  | 'wrongCommittee'
  | 'committeeNotInForce'
  | 'briefingOnly'
  | 'minutesNotApproved'
  /** The proposal changed materially on that day or later, and the chairs have not agreed that it still holds. */
  | 'changedAfterwards';

/** The committee had the case as an item of a meeting that was held; recorded by its secretary, never by the owner. */
export type MedReviewHeld = DomainEvent<
  'MedReviewHeld',
  {
    readonly reviewId: string;
    readonly committeeId: string;
    readonly meetingId: string;
    readonly itemId: string;
    readonly heldOn: LocalDate;
    readonly form: 'discussion' | 'briefing';
    readonly maturity: Maturity;
    /** Of the material, as the agenda stated it. */
    readonly stage?: Stage;
    readonly versionDiscussed?: string;
    /** The filed version of the papers that it was about. */
    readonly paperVersion?: string;
    /** True until chair and deputy chair have approved the minutes. */
    readonly provisional: boolean;
    /** The discussion is not over: it goes on at the next meeting, or with the next version of the papers. */
    readonly goesOn?: 'nextMeeting' | 'nextVersion';
    /** Requirements that it counts for. */
    readonly countsFor: readonly string[];
    /** Requirements that it does not count for, and why. */
    readonly doesNotCountFor: readonly { readonly requirementId: string; readonly why: DoesNotCount }[];
    readonly source?: Source;
  }
>;
/** The minutes of the meeting are approved by both: the review is no longer provisional. */
export type MedReviewConfirmed = DomainEvent<'MedReviewConfirmed', { readonly reviewId: string }>;

/** Mirrored from the meeting: somebody owes this case something before it is done. */
export type FollowUpPromised = DomainEvent<
  'FollowUpPromised',
  {
    readonly followUpId: string;
    readonly meetingId: string;
    readonly itemId: string;
    readonly kind:
      'answerQuestions' | 'forwardRemarks' | 'nextMeeting' | 'changeDocument' | 'reportBack' | 'otherAction';
    readonly what: string;
    readonly owner?: string;
    readonly recipient?: string;
    readonly due: { readonly on: LocalDate } | { readonly nextMeeting: true } | { readonly notStated: true };
    readonly source?: Source;
  }
>;
/** Who does it, or by when, was said afterwards. */
export type FollowUpPromiseAssigned = DomainEvent<
  'FollowUpPromiseAssigned',
  {
    readonly followUpId: string;
    readonly owner?: string;
    readonly due?: { readonly on: LocalDate } | { readonly nextMeeting: true };
  }
>;
export type FollowUpSettled = DomainEvent<'FollowUpSettled', { readonly followUpId: string; readonly on: LocalDate }>;

/** The remarks went to those who decide: proof for the decision basis (I2). */
export type RemarksForwarded = DomainEvent<
  'RemarksForwarded',
  {
    readonly to: PoliticalBody | 'manager';
    readonly recipient?: string;
    readonly on: LocalDate;
    readonly completes: readonly string[];
  }
>;

/** A recommendation went to the politicians. */
export type RecommendationSubmitted = DomainEvent<
  'RecommendationSubmitted',
  {
    readonly to: PoliticalBody;
    readonly on: LocalDate;
    /** The decision that it is for, where the body treats the case several times (A17). */
    readonly pointId?: string;
    /** Requirements that were open: recommended before MED, still to be discussed. */
    readonly recommendedBeforeMed: readonly string[];
  }
>;
/** Somebody went on although something was missing: named, with a reason, at that moment (A1). */
export type RequirementBypassed = DomainEvent<
  'RequirementBypassed',
  { readonly requirementIds: readonly string[]; readonly act: 'recommendation'; readonly reason: string }
>;

export type DecisionRecorded = DomainEvent<
  'DecisionRecorded',
  {
    readonly decisionId: string;
    readonly body: DecidingBody;
    readonly when: FuzzyDate;
    readonly outcome: 'approved' | 'rejected' | 'postponed' | 'notStated';
    readonly pointId?: string;
    readonly found?: Found;
    readonly source?: Source;
  }
>;
/** The record of a decision was wrong: another day, another body, or no decision at all. The row stays. */
export type DecisionRecordCorrected = DomainEvent<
  'DecisionRecordCorrected',
  {
    readonly decisionId: string;
    readonly body: DecidingBody;
    readonly when: FuzzyDate;
    /** There was no such decision. */
    readonly neverTaken: boolean;
    readonly reason: string;
    /** Rows that were recorded in error because of it. */
    readonly recordedInError: readonly string[];
  }
>;
export type ImplementationStarted = DomainEvent<
  'ImplementationStarted',
  { readonly startId: string; readonly when: FuzzyDate; readonly found?: Found; readonly source?: Source }
>;
export type ChangeWithdrawn = DomainEvent<
  'ChangeWithdrawn',
  { readonly reason: string; readonly ends: readonly string[] }
>;
