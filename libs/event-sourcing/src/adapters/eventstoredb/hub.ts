import type { SubscriptionState } from '../../event-store.js';
import type { Position, RecordedEvent } from '../../event.js';
import { pause, Progress, stopwatch } from '../../waiting.js';
import { backoffAfter } from '../backoff.js';
import { Bell } from '../follow.js';
import type { Connection } from './connection.js';
import { codeOfTrouble, TimedOut, verdictOf } from './errors.js';
import type { Head } from './head.js';
import { Ring } from './ring.js';
import { Damaged, type StreamNames } from './stored-events.js';
import { subscribe } from './subscription.js';
import { Watchdog } from './watchdog.js';

const BETWEEN_TRIES = { first: 50, longest: 5000 };
/** What a person has to mend is looked at again after so many milliseconds. */
const MENDED_YET_MS = 30_000;
/** What comes in within so many milliseconds is handed on together: a page costs its reader a transaction. */
const GATHER_MS = 5;
/** After so many milliseconds of following live the next drop counts as the first. */
const STEADY_MS = 5000;

export interface HubOptions {
  /** In milliseconds: so long may pass without a sign of life, or without an event that is known to be there. */
  readonly silenceMs: number;
  readonly log: (line: string) => void;
  readonly observe?: ((state: SubscriptionState) => void) | undefined;
}

/**
 * Follows the log for the whole process: one subscription, from which all followers here take their events. It is
 * resumed after the last event that came in, for ever; what only a person can mend stops it before the event in question
 * and is told.
 */
export class Hub {
  readonly bell = new Bell();
  /** Begins at the place where the process came in; filled from there. */
  #ring = new Ring();
  #state: SubscriptionState = 'connecting';
  #trouble: string | null = null;
  #running: Promise<void> | undefined;
  #drop: (why?: Error) => void = () => undefined;
  #isRinging = false;
  readonly #progress = new Progress();
  readonly #stopped = new AbortController();

  constructor(
    private readonly connection: Connection,
    private readonly head: Head,
    private readonly names: StreamNames,
    private readonly options: HubOptions,
  ) {
    connection.onReplaced = () => this.#drop(new TimedOut());
  }

  get state(): SubscriptionState {
    return this.#state;
  }

  get trouble(): string | null {
    return this.#trouble;
  }

  get ring(): Ring {
    return this.#ring;
  }

  start(after: Position): void {
    this.#ring = new Ring(after);
    this.#progress.reach(after);
    this.options.observe?.(this.#state);
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#drop();
    await this.#running;
  }

  /** Waits until an event that is known to be there has come in, as long as the subscription is sound. */
  async caughtUpTo(position: Position, milliseconds: number): Promise<void> {
    if (position <= this.#ring.reached || this.#state !== 'live') return;
    await this.#progress.waitFor(position, milliseconds, 'store.unreachable').catch(() => undefined);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    for (let failures = 1; !signal.aborted; failures += 1) {
      // Only the time spent live makes a drop the first one again: a server may take subscriptions and drop each at once.
      const steady = { since: undefined as (() => number) | undefined };
      try {
        await this.#follow(steady);
      } catch (error) {
        if (!signal.aborted) this.#dropped(error);
      }
      if (signal.aborted || this.#trouble === 'store.log-shortened') return;
      if (steady.since && steady.since() > STEADY_MS) failures = 0;
      if (this.#trouble === null) this.#become('backing-off');
      await pause(this.#trouble === null ? backoffAfter(failures, BETWEEN_TRIES) : MENDED_YET_MS, signal);
    }
  }

  /** One subscription, until it drops. */
  async #follow(steady: { since: (() => number) | undefined }): Promise<void> {
    if (this.#trouble === null) this.#become('connecting');
    const caughtUp = (): void => {
      steady.since ??= stopwatch();
      this.#become('live');
    };
    const { ended, stop } = subscribe(this.connection.guarded, this.names, this.#resumeAt(), {
      confirmed: () => this.#become('catching-up'),
      caughtUp,
      fellBehind: () => this.#become('catching-up'),
      alive: () => watchdog.alive(),
      event: (event) => this.#take(event),
    });
    const watchdog = new Watchdog({
      head: this.head,
      silenceMs: this.options.silenceMs,
      reached: () => this.#ring.reached,
      isLive: () => this.#state === 'live',
      caughtUp,
      drop: stop,
    });
    this.#drop = stop;
    try {
      await ended;
    } finally {
      watchdog.stop();
      this.#drop = () => undefined;
    }
  }

  /**
   * After the last event that came in; or, where the log was looked through beyond it and nothing of ours found, after
   * that part.
   */
  #resumeAt(): Position {
    const { reached } = this.#ring;
    const { last, upTo } = this.head.known;
    return last === reached && upTo > reached ? upTo : reached;
  }

  #take(event: RecordedEvent): void {
    if (!this.#ring.add(event)) return;
    this.head.saw(event.position);
    this.#progress.reach(event.position);
    if (this.#isRinging) return;
    this.#isRinging = true;
    setTimeout(() => {
      this.#isRinging = false;
      this.bell.ring();
    }, GATHER_MS);
  }

  #dropped(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble !== null) this.#become('failed');
    if (trouble !== null && trouble !== this.#trouble) {
      const where = error instanceof Damaged ? ` ${Object.values(error.where).join(' ')}` : '';
      this.options.log(`the subscription to the event store stopped: ${trouble}${where}`);
    }
    this.#trouble = trouble;
  }

  #become(state: SubscriptionState): void {
    if (state === 'live') this.#trouble = null;
    if (state === this.#state || (this.#trouble !== null && state !== 'failed')) return;
    this.#state = state;
    this.options.observe?.(state);
  }
}

/** What only a person can mend, as a code; null for what is tried again at once. */
function troubleOf(error: unknown): string | null {
  if (error instanceof Damaged) return error.code;
  const verdict = verdictOf(error);
  if (verdict === 'bad-position') return 'store.position-unknown';
  return codeOfTrouble(verdict) ?? null;
}
