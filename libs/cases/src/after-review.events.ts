import type { DomainEvent } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

// What happens to a proposal after it was discussed (A11), and cases that belong together (A22).

/** What of a proposal became another. */
export type AlteredThing = 'scope' | 'date' | 'money' | 'staff';

/**
 * The proposal is materially another one than the one that was discussed. Reviews held on that day or before count no
 * longer for these duties, which are open again, unless chair and deputy chair agree that no new review is needed.
 */
export type ChangedAfterReview = DomainEvent<
  'ChangedAfterReview',
  {
    readonly alterationId: string;
    readonly what: readonly AlteredThing[];
    /** The day on which the proposal became another one. */
    readonly on: LocalDate;
    readonly note: string;
    /** Duties that are open again; none after a decision or start: then it is only noted. */
    readonly requirementIds: readonly string[];
    readonly source?: Source;
  }
>;

/** One of the two says that what was discussed still holds; it counts when both say so. */
export type NoNewReviewNeeded = DomainEvent<
  'NoNewReviewNeeded',
  {
    readonly alterationId: string;
    readonly office: 'chair' | 'deputyChair';
    /** True on the second of the two. */
    readonly byBoth: boolean;
    readonly reason: string;
    /** Duties whose reviews count again once both said so. */
    readonly requirementIds: readonly string[];
  }
>;

/** How another case belongs to this one: this one is the temporary solution of it, the permanent one, or near to it. */
export type CaseLink = 'temporaryOf' | 'permanentOf' | 'related';

/** Two cases belong together. Each needs its own review: one of the other never counts (A22). Told on both. */
export type ChangesLinked = DomainEvent<
  'ChangesLinked',
  {
    readonly otherId: string;
    /** `unrelated` takes back a link made in error. */
    readonly as: CaseLink | 'unrelated';
  }
>;

export type AfterReviewEvent = ChangedAfterReview | NoNewReviewNeeded | ChangesLinked;
