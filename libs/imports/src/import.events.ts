import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';

/**
 * The story of one imported document: received, and committed once or more. The document itself stands in the private
 * store under the same id, because it may hold names; the log knows only that it came and what became of it. Stream
 * `import-<uuid>`; the id follows from the bytes, so that the same file is the same import whoever sends it.
 */
export type ImportEvent = DocumentReceived | ImportCommitted | ImportSetAside;

/** What a document is imported as. */
export type ImportKindName = 'minutes' | 'structure' | 'meetingPlan' | 'politicalAgenda';

/** A document arrived and could be read. Nothing else has happened yet. */
export type DocumentReceived = DomainEvent<
  'DocumentReceived',
  {
    readonly kind: ImportKindName;
    readonly format: string;
    /** SHA-256 of the bytes, hexadecimal: proof of what was read. */
    readonly hash: string;
    readonly bytes: number;
    /** It came through the watched folder rather than from a person. */
    readonly fromFolder: boolean;
  }
>;

/** What a person chose was carried out. Committing again with nothing new to do appends nothing. */
export type ImportCommitted = DomainEvent<
  'ImportCommitted',
  {
    /** What it led to: streams that were written to, by their ids. */
    readonly subjects: readonly string[];
    /** How many facts were recorded by it. */
    readonly facts: number;
  }
>;

/** A person decided that nothing shall come of it. */
export type ImportSetAside = DomainEvent<'ImportSetAside', { readonly reason: string }>;

export const importSealedFields: SealedFields = { ImportSetAside: [{ path: 'reason' }] };
