import {
  EventStore,
  type Appended,
  type Lease,
  type NewEvent,
  type ParkedEvent,
  type Position,
  type ReadOptions,
  type RecordedEvent,
  type StoreStatus,
} from '@rettidig/event-sourcing';

/** Told of each append: how long it took, and the error it ended with. */
export type OnAppend = (milliseconds: number, error?: unknown) => void;

/** A store whose appends are timed, whoever makes them: commands, reactions, effects. */
export class TimedEventStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly onAppend: OnAppend,
  ) {
    super();
  }

  async append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    const begun = performance.now();
    try {
      const appended = await this.store.append(stream, expectedRevision, events);
      this.onAppend(performance.now() - begun);
      return appended;
    } catch (error) {
      this.onAppend(performance.now() - begun, error);
      throw error;
    }
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
