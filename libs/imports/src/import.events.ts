import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';

/**
 * The story of one imported document: received, begun and committed once or more. The document itself stands in the private
 * store under the same id, because it may hold names; the log knows only that it came and what became of it. Stream
 * `import-<uuid>`; the id follows from the bytes, so that the same file is the same import whoever sends it.
 */
export type ImportEvent = DocumentReceived | ImportBegun | ImportCommitted | ImportSetAside;

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

/**
 * Somebody is about to carry out what was chosen. Said before the first step that records something, so that whoever
 * commits after a process died, or at the same time with another plan, finds all that was recorded.
 */
export type ImportBegun = DomainEvent<'ImportBegun', { readonly steps: readonly BegunStep[] }>;

/** A command that an import is about to give: its events bear its id, in this stream. */
export interface BegunStep {
  readonly commandId: string;
  readonly stream: string;
}

/** What a person chose was carried out. Committing again with nothing new to do appends nothing. */
export type ImportCommitted = DomainEvent<
  'ImportCommitted',
  {
    /** What the import led to so far: streams that were written to, by their ids. */
    readonly subjects: readonly string[];
    /** How many facts were recorded since it was said last. */
    readonly facts: number;
  }
>;

/** A person decided that nothing shall come of it. */
export type ImportSetAside = DomainEvent<'ImportSetAside', { readonly reason: string }>;

export const importSealedFields: SealedFields = { ImportSetAside: [{ path: 'reason' }] };
