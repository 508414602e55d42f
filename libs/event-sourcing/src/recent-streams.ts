import type { RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { KnownTypes } from './known-types.js';
import type { Upcasters } from './upcast.js';
import { upcast } from './upcast.js';

/** Events kept in memory, some tens of megabytes. */
const BUDGET = 20_000;

/**
 * Streams as they were last read, in today's shape. What is in the log never changes, so only what came since has to be
 * read; a stream that is behind would be found out by the append, which expects an exact revision.
 */
export class RecentStreams {
  private readonly streams = new Map<string, readonly RecordedEvent[]>();
  private kept = 0;

  constructor(
    private readonly store: EventStore,
    private readonly upcasters: Upcasters,
    private readonly budget = BUDGET,
    private readonly knownTypes?: KnownTypes,
  ) {}

  /**
   * All events of a stream, up to now.
   * @throws UnknownEventType when only a newer release understands one of them.
   */
  async read(stream: string): Promise<readonly RecordedEvent[]> {
    const known = this.streams.get(stream) ?? [];
    const newer = await this.store.readStream(stream, known.length);
    this.knownTypes?.mustKnow(newer);
    const events = newer.length === 0 ? known : [...known, ...newer.map((event) => upcast(this.upcasters, event))];
    this.keep(stream, events);
    return events;
  }

  /** Streams that were not asked for the longest give way. */
  private keep(stream: string, events: readonly RecordedEvent[]): void {
    this.forget(stream);
    if (events.length === 0 || events.length > this.budget) return;
    this.streams.set(stream, events);
    this.kept += events.length;
    for (const [oldest] of this.streams) {
      if (this.kept <= this.budget) return;
      this.forget(oldest);
    }
  }

  private forget(stream: string): void {
    this.kept -= this.streams.get(stream)?.length ?? 0;
    this.streams.delete(stream);
  }
}
