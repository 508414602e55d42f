import type { NewEvent, RecordedEvent } from './event.js';

/**
 * A field of an event that holds free text. `path` walks objects by dots and every element of a list by `[]`:
 * `reason`, `parts[].text`. A text with a `room` is sealed with that room's key of the stream instead of the stream's
 * own, so that whoever cannot have the room's keys cannot read it.
 */
export interface SealedField {
  readonly path: string;
  readonly room?: string;
}

/** Which fields of which event types are free text. */
export type SealedFields = Readonly<Record<string, readonly SealedField[]>>;

/** What stands for a text whose key was destroyed. */
export const ERASED = '[erased]';

/** What stands for a text that was altered after it was sealed, or moved from where it belongs. */
export const UNREADABLE = '[unreadable]';

/** Keys by scope: a stream's name, or `<stream>/<room>`. 32 bytes each, random, erasable. */
export abstract class KeyRing {
  /** The keys of scopes, made and on disk before the answer where there was none. */
  abstract ensure(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** The keys of scopes that have one. */
  abstract find(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Seals marked texts between decision and append, and opens them for queries, views and exports. */
export abstract class Codec {
  abstract seal(stream: string, events: readonly NewEvent[]): Promise<NewEvent[]>;
  /** Decisions fold sealed events; only what shows texts to somebody opens them. */
  abstract open<E extends RecordedEvent>(events: readonly E[]): Promise<E[]>;
  /**
   * A hash of a command's body that tells whether two are equal and nothing else: keyed with the stream's key, so that
   * nobody can try out guesses of a text against it once that key is gone.
   */
  abstract fingerprint(stream: string, body: unknown): Promise<string>;
}
