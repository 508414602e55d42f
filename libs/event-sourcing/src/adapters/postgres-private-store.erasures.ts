import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { backoffAfter } from './backoff.js';
import type { Connections } from './postgres-private-store.connections.js';

/** How often the connection proves that it still stands. */
const BEAT_MS = 1000;
/** For how long after such a proof it counts as standing: as long as an erased key can outlive a cut nobody tells of. */
const STANDS_MS = 3000;
const BACKOFF = { first: 100, longest: 2000 };

/** Who is told of erasures. */
export interface Listener {
  readonly erased: (scope: string) => void;
  /** Something may have been erased that nobody told of. */
  readonly missed: () => void;
}

/**
 * Hears of the keys that any process erases, on a connection of its own that comes back for ever. It also asks every
 * second, and so tells early when the server does not answer.
 */
export class Erasures {
  private readonly stopped = new AbortController();
  private client: pg.Client | undefined;
  /** When the last proof was asked for, by a clock that never jumps. */
  private stoodAt = -Infinity;
  private following: Promise<void> | undefined;

  constructor(
    private readonly connections: Connections,
    private readonly schema: string,
    private readonly listener: Listener,
  ) {}

  /** Whether all that was erased until a few moments ago is known here. */
  get areHeard(): boolean {
    return performance.now() - this.stoodAt < STANDS_MS;
  }

  /** Begins to listen. Fails as the driver does when that is not possible now. */
  async start(): Promise<void> {
    const client = await this.listen();
    this.following = this.follow(client);
  }

  async close(): Promise<void> {
    this.stopped.abort();
    this.stoodAt = -Infinity;
    void this.client?.end();
    await this.following;
  }

  private async follow(first: pg.Client): Promise<void> {
    const { signal } = this.stopped;
    let client: pg.Client | undefined = first;
    for (let failures = 0; !signal.aborted;) {
      try {
        client ??= await this.listen();
        failures = 0;
        await this.keepUp(client);
      } catch (error) {
        failures += 1;
        if (!signal.aborted) this.connections.failed(error);
      }
      client = undefined;
      this.fallSilent();
      await pause(backoffAfter(Math.max(1, failures), BACKOFF), undefined, { signal }).catch(() => undefined);
    }
  }

  private async listen(): Promise<pg.Client> {
    const client = this.connections.alone();
    this.client = client;
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.listener.erased(payload ?? ''));
    const asked = performance.now();
    await Promise.race([client.connect(), endOf(client)]);
    await client.query(`listen ${this.schema}`);
    // What was read before may have been erased unheard.
    this.listener.missed();
    this.stoodAt = asked;
    return client;
  }

  /** Ends when the connection does. What was erased before a question was answered was heard before the answer. */
  private async keepUp(client: pg.Client): Promise<void> {
    const gone = new AbortController();
    client.once('end', () => gone.abort());
    const signal = AbortSignal.any([this.stopped.signal, gone.signal]);
    while (!signal.aborted) {
      const asked = performance.now();
      await client.query(`select from ${this.schema}.origin`);
      this.stoodAt = asked;
      this.connections.answered();
      await pause(BEAT_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private fallSilent(): void {
    this.stoodAt = -Infinity;
    this.listener.missed();
    void this.client?.end();
    this.client = undefined;
  }
}

/** Fails when the connection ends. The driver leaves a connection unanswered that is ended while it is being made. */
function endOf(client: pg.Client): Promise<never> {
  const end = new Promise<never>((_, fail) => client.once('end', () => fail(new Error('Connection terminated'))));
  end.catch(() => undefined);
  return end;
}
