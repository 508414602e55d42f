/* eslint-disable @typescript-eslint/require-await -- the port promises; this adapter answers at once or refuses */
import { RevisionConflict, TryLater } from '../errors.js';
import {
  EventStore,
  NO_STREAM,
  type Appended,
  type Lease,
  type ParkedEvent,
  type ReadOptions,
  type StoreStatus,
} from '../event-store.js';
import { START, categoryOf, type NewEvent, type Position, type RecordedEvent } from '../event.js';
import { Bell, follow } from './follow.js';
import { LocalLeases } from './local-leases.js';
import { judge, type LogSoFar } from './log-rules.js';
import { numberOf, tokenOf } from './position.js';
import { frozen } from './recent.js';

const PAGE = 500;

/**
 * The log in memory, for tests and trials. Its positions grow by the length of what was written, as EventStoreDB's do,
 * so that nobody comes to rely on them being gapless.
 */
export class MemoryEventStore extends EventStore implements LogSoFar {
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #ids = new Set<string>();
  readonly #checkpoints = new Map<string, Position>();
  readonly #leases = new LocalLeases({
    read: (name) => this.#checkpoints.get(name),
    write: (name, position) => void this.#checkpoints.set(name, position),
  });
  readonly #parked = new Map<string, ParkedEvent>();
  readonly #bell = new Bell();
  readonly #stopped = new AbortController();
  #written = 0;

  async append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    this.#refuseWhenStopping();
    if (events.length === 0) throw new RangeError('an append holds at least one event');
    const ids = events.map((event) => event.id);
    const verdict = judge(this, stream, expectedRevision, ids);
    if (verdict === 'conflict') throw new RevisionConflict(stream, expectedRevision, this.revisionOf(stream));
    if (verdict === 'new') {
      const stored = events.map((event) => JSON.stringify(event));
      for (const json of stored) this.#store(stream, json);
      this.#bell.ring();
    }
    const revision = expectedRevision + events.length;
    return { revision, position: this.#streams.get(stream)![revision]!.position };
  }

  async readStream(stream: string, fromRevision = 0): Promise<RecordedEvent[]> {
    this.#refuseWhenStopping();
    return this.#streams.get(stream)?.slice(fromRevision) ?? [];
  }

  async readAll({ after, categories, limit = PAGE }: ReadOptions): Promise<RecordedEvent[]> {
    this.#refuseWhenStopping();
    const page: RecordedEvent[] = [];
    for (let at = this.#indexAfter(after); at < this.#log.length && page.length < limit; at += 1) {
      const event = this.#log[at]!;
      if (!categories || categories.includes(categoryOf(event.stream))) page.push(event);
    }
    return page;
  }

  async head(): Promise<Position> {
    this.#refuseWhenStopping();
    return this.#log.at(-1)?.position ?? START;
  }

  async countAfter(position: Position): Promise<number> {
    this.#refuseWhenStopping();
    return this.#log.length - this.#indexAfter(position);
  }

  async *subscribe(options: ReadOptions, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    this.#refuseWhenStopping();
    yield* follow(this, this.#bell, options, AbortSignal.any([signal, this.#stopped.signal]));
  }

  async holds(position: Position): Promise<boolean> {
    this.#refuseWhenStopping();
    return position === START || this.#log[this.#indexAfter(position) - 1]?.position === position;
  }

  async lease(name: string, signal: AbortSignal): Promise<Lease | undefined> {
    this.#refuseWhenStopping();
    return this.#leases.take(name, signal);
  }

  /** For tests: takes a lease from its holder, as if it had stood still for too long. */
  takeAway(name: string): void {
    this.#leases.takeAway(name);
  }

  async park(parked: ParkedEvent): Promise<void> {
    this.#refuseWhenStopping();
    this.#parked.set(`${parked.position} ${parked.reaction}`, { ...parked });
  }

  async parked(): Promise<readonly ParkedEvent[]> {
    this.#refuseWhenStopping();
    return [...this.#parked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parked]) => parked);
  }

  status(): StoreStatus {
    return { trouble: null, subscription: 'live' };
  }

  async close(): Promise<void> {
    this.#stopped.abort();
  }

  revisionOf(stream: string): number {
    return (this.#streams.get(stream)?.length ?? 0) + NO_STREAM;
  }

  idAt(stream: string, revision: number): string | undefined {
    return this.#streams.get(stream)?.[revision]?.id;
  }

  knows(eventId: string): boolean {
    return this.#ids.has(eventId);
  }

  #store(stream: string, json: string): void {
    this.#written += json.length;
    const { id, type, data, meta } = JSON.parse(json) as NewEvent;
    const revision = this.revisionOf(stream) + 1;
    const event = frozen({ id, type, data, meta, stream, revision, position: tokenOf(this.#written) });
    const events = this.#streams.get(stream);
    if (events) events.push(event);
    else this.#streams.set(stream, [event]);
    this.#log.push(event);
    this.#ids.add(id);
  }

  /**
   * Where the first event after a position stands.
   * @throws RangeError for what is no position of this engine.
   */
  #indexAfter(position: Position): number {
    numberOf(position);
    let low = 0;
    let high = this.#log.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#log[middle]!.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #refuseWhenStopping(): void {
    if (this.#stopped.signal.aborted) throw new TryLater('store.stopping', 5);
  }
}
