import type { DomainEvent } from '@rettidig/event-sourcing';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate, LocalDate, Side, Source } from '@rettidig/vocabulary';

// The part of a case’s story that begins when a review was missed.

/** Who found a missed review. */
export type FoundBy =
  | 'managementSide'
  | 'employeeSide'
  | 'secretariat'
  /** The decision or start was recorded while the duty was open. */
  | 'registration'
  /** A later change of facts, structure or rules showed it. */
  | 'reassessment'
  | 'notStated';

/** How and when it was found that something had happened (A2). */
export interface Found {
  readonly on: FuzzyDate;
  readonly by: FoundBy;
}

/** Why a requirement was missed (design section 6). */
export type MissCause = 'decidedBeforeMed' | 'startedBeforeMed' | 'wrongCommittee' | 'briefingOnly';

/**
 * A requirement was not MED-treated before decision or start. Never taken back; later events change its state. Told
 * again of the same requirement only after the miss before was rebutted or recorded in error: it is missed once more.
 */
export type MedReviewMissed = DomainEvent<
  'MedReviewMissed',
  {
    readonly requirementId: string;
    /** The committee that was right on the day of the decision (A5); null when there was none. */
    readonly committeeId: string | null;
    readonly role: RequiredReview['role'];
    readonly before: BeforeAct;
    readonly cause: MissCause;
    readonly body: DecidingBody;
    /** When it was decided, or started. */
    readonly when: FuzzyDate;
    readonly decisionId?: string;
    readonly startId?: string;
    readonly foundOn: FuzzyDate;
    readonly foundBy: FoundBy;
    readonly source?: Source;
  }
>;
/** It was talked about after the decision: a fact on the miss, never a MED review (A6). */
export type MissDiscussed = DomainEvent<
  'MissDiscussed',
  {
    readonly requirementIds: readonly string[];
    readonly committeeId: string;
    readonly meetingId: string;
    readonly itemId: string;
    readonly heldOn: LocalDate;
    readonly source?: Source;
  }
>;
/** Approved minutes show a timely review in the right committee: the row stays, and says so. */
export type MissRebutted = DomainEvent<'MissRebutted', { readonly requirementId: string; readonly reviewId: string }>;
/** A side acknowledges or regrets it; not an admission of a breach (A9). */
export type MissAcknowledged = DomainEvent<
  'MissAcknowledged',
  { readonly requirementIds: readonly string[]; readonly side: Side; readonly on: LocalDate; readonly source?: Source }
>;

export type ExplainedCause =
  'noClearExplanation' | 'notThoughtOf' | 'timePressure' | 'wrongLevelAssumed' | 'changedUnderway' | 'other';

/** What one side says was the cause (A8, D6). Several, from either side, added at any time. */
export type MissExplained = DomainEvent<
  'MissExplained',
  {
    readonly requirementIds: readonly string[];
    readonly causes: readonly ExplainedCause[];
    readonly side: Side;
    readonly note?: string;
    readonly source?: Source;
  }
>;
