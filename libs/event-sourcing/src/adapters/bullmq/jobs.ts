import type { Job as BullJob, Queue } from 'bullmq';
import type { DeadJob, Job, QueueStatus } from '../../effect-queue.js';
import { LOST } from '../../effect-queue.js';
import { idOf } from '../../ids.js';
import { millisOf } from '../millis.js';
import type { RedisLink } from './redis-link.js';
import { isOfConnection } from './redis-trouble.js';

/** What Redis holds of a job beside its kind. */
export interface Stored {
  readonly key: string;
  readonly runAt: string;
  readonly data: Job['data'];
}

export type StoredJob = BullJob<Stored, void, string>;

/** So many jobs go to Redis in one call. */
const BATCH = 500;

/** What BullMQ says of a job that lost its process too often. */
const STALLED = /stalled more than/;

/** Delayed jobs are ordered by their time in milliseconds, times this, plus a number. */
const SCORE = 0x1000;

/** Names the job of one kind and key: without the colons and plain numbers that BullMQ refuses. */
const idOfJob = (kind: string, key: string): string => idOf(kind, key);

/** The jobs in Redis, as whoever adds and looks at them sees them. */
export class BullMqJobs {
  constructor(
    private readonly link: RedisLink,
    private readonly queue: Queue<Stored, void, string>,
  ) {}

  async add(jobs: readonly Job[]): Promise<void> {
    const now = Date.now();
    const entries = jobs.map(({ kind, key, runAt, data }) => ({
      name: kind,
      data: { key, runAt, data },
      opts: { jobId: idOfJob(kind, key), delay: Math.max(0, millisOf(runAt) - now), timestamp: now },
    }));
    for (let from = 0; from < entries.length; from += BATCH) {
      const batch = entries.slice(from, from + BATCH);
      await this.link.call(() => this.queue.addBulk(batch));
    }
  }

  remove(kind: string, key: string): Promise<boolean> {
    return this.link.call(async () => {
      const id = idOfJob(kind, key);
      const waits = ['waiting', 'delayed', 'prioritized'].includes(await this.queue.getJobState(id));
      return waits && (await this.queue.remove(id)) === 1;
    });
  }

  /**
   * Nothing whose time has come waits for longer than this, in milliseconds: what seems to was put off, or had failed,
   * under a clock that has been set back since.
   */
  async waitAtMost(longest: number): Promise<void> {
    const now = Date.now();
    const from = (now + longest + 1) * SCORE;
    const ids = await this.link.call(() => this.link.client.zrangebyscore(this.queue.toKey('delayed'), from, '+inf'));
    for (const id of ids) {
      const job = await this.link.call(() => this.queue.getJob(id));
      if (!job || millisOf(job.data.runAt) > now) continue;
      await this.link.call(() => unlessGone(job.promote()));
    }
  }

  async counts(): Promise<Omit<QueueStatus, 'trouble'>> {
    const { client } = this.link;
    const key = (type: string): string => this.queue.toKey(type);
    const answers = await this.link.call(() =>
      Promise.all([
        client.llen(key('wait')),
        client.zcard(key('delayed')),
        client.zcount(key('delayed'), '-inf', (Date.now() + 1) * SCORE - 1),
        client.llen(key('active')),
        client.zcard(key('failed')),
      ]),
    );
    const [waiting, delayed, due, active, dead] = answers;
    return { waiting: waiting + due, delayed: delayed - due, active, dead };
  }

  async dead({ offset, limit }: { readonly offset: number; readonly limit: number }): Promise<DeadJob[]> {
    if (limit < 1) return [];
    const jobs = await this.link.call(() => this.queue.getJobs(['failed'], offset, offset + limit - 1, false));
    return jobs.map((job) => ({
      kind: job.name,
      key: job.data.key,
      attempts: job.attemptsMade,
      error: STALLED.test(job.failedReason) ? LOST : job.failedReason,
      failedAt: new Date(job.finishedOn ?? 0).toISOString(),
    }));
  }

  revive(kind: string, key: string): Promise<boolean> {
    return this.link.call(async () => {
      const job = await this.queue.getJob(idOfJob(kind, key));
      if (!job || !(await job.isFailed())) return false;
      await this.link.client.hdel(this.queue.toKey(job.id!), 'stc');
      const retried = job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
      return unlessGone(retried);
    });
  }
}

/** False where somebody else was there before, so that the job is no longer in that state. */
const unlessGone = (change: Promise<void>): Promise<boolean> =>
  change.then(
    () => true,
    (error: unknown) => {
      if (isOfConnection(error)) throw error;
      return false;
    },
  );
