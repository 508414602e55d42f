/* eslint-disable @typescript-eslint/require-await -- the port promises; this adapter answers at once or refuses */
import type { Clock } from '../clock.js';
import { EffectQueue, type DeadJob, type Job, type QueueStatus, type QueueWork } from '../effect-queue.js';
import { TryLater } from '../errors.js';
import { BACKOFF } from './backoff.js';
import type { Log } from './disposable-file.js';
import { millisOf } from './millis.js';
import { QueueFile } from './sqlite-effect-queue.file.js';
import { QueueRunner, type RunnerOptions } from './sqlite-effect-queue.runner.js';

/** In milliseconds and numbers of times, where nothing else is asked for. */
const DEFAULTS = { backoff: BACKOFF, lease: 15_000, look: 2_000, losses: 3 };

/** How long those in hand may take when the process stops, in milliseconds. */
const PATIENCE = 5_000;

/** How long whoever meets a stopping queue should wait for the next one. */
const SECONDS_UNTIL_RESTART = 5;

export type SqliteQueueOptions = { readonly clock: Clock; readonly log: Log } & Partial<RunnerOptions>;

/**
 * The queue of a process that has nothing beside it, in one SQLite file that may be lost at any time. Several processes
 * may share the file: what one of them holds is leased, and its lease ends with the process.
 */
export class SqliteEffectQueue extends EffectQueue {
  readonly #file: QueueFile;
  readonly #options: RunnerOptions;
  #runner: QueueRunner | undefined;
  #closing: Promise<void> | undefined;

  /** @throws Unusable for a file that cannot be reached. */
  static open(file: string, options: SqliteQueueOptions): SqliteEffectQueue {
    return new SqliteEffectQueue(file, { ...DEFAULTS, ...options });
  }

  private constructor(file: string, options: RunnerOptions) {
    super();
    this.#options = options;
    this.#file = new QueueFile(file, options.log, (tables) => this.#runner?.know(tables));
  }

  async add(jobs: readonly Job[]): Promise<void> {
    this.#refuseWhenStopping();
    this.#file.use((tables) => jobs.forEach((job) => tables.jobs.add(job)));
    this.#runner?.lookSoon();
  }

  async remove(kind: string, key: string): Promise<boolean> {
    this.#refuseWhenStopping();
    return this.#file.use(({ jobs }) => jobs.remove(kind, key));
  }

  async start(work: QueueWork): Promise<void> {
    this.#refuseWhenStopping();
    if (this.#runner) throw new Error('the queue is being worked off already');
    this.#runner = new QueueRunner(this.#file, work, this.#options);
    this.#runner.start();
  }

  async status(): Promise<QueueStatus> {
    this.#refuseWhenStopping();
    const { trouble } = this.#file;
    return { trouble, ...this.#file.use(({ jobs }) => jobs.counts(this.#now())) };
  }

  async dead(page: { readonly offset: number; readonly limit: number }): Promise<readonly DeadJob[]> {
    this.#refuseWhenStopping();
    return this.#file.use(({ jobs }) => jobs.dead(page));
  }

  async revive(kind: string, key: string): Promise<boolean> {
    this.#refuseWhenStopping();
    const revived = this.#file.use(({ jobs }) => jobs.revive(kind, key, this.#now()));
    this.#runner?.lookSoon();
    return revived;
  }

  close(patience = PATIENCE): Promise<void> {
    this.#closing ??= this.#close(patience);
    return this.#closing;
  }

  async #close(patience: number): Promise<void> {
    await this.#runner?.close(patience);
    this.#file.close();
  }

  #now(): number {
    return millisOf(this.#options.clock.now());
  }

  #refuseWhenStopping(): void {
    if (this.#closing) throw new TryLater('queue.stopping', SECONDS_UNTIL_RESTART);
  }
}
