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

export function readStream(log: Log, stream: string, { isBackwards, from, count }: Range): StreamRead {
  const state = log.streams.get(stream);
  if (state?.tombstone) return 'deleted';
  if (!state || state.events.length === 0 || isSoftDeleted(state.rules)) return 'not-found';
  return isBackwards ? backwards(state, from, count) : forwards(state, from, count);
}

export function readable(state: StreamState): number {
  return firstReadable(state.rules, state.events.length - 1);
}

function* forwards(state: StreamState, from: number, count: number): Generator<Recorded> {
  let left = count;
  for (let revision = Math.max(from, readable(state)); left > 0 && revision < state.events.length; revision++, left--)
    yield state.events[revision]!;
}

function* backwards(state: StreamState, from: number, count: number): Generator<Recorded> {
  let left = count;
  for (
    let revision = Math.min(from, state.events.length - 1);
    left > 0 && revision >= readable(state);
    revision--, left--
  )
    yield state.events[revision]!;
}

/**
 * Forwards from the first event at or behind the position, backwards from the last one that ends at or before it:
 * backwards, an event's own position does not give the event (`AllReader`).
 */
export function* readAll(log: Log, { isBackwards, from, count }: Range, filter: EventFilter): Generator<Recorded> {
  let left = count;
  let index = log.indexAt(from);
  if (isBackwards) {
    while (left > 0 && --index >= 0) if (filter(log.events[index]!)) (left--, yield log.events[index]!);
  } else {
    for (; left > 0 && index < log.events.length; index++)
      if (filter(log.events[index]!)) (left--, yield log.events[index]!);
  }
}

export const FROM_END = DELETED;
