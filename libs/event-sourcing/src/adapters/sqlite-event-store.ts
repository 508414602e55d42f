/* eslint-disable @typescript-eslint/require-await -- the port promises; this adapter answers at once or refuses */
import type { Statement } from 'better-sqlite3';
import { RevisionConflict, TryLater } from '../errors.js';
import {
  EventStore,
  type Appended,
  type Lease,
  type ParkedEvent,
  type ReadOptions,
  type StoreStatus,
} from '../event-store.js';
import type { NewEvent, Position, RecordedEvent } from '../event.js';
import { Bell, follow } from './follow.js';
import { LocalLeases } from './local-leases.js';
import { openLog, type LogDatabase } from './log-file.js';
import { LogReader } from './log-reader.js';
import { LogWriter, type WriteRequest, type WriteResult } from './log-writer.js';
import { OwnerLock } from './owner-lock.js';
import { numberOf, tokenOf } from './position.js';
import { RecentEvents } from './recent.js';
import { WriteQueue } from './write-queue.js';

/** A page, when the reader does not say: large enough to be cheap, small enough to let others have their turn. */
const PAGE = 500;

/** How long whoever meets a stopping store should wait for the next one. */
const SECONDS_UNTIL_RESTART = 5;

/** The log in one SQLite file: one process owns it, one transaction holds what was asked for at the same time. */
export class SqliteEventStore extends EventStore {
  readonly #queue: WriteQueue;
  readonly #reader: LogReader;
  readonly #recent: RecentEvents;
  readonly #bell = new Bell();
  readonly #stopped = new AbortController();
  readonly #leases: LocalLeases;
  readonly #readParked: Statement;
  #closing: Promise<void> | undefined;

  /**
   * Takes the file for this process and opens it, making it when there is none.
   * @throws Unusable when another process has it, or it is newer, foreign, damaged or out of reach.
   */
  static open(file: string): SqliteEventStore {
    const lock = OwnerLock.take(file);
    try {
      return new SqliteEventStore(openLog(file), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  constructor(
    private readonly database: LogDatabase,
    private readonly lock: OwnerLock,
  ) {
    super();
    this.#reader = new LogReader(database);
    this.#recent = new RecentEvents(this.#reader.head());
    this.#queue = new WriteQueue(new LogWriter(database), (requests, results) => this.#written(requests, results));
    const readCheckpoint: Statement = database.prepare('select position from checkpoints where name = ?').pluck();
    this.#leases = new LocalLeases({
      read: (name) => readCheckpoint.get(name) as Position | undefined,
      write: async (name, position) => void (await this.#queue.write({ kind: 'checkpoint', name, position })),
    });
    this.#readParked = database.prepare('select * from parked order by position, reaction');
  }

  async append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    this.#refuseWhenStopping();
    if (events.length === 0) throw new RangeError('an append holds at least one event');
    const stored = events.map(({ id, type, data, meta }) => ({
      id,
      type,
      data: JSON.stringify(data),
      meta: JSON.stringify(meta),
    }));
    const result = await this.#queue.write({ kind: 'append', stream, expected: expectedRevision, events: stored });
    if (result.kind === 'conflict') throw new RevisionConflict(stream, expectedRevision, result.actual);
    const { revision, position } = result as Extract<WriteResult, { kind: 'appended' | 'repeated' }>;
    return { revision, position: tokenOf(position) };
  }

  async readStream(stream: string, fromRevision = 0): Promise<RecordedEvent[]> {
    this.#refuseWhenStopping();
    return this.#reader.stream(stream, fromRevision);
  }

  async readAll({ after, categories, limit = PAGE }: ReadOptions): Promise<RecordedEvent[]> {
    this.#refuseWhenStopping();
    const position = numberOf(after);
    return this.#recent.after(position, categories, limit) ?? this.#reader.page(position, categories, limit);
  }

  async head(): Promise<Position> {
    this.#refuseWhenStopping();
    return tokenOf(this.#recent.head);
  }

  async countAfter(position: Position): Promise<number> {
    this.#refuseWhenStopping();
    return Math.max(0, this.#recent.head - numberOf(position));
  }

  async *subscribe(options: ReadOptions, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    this.#refuseWhenStopping();
    yield* follow(this, this.#bell, options, AbortSignal.any([signal, this.#stopped.signal]));
  }

  async holds(position: Position): Promise<boolean> {
    this.#refuseWhenStopping();
    return numberOf(position) <= this.#recent.head;
  }

  async lease(name: string, signal: AbortSignal): Promise<Lease | undefined> {
    this.#refuseWhenStopping();
    return this.#leases.take(name, signal);
  }

  async park(parked: ParkedEvent): Promise<void> {
    this.#refuseWhenStopping();
    await this.#queue.write({ kind: 'park', parked });
  }

  async parked(): Promise<readonly ParkedEvent[]> {
    this.#refuseWhenStopping();
    return this.#readParked.all() as ParkedEvent[];
  }

  status(): StoreStatus {
    return { trouble: null, subscription: 'live' };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopped.abort();
    await this.#queue.drained();
    this.database.close();
    this.lock.release();
  }

  #refuseWhenStopping(): void {
    if (this.#stopped.signal.aborted) throw new TryLater('store.stopping', SECONDS_UNTIL_RESTART);
  }

  #written(requests: readonly WriteRequest[], results: readonly WriteResult[]): void {
    const before = this.#recent.head;
    requests.forEach((request, index) => {
      const result = results[index]!;
      if (request.kind === 'append' && result.kind === 'appended') {
        this.#recent.add(request.stream, result.revision, result.position, request.events);
      }
    });
    if (this.#recent.head > before) this.#bell.ring();
  }
}
