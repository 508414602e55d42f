import { LeaseLost } from '../errors.js';
import type { Position } from '../event.js';
import type { Lease } from '../event-store.js';
import { Turns } from '../waiting.js';

/** Where the places are kept. */
export interface Places {
  read(name: string): Position | undefined;
  write(name: string, position: Position): void | Promise<void>;
}

/** Leases of a log that one process has to itself: whoever asks waits for the holder before in the same process. */
export class LocalLeases {
  readonly #turns = new Turns();

  constructor(private readonly places: Places) {}

  /** As `EventStore.lease`. */
  take(name: string, signal: AbortSignal): Promise<Lease | undefined> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(undefined);
      signal.addEventListener('abort', giveUp);
      if (signal.aborted) giveUp();
      const hold = (): Promise<void> => {
        signal.removeEventListener('abort', giveUp);
        return signal.aborted ? Promise.resolve() : new Promise((release) => resolve(this.#leaseOf(name, release)));
      };
      this.#turns.inTurn(name, hold).catch(reject);
    });
  }

  #leaseOf(name: string, done: () => void): Lease {
    const before = this.places.read(name);
    let saved = before;
    let released = false;
    return {
      position: before,
      lost: new AbortController().signal,
      save: async (position) => {
        if (released) throw new LeaseLost(name);
        if (saved !== undefined && position <= saved) return;
        await this.places.write(name, position);
        saved = position;
      },
      release: () => {
        released = true;
        done();
        return Promise.resolve();
      },
    };
  }
}
