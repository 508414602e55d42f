import { TryLater } from './errors.js';
import type { Position } from './event.js';
import { START } from './event.js';

/** Lets timers, requests and answers run before the work goes on. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts a stopwatch that answers how many milliseconds it has run. It tells how long, never what time it is. */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}

/** Waits so many milliseconds, or until the signal aborts. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });

/** What comes one after the other until the signal aborts, also where the next one never comes. */
export async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      const next = await orAborted(iterator.next(), signal);
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: whoever hangs would hang here, too.
    iterator.return?.().catch(() => undefined);
  }
}

/** What the work answers, or undefined as soon as the signal aborts. The work itself goes on, and nobody hears of it. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let stop = (): void => {};
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What the work answers, or the error made by `late` once the time is up. The work itself goes on. */
export function within<T>(milliseconds: number, work: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds);
    const ended =
      <A>(settle: (answer: A) => void) =>
      (answer: A): void => {
        clearTimeout(timer);
        settle(answer);
      };
    work.then(ended(resolve), ended(reject));
  });
}

/** Work on the same key goes one after the other, in the order in which it came; a failure does not stop the next. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before ? before.then(work, work) : work();
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }

  /** The same, but the error made by `late` when the turn does not come in time: then the work is never begun. */
  async inTurnWithin<T>(milliseconds: number, key: string, work: () => Promise<T>, late: () => Error): Promise<T> {
    if (!this.last.has(key)) return this.inTurn(key, work);
    let isLate = false;
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const mine = this.inTurn(key, async () => {
      begin();
      if (isLate) throw late();
      return work();
    });
    mine.catch(() => undefined); // told below, or to nobody when it came too late
    await within(milliseconds, begun, () => {
      isLate = true;
      return late();
    });
    return mine;
  }
}

/** In milliseconds: so long a place that became free waits for the others at most. */
const TOGETHER_MS = 20;

/**
 * So many at a time; who comes later waits, and goes in the order of coming. Where many wait, the places are given anew when
 * all of them are free, or soon: those who begin together also write together, which costs a log less than one by one.
 */
export class Places {
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly count: number) {
    this.free = count;
  }

  async with<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    if (this.free > 0 && this.waiting.length === 0) this.free -= 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    try {
      return await work();
    } finally {
      this.free += 1;
      if (this.waiting.length > 0) this.giveAnew();
    }
  }

  private giveAnew(): void {
    if (this.free === this.count) this.fill();
    else this.timer ??= setTimeout(() => this.fill(), TOGETHER_MS);
  }

  private fill(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const begin of this.waiting.splice(0, this.free)) {
      this.free -= 1;
      begin();
    }
  }
}

/** How far somebody has come in the log, and who waits for it to come further. */
export class Progress {
  private reached: Position = START;
  private waiting: { readonly position: Position; readonly resolve: () => void }[] = [];
  private wake = (): void => {};

  get position(): Position {
    return this.reached;
  }

  reach(position: Position): void {
    if (position < this.reached) return;
    this.reached = position;
    if (this.waiting.length === 0) return;
    const [done, rest] = [
      this.waiting.filter((w) => w.position <= position),
      this.waiting.filter((w) => w.position > position),
    ];
    this.waiting = rest;
    for (const { resolve } of done) resolve();
  }

  /** Waits so many milliseconds, but not while anybody waits for it to come further, nor when the signal aborts. */
  rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.waiting.length > 0 || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.wake = () => {};
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
      this.wake = end;
    });
  }

  /** @throws TryLater with the given code when it has not come there in time. */
  async waitFor(position: Position, milliseconds: number, code: string): Promise<void> {
    if (position <= this.reached) return;
    let entry: { position: Position; resolve: () => void } | undefined;
    const arrived = new Promise<void>((resolve) => {
      this.waiting.push((entry = { position, resolve }));
    });
    this.wake();
    try {
      await within(milliseconds, arrived, () => new TryLater(code, 1));
    } finally {
      this.waiting = this.waiting.filter((waiter) => waiter !== entry);
    }
  }
}
