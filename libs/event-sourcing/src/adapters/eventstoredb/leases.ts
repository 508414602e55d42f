import { randomUUID } from 'node:crypto';
import { LeaseLost, RevisionConflict, TryLater } from '../../errors.js';
import { NO_STREAM, type Lease } from '../../event-store.js';
import type { Position } from '../../event.js';
import { stopwatch, Turns } from '../../waiting.js';
import type { Appender } from './appender.js';
import type { Connection } from './connection.js';
import type { Head } from './head.js';
import { mechanical, type StreamNames } from './stored-events.js';
import type { StreamReader } from './stream-reader.js';

/** Of the events of a lease the server need not keep more. */
const KEPT = 20;

export interface LeaseParts {
  readonly connection: Connection;
  readonly appender: Appender;
  readonly reader: StreamReader;
  readonly head: Head;
  readonly names: StreamNames;
  /** So long may a holder be silent before another takes over, in milliseconds. */
  readonly leaseMs: number;
}

/** The last event of a lease's stream. */
interface Standing {
  readonly revision: number;
  readonly isHeld: boolean;
  readonly owner: string | undefined;
  readonly position: Position | undefined;
}

const FREE: Standing = { revision: NO_STREAM, isHeld: false, owner: undefined, position: undefined };

/**
 * Leases in the log: one stream each, always appended at the exact revision, so that whoever lost it cannot write. The
 * holder appends every third of the lease's time, and a saved place counts. Whoever waits takes over when the stream
 * did not move for the whole time by its own stopwatch: no clock of another machine plays a part.
 */
export class Leases {
  readonly #held = new Set<HeldLease>();
  readonly #closed = new AbortController();

  constructor(private readonly parts: LeaseParts) {}

  /** As `EventStore.lease`. */
  async take(name: string, given: AbortSignal): Promise<Lease | undefined> {
    const signal = AbortSignal.any([given, this.#closed.signal]);
    const watch = new Watch(this.parts.leaseMs);
    while (!signal.aborted) {
      const standing = await this.#look(name, signal);
      if (signal.aborted) return undefined;
      if (!standing) watch.forget();
      else if (!standing.isHeld || watch.stoodStill(standing.revision)) {
        const lease = await this.#tryToTake(name, standing);
        if (lease && signal.aborted) await lease.release();
        if (lease) return signal.aborted ? undefined : lease;
        watch.forget();
        continue;
      }
      await this.parts.connection.pause(watch.interval, signal);
    }
    return undefined;
  }

  /** Lets go of what is still held. */
  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([...this.#held].map((lease) => lease.release()));
  }

  /** How it stands; undefined while the server does not answer, which says nothing about the holder. */
  async #look(name: string, signal: AbortSignal): Promise<Standing | undefined> {
    try {
      return await this.parts.connection.patiently(() => standingOf(this.parts, name), signal);
    } catch (error) {
      if (error instanceof TryLater) return undefined;
      throw error;
    }
  }

  async #tryToTake(name: string, { revision, position }: Standing): Promise<HeldLease | undefined> {
    const lease = new HeldLease(name, this.parts, { revision, position }, () => this.#held.delete(lease));
    try {
      await lease.begin();
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof TryLater) return undefined;
      throw error;
    }
    this.#held.add(lease);
    if (revision === NO_STREAM) this.#keepItShort(name);
    return lease;
  }

  /** A wish to the server; a stream that stays long works as well. */
  #keepItShort(name: string): void {
    const { appender, names } = this.parts;
    const wish = mechanical(randomUUID(), '$metadata', { $maxCount: KEPT });
    appender.append(`$$${names.lease(name)}`, 'any', [wish]).catch(() => undefined);
  }
}

/** Sees whether a stream moves, by the time that this process was there to look. */
class Watch {
  readonly interval: number;
  #revision: number | undefined;
  #lookedAt = stopwatch();
  #stillFor = 0;

  constructor(private readonly leaseMs: number) {
    this.interval = Math.min(250, Math.max(10, leaseMs / 10));
  }

  forget(): void {
    this.#revision = undefined;
  }

  stoodStill(revision: number): boolean {
    // A long gap between two looks is this process' own standing still and says little about the holder.
    const passed = Math.min(this.#lookedAt(), 4 * this.interval);
    this.#lookedAt = stopwatch();
    this.#stillFor = revision === this.#revision ? this.#stillFor + passed : 0;
    this.#revision = revision;
    return this.#stillFor >= this.leaseMs;
  }
}

class HeldLease implements Lease {
  readonly position: Position | undefined;
  readonly #owner = randomUUID();
  readonly #lost = new AbortController();
  readonly #turns = new Turns();
  #revision: number;
  #saved: Position | undefined;
  #writtenAt = stopwatch();
  #renewal: NodeJS.Timeout | undefined;
  #isReleased = false;

  constructor(
    private readonly name: string,
    private readonly parts: LeaseParts,
    { revision, position }: Pick<Standing, 'revision' | 'position'>,
    private readonly ended: () => void,
  ) {
    this.#revision = revision;
    this.position = this.#saved = position;
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  async begin(): Promise<void> {
    await this.#write('LeaseHeld', this.#saved);
    this.#renewal = setInterval(() => void this.#renew(), Math.max(10, this.parts.leaseMs / 3));
    this.#renewal.unref();
  }

  save(position: Position): Promise<void> {
    return this.#turns.inTurn('', async () => {
      if (this.#isReleased || this.lost.aborted) throw new LeaseLost(this.name);
      if (this.#saved !== undefined && position <= this.#saved) return;
      await this.#write('LeaseHeld', position);
      this.#saved = position;
    });
  }

  release(): Promise<void> {
    if (this.#isReleased) return Promise.resolve();
    this.#isReleased = true;
    this.#end();
    // Where the server does not answer, the next one waits until the lease's time is up.
    return this.#turns
      .inTurn('', async () => {
        if (!this.lost.aborted) await this.#write('LeaseReleased', this.#saved);
      })
      .catch(() => undefined);
  }

  /** An outage does not lose it: nobody else can take it meanwhile, and who took it is seen at the next try. */
  async #renew(): Promise<void> {
    await this.#turns
      .inTurn('', async () => {
        if (this.#isReleased || this.lost.aborted || this.#writtenAt() < this.parts.leaseMs / 4) return;
        await this.#write('LeaseHeld', this.#saved);
      })
      .catch(() => undefined);
  }

  /** @throws LeaseLost when somebody else wrote meanwhile. */
  async #write(type: 'LeaseHeld' | 'LeaseReleased', position: Position | undefined): Promise<void> {
    const { appender, names, head } = this.parts;
    for (;;) {
      const data = { owner: this.#owner, position: position ?? null, seen: head.known };
      try {
        const event = mechanical(randomUUID(), type, data);
        const { revision } = await appender.append(names.lease(this.name), this.#revision, [event]);
        this.#revision = revision;
        this.#writtenAt = stopwatch();
        return;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        await this.#findOwn();
      }
    }
  }

  /** A try that was given up may have been written after all: then the stream is further on, but still ours. */
  async #findOwn(): Promise<void> {
    const { revision, owner } = await this.parts.connection.patiently(() => standingOf(this.parts, this.name));
    if (owner === this.#owner && revision > this.#revision) {
      this.#revision = revision;
      return;
    }
    this.#end();
    this.#lost.abort();
    throw new LeaseLost(this.name);
  }

  #end(): void {
    clearInterval(this.#renewal);
    this.ended();
  }
}

async function standingOf({ reader, names }: LeaseParts, name: string): Promise<Standing> {
  const last = await reader.last(names.lease(name));
  if (!last) return FREE;
  const { owner, position } = (last.data ?? {}) as { owner?: string; position?: Position | null };
  return { revision: last.revision, isHeld: last.type === 'LeaseHeld', owner, position: position ?? undefined };
}
