import type { DomainEvent } from '@rettidig/event-sourcing';
import type { DeciderOfChange, FactAnswer } from '@rettidig/rules';
import type { DecidingBody, ExternalNumber, FuzzyDate, LocalDate, Source } from '@rettidig/vocabulary';
import type { AfterReviewEvent } from './after-review.events.js';
import type { AlignedWithMed } from './alignment.events.js';
import type {
  ChangeWithdrawn,
  DecisionRecordCorrected,
  DecisionRecorded,
  ImplementationStarted,
  RecommendationSubmitted,
  RequirementBypassed,
} from './decision.events.js';
import type {
  AssessmentDisputed,
  AssessmentOverridden,
  DeclarationRechecked,
  DeclaredNotMedRelevant,
  DisputeSettled,
  MedInvolvementAssessed,
} from './duty.events.js';
import type {
  Found,
  MedReviewMissed,
  MissAcknowledged,
  MissDiscussed,
  MissExplained,
  MissRebutted,
} from './miss.events.js';
import type { PapersEvent } from './papers.events.js';
import type { ReviewsPlanned } from './plan.events.js';
import type {
  CasePlacedOnAgenda,
  CaseTakenOffAgenda,
  FollowUpPromiseAssigned,
  FollowUpPromised,
  FollowUpSettled,
  MedReviewConfirmed,
  MedReviewHeld,
  RemarksForwarded,
} from './review.events.js';

export type * from './duty.events.js';
export type * from './review.events.js';
export type * from './decision.events.js';
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
