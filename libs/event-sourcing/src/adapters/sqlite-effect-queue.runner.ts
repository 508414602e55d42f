import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import { LONGEST_POSTPONEMENT_MS } from '../effect-log.js';
import type { QueueWork } from '../effect-queue.js';
import { breath, pause } from '../waiting.js';
import { backoffAfter, type Backoff } from './backoff.js';
import type { Log } from './disposable-file.js';
import { failureCode } from './failure-code.js';
import { millisOf } from './millis.js';
import { outcomeOf } from './outcome.js';
import type { QueueFile, Tables } from './sqlite-effect-queue.file.js';
import type { Claimed, Ending, Holder } from './sqlite-effect-queue.jobs.js';
import type { DueSweep } from './sqlite-effect-queue.sweeps.js';
import { stopper } from './stopper.js';

export interface RunnerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly backoff: Backoff;
  /** In milliseconds: what its process does not renew for so long is run by another, or by the next start. */
  readonly lease: number;
  /** In milliseconds: the clock is looked at this often at least, because it may jump and a machine may sleep. */
  readonly look: number;
  /** How often a job may lose its process before it counts as what ends it. */
  readonly losses: number;
}

interface Taken {
  readonly sweeps: readonly DueSweep[];
  readonly jobs: readonly Claimed[];
  /** When something is due next, if there are hands for it. */
  readonly next: number;
}

/** How long those in hand have to end once they were told to stop, in milliseconds. */
const LAST_WORDS = 500;

/** Works off the tables: a look at the clock takes what is due, and writes down what ended since the look before. */
export class QueueRunner {
  readonly #holder = randomUUID();
  readonly #inHand = new Set<Promise<void>>();
  readonly #jobsInHand = new Set<Promise<void>>();
  readonly #stop = stopper();
  #ended: ((tables: Tables, me: Holder) => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #soon: ReturnType<typeof setImmediate> | undefined;
  #closing = false;
  #lastNow = 0;
  #renewed = 0;
  #complaint = '';

  constructor(
    private readonly file: QueueFile,
    private readonly work: QueueWork,
    private readonly options: RunnerOptions,
  ) {}

  start(): void {
    this.file.use((tables) => this.know(tables));
    this.lookSoon();
  }

  /** Tells a file that is new to this process which sweeps there are, and what time it is: both may have changed. */
  know({ jobs, sweeps }: Tables): void {
    const now = this.#now();
    sweeps.know(this.work.sweeps, now);
    jobs.waitAtMost(this.#longestPause, now);
  }

  /** Looks once more after everything that is being done in this turn of the event loop. */
  lookSoon(): void {
    if (!this.#closing) this.#soon ??= setImmediate(() => this.#look());
  }

  /** Takes nothing more and waits for what is in hand; after so many milliseconds it is told to stop. */
  async close(patience: number): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
    const all = Promise.all(this.#inHand);
    await Promise.race([all, pause(patience, this.#whenIdle(all))]);
    this.#stop.abort();
    await Promise.race([all, pause(LAST_WORDS, this.#whenIdle(all))]);
    await breath();
    this.#writeDown();
  }

  #whenIdle(all: Promise<unknown>): AbortSignal {
    const idle = new AbortController();
    void all.then(() => idle.abort());
    return idle.signal;
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#soon = undefined;
    if (this.#closing) return;
    const taken = this.#writeDown((tables, me) => this.#take(tables, me));
    for (const due of taken?.sweeps ?? []) this.#hold(this.#sweep(due));
    for (const job of taken?.jobs ?? []) this.#hold(this.#perform(job), this.#jobsInHand);
    const wait = taken ? taken.next - this.#now() : Infinity;
    this.#timer = setTimeout(() => this.#look(), Math.min(Math.max(wait, 1), this.options.look));
  }

  /** Writes down what ended, and does more in the same transaction. What could not be written is kept for the next. */
  #writeDown<Answer>(more?: (tables: Tables, me: Holder) => Answer): Answer | undefined {
    const now = this.#now();
    const me = { holder: this.#holder, now, until: now + this.options.lease };
    try {
      const answer = this.file.use((tables) => {
        for (const write of this.#ended) write(tables, me);
        return more?.(tables, me);
      });
      this.#ended = [];
      this.#complain('');
      return answer;
    } catch (error) {
      this.#complain(failureCode(error));
      return undefined;
    }
  }

  /** Takes what is due, as far as there are hands for it, and answers when the next is due. */
  #take(tables: Tables, me: Holder): Taken {
    if (me.now < this.#lastNow) {
      tables.sweeps.clockWasSetBack(me.now);
      tables.jobs.waitAtMost(this.#longestPause, me.now);
    }
    this.#lastNow = me.now;
    this.#keepLeases(tables, me);
    tables.jobs.takeBack(me, this.options.losses);
    const free = this.work.concurrency - this.#jobsInHand.size;
    const sweeps = tables.sweeps.claim(me);
    const jobs = free > 0 ? tables.jobs.claim(me, free) : [];
    const nextJob = jobs.length < free ? tables.jobs.next() : undefined;
    return { sweeps, jobs, next: Math.min(nextJob ?? Infinity, tables.sweeps.next() ?? Infinity) };
  }

  #keepLeases(tables: Tables, me: Holder): void {
    if (Math.abs(me.now - this.#renewed) < this.options.lease / 3) return;
    this.#renewed = me.now;
    tables.jobs.renew(me);
    tables.sweeps.renew(me);
  }

  #hold(run: Promise<void>, ...sets: Set<Promise<void>>[]): void {
    const all = [this.#inHand, ...sets];
    const ended = run.then(() => {
      for (const set of all) set.delete(ended);
      this.lookSoon();
    });
    for (const set of all) set.add(ended);
  }

  async #perform(job: Claimed): Promise<void> {
    const ending = await this.#endingOf(job);
    this.#ended.push(({ jobs }, me) => jobs.end(ending, me));
  }

  async #endingOf(job: Claimed): Promise<Ending> {
    const { kind, key, attempt } = job;
    try {
      await this.work.handle({ ...job, signal: this.#stop.signal });
      return { kind, key, how: 'done' };
    } catch (error) {
      const now = this.#now();
      const outcome = outcomeOf(error, this.#stop.signal.aborted, now);
      if (outcome.how === 'again') return { kind, key, how: 'again', runAt: outcome.at };
      const isLast = outcome.how === 'hopeless' || attempt >= this.work.attempts(kind);
      if (isLast) return { kind, key, how: 'dead', error: outcome.code };
      return { kind, key, how: 'failed', runAt: now + backoffAfter(attempt, this.options.backoff) };
    }
  }

  async #sweep({ name, dueAt, failures }: DueSweep): Promise<void> {
    let again: number | undefined;
    try {
      const sweep = this.work.sweeps.find((one) => one.name === name);
      await sweep?.run(new Date(dueAt).toISOString());
    } catch (error) {
      again = this.#now() + backoffAfter(failures + 1, this.options.backoff);
      this.options.log(`the sweep ${name} failed (${failureCode(error)}) and is tried again`);
    }
    this.#ended.push(({ sweeps }, me) => sweeps.end(name, me, again));
  }

  /** In milliseconds: after a failure, or when put off. */
  get #longestPause(): number {
    return Math.max(this.options.backoff.longest, LONGEST_POSTPONEMENT_MS);
  }

  #now(): number {
    return millisOf(this.options.clock.now());
  }

  /** Says once what stands in the way, and once that nothing does any longer. */
  #complain(code: string): void {
    if (code === this.#complaint) return;
    this.options.log(code === '' ? 'the queue is written again' : `the queue could not be written (${code})`);
    this.#complaint = code;
  }
}
