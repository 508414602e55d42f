import type { Log, StreamState } from './log.js';
import { DELETED, type Recorded } from './recorded.js';
import { firstReadable, isSoftDeleted } from './stream-rules.js';
import type { EventFilter } from './event-filter.js';

export type StreamRead = 'not-found' | 'deleted' | Iterable<Recorded>;

/** Reads go page by page on the server too: what is written meanwhile is still met on the way forwards. */
export interface Range {
  readonly isBackwards: boolean;
  readonly from: number;
  readonly count: number;
}

export function readStream(log: Log, stream: string, range: Range): StreamRead {
  const state = log.streams.get(stream);
  if (state?.tombstone) return 'deleted';
  if (!state || state.events.length === 0 || isSoftDeleted(state.rules)) return 'not-found';
  return oneWay(state, range);
}

/** The first revision of a stream that can still be read. */
export function readable(state: StreamState): number {
  return firstReadable(state.rules, state.events.length - 1);
}

function* oneWay(state: StreamState, { isBackwards, from, count }: Range): Generator<Recorded> {
  let revision = isBackwards ? Math.min(from, state.events.length - 1) : Math.max(from, readable(state));
  for (let left = count; left > 0 && revision >= readable(state) && revision < state.events.length; left--) {
    yield state.events[revision]!;
    revision += isBackwards ? -1 : 1;
  }
}

/**
 * Forwards from the first event at or behind the position, backwards from the last one that ends at or before it:
 * backwards, an event's own position does not give the event (`AllReader`).
 */
export function* readAll(log: Log, { isBackwards, from, count }: Range, filter: EventFilter): Generator<Recorded> {
  const step = isBackwards ? -1 : 1;
  let left = count;
  for (let index = log.indexAt(from) + (isBackwards ? -1 : 0); left > 0; index += step) {
    const event = log.events[index];
    if (!event) return;
    if (!filter(event)) continue;
    left--;
    yield event;
  }
}

/** Behind all that there is or will be. */
export const FROM_END = DELETED;
