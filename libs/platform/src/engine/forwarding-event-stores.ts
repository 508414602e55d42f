import {
  EventStore,
  START,
  stopwatch,
  type Appended,
  type Lease,
  type NewEvent,
  type ParkedEvent,
  type Position,
  type ReadOptions,
  type RecordedEvent,
  type StoreStatus,
} from '@rettidig/event-sourcing';

/** A store as another one is, for whoever differs in a single respect. */
abstract class ForwardingEventStore extends EventStore {
  constructor(protected readonly store: EventStore) {
    super();
  }

  append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.store.append(stream, expectedRevision, events);
  }
  readStream(stream: string, fromRevision?: number): Promise<RecordedEvent[]> {
    return this.store.readStream(stream, fromRevision);
  }
  readAll(options: ReadOptions): Promise<RecordedEvent[]> {
    return this.store.readAll(options);
  }
  head(): Promise<Position> {
    return this.store.head();
  }
  countAfter(position: Position): Promise<number> {
    return this.store.countAfter(position);
  }
  holds(position: Position): Promise<boolean> {
    return this.store.holds(position);
  }
  subscribe(options: ReadOptions, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.store.subscribe(options, signal);
  }
  lease(name: string, signal: AbortSignal): Promise<Lease | undefined> {
    return this.store.lease(name, signal);
  }
  park(parked: ParkedEvent): Promise<void> {
    return this.store.park(parked);
  }
  parked(): Promise<readonly ParkedEvent[]> {
    return this.store.parked();
  }
  status(): StoreStatus {
    return this.store.status();
  }
  close(): Promise<void> {
    return this.store.close();
  }
}

/** Told of each append: how long it took, and the error it ended with. */
export type OnAppend = (milliseconds: number, error?: unknown) => void;

/** A store whose appends are timed, whoever makes them: commands, reactions, effects. */
export class TimedEventStore extends ForwardingEventStore {
  constructor(
    store: EventStore,
    private readonly onAppend: OnAppend,
  ) {
    super(store);
  }

  override async append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    const took = stopwatch();
    try {
      const appended = await super.append(stream, expectedRevision, events);
      this.onAppend(took());
      return appended;
    } catch (error) {
      this.onAppend(took(), error);
      throw error;
    }
  }
}

/**
 * A store on which this process runs the reactions from the beginning of the log, whoever else does so too: what they
 * lead to happens once all the same. For filling a log under a clock of its own.
 */
export class FillingEventStore extends ForwardingEventStore {
  override lease(): Promise<Lease> {
    const { signal: lost } = new AbortController();
    const done = (): Promise<void> => Promise.resolve();
    return Promise.resolve({ position: START, lost, save: done, release: done });
  }
}
