import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { ExternalNumber, LocalDate, PoliticalBody } from '@rettidig/vocabulary';

/**
 * The agenda of one meeting of one political body, in the versions in which it was published. Stream
 * `politicalAgenda-<uuid>`; the id follows from body and day, so that every import of it meets the same stream.
 */
export type PoliticalAgendaEvent = PoliticalAgendaImported | AgendaItemLinked | AgendaItemUnlinked;

/** An item of a political agenda. Never called an agenda item of a committee. */
export interface PoliticalItem {
  /** Follows from the agenda and the item's own number in the sending system, or else from its title. */
  readonly itemId: string;
  /** What its id follows from without a number of its own: so it is recognised when it comes from another system. */
  readonly alias: string;
  /** As printed: `3`, `4.a`. */
  readonly number: string;
  /** Sealed. Missing for a closed item: what is not public is not taken in. */
  readonly title?: string;
  /** Sealed. What the recommendation or summary says, when it came along. */
  readonly text?: string;
  readonly externalNumbers: readonly ExternalNumber[];
  /** Not public: only that it is there. */
  readonly closed: boolean;
  /** Tells a changed wording from the same one without keeping the wording readable. */
  readonly fingerprint: string;
}

/** A version of the agenda as it was published. A partial one never removes; from a whole one, what is gone is withdrawn. */
export type PoliticalAgendaImported = DomainEvent<
  'PoliticalAgendaImported',
  {
    readonly body: PoliticalBody;
    readonly on: LocalDate;
    /** Counts from 1. */
    readonly version: number;
    readonly complete: boolean;
    /** The import that brought it. */
    readonly importId: string;
    /** Items that are new in this version. */
    readonly added: readonly PoliticalItem[];
    /** Items whose wording or numbers differ from the version before. */
    readonly changed: readonly PoliticalItem[];
    /** Items that are no longer there; they stay, as withdrawn. */
    readonly withdrawn: readonly string[];
    /** Items that had been withdrawn and are back. */
    readonly returned: readonly string[];
  }
>;

/** A person says which case an item is about; numbers that agree need no such act. */
export type AgendaItemLinked = DomainEvent<'AgendaItemLinked', { readonly itemId: string; readonly caseId: string }>;
export type AgendaItemUnlinked = DomainEvent<
  'AgendaItemUnlinked',
  { readonly itemId: string; readonly caseId: string; readonly reason: string }
>;

export const politicalAgendaSealedFields: SealedFields = {
  PoliticalAgendaImported: [
    { path: 'added[].title' },
    { path: 'added[].text' },
    { path: 'changed[].title' },
    { path: 'changed[].text' },
  ],
  AgendaItemUnlinked: [{ path: 'reason' }],
};
