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
  readonly #held = new Map<string, HeldLease>();

  constructor(private readonly places: Places) {}

  /** As `EventStore.lease`. */
  take(name: string, signal: AbortSignal): Promise<Lease | undefined> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(undefined);
      signal.addEventListener('abort', giveUp);
      if (signal.aborted) giveUp();
      const hold = async (): Promise<void> => {
        signal.removeEventListener('abort', giveUp);
        if (signal.aborted) return;
        const lease = new HeldLease(name, this.places);
        this.#held.set(name, lease);
        resolve(lease);
        await lease.ended;
      };
      this.#turns.inTurn(name, hold).catch(reject);
    });
  }

  /** Takes a lease from its holder and lets the next one have it, as where the holder stood still for too long. */
  takeAway(name: string): void {
    this.#held.get(name)?.lose();
  }
}

class HeldLease implements Lease {
  readonly position: Position | undefined;
  readonly ended: Promise<void>;
  readonly #lost = new AbortController();
  #saved: Position | undefined;
  #isMine = true;
  #end!: () => void;

  constructor(
    private readonly name: string,
    private readonly places: Places,
  ) {
    this.position = this.#saved = places.read(name);
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  async save(position: Position): Promise<void> {
    if (!this.#isMine) throw new LeaseLost(this.name);
    if (this.#saved !== undefined && position <= this.#saved) return;
    await this.places.write(this.name, position);
    this.#saved = position;
  }

  release(): Promise<void> {
    this.#isMine = false;
    this.#end();
    return Promise.resolve();
  }

  lose(): void {
    void this.release();
    this.#lost.abort();
  }
}
