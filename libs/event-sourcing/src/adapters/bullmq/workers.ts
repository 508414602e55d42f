import { DelayedError, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueWork } from '../../effect-queue.js';
import { pause } from '../../waiting.js';
import { backoffAfter } from '../backoff.js';
import { outcomeOf } from '../outcome.js';
import { nextMillis } from '../schedule.js';
import type { StoredJob } from './jobs.js';
import { QUEUES } from './names.js';
import type { BullMqQueueOptions } from './options.js';
import type { RedisLink } from './redis-link.js';
import { isOfConnection } from './redis-trouble.js';
import type { BullMqSweeps, SweepJob } from './sweeps.js';
import { stopper } from '../stopper.js';

/** In milliseconds: how long those in hand have to end once they were told to stop. */
const LAST_WORDS = 500;

/** In milliseconds: how long it may take to tell Redis how the last ones ended, and to let go of it. */
const FAREWELL = 1_000;

/** In milliseconds: how soon a worker asks Redis again after it could not be asked. */
const ASK_AGAIN = 1_000;

/** A worker whose timers end also when it cannot close: they would keep the process, one of them for ever. */
class LeavingWorker extends Worker {
  protected override checkConnectionError<T>(ask: () => Promise<T>): Promise<T | undefined> {
    return super.checkConnectionError(ask, ASK_AGAIN);
  }

  leave(): void {
    void this.lockManager.close();
  }
}

/** The two workers of a process: one for jobs, one for sweeps, so that neither waits for the other. */
export class BullMqWorkers {
  readonly #connection: Redis;
  readonly #workers: readonly LeavingWorker[];
  readonly #inHand = new Set<Promise<void>>();
  readonly #stop = stopper();

  constructor(
    link: RedisLink,
    private readonly work: QueueWork,
    sweeps: BullMqSweeps,
    private readonly options: BullMqQueueOptions,
  ) {
    this.#connection = link.connectionForWorkers();
    const jobs = (job: StoredJob, token?: string): Promise<void> => this.#hold(this.#perform(job, token!));
    const ticks = (job: SweepJob, token?: string): Promise<void> => this.#hold(this.#sweep(sweeps, job, token!));
    this.#workers = [
      new LeavingWorker(QUEUES.jobs, jobs, this.#optionsFor(work.concurrency)),
      new LeavingWorker(QUEUES.sweeps, ticks, this.#optionsFor(Math.max(1, work.sweeps.length))),
    ];
    for (const worker of this.#workers) worker.on('error', (error) => this.#complain(error));
  }

  /**
   * Takes nothing more and waits for what is in hand; after so many milliseconds it is told to stop. What is not told to
   * Redis by then is run again by another process. Never waits for a Redis that is away.
   */
  async close(patience: number): Promise<void> {
    const closed = Promise.allSettled(this.#workers.map((worker) => worker.close()));
    const ended = Promise.all(this.#inHand);
    await pause(patience, settled(ended));
    await pause(FAREWELL, settled(closed));
    this.#stop.abort();
    if (this.#inHand.size > 0) await pause(LAST_WORDS, settled(closed));
    for (const worker of this.#workers) worker.leave();
  }

  #optionsFor(concurrency: number): WorkerOptions {
    const { prefix, lock, lost, losses, backoff } = this.options;
    return {
      connection: this.#connection,
      prefix,
      concurrency,
      lockDuration: lock,
      stalledInterval: lost,
      maxStalledCount: losses,
      removeOnComplete: { count: 0 },
      runRetryDelay: ASK_AGAIN,
      settings: {
        backoffStrategy: (failures) => backoffAfter(failures, backoff),
        repeatStrategy: (after, { pattern }) => nextMillis(pattern!, after),
      },
    };
  }

  async #perform(job: StoredJob, token: string): Promise<void> {
    const { name: kind, data } = job;
    setUp(job, this.work.attempts(kind));
    try {
      await this.work.handle({ kind, ...data, attempt: job.attemptsMade + 1, signal: this.#stop.signal });
    } catch (error) {
      const outcome = outcomeOf(error, this.#stop.signal.aborted, Date.now());
      if (outcome.how === 'again') {
        await job.moveToDelayed(outcome.at, token);
        throw new DelayedError();
      }
      if (outcome.how === 'hopeless') throw new UnrecoverableError(outcome.code);
      throw new Error(outcome.code, { cause: error });
    }
  }

  async #sweep(sweeps: BullMqSweeps, job: SweepJob, token: string): Promise<void> {
    setUp(job, ATTEMPTS_OF_A_SWEEP);
    await sweeps.perform(job, token);
  }

  #hold(run: Promise<void>): Promise<void> {
    const held = run.catch(() => {}).finally(() => this.#inHand.delete(held));
    this.#inHand.add(held);
    return run;
  }

  /** That Redis is away is told by the link, once. */
  #complain(error: Error): void {
    if (!isOfConnection(error))
      this.options.log(`a worker of the queue: ${error.name}: ${error.message.slice(0, 120)}`);
  }
}

/** A failed sweep is tried so often; then its next time has come, or nearly. */
const ATTEMPTS_OF_A_SWEEP = 6;

/** What is decided by who runs a job, not by who added it. No text of an error is kept. */
function setUp(job: StoredJob | SweepJob, attempts: number): void {
  job.opts.attempts = attempts;
  job.opts.backoff = { type: 'spread' };
  job.opts.stackTraceLimit = 0;
}

/** A signal that aborts when everything has ended. */
function settled(all: Promise<unknown>): AbortSignal {
  const signal = new AbortController();
  void all.then(() => signal.abort());
  return signal.signal;
}
