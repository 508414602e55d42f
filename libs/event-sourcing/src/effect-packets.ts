import type { Clock } from './clock.js';
import type { DueEffect } from './effect.js';
import { later } from './effect-log.js';
import type { EffectQueue, Job, JobRun } from './effect-queue.js';
import { ComeAgain, LOST } from './effect-queue.js';
import type { Instant } from './event.js';
import { idOf } from './ids.js';

/** So many share a job at most. */
const MOST = 50;
/** So few have a job each. */
const FEW = 5;
/** The kind of their jobs: no effect is called so, and a release that knows of no packets leaves them to one that does. */
export const PACKET = 'packet';
/** A packet whose rest the queue did not take comes again after so many milliseconds. */
const AGAIN_MS = 1000;
/** So many dead jobs are looked through for packets. */
const DEAD = 100;

/** What a packet holds. */
interface Content {
  readonly effect: string;
  readonly together: readonly DueEffect[];
}

/** The packet in which each of an effect was given to the queue, by its key; null for one that has a job of its own. */
type Packed = Map<string, Job | null>;

/** What is known of those for which jobs are made. */
interface Known {
  readonly now: Instant;
  readonly hasBegun: (key: string) => boolean;
}

/** The job of one effect. */
const jobOf = (kind: string, { key, runAt, about }: DueEffect): Job => ({ kind, key, runAt, data: about });

/**
 * Effects whose time comes together share a job of the queue: of thousands that are due at seven, a job each would cost about
 * as much as what is done in it. A packet is a way to come by and nothing else. Each effect in it is looked at, claimed, done
 * and recorded as if it had come alone, and may well be in a second packet of another process. What does not end the first
 * time goes back to the queue as a job of its own.
 */
export class Packets {
  private readonly packed = new Map<string, Packed>();

  constructor(
    private readonly queue: EffectQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * The jobs of what is due. Asked again, it answers with the same packet for what is in one: while that waits, it is in the
   * queue once.
   */
  jobsFor(effect: string, due: readonly DueEffect[], { now, hasBegun }: Known): Job[] {
    const packed = this.packedOf(effect);
    for (const { key } of due) if (hasBegun(key)) packed.set(key, null);
    const fresh = due.filter(({ key }) => !packed.has(key));
    for (const together of byTime(fresh, now)) this.pack(effect, together);
    return [...new Set(due.map((one) => packed.get(one.key) ?? jobOf(effect, one)))];
  }

  /** Only these are due now: what is known of others is forgotten. */
  forgetOthers(effect: string, due: readonly DueEffect[]): void {
    const packed = this.packedOf(effect);
    const keys = new Set(due.map(({ key }) => key));
    for (const key of packed.keys()) if (!keys.has(key)) packed.delete(key);
  }

  /** As `QueueWork.handle`: does what is in a packet, and what came alone. */
  async handle(job: JobRun, handleOne: (job: JobRun) => Promise<void>): Promise<void> {
    if (!isPacket(job)) return handleOne(job);
    const { effect, together } = job.data as unknown as Content;
    const left: Job[] = [];
    const work = together.map(async (one) => {
      const alone = jobOf(effect, one);
      // Whatever it threw: the job of its own meets the same, and the queue does with it what is to be done.
      await handleOne({ ...alone, attempt: 1, signal: job.signal }).catch((error: unknown) => {
        left.push(error instanceof ComeAgain ? { ...alone, runAt: error.at } : alone);
      });
      this.packedOf(effect).set(one.key, null);
    });
    await Promise.all(work);
    await this.giveBack(left);
  }

  /**
   * Packets that lost their process too often begin anew: whatever ended it is one of those in it, which are given up one by
   * one, by what the log says of them.
   */
  async revive(): Promise<void> {
    for (const job of await this.queue.dead({ offset: 0, limit: DEAD }))
      if (isPacket(job) && job.error === LOST) await this.queue.revive(job.kind, job.key);
  }

  private packedOf(effect: string): Packed {
    const packed = this.packed.get(effect) ?? (new Map() as Packed);
    this.packed.set(effect, packed);
    return packed;
  }

  private pack(effect: string, due: readonly DueEffect[]): void {
    const packed = this.packedOf(effect);
    if (due.length <= FEW) for (const { key } of due) packed.set(key, null);
    else
      for (let from = 0; from < due.length; from += MOST) {
        const together = due.slice(from, from + MOST);
        const packet = packetOf(effect, together);
        for (const { key } of together) packed.set(key, packet);
      }
  }

  /** @throws ComeAgain when the queue does not take them: the packet comes again, and what has ended ends at once. */
  private async giveBack(left: readonly Job[]): Promise<void> {
    if (left.length === 0) return;
    await this.queue.add(left).catch(() => {
      throw new ComeAgain(later(this.clock.now(), AGAIN_MS));
    });
  }
}

const isPacket = ({ kind }: Pick<Job, 'kind'>): boolean => kind === PACKET;

/** Its key names what is in it: two processes that find the same due add it once. */
function packetOf(effect: string, due: readonly DueEffect[]): Job {
  const content: Content = { effect, together: due.map(({ key, runAt, about }) => ({ key, runAt, about })) };
  const key = idOf(effect, ...due.map((one) => one.key));
  return { kind: PACKET, key, runAt: due[0]!.runAt, data: content as unknown as Job['data'] };
}

/** What is due by now comes together; what is due later, with what is due at the same moment. */
function byTime(due: readonly DueEffect[], now: Instant): Iterable<readonly DueEffect[]> {
  const times = new Map<Instant, DueEffect[]>();
  for (const one of due) {
    const at = one.runAt > now ? one.runAt : now;
    const same = times.get(at);
    if (same) same.push(one);
    else times.set(at, [one]);
  }
  return times.values();
}
