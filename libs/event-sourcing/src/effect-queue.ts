import type { EffectAbout } from './effect-about.js';
import type { Instant } from './event.js';

/** A job that waits for its time. Ids, codes and dates only: a queue is not erasable. */
export interface Job {
  /** What handles it: the name of an effect. */
  readonly kind: string;
  /** While a job of the same kind and key waits or runs, another one is not added. */
  readonly key: string;
  readonly runAt: Instant;
  readonly data: EffectAbout;
}

/** One run of a job. */
export interface JobRun extends Job {
  /** Counts from 1; runs that ended with `ComeAgain` are not counted. */
  readonly attempt: number;
  /** Aborts when the queue is closed for good and does not wait any longer. */
  readonly signal: AbortSignal;
}

/** Thrown by a handler: not now, at this time, and not counted as an attempt. */
export class ComeAgain extends Error {
  constructor(readonly at: Instant) {
    super(`again at ${at}`);
  }
}

/** Thrown by a handler: trying again cannot help. The job goes to the dead ones at once. */
export class Unrecoverable extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Something done at fixed times by one process at a time, whichever is free. */
export interface Sweep {
  readonly name: string;
  /** A cron pattern of five fields, or six with seconds first, Europe/Copenhagen. */
  readonly pattern: string;
  /** Told when it should have run; after a sleep of a week it runs once. */
  readonly run: (dueAt: Instant) => Promise<void>;
}

/** What a process works off. */
export interface QueueWork {
  /** What it throws counts as a failed attempt; after the last one the job is dead. */
  readonly handle: (run: JobRun) => Promise<void>;
  readonly sweeps: readonly Sweep[];
  /** How many jobs at a time. */
  readonly concurrency: number;
  /** How often a job of this kind is tried. */
  readonly attempts: (kind: string) => number;
}

/** Why a job was given up whose process died in the middle of it again and again. */
export const LOST = 'queue.lost';

/** A job that was given up. */
export interface DeadJob {
  readonly kind: string;
  readonly key: string;
  readonly attempts: number;
  /** A code or class name, never a text with data in it; `LOST`. */
  readonly error: string;
  readonly failedAt: Instant;
}

export interface QueueStatus {
  /** The code of what stands in the way (`queue.unreachable`), null while it answers. */
  readonly trouble: string | null;
  /** Jobs whose time has come, those whose time is to come, those in hand, and those given up. */
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly dead: number;
}

/**
 * The alarm clock of the effects: never the truth. Whoever empties it loses time and nothing else, because a sweep adds
 * again what is due. Every adapter passes the suite in `testing/effect-queue-contract.ts`.
 */
export abstract class EffectQueue {
  /**
   * Adds jobs, in one go. A job whose key waits or runs already is left as it is; one that is dead stays dead.
   * @throws TryLater `queue.unreachable` at once when the queue does not answer.
   */
  abstract add(jobs: readonly Job[]): Promise<void>;

  /** Takes back a job that waits. False when there is none, or when it runs. */
  abstract remove(kind: string, key: string): Promise<boolean>;

  /**
   * Begins to work off jobs and sweeps; once per process. Waits in the background while the queue cannot be reached.
   * A job whose process died is run again by another one.
   */
  abstract start(work: QueueWork): Promise<void>;

  abstract status(): Promise<QueueStatus>;

  /** Jobs that were given up, the latest first. */
  abstract dead(page: { readonly offset: number; readonly limit: number }): Promise<readonly DeadJob[]>;

  /** Lets a dead job begin anew. False when there is none of that key. */
  abstract revive(kind: string, key: string): Promise<boolean>;

  /** Takes no more jobs, finishes those in hand for so many milliseconds, and lets go. */
  abstract close(patience?: number): Promise<void>;
}
