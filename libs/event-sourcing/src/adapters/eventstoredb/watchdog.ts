import type { Position } from '../../event.js';
import { stopwatch } from '../../waiting.js';
import { TimedOut } from './errors.js';
import type { Head } from './head.js';
import { Damaged } from './stored-events.js';

export interface Watched {
  readonly head: Head;
  /** In milliseconds: so long may pass without a sign of life, or without an event that is known to be there. */
  readonly silenceMs: number;
  /** The last event that came in. */
  readonly reached: () => Position;
  readonly isLive: () => boolean;
  readonly caughtUp: () => void;
  readonly drop: (why: Error) => void;
}

/** A subscription is given up after so many times the silence in which the server answers no question either. */
const SILENCES = 3;

/**
 * Looks after a subscription that says nothing: asks for the end of the log, and drops a subscription that lacks an event
 * which is there. So one that stands still, or listens to a node that was left behind, is made anew. A server too old
 * to say when the end was reached is found out here too.
 */
export class Watchdog {
  readonly #timer: NodeJS.Timeout;
  #silentFor = stopwatch();
  #askedFor: (() => number) | undefined;
  #behindFor: (() => number) | undefined;

  constructor(private readonly watched: Watched) {
    this.#timer = setInterval(() => this.#look(), Math.max(10, watched.silenceMs / 4));
  }

  alive(): void {
    this.#silentFor = stopwatch();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { silenceMs, drop, isLive } = this.watched;
    if (this.#lacksAnEvent()) return drop(new TimedOut());
    const isDue = !isLive() || this.#silentFor() > silenceMs;
    const isAsked = this.#askedFor !== undefined && this.#askedFor() < silenceMs;
    if (isDue && !isAsked) void this.#ask();
  }

  /** For the whole time, while nothing came. */
  #lacksAnEvent(): boolean {
    const { head, reached, silenceMs } = this.watched;
    if (head.told <= reached()) this.#behindFor = undefined;
    else if (!this.#behindFor || this.#silentFor() < this.#behindFor()) this.#behindFor = stopwatch();
    return (this.#behindFor?.() ?? 0) > silenceMs;
  }

  async #ask(): Promise<void> {
    const { head, reached, silenceMs, isLive, caughtUp, drop } = this.watched;
    this.#askedFor = stopwatch();
    try {
      const last = await head.read();
      if (!isLive() && last <= reached()) caughtUp();
    } catch (error) {
      if (error instanceof Damaged) drop(error);
      else if (this.#silentFor() > SILENCES * silenceMs) drop(new TimedOut());
    }
  }
}
