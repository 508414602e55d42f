import type { DomainEvent } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

/**
 * What MED expects was talked through with it before anything was drafted (A18, "forventningsafstemning"). It never counts
 * as a review: nobody could discuss a proposal that was not there yet.
 */
export type AlignedWithMed = DomainEvent<
  'AlignedWithMed',
  {
    readonly alignmentId: string;
    readonly committeeId: string;
    /** The meeting that it was talked about in. */
    readonly meetingId?: string;
    readonly on: LocalDate;
    /** What was agreed, and what MED asked to be looked at. */
    readonly note: string;
    readonly source?: Source;
  }
>;
