import type { DomainEvent } from '@rettidig/event-sourcing';
import type { Stage } from '@rettidig/meetings';
import type { LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';

// A case on its way through MED: on the agenda, discussed, and what was promised there.

/** How far a proposal had come (A14-A16): `final` leaves little to influence. */
export type Maturity = 'idea' | 'draft' | 'final' | 'notStated';

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
