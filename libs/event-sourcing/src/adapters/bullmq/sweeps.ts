import { DelayedError, type Job as BullJob, type Queue } from 'bullmq';
import type { Sweep } from '../../effect-queue.js';
import { idOf } from '../../ids.js';
import type { Log } from '../disposable-file.js';
import { failureCode } from '../failure-code.js';
import { nextMillis } from '../schedule.js';
import type { RedisLink } from './redis-link.js';

/** What Redis holds of a sweep that is not on its schedule: when it is due. */
interface StoredSweep {
  readonly dueAt?: string;
}

export type SweepJob = BullJob<StoredSweep, void, string>;
export type SweepQueue = Queue<StoredSweep, void, string>;

const TZ = 'Europe/Copenhagen';

/** In seconds: two processes that find the same schedule lost within this time run the sweep once. */
const TOGETHER = 30;

/** In milliseconds: the clocks of two machines may differ by so much. */
const APART = 60_000;

/** In milliseconds: a sweep of another release is offered to its processes again after this time. */
const OFFER_AGAIN = 2_000;

/** The schedules of the sweeps in Redis, which makes one job of each tick, and the work of these jobs. */
export class BullMqSweeps {
  readonly #byName: ReadonlyMap<string, Sweep>;

  /** @throws RangeError for a pattern that is none. */
  constructor(
    private readonly link: RedisLink,
    private readonly queue: SweepQueue,
    sweeps: readonly Sweep[],
    private readonly log: Log,
  ) {
    for (const { pattern } of sweeps) nextMillis(pattern, 0);
    this.#byName = new Map(sweeps.map((sweep) => [sweep.name, sweep]));
  }

  /** Once per start: schedules of sweeps that are no more end, and those of another pattern are replaced. */
  async adopt(): Promise<void> {
    for (const { key, pattern } of await this.#schedules()) {
      const sweep = this.#byName.get(key);
      if (!sweep) await this.link.call(() => this.queue.removeJobScheduler(key));
      else if (sweep.pattern !== pattern) await this.#schedule(sweep);
    }
  }

  /**
   * Makes the schedules that are missing: this is the first start, or Redis was emptied. Such a sweep also runs at once,
   * for it finds what became due meanwhile. A schedule that is there is left alone: its next time may lie in the past
   * because everybody was asleep, and must not be forgotten. One that skips its next time was made under a clock that has
   * been set back since.
   */
  async mend(): Promise<void> {
    const alive = new Set((await this.#schedules()).filter(({ lives }) => lives).map(({ key }) => key));
    for (const sweep of this.#byName.values()) {
      if (alive.has(sweep.name)) continue;
      await this.#schedule(sweep);
      const [dueAt, jobId] = [new Date().toISOString(), idOf('at once', sweep.name)];
      await this.link.call(() =>
        this.queue.add(sweep.name, { dueAt }, { jobId, removeOnComplete: { age: TOGETHER }, removeOnFail: true }),
      );
    }
  }

  /** The work of one job: the sweep, unless it still runs somewhere. */
  async perform(job: SweepJob, token: string): Promise<void> {
    const sweep = this.#byName.get(job.name);
    if (!sweep) return this.#offerAgain(job, token);
    if (await this.#runsElsewhere(job)) return;
    try {
      await sweep.run(dueAt(job));
    } catch (error) {
      this.log(`the sweep ${sweep.name} failed (${failureCode(error)}) and is tried again`);
      throw new Error(failureCode(error), { cause: error });
    }
  }

  async #schedules(): Promise<{ readonly key: string; readonly pattern?: string; readonly lives: boolean }[]> {
    const schedules = await this.link.call(() => this.queue.getJobSchedulers(0, -1, true));
    return Promise.all(
      schedules.map(async ({ key, pattern, next }) => ({
        key,
        pattern,
        lives: !skips(next, pattern) && (await this.#hasJob(key, next)),
      })),
    );
  }

  async #hasJob(key: string, next: number | undefined): Promise<boolean> {
    return (await this.link.call(() => this.link.client.exists(this.queue.toKey(`repeat:${key}:${next}`)))) === 1;
  }

  async #schedule({ name, pattern }: Sweep): Promise<void> {
    try {
      const opts = { removeOnFail: true };
      await this.link.call(() => this.queue.upsertJobScheduler(name, { pattern, tz: TZ }, { name, opts }));
    } catch (error) {
      // Another process has just made the same schedule, and its first job runs.
      if (!(error instanceof Error && /collision|already exists/i.test(error.message))) throw error;
    }
  }

  async #runsElsewhere(job: SweepJob): Promise<boolean> {
    const active = (await this.link.call(() => this.queue.getActive())) as (SweepJob | undefined)[];
    const began = (one: SweepJob): string => `${String(one.processedOn ?? 0).padStart(16, '0')} ${one.id}`;
    return active.some((one) => one?.name === job.name && one.id !== job.id && began(one) < began(job));
  }

  /** A sweep that this release does not know: of an older one, then its schedule is gone; or of a newer one. */
  async #offerAgain(job: SweepJob, token: string): Promise<void> {
    if (!(await this.link.call(() => this.queue.getJobScheduler(job.name)))) return;
    await job.moveToDelayed(Date.now() + OFFER_AGAIN, token);
    throw new DelayedError();
  }
}

/** The time of its tick stands in the id that BullMQ gave it. */
const dueAt = ({ id, data }: SweepJob): string =>
  data.dueAt ?? new Date(Number(id!.slice(id!.lastIndexOf(':') + 1))).toISOString();

/** Whether a schedule comes next at a later time than the next of its own pattern. */
const skips = (next = 0, pattern = ''): boolean => pattern !== '' && next > nextMillis(pattern, Date.now() + APART);
