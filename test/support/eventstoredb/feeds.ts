import { type EventFilter, inAll } from './event-filter.js';
import type { Log } from './log.js';
import type { Recorded } from './recorded.js';
import { rpcErrors, type RpcError } from './rpc-errors.js';
import { readable } from './reads.js';
import type { AllPosition } from './wire.js';

/** What a subscription follows, from one place on. */
export interface Feed {
  /** The next event, or none at the end of the log. */
  next(): Recorded | undefined;
  /** Which of them are sent. */
  readonly filter: EventFilter;
  /** An event that ends the subscription instead of being sent. */
  readonly endsWith?: (event: Recorded) => RpcError | undefined;
}

/**
 * $all behind a position. The server reads one event from there and goes on behind it, whether or not the event is the
 * one that the client named; a position behind the end of the log is taken as it is.
 */
export function feedOfAll(log: Log, start: AllPosition | 'start' | 'end', filter: EventFilter = inAll): Feed {
  let index = start === 'start' ? 0 : log.events.length;
  if (typeof start === 'object') index = log.indexAt(after(start)) + 1;
  index = Math.min(index, log.events.length);
  return { filter, next: () => log.events[index] && log.events[index++] };
}

/** Events compare by commit and prepare position; in this log the two are alike. */
function after({ commit, prepare }: AllPosition): number {
  return prepare > commit ? commit + 1 : commit;
}

/** A stream behind a revision; a stream that is not there yet is waited for, a tombstone ends it. */
export function feedOfStream(log: Log, stream: string, start: number | 'start' | 'end'): Feed {
  const state = () => log.streams.get(stream);
  let next = start === 'start' ? 0 : start === 'end' ? log.lastRevision(stream) + 1 : start + 1;
  return {
    filter: () => true,
    endsWith: ({ type }) => (type === '$streamDeleted' ? rpcErrors.streamDeleted(stream) : undefined),
    next: () => {
      const found = state();
      if (!found) return undefined;
      if (found.tombstone) return found.tombstone;
      next = Math.max(next, readable(found));
      return found.events[next] && found.events[next++];
    },
  };
}
