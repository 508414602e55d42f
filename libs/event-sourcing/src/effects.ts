import type { AnyEffect } from './effect.js';
import type { EffectEvent } from './effect-log.js';
import { ATTEMPTS, later } from './effect-log.js';
import { Packets } from './effect-packets.js';
import type { Job, JobRun, Sweep } from './effect-queue.js';
import { ComeAgain } from './effect-queue.js';
import { EffectRunner } from './effect-runner.js';
import { effectsView, hasEnded, statesOf, unfinished } from './effects-view.js';
import type { EffectRow } from './effects-view.js';
import type { EffectsParts, EffectsStatus, SweepStatus } from './effects.types.js';
import { TryLater } from './errors.js';
import { SYSTEM } from './event.js';
import type { QueryContext } from './query.js';
import { pause, Places, stopwatch, Turns } from './waiting.js';

/** So many are done at a time where nobody said how many. */
const CONCURRENCY = 8;
/** So far ahead jobs are added, in milliseconds: what is due later is found by a later look. */
const HORIZON_MS = 3_600_000;
/** So many jobs are added in one go. */
const PAGE = 500;
/** After a look it is rested for so many times as long as it took: thousands that are due at once are sent, not looked at. */
const LOOKS_REST = 9;
/** That something was begun or done makes nothing else due: thousands that go out are no reason to look. */
const TAKES_AWAY: readonly string[] = ['EffectClaimed', 'EffectDone'] satisfies EffectEvent['type'][];
/** What began and did not end is looked for this often: only a lost queue leaves any. */
const UNFINISHED: Pick<Sweep, 'name' | 'pattern'> = { name: 'unfinished-effects', pattern: '* * * * *' };

/** What a process does outside the log: finds out what is due, gives it to the queue, and does what the queue gives back. */
export class Effects {
  private readonly stopping = new AbortController();
  private readonly runner: EffectRunner;
  private readonly packets: Packets;
  private readonly places: Places;
  private readonly looks: Map<string, SweepStatus>;
  private readonly turns = new Turns();
  /** What was given to the queue since the last sweep: a poke adds the rest only, a sweep all that has not ended. */
  private readonly given = new Map<string, Set<string>>();
  private isPoked = false;
  /** How long the last look took, in milliseconds. */
  private lookTook = 0;
  private looking: Promise<void> | undefined;
  private lookingAgain: Promise<void> | undefined;

  constructor(private readonly parts: EffectsParts) {
    this.runner = new EffectRunner(parts);
    this.packets = new Packets(parts.queue, parts.clock);
    this.places = new Places(parts.concurrency ?? CONCURRENCY);
    this.looks = new Map(
      parts.effects.map(
        ({ name }) => [name, { effect: name, lookedAt: null, trouble: null, reachesNobody: 0 }] as const,
      ),
    );
  }

  /** Begins to work off the queue, and to look for what is due. */
  async start(): Promise<void> {
    const { effects, engine, queue, concurrency = CONCURRENCY } = this.parts;
    const attempts = new Map(effects.map((effect) => [effect.name, effect.attempts ?? ATTEMPTS]));
    engine.projector.onAbsorbed = (page) => {
      if (page.some(({ type }) => !TAKES_AWAY.includes(type))) this.poke();
    };
    await queue.start({
      handle: (job) => this.packets.handle(job, (one) => this.handle(one)),
      sweeps: [
        ...effects.map((effect) => ({
          name: effect.name,
          pattern: effect.every,
          run: () => this.sweep(effect, 'all'),
        })),
        { ...UNFINISHED, run: () => this.addUnfinished() },
      ],
      concurrency,
      attempts: (kind) => attempts.get(kind) ?? ATTEMPTS,
    });
    this.poke();
  }

  /** Soon asks all effects what is due: something happened. However often it is called, they are asked one after the other. */
  poke(): void {
    this.isPoked = true;
    this.looking ??= this.lookWhilePoked().finally(() => (this.looking = undefined));
  }

  async status(): Promise<EffectsStatus> {
    return { queue: await this.parts.queue.status(), sweeps: [...this.looks.values()] };
  }

  /** Takes nothing more, finishes what is in hand for so many milliseconds, and closes the queue. */
  async stop(milliseconds = 8000): Promise<void> {
    this.stopping.abort();
    this.parts.engine.projector.onAbsorbed = () => {};
    const idle = new AbortController();
    void Promise.resolve(this.looking).finally(() => idle.abort());
    await Promise.all([this.parts.queue.close(milliseconds), pause(milliseconds, idle.signal)]);
  }

  /** In its place among those that are done at a time; whoever stops begins none. */
  private handle(job: JobRun): Promise<void> {
    return this.places.with(() => {
      if (this.stopping.signal.aborted) throw new ComeAgain(this.parts.clock.now());
      return this.runner.handle(job);
    });
  }

  private async lookWhilePoked(): Promise<void> {
    const { signal } = this.stopping;
    while (this.isPoked && !signal.aborted) {
      await pause(Math.max(this.parts.pokeAfter ?? 250, LOOKS_REST * this.lookTook), signal);
      this.isPoked = false;
      const took = stopwatch();
      for (const effect of this.parts.effects) await this.sweep(effect, 'new');
      await this.addUnfinished();
      this.lookTook = took();
    }
  }

  /** What passes (a view that is being built, a queue that is away) tells nobody when it has passed. */
  private lookAgainAfter({ retryAfterSeconds }: TryLater): void {
    this.lookingAgain ??= pause(1000 * retryAfterSeconds, this.stopping.signal).then(() => {
      this.lookingAgain = undefined;
      this.poke();
    });
  }

  /** Adds what is due to the queue. What keeps it from that is told by `status`; the next look finds the same. */
  private sweep(effect: AnyEffect, which: 'all' | 'new'): Promise<void> {
    return this.turns.inTurn(effect.name, async () => {
      const before = this.looks.get(effect.name)!;
      try {
        if (which === 'all') this.given.delete(effect.name);
        await this.addDue(effect);
        this.looks.set(effect.name, {
          ...{ ...before, lookedAt: this.parts.clock.now(), trouble: null },
          reachesNobody: effect.reachesNobody?.() ?? 0,
        });
      } catch (error) {
        this.looks.set(effect.name, { ...before, trouble: this.told(`what is due of ${effect.name}`, error) });
      }
    });
  }

  private async addDue(effect: AnyEffect): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const { now, views, reference } = await this.context();
    const given = this.givenOf(effect);
    const due = await effect.due({ now, views, reference }, later(now, HORIZON_MS));
    this.packets.forgetOthers(effect.name, due);
    const added = due.filter(({ key }) => !given.has(key));
    for (let from = 0; from < added.length; from += PAGE) {
      const page = added.slice(from, from + PAGE);
      const keys = page.map(({ key }) => key);
      const states = statesOf(views, effect.name, keys);
      const open = page.filter(({ key }) => !hasEnded(states.get(key)));
      await this.add(this.packets.jobsFor(effect.name, open, { now, hasBegun: (key) => states.has(key) }));
      for (const key of keys) given.add(key);
    }
  }

  private givenOf({ name }: AnyEffect): Set<string> {
    const given = this.given.get(name) ?? new Set();
    this.given.set(name, given);
    return given;
  }

  /**
   * Adds again what began and has not ended: its job may have been lost with the queue or be a dead one that a person let
   * begin anew, and nobody may name it due any more.
   */
  private addUnfinished(): Promise<void> {
    return this.turns.inTurn(UNFINISHED.name, async () => {
      try {
        if (this.stopping.signal.aborted) return;
        const { now, views } = await this.context();
        const rows = unfinished(views, [...this.looks.keys()], now, PAGE);
        for (const { effect, key } of rows) await this.parts.queue.revive(effect, key);
        await this.add(rows.map(jobAgain));
        await this.packets.revive();
      } catch (error) {
        this.told('what has not ended', error);
      }
    });
  }

  private async add(jobs: readonly Job[]): Promise<void> {
    if (jobs.length > 0) await this.parts.queue.add(jobs);
  }

  /**
   * What is looked at: views that have seen all that was in the log a moment ago, so that nothing is due because of a view
   * that stood still.
   * @throws TryLater while a view is behind, or an older version of it answers.
   */
  private async context(): Promise<QueryContext> {
    const { engine, store } = this.parts;
    await engine.reached(await store.head());
    const builds = engine.projector.status();
    const live = new Set(builds.filter(({ state }) => state !== 'building').map(({ name }) => name));
    if (builds.some(({ name }) => !live.has(name)) || !live.has(effectsView.name))
      throw new TryLater('view-building', 2);
    return engine.queryContext(SYSTEM, 'en');
  }

  private told(what: string, error: unknown): string {
    const code =
      error instanceof TryLater ? error.code : error instanceof Error ? error.constructor.name : typeof error;
    if (error instanceof TryLater) this.lookAgainAfter(error);
    else this.parts.log?.(`${what} could not be found out: ${code}`);
    return code;
  }
}

const jobAgain = ({ effect, key, about, due_at: runAt }: EffectRow): Job => ({
  kind: effect,
  key,
  runAt,
  data: JSON.parse(about) as Job['data'],
});
