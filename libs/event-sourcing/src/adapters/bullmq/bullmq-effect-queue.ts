import { Queue, type QueueOptions } from 'bullmq';
import { LONGEST_POSTPONEMENT_MS } from '../../effect-log.js';
import { EffectQueue, type DeadJob, type Job, type QueueStatus, type QueueWork } from '../../effect-queue.js';
import { TryLater } from '../../errors.js';
import type { Log } from '../disposable-file.js';
import { failureCode } from '../failure-code.js';
import { nextMillis } from '../schedule.js';
import { BullMqJobs, type Stored } from './jobs.js';
import { QUEUES } from './names.js';
import { DEFAULTS, type BullMqQueueOptions } from './options.js';
import { RedisLink } from './redis-link.js';
import { BullMqSweeps, type SweepQueue } from './sweeps.js';
import { BullMqWorkers } from './workers.js';

/** How long those in hand may take when the process stops, in milliseconds. */
const PATIENCE = 5_000;

/** How long whoever meets a stopping queue should wait for the next one. */
const SECONDS_UNTIL_RESTART = 5;

type Asked = { readonly url: string; readonly prefix: string; readonly log: Log } & Partial<BullMqQueueOptions>;

/**
 * The queue that any number of processes share, in Redis by BullMQ. Redis may be away, restarted or emptied at any time:
 * whoever adds is refused at once, workers wait and go on by themselves, and lost schedules are made again.
 */
export class BullMqEffectQueue extends EffectQueue {
  readonly #options: BullMqQueueOptions;
  readonly #link: RedisLink;
  readonly #jobs: BullMqJobs;
  readonly #sweepQueue: SweepQueue;
  #work: QueueWork | undefined;
  #sweeps: BullMqSweeps | undefined;
  #workers: BullMqWorkers | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #mending: Promise<void> | undefined;
  /** What another process left behind, or this one under a clock that has been set back since, was looked through. */
  #adopted = false;
  #lookedAt = Date.now();
  #closing: Promise<void> | undefined;

  /**
   * Never waits for Redis.
   * @throws Unusable for an address that is none.
   */
  static open(options: Asked): Promise<BullMqEffectQueue> {
    return Promise.resolve().then(() => new BullMqEffectQueue({ ...DEFAULTS, ...options }));
  }

  private constructor(options: BullMqQueueOptions) {
    super();
    this.#options = options;
    this.#link = new RedisLink(options, () => void this.#mend());
    const shared: QueueOptions = {
      connection: this.#link.client,
      prefix: options.prefix,
      // The link tells whether Redis is there and how it is; these two would wait for it, once and for ever.
      skipWaitingForReady: true,
      skipVersionCheck: true,
      settings: { repeatStrategy: (after, { pattern }) => nextMillis(pattern!, after) },
    };
    const jobs = new Queue<Stored, void, string>(QUEUES.jobs, shared);
    this.#sweepQueue = new Queue(QUEUES.sweeps, shared);
    for (const queue of [jobs, this.#sweepQueue]) queue.on('error', () => {}); // told by the link, and to whoever calls
    this.#jobs = new BullMqJobs(this.#link, jobs);
    this.#watch = setInterval(() => void this.#look(), options.watch);
  }

  async add(jobs: readonly Job[]): Promise<void> {
    this.#refuseWhenStopping();
    await this.#jobs.add(jobs);
  }

  async remove(kind: string, key: string): Promise<boolean> {
    this.#refuseWhenStopping();
    return this.#jobs.remove(kind, key);
  }

  async start(work: QueueWork): Promise<void> {
    this.#refuseWhenStopping();
    if (this.#work) throw new Error('the queue is being worked off already');
    this.#sweeps = new BullMqSweeps(this.#link, this.#sweepQueue, work.sweeps, this.#options.log);
    this.#work = work;
    void this.#mend();
    return Promise.resolve();
  }

  async status(): Promise<QueueStatus> {
    this.#refuseWhenStopping();
    try {
      const counts = await this.#jobs.counts();
      return { trouble: this.#link.trouble, ...counts };
    } catch (error) {
      if (!(error instanceof TryLater)) throw error;
      return { trouble: error.code, waiting: 0, delayed: 0, active: 0, dead: 0 };
    }
  }

  async dead(page: { readonly offset: number; readonly limit: number }): Promise<readonly DeadJob[]> {
    this.#refuseWhenStopping();
    return this.#jobs.dead(page);
  }

  async revive(kind: string, key: string): Promise<boolean> {
    this.#refuseWhenStopping();
    return this.#jobs.revive(kind, key);
  }

  close(patience = PATIENCE): Promise<void> {
    this.#closing ??= this.#close(patience);
    return this.#closing;
  }

  async #close(patience: number): Promise<void> {
    clearInterval(this.#watch);
    await this.#workers?.close(patience);
    this.#link.close();
  }

  /** Redis may have been configured anew, or flushed, without a connection being lost. */
  async #look(): Promise<void> {
    const now = Date.now();
    if (now < this.#lookedAt) this.#adopted = false;
    this.#lookedAt = now;
    await this.#link.look();
    await this.#mend();
  }

  /** Whenever Redis has (again) become reachable: the schedules are there, and somebody works. */
  #mend(): Promise<void> {
    this.#mending ??= this.#mendOnce()
      .catch((error: unknown) => {
        if (!(error instanceof TryLater))
          this.#options.log(`the sweeps could not be scheduled (${failureCode(error)})`);
      })
      .finally(() => (this.#mending = undefined));
    return this.#mending;
  }

  async #mendOnce(): Promise<void> {
    const [work, sweeps] = [this.#work, this.#sweeps];
    if (!work || !sweeps || this.#closing || this.#link.isAway) return;
    this.#workers ??= new BullMqWorkers(this.#link, work, sweeps, this.#options);
    if (!this.#adopted) {
      await sweeps.adopt();
      await this.#jobs.waitAtMost(Math.max(this.#options.backoff.longest, LONGEST_POSTPONEMENT_MS));
    }
    this.#adopted = true;
    await sweeps.mend();
  }

  #refuseWhenStopping(): void {
    if (this.#closing) throw new TryLater('queue.stopping', SECONDS_UNTIL_RESTART);
  }
}
