import type { AnyEffect, DueEffect, EffectRun } from './effect.js';
import { STOPPED, TIMED_OUT } from './effect-log.js';

/** Its time was up, or the process stops: nobody knows whether it was done. */
export class Aborted extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** How long a run may take, in milliseconds, and what ends it before. */
interface Limits {
  readonly timeout: number;
  readonly stopped: AbortSignal;
}

/** A run whose signal is made when somebody asks for it: few effects do, and making one costs as much as a hash. */
class Run implements EffectRun {
  private made: AbortController | undefined;
  private isOver = false;

  constructor(
    readonly id: string,
    readonly attempt: number,
    readonly isRepeat: boolean,
  ) {}

  get signal(): AbortSignal {
    this.made ??= new AbortController();
    if (this.isOver) this.made.abort();
    return this.made.signal;
  }

  abort(): void {
    this.isOver = true;
    this.made?.abort();
  }
}

/**
 * Does it, and answers what the effect answers.
 * @throws Aborted when the time is up or the process stops before that; then the effect is told.
 */
export async function performed(
  effect: AnyEffect,
  due: DueEffect,
  { id, attempt, isRepeat }: Omit<EffectRun, 'signal'>,
  { timeout, stopped }: Limits,
): Promise<string> {
  const run = new Run(id, attempt, isRepeat);
  const work = effect.perform(due, run);
  let ended = (): void => {};
  try {
    return await new Promise<string>((resolve, reject) => {
      const giveUp = (code: string): void => {
        run.abort();
        reject(new Aborted(code));
      };
      const stop = (): void => giveUp(STOPPED);
      const timer = setTimeout(giveUp, timeout, TIMED_OUT);
      stopped.addEventListener('abort', stop);
      ended = () => {
        clearTimeout(timer);
        stopped.removeEventListener('abort', stop);
      };
      work.then(resolve, reject);
    });
  } finally {
    ended();
  }
}
