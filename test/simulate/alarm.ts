import {
  ComeAgain,
  hasEnded,
  later,
  statesOf,
  SYSTEM,
  TryLater,
  Unrecoverable,
  unfinished,
  type AnyEffect,
  type EventStore,
  type Instant,
  type Job,
} from '@rettidig/event-sourcing';
import { EffectRunner } from '../../libs/event-sourcing/src/effect-runner.js';
import type { MailAbout } from '@rettidig/reminders';
import type { Office } from './office.js';

const SEND_MAIL = 'send-mail';
/** After a failed attempt, in milliseconds. */
const PAUSE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * The worker that does effects, under the clock of the simulation: it looks for what is due, has jobs, and can lose them
 * all, sleep, or die in the middle of one. It stands in for `Effects` and for the queues (in memory, in PostgreSQL), which
 * are therefore not lived through here: how often they look, when they give a job anew, how many are done at a time, and
 * several processes beside each other. Everything else of an effect is the product's own, from one run of it to the log.
 */
export class Alarm {
  private jobs = new Map<string, Job & { attempt: number }>();
  private runner: EffectRunner;
  private lives = 1;
  private isDead = false;
  private deadUntil: Instant = '';
  /** Ends what is in hand when the process dies. */
  private death = new AbortController();

  constructor(
    private readonly office: Office,
    private readonly effects: readonly AnyEffect[],
  ) {
    this.runner = this.born();
  }

  /** The queue loses everything. */
  loseJobs(): void {
    this.jobs.clear();
  }

  /** What the mails that were found due are about, as long as nobody has sent them. */
  waiting = (): MailAbout['items'][number]['about'][] =>
    [...this.jobs.values()]
      .filter(({ kind }) => kind === SEND_MAIL)
      .flatMap(({ data }) => (data as unknown as MailAbout).items.map(({ about }) => about));

  /** Nothing that is in hand can be recorded any more, and nobody takes its place for a while. */
  die(hours: number): void {
    this.isDead = true;
    this.deadUntil = later(this.office.now, hours * HOUR_MS);
    this.death.abort();
  }

  /** Looks for what is due now, and does it until nothing is left to do now; on a slow day somebody else has to do it later. */
  async rings({ isSlow = false }: { readonly isSlow?: boolean } = {}): Promise<void> {
    if (this.isDead) {
      if (this.office.now < this.deadUntil) return;
      this.revive();
    }
    for (let looks = 0; looks < 20; looks += 1) {
      await this.office.settles();
      // What lies there already comes first, with whatever it was found due with.
      if (looks > 0 || this.jobs.size === 0) await this.look();
      if (isSlow || !(await this.work(looks))) return;
    }
    throw new Error('the same things are due again and again');
  }

  private async look(): Promise<void> {
    const { engine, clock } = this.office.running;
    const context = engine.queryContext(SYSTEM, 'da');
    for (const effect of this.effects) {
      const due = await effect.due(context, clock.now());
      const states = statesOf(
        context.views,
        effect.name,
        due.map(({ key }) => key),
      );
      for (const { key, runAt, about } of due)
        if (!hasEnded(states.get(key))) this.add({ kind: effect.name, key, runAt, data: about });
    }
    const names = this.effects.map(({ name }) => name);
    for (const { effect, key, about, due_at: runAt } of unfinished(context.views, names, clock.now(), 10_000))
      this.add({ kind: effect, key, runAt, data: JSON.parse(about) as Job['data'] });
  }

  private add(job: Job): void {
    const id = `${job.kind} ${job.key}`;
    if (!this.jobs.has(id)) this.jobs.set(id, { ...job, attempt: 1 });
  }

  /** Whether there was anything to do, or nobody has looked yet. */
  private async work(looks: number): Promise<boolean> {
    const now = this.office.now;
    const ready = [...this.jobs].filter(([, { runAt }]) => runAt <= now);
    for (const [id, job] of ready) {
      this.jobs.delete(id);
      await this.handle(id, job);
      if (this.isDead && this.office.now < this.deadUntil) return false;
      if (this.isDead) {
        this.revive();
        return true;
      }
      // What else follows from it has happened before the next one is looked at.
      if (job.kind !== SEND_MAIL) await this.office.settles();
    }
    return ready.length > 0 || looks === 0;
  }

  private async handle(id: string, job: Job & { attempt: number }): Promise<void> {
    try {
      await this.runner.handle({ ...job, signal: this.death.signal });
    } catch (error) {
      if (error instanceof Unrecoverable) return;
      const runAt = error instanceof ComeAgain ? error.at : later(this.office.now, PAUSE_MS * 2 ** job.attempt);
      this.jobs.set(id, { ...job, runAt, attempt: job.attempt + (error instanceof ComeAgain ? 0 : 1) });
    }
  }

  /** Another process takes its place, and knows nothing of what the dead one had in hand. */
  private revive(): void {
    this.isDead = false;
    this.death = new AbortController();
    this.jobs.clear();
    this.lives += 1;
    this.runner = this.born();
  }

  private born(): EffectRunner {
    const { engine, clock } = this.office.running;
    return new EffectRunner({
      ...{ effects: this.effects, engine, store: this.store(), clock, queue: undefined as never, firstPause: 1 },
      ...{ owner: `worker ${this.lives}`, isAlone: true },
    });
  }

  /** The log as the worker reaches it: a dead one reaches nothing. */
  private store(): EventStore {
    const { store } = this.office.running;
    const mortal: Pick<EventStore, 'append' | 'readStream'> = {
      append: (...what) => (this.isDead ? Promise.reject(new TryLater('store.stopping', 1)) : store.append(...what)),
      readStream: (...what) => store.readStream(...what),
    };
    return mortal as EventStore;
  }
}
