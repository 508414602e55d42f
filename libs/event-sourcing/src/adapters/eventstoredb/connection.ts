import { setMaxListeners } from 'node:events';
import type { AllStreamResolvedEvent, EventStoreDBClient, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { TryLater } from '../../errors.js';
import { pause, stopwatch, within } from '../../waiting.js';
import { backoffAfter } from '../backoff.js';
import { asError, codeOfTrouble, isAnswer, isPassing, isStuck, Replaced, TimedOut, verdictOf } from './errors.js';
import { guardedClient, type GuardedClient } from './guarded-client.js';

/** Appends and reads fail apart from each other: what the client needs to know for the one it does not for the other. */
type Kind = 'append' | 'read';

/** A client is replaced after so many failures of one kind in a row, but not before it had this time, in milliseconds. */
const MOST_FAILURES = 3;
const SHORTEST_LIFE_MS = 1000;

const BETWEEN_TRIES = { first: 50, longest: 2000 };

/** How long a caller should wait after our patience is at its end. */
export const SECONDS_UNTIL_BACK = 3;
/** How long a caller should wait for what a person has to mend. */
export const SECONDS_UNTIL_MENDED = 60;

export interface ConnectionOptions {
  readonly url: string;
  /** For one call, in milliseconds. */
  readonly callMs: number;
  /** For all tries of one thing, in milliseconds. */
  readonly patienceMs: number;
  readonly log: (line: string) => void;
}

/** A client at work. */
interface Handle extends GuardedClient {
  readonly age: () => number;
  readonly failures: Record<Kind, number>;
  /** How many calls of a kind were answered. */
  readonly answers: Record<Kind, number>;
  isReplaced: boolean;
}

/**
 * Holds the client. Every call has a time of its own, because the client's deadlines do not cover all of them, and a
 * client that will not recover by itself is replaced; new calls go to the new one.
 */
export class Connection {
  /** Whoever follows through the client that was replaced has to begin again. */
  onReplaced: () => void = () => undefined;
  #trouble: string | null = null;
  #handle: Handle;
  readonly #closed = new AbortController();

  constructor(private readonly options: ConnectionOptions) {
    // Every call that waits for its next try listens to it.
    setMaxListeners(0, this.#closed.signal);
    this.#handle = this.#open();
  }

  /** The code of what stands in the way since the last call that was answered. */
  get trouble(): string | null {
    return this.#trouble;
  }

  get isClosed(): boolean {
    return this.#closed.signal.aborted;
  }

  get client(): EventStoreDBClient {
    return this.#handle.client;
  }

  get guarded(): GuardedClient {
    return this.#handle;
  }

  /** One call that writes, within its own time. */
  append<T>(work: (client: GuardedClient) => Promise<T>, milliseconds = this.options.callMs): Promise<T> {
    const handle = this.#handle;
    return this.#watched('append', handle, () => within(milliseconds, work(handle), () => new TimedOut()));
  }

  /**
   * One call that reads, handing over each event. Its time begins anew with each event, since a long stream takes long.
   */
  read<E extends ResolvedEvent | AllStreamResolvedEvent>(
    open: (client: EventStoreDBClient) => StreamingRead<E>,
    each: (event: E) => void,
  ): Promise<void> {
    const handle = this.#handle;
    return this.#watched('read', handle, async () => {
      await consume(open(handle.client), each, this.options.callMs);
      // A client that was disposed of ends its reads without an error, as if there were no more.
      if (handle.isReplaced) throw new Replaced();
    });
  }

  /**
   * Tries until it is answered or the patience is at its end.
   * @throws TryLater when it is, or when a person has to mend something first; any other answer as it came.
   */
  async patiently<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const waited = stopwatch();
    for (let failures = 1; ; failures += 1) {
      try {
        return await work();
      } catch (error) {
        if (!this.#isWorthAnother(error)) throw this.#named(error);
        const wait = backoffAfter(failures, BETWEEN_TRIES);
        if (waited() + wait >= this.options.patienceMs) throw new TryLater('store.unreachable', SECONDS_UNTIL_BACK);
        await this.pause(wait, signal);
        if (signal?.aborted || this.isClosed) throw new TryLater('store.unreachable', SECONDS_UNTIL_BACK);
      }
    }
  }

  /** Waits, but not longer than the connection is open. */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const until = signal ? AbortSignal.any([signal, this.#closed.signal]) : this.#closed.signal;
    return pause(milliseconds, until);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await dispose(this.#handle);
  }

  #isWorthAnother(error: unknown): boolean {
    return !(error instanceof TryLater) && isPassing(verdictOf(error));
  }

  /** What a person has to see to is told by its code; conflicts and missing streams go to whoever asked. */
  #named(error: unknown): unknown {
    const code = codeOfTrouble(verdictOf(error));
    return code === undefined ? error : new TryLater(code, SECONDS_UNTIL_MENDED);
  }

  async #watched<T>(kind: Kind, handle: Handle, work: () => Promise<T>): Promise<T> {
    const answersBefore = handle.answers[kind];
    try {
      const result = await work();
      this.#answered(kind, handle);
      return result;
    } catch (error) {
      const verdict = verdictOf(error);
      if (isAnswer(verdict)) this.#answered(kind, handle);
      if (verdict === 'denied') this.#trouble = codeOfTrouble(verdict)!;
      if (!isAnswer(verdict) && verdict !== 'failed')
        this.#failed(kind, handle, error, handle.answers[kind] === answersBefore);
      throw error;
    }
  }

  #answered(kind: Kind, handle: Handle): void {
    handle.failures[kind] = 0;
    handle.answers[kind] += 1;
    if (!handle.isReplaced) this.#trouble = null;
  }

  /** @param isSilent nothing of this kind was answered since the call began. */
  #failed(kind: Kind, handle: Handle, error: unknown, isSilent: boolean): void {
    if (handle.isReplaced || this.isClosed) return;
    this.#trouble = codeOfTrouble(verdictOf(error)) ?? 'store.unreachable';
    handle.failures[kind] += 1;
    const isWornOut = handle.failures[kind] >= MOST_FAILURES && handle.age() >= SHORTEST_LIFE_MS;
    if (isStuck(error) || (error instanceof TimedOut && isSilent) || isWornOut) this.#replace(handle, error);
  }

  #replace(handle: Handle, error: unknown): void {
    handle.isReplaced = true;
    this.#handle = this.#open();
    this.options.log(`the connection to the event store is made anew after an error (${kindOf(error)})`);
    void dispose(handle);
    this.onReplaced();
  }

  #open(): Handle {
    return {
      ...guardedClient(this.options.url),
      age: stopwatch(),
      failures: { append: 0, read: 0 },
      answers: { append: 0, read: 0 },
      isReplaced: false,
    };
  }
}

const kindOf = (error: unknown): string =>
  error instanceof TimedOut ? 'no answer in time' : `${(error as { type?: string }).type ?? verdictOf(error)}`;

/** Ends what a client does, and closes its channels, which it leaves open. */
async function dispose({ client, channels }: Handle): Promise<void> {
  await within(1000, client.dispose(), () => new TimedOut()).catch(() => undefined);
  for (const channel of channels) channel.close();
}

/**
 * Hands over each event of a read until its end. The listener for errors stays for good: one that comes late, as when
 * the read was given up, would end the process without it.
 */
function consume<E>(stream: StreamingRead<E>, each: (event: E) => void, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: unknown): void => {
      clearTimeout(timer);
      if (error === undefined) return resolve();
      stream.removeAllListeners('data');
      stream.cancel().catch(() => undefined);
      reject(asError(error));
    };
    const timer = setTimeout(() => settle(new TimedOut()), milliseconds);
    stream.on('error', settle);
    stream.on('data', (event: E) => {
      timer.refresh();
      try {
        each(event);
      } catch (error) {
        settle(error);
      }
    });
    stream.on('end', () => settle());
    stream.on('close', () => settle());
  });
}
