import type { EventStore, ReadOptions } from '../event-store.js';
import type { NewEvent, RecordedEvent } from '../event.js';

/** Ids in order: what a reader got. */
export const ids = (events: readonly NewEvent[]): string[] => events.map((event) => event.id);

/** All pages of it. */
export async function everything(store: EventStore, options: ReadOptions): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (let after = options.after; ; after = all.at(-1)!.position) {
    const page = await store.readAll({ ...options, after });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** Follows until it has so many events, then aborts. */
export async function follow(store: EventStore, options: ReadOptions, count: number): Promise<RecordedEvent[]> {
  const abort = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const batch of store.subscribe(options, abort.signal)) {
    seen.push(...batch);
    if (seen.length >= count) abort.abort();
  }
  return seen;
}
