import type { NewEvent, Position, RecordedEvent } from './event.js';

/** The expected revision of a stream that must not exist yet. */
export const NO_STREAM = -1;

/** Where an append ended. */
export interface Appended {
  /** The revision of the last appended event. */
  readonly revision: number;
  /** The position of the last appended event. */
  readonly position: Position;
}

/** Which events a reader wants: all of them, or those of some categories. */
export interface ReadOptions {
  /** Exclusive. */
  readonly after: Position;
  /** Stream categories (`change`, `meeting`); all when left out. */
  readonly categories?: readonly string[];
  /** At most so many events; the adapter may answer fewer but never none while there are any. */
  readonly limit?: number;
}

/**
 * The log. One append is one stream and all or nothing; when `append` answers, the events are on disk. Every adapter
 * passes the suite in `testing/event-store-contract.ts`.
 */
export abstract class EventStore {
  /**
   * Appends with an exact expected revision. The same events (same ids) at the same expected revision once more is
   * answered as the first time.
   * @throws RevisionConflict when the stream is elsewhere.
   * @throws TryLater when the store cannot take it now (disk full, stopping).
   */
  abstract append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended>;

  /** All events of a stream from `fromRevision` (0) on, in order; empty when there is none. */
  abstract readStream(stream: string, fromRevision?: number): Promise<RecordedEvent[]>;

  /** A page of the log in order. Empty at the end of the log. */
  abstract readAll(options: ReadOptions): Promise<RecordedEvent[]>;

  /** The position of the last event, `START` when there is none. */
  abstract head(): Promise<Position>;

  /** How many events lie after a position: the lag of a view. */
  abstract countAfter(position: Position): Promise<number>;

  /**
   * The log from `after` on in batches, never ending, until the signal aborts. What is appended later arrives without
   * polling by the caller.
   */
  abstract subscribe(options: ReadOptions, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;

  /** Checkpoints of reactions live with the log, so that a lost view never makes a reaction run again. */
  abstract readCheckpoint(name: string): Promise<Position | undefined>;
  abstract saveCheckpoint(name: string, position: Position): Promise<void>;

  /** Events that a reaction gave up on after its last attempt; shown in `/readyz`. */
  abstract park(parked: ParkedEvent): Promise<void>;
  abstract parked(): Promise<readonly ParkedEvent[]>;

  /** Finishes what was accepted, then releases files and locks. */
  abstract close(): Promise<void>;
}

/** An event that a reaction could not handle. `error` is a code or class name, never a text with data in it. */
export interface ParkedEvent {
  readonly reaction: string;
  readonly eventId: string;
  readonly position: Position;
  readonly error: string;
  readonly attempts: number;
}
