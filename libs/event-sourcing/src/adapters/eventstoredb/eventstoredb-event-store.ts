import { TryLater } from '../../errors.js';
import {
  EventStore,
  type Appended,
  type Lease,
  type ParkedEvent,
  type ReadOptions,
  type StoreStatus,
  type SubscriptionState,
} from '../../event-store.js';
import { START, type NewEvent, type Position, type RecordedEvent } from '../../event.js';
import { pause, within } from '../../waiting.js';
import { backoffAfter } from '../backoff.js';
import { follow } from '../follow.js';
import { Appender, type AppendOutcome } from './appender.js';
import { checkedUrl } from './connection-string.js';
import { Connection } from './connection.js';
import { Head } from './head.js';
import { Hub } from './hub.js';
import { Leases } from './leases.js';
import { LogPages } from './log-pages.js';
import { firstHead } from './opening.js';
import { ParkedEvents } from './parked-events.js';
import { positionOf } from './position.js';
import { wrongPrefix } from './refusals.js';
import { StreamNames, written } from './stored-events.js';
import { StreamReader } from './stream-reader.js';

const PAGE = 500;
/** After the time of so many calls every node knows who leads. */
const STALE_CALLS = 5;
const BETWEEN_READS = { first: 100, longest: 5000 };
/** How long whoever meets a stopping store should wait for the next one. */
const SECONDS_UNTIL_RESTART = 5;

/** What an EventStoreDB needs to be opened; times in milliseconds. */
export interface EventStoreDbOptions {
  /** A connection string: one node, seeds of a cluster, or `esdb+discover://`. */
  readonly url: string;
  /** What the names of our streams begin with, so that a server can be shared: `[a-z0-9]{1,40}`. */
  readonly prefix: string;
  /** For one call. */
  readonly callMs: number;
  /** For all tries of one append or read. */
  readonly patienceMs: number;
  /** So long may the holder of a lease be silent before another takes over. */
  readonly leaseMs: number;
  /** So long a start waits for a server that does not answer. */
  readonly startMs: number;
  /** For lines without personal data. */
  readonly log: (line: string) => void;
  readonly observe?: {
    readonly append?: (seconds: number, outcome: AppendOutcome) => void;
    readonly subscription?: (state: SubscriptionState) => void;
  };
}

/** The log on a server or a cluster of EventStoreDB, shared by any number of processes. */
export class EventStoreDbEventStore extends EventStore {
  readonly #appender: Appender;
  readonly #reader: StreamReader;
  readonly #pages: LogPages;
  readonly #leases: Leases;
  readonly #parked: ParkedEvents;
  readonly #hub: Hub;
  readonly #accepted = new Set<Promise<unknown>>();
  readonly #stopped = new AbortController();
  #closing: Promise<void> | undefined;

  /**
   * Connects and waits until the log can be written and read.
   * @throws Unusable for a wrong URL or prefix, a bad certificate, a wrong password, an old server, and when nothing
   * answers within `startMs`. An outage after the start is waited out.
   */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    if (!/^[a-z0-9]{1,40}$/.test(options.prefix)) throw wrongPrefix();
    const checked = checkedUrl(options.url, options.callMs);
    if (checked.hasIdlePassword) options.log('the password in EVENTSTORE_URL is not sent, because it says tls=false');
    const names = new StreamNames(options.prefix);
    const connection = new Connection({ ...options, url: checked.url });
    const head = new Head(connection, names, STALE_CALLS * options.callMs);
    const store = new EventStoreDbEventStore(options, connection, head, names);
    try {
      const { appender, reader } = { appender: store.#appender, reader: store.#reader };
      const begin = await firstHead({ ...options, connection, appender, reader, head, names, checked });
      store.#hub.start(begin);
    } catch (error) {
      await connection.close();
      throw error;
    }
    return store;
  }

  private constructor(
    private readonly options: EventStoreDbOptions,
    private readonly connection: Connection,
    private readonly headOfLog: Head,
    private readonly names: StreamNames,
  ) {
    super();
    const { callMs, leaseMs, patienceMs, log, observe } = options;
    const appender = new Appender(connection, { callMs, patienceMs, observe: observe?.append });
    this.#appender = appender;
    const reader = (this.#reader = new StreamReader(connection, names));
    this.#pages = new LogPages(connection, names);
    this.#hub = new Hub(connection, headOfLog, names, { silenceMs: callMs, log, observe: observe?.subscription });
    this.#leases = new Leases({ connection, appender, reader, head: headOfLog, names, leaseMs });
    this.#parked = new ParkedEvents(connection, appender, reader, names);
  }

  async append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    this.#refuseWhenStopping();
    if (events.length === 0) throw new RangeError('an append holds at least one event');
    const appended = await this.#finished(
      this.#appender.append(this.names.of(stream), expectedRevision, events.map(written), stream),
    );
    this.headOfLog.saw(appended.position);
    return appended;
  }

  async readStream(stream: string, fromRevision = 0): Promise<RecordedEvent[]> {
    this.#refuseWhenStopping();
    return this.connection.patiently(() => this.#reader.read(stream, fromRevision));
  }

  async readAll({ after, categories, limit = PAGE }: ReadOptions): Promise<RecordedEvent[]> {
    this.#refuseWhenStopping();
    positionOf(after);
    await this.#hub.caughtUpTo(this.headOfLog.told, this.options.callMs);
    const isComplete = this.#hub.trouble === null && this.#hub.ring.reached >= this.headOfLog.told;
    const recent = isComplete ? this.#hub.ring.after(after, categories, limit) : undefined;
    return recent ?? this.connection.patiently(() => this.#pages.read({ after, categories, limit }));
  }

  async head(): Promise<Position> {
    this.#refuseWhenStopping();
    return this.connection.patiently(() => this.headOfLog.read());
  }

  async countAfter(position: Position): Promise<number> {
    this.#refuseWhenStopping();
    const head = await this.head();
    await this.#hub.caughtUpTo(head, this.options.callMs);
    const recent = this.#hub.ring.reached >= head ? this.#hub.ring.countAfter(position) : undefined;
    return recent ?? this.connection.patiently(() => this.#pages.countAfter(position, head));
  }

  async holds(position: Position): Promise<boolean> {
    this.#refuseWhenStopping();
    positionOf(position);
    if (position === START) return true;
    const known = this.#hub.ring.holds(position);
    if (known !== undefined) return known;
    if (position > (await this.head())) return false;
    return this.connection.patiently(() => this.#pages.holds(position));
  }

  async *subscribe(options: ReadOptions, given: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
    this.#refuseWhenStopping();
    positionOf(options.after);
    const signal = AbortSignal.any([given, this.#stopped.signal]);
    const log = {
      head: () => Promise.resolve(this.#hub.ring.reached),
      readAll: (page: ReadOptions) => this.#pageForFollowers(page, signal),
    };
    yield* follow(log, this.#hub.bell, options, signal);
  }

  async lease(name: string, signal: AbortSignal): Promise<Lease | undefined> {
    this.#refuseWhenStopping();
    return this.#leases.take(name, signal);
  }

  async park(parked: ParkedEvent): Promise<void> {
    this.#refuseWhenStopping();
    await this.#finished(this.#parked.park(parked));
  }

  async parked(): Promise<readonly ParkedEvent[]> {
    this.#refuseWhenStopping();
    return this.#parked.all();
  }

  status(): StoreStatus {
    return { trouble: this.#hub.trouble ?? this.connection.trouble, subscription: this.#hub.state };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopped.abort();
    const { callMs } = this.options;
    // A server that does not answer holds up the end for the time of a call, not for all our patience.
    const inTime = (work: Promise<unknown>): Promise<unknown> =>
      within(callMs, work, () => new TryLater('store.stopping', SECONDS_UNTIL_RESTART)).catch(() => undefined);
    await inTime(Promise.allSettled(this.#accepted));
    await inTime(this.#leases.close());
    await this.#hub.stop();
    await this.connection.close();
  }

  /** From memory, or for whoever is further back from the server, whose outages are waited out. */
  async #pageForFollowers(options: ReadOptions, signal: AbortSignal): Promise<RecordedEvent[]> {
    const { after, categories, limit = PAGE } = options;
    for (let failures = 1; !signal.aborted; failures += 1) {
      const recent = this.#hub.ring.after(after, categories, limit);
      if (recent) return recent;
      try {
        return await unless(signal, this.#pages.read({ after, categories, limit }));
      } catch (error) {
        if (error instanceof TryLater || signal.aborted) throw error;
        await pause(backoffAfter(failures, BETWEEN_READS), signal);
      }
    }
    return [];
  }

  async #finished<T>(work: Promise<T>): Promise<T> {
    this.#accepted.add(work);
    try {
      return await work;
    } finally {
      this.#accepted.delete(work);
    }
  }

  #refuseWhenStopping(): void {
    if (this.#stopped.signal.aborted) throw new TryLater('store.stopping', SECONDS_UNTIL_RESTART);
  }
}

/** What the work answers, or an error at once when the signal aborts; the work itself goes on. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new TryLater('store.stopping', SECONDS_UNTIL_RESTART));
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
