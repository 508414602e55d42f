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

  /**
   * A page of the log in order. Empty at the end of the log. It holds at least what this store has answered about: what it
   * appended, and all up to a head that it told; what another process appended since may come with the next page.
   * @throws RangeError for an `after` that is no position of this kind of log.
   */
  abstract readAll(options: ReadOptions): Promise<RecordedEvent[]>;

  /** The position of the last event, `START` when there is none. */
  abstract head(): Promise<Position>;

  /**
   * How many events lie after a position: the lag of a view. Exact near the end of the log; further back a store that
   * does not count may tell an estimate, for progress bars.
   */
  abstract countAfter(position: Position): Promise<number>;

  /**
   * Whether an event stands at exactly this position, as it must for a checkpoint of this log. `START` always does.
   * @throws RangeError for what is no position of this kind of log: damaged, or made by another engine.
   */
  abstract holds(position: Position): Promise<boolean>;

  /**
   * The log from `after` on in batches, never ending, until the signal aborts. What is appended later arrives without
   * polling by the caller.
   */
  abstract subscribe(options: ReadOptions, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;

  /**
   * Takes what only one process may do at a time, under a name, with the place where the holder before left off; both live
   * with the log, so that a lost view never makes a reaction run again. Waits until nobody else has it.
   * @returns undefined when the signal aborts first.
   */
  abstract lease(name: string, signal: AbortSignal): Promise<Lease | undefined>;

  /** Events that a reaction gave up on after its last attempt; shown in `/readyz`. */
  abstract park(parked: ParkedEvent): Promise<void>;
  abstract parked(): Promise<readonly ParkedEvent[]>;

  /** How the store stands, without asking it: for `/readyz` and `/metrics`. */
  abstract status(): StoreStatus;

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

/** The right to do something alone, and how far it was done. */
export interface Lease {
  /** The last place that anybody saved; undefined when nobody ever did. */
  readonly position: Position | undefined;
  /** Aborts when somebody else has it now, because this process stood still for too long. */
  readonly lost: AbortSignal;
  /**
   * Saves a place; an earlier one than before changes nothing.
   * @throws LeaseLost when somebody else has it now. Nothing was saved then.
   */
  save(position: Position): Promise<void>;
  /** Lets the next one have it at once. */
  release(): Promise<void>;
}

/** Where a subscription stands. `live`: it has seen the end of the log. */
export type SubscriptionState = 'connecting' | 'catching-up' | 'live' | 'backing-off' | 'failed';

/** How a store stands. */
export interface StoreStatus {
  /** The code of what stands in the way (`store.unreachable`), null while it answers. */
  readonly trouble: string | null;
  /** The subscription that the process follows the log with. A log in the same process is always `live`. */
  readonly subscription: SubscriptionState;
}
