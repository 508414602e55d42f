import type { Position, RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';

/** What a log holds after a position, up to another. Both stand in it; the second one was answered by an append. */
export async function recordedBetween(
  store: Pick<EventStore, 'readAll'>,
  after: Position,
  upTo: Position,
): Promise<readonly RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for (let from = after; from < upTo;) {
    const page = await store.readAll({ after: from });
    if (page.length === 0) break;
    found.push(...page.filter(({ position }) => position <= upTo));
    from = page.at(-1)!.position;
  }
  return found;
}
