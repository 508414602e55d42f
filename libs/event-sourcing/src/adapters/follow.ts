import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore, ReadOptions } from '../event-store.js';
import type { Position, RecordedEvent } from '../event.js';

/** Wakes whoever waits for the next append, so that nobody polls. */
export class Bell {
  readonly #waiting = new Set<() => void>();
  #rings = 0;

  /** How often it rang: taken before a read, it tells whether something came meanwhile. */
  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings += 1;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Resolves at the next ring, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }
}

/**
 * The log from `options.after` on in batches until the signal aborts: pages as long as there are any, then a wait for
 * the bell. Between two pages other work gets its turn, so that a long catch-up does not hold up requests.
 */
export async function* follow(
  store: Pick<EventStore, 'readAll' | 'head'>,
  bell: Bell,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[]> {
  let after = options.after;
  while (!signal.aborted) {
    const rings = bell.rings;
    const { head, page } = await readOn(store, { ...options, after }, signal);
    if (signal.aborted) return;
    const last = page.at(-1);
    if (last) {
      yield page;
      after = last.position;
      await nextTurn();
    } else {
      // Nothing of these categories up to the head from before the read: that part need not be looked through again.
      if (head > after) after = head;
      if (bell.rings === rings) await bell.next(signal);
    }
  }
}

/** The head, and then a page; empty when the store was closed meanwhile. */
async function readOn(
  store: Pick<EventStore, 'readAll' | 'head'>,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<{ head: Position; page: readonly RecordedEvent[] }> {
  try {
    return { head: await store.head(), page: await store.readAll(options) };
  } catch (error) {
    if (signal.aborted) return { head: options.after, page: [] };
    throw error;
  }
}
