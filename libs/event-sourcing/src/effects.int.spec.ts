import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEffectQueue } from './adapters/sqlite-effect-queue.js';
import { EffectRefused, type DueEffect } from './effect.js';
import { effectStreamOf, recordable, runIdOf } from './effect-log.js';
import { Effects } from './effects.js';
import type { EffectEnded, EffectsParts } from './effects.types.js';
import { TryLater } from './errors.js';
import type { Instant } from './event.js';
import { Bell, effectsFeature, partsOf, told, typesOf } from './testing/bells.js';
import { memoryEngine, requestOf } from './testing/memory-engine.js';
import { parcelsFeature } from './testing/parcels.js';
import { ScriptedClock } from './testing/scripted-clock.js';
import { pause, stopwatch } from './waiting.js';

const NOON = '2026-04-24T12:00:00.000Z';

/** A clock that a test can put anywhere, and that goes on from there. */
class RunningClock extends ScriptedClock {
  private ran = stopwatch();

  override now(): Instant {
    return new Date(Date.parse(super.now()) + this.ran()).toISOString();
  }

  override set(instant: Instant): void {
    super.set(instant);
    this.ran = stopwatch();
  }
}

async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 1000) throw new Error('it never held');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('effects', () => {
  let folder: string;
  let bell: Bell;
  let clock: RunningClock;
  const stops: (() => Promise<void>)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rettidig-effects-'));
    bell = new Bell();
    clock = new RunningClock(NOON);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    rmSync(folder, { recursive: true });
  });

  const first = () => memoryEngine([parcelsFeature, effectsFeature], { clock });
  type World = ReturnType<typeof first>;
  /** Another process on the same log, with views of its own. */
  const beside = ({ store, privateStore, codec }: World): World =>
    memoryEngine([parcelsFeature, effectsFeature], { clock, store, privateStore, codec });
  const queueIn = (file: string) =>
    SqliteEffectQueue.open(join(folder, file), { clock, log: () => {}, look: 5, backoff: { first: 2, longest: 10 } });

  /** Starts what a process has of effects, and answers how to stop it. */
  async function process(world: World, file: string, brought: Partial<EffectsParts> = {}) {
    await world.engine.start();
    const queue = queueIn(file);
    const ended: EffectEnded[] = [];
    const effects = new Effects(partsOf(world, bell, { queue, onEffect: (one) => ended.push(one), ...brought }));
    let isStopped = false;
    const stop = async (): Promise<void> => {
      if (isStopped) return;
      isStopped = true;
      await effects.stop(1000);
      await world.engine.stop();
    };
    stops.push(stop);
    await effects.start();
    return { effects, queue, ended, stop };
  }

  const due = (key: string, runAt = NOON): DueEffect => ({ key, runAt, about: { tower: 'east' } });
  const keys = Array.from({ length: 30 }, (_, n) => `key ${n}`);
  const areDone = (world: World) => async () => {
    for (const key of keys) if ((await typesOf(world, key)).at(-1) !== 'Done') return false;
    return true;
  };
  const onceEach = () => expect(bell.keys().sort()).toEqual([...keys].sort());
  /** So many looks later, whatever was found in them was done or is waiting. */
  const looks = async ({ effects }: { effects: Effects }, count = 3) => {
    for (let n = 0; n < count; n++) {
      const { lookedAt } = (await effects.status()).sweeps[0]!;
      effects.poke();
      await eventually(async () => (await effects.status()).sweeps[0]!.lookedAt !== lookedAt);
    }
    await eventually(async () => {
      const { waiting, active } = (await effects.status()).queue;
      return waiting + active === 0;
    });
  };

  it('that are due are done once, by whichever of two processes', async () => {
    bell.list = keys.map((key) => due(key));
    const world = first();
    const one = await process(world, 'queue.db');
    const other = await process(beside(world), 'queue.db');
    await eventually(areDone(world));
    await Promise.all([looks(one), looks(other)]);
    onceEach();
    expect([...one.ended, ...other.ended].every(({ result, isRepeat }) => result === 'done' && !isRepeat)).toBe(true);
  });

  it('are done once also where each process has a queue of its own: the log decides', async () => {
    bell.list = keys.map((key) => due(key));
    const world = first();
    const one = await process(world, 'one.db');
    const other = await process(beside(world), 'other.db');
    await eventually(areDone(world));
    await Promise.all([looks(one), looks(other)]);
    onceEach();
  });

  it('are found due again when the queue was emptied, and nothing is done twice', async () => {
    bell.list = [...keys.map((key) => due(key)), due('midnight', '2026-04-24T12:30:00.000Z')];
    const world = first();
    const before = await process(world, 'queue.db');
    await eventually(areDone(world));
    expect((await before.queue.status()).delayed).toBe(1);
    await before.stop();
    const after = await process(beside(world), 'an-empty-one.db');
    await eventually(async () => (await after.queue.status()).delayed === 1);
    onceEach();
    clock.set('2026-04-24T12:30:01.000Z');
    await eventually(() => bell.keys().includes('midnight'));
    await looks(after);
    expect(bell.keys()).toHaveLength(keys.length + 1);
  });

  it.each([
    ['jumps an hour', '2026-04-24T13:00:00.000Z'],
    ['comes back from a week of sleep', '2026-05-01T12:00:00.000Z'],
    ['is set back a day', '2026-04-23T12:00:00.000Z'],
  ])('are done once when the clock %s', async (_what, then) => {
    bell.list = keys.map((key) => due(key, '2026-04-22T12:00:00.000Z'));
    const world = first();
    let jumped = false;
    bell.ring = () => {
      if (bell.rung.length === 10 && !jumped) {
        jumped = true;
        clock.set(then);
      }
      return Promise.resolve('rung');
    };
    const one = await process(world, 'one.db');
    const other = await process(beside(world), 'other.db');
    await eventually(areDone(world));
    await Promise.all([looks(one), looks(other)]);
    onceEach();
  });

  it('that fail eight times are dead in queue and log, and begin anew when somebody says so', async () => {
    bell.list = [due('noon')];
    bell.ring = () => Promise.reject(new RangeError('cracked'));
    const world = first();
    const { queue, effects } = await process(world, 'queue.db');
    await eventually(async () => (await queue.status()).dead === 1);
    expect(await queue.dead({ offset: 0, limit: 10 })).toMatchObject([
      { key: 'noon', error: 'RangeError', attempts: 8 },
    ]);
    expect((await told(world)).at(-1)).toMatchObject({ data: { attempt: 8, isFinal: true } });
    await looks({ effects });
    expect(bell.rung).toHaveLength(8);

    bell.ring = () => Promise.resolve('rung');
    // Nobody names it due any more: it is known from what was recorded of it.
    bell.list = [];
    const stream = effectStreamOf('ring-bell', 'noon');
    const by = { stream, runId: runIdOf(stream, 8, 'somebody'), recordedAt: clock.now() };
    await world.store.append(stream, 15, [recordable({ type: 'EffectRetried', data: {} }, by)]);
    await eventually(async () => (await typesOf(world)).at(-1) === 'Done');
    expect(bell.rung.at(-1)!.run).toMatchObject({ attempt: 9, isRepeat: false });
    expect((await queue.status()).dead).toBe(0);
  });

  it('of which one fails are done, and that one is tried again by itself until it is dead', async () => {
    bell.list = keys.map((key) => due(key));
    bell.ring = ({ key }) => (key === 'key 7' ? Promise.reject(new RangeError('cracked')) : Promise.resolve('rung'));
    const world = first();
    const one = await process(world, 'queue.db');
    await eventually(async () => (await one.queue.status()).dead === 1);
    await looks(one);
    expect(await one.queue.dead({ offset: 0, limit: 10 })).toMatchObject([{ kind: 'ring-bell', key: 'key 7' }]);
    expect(bell.keys().filter((key) => key === 'key 7')).toHaveLength(8);
    expect(new Set(bell.keys()).size).toBe(keys.length);
    expect(bell.keys()).toHaveLength(keys.length + 7);
  });

  it('are not held up by one among them that takes its time, and never more are in hand than was said', async () => {
    bell.list = keys.map((key) => due(key));
    let end = (): void => {};
    let [inHand, most] = [0, 0];
    bell.ring = async ({ key }) => {
      most = Math.max(most, (inHand += 1));
      if (key === 'key 0') await new Promise<void>((resolve) => (end = resolve));
      await pause(1);
      inHand -= 1;
      return 'rung';
    };
    const world = first();
    const one = await process(world, 'queue.db', { concurrency: 4 });
    await eventually(() => bell.rung.length === keys.length);
    expect(await typesOf(world, 'key 0')).toEqual(['Claimed']);
    end();
    await eventually(areDone(world));
    await looks(one);
    onceEach();
    expect(most).toBe(4);
  });

  it('that had not begun when their process stopped are done by the next one, and those in hand are finished', async () => {
    bell.list = keys.map((key) => due(key));
    bell.ring = () => pause(5).then(() => 'rung');
    const world = first();
    const before = await process(world, 'queue.db', { concurrency: 2 });
    await eventually(() => bell.rung.length >= 6);
    await before.stop();
    expect(bell.rung.length).toBeLessThan(keys.length);
    expect(before.ended).toHaveLength(bell.rung.length);
    const after = await process(beside(world), 'queue.db');
    await eventually(areDone(world));
    await looks(after);
    onceEach();
  });

  it('whose process died are done again once, marked, also when the queue was lost and nobody names them due', async () => {
    bell.timeout = 50;
    const world = first();
    const { store } = world;
    const stream = effectStreamOf('ring-bell', 'noon');
    const by = { stream, runId: runIdOf(stream, 1, 'dead'), recordedAt: clock.now() };
    const data = { effect: 'ring-bell', key: 'noon', about: {}, dueAt: NOON, attempt: 1, isRepeat: false };
    const claimed = { type: 'EffectClaimed', data: { ...data, leaseUntil: '2026-04-24T12:00:00.100Z' } } as const;
    await store.append(stream, -1, [recordable(claimed, by)]);
    const one = await process(world, 'queue.db', { isAlone: true });
    await looks(one, 1);
    await eventually(async () => {
      one.effects.poke();
      return (await typesOf(world)).at(-1) === 'Done';
    });
    await looks(one);
    expect(bell.rung).toHaveLength(1);
    expect(bell.rung[0]!.run).toMatchObject({ attempt: 2, isRepeat: true });
  });

  it('are asked for soon after something happened, an hour ahead, and what was given or has ended is not given again', async () => {
    const world = first();
    const { queue } = await process(world, 'queue.db');
    const added = jest.spyOn(queue, 'add');
    const asked: Instant[] = [];
    bell.due = () => bell.list;
    const list = jest.spyOn(bell, 'due').mockImplementation(((_context: unknown, until: Instant) => {
      asked.push(until);
      return bell.list;
    }) as never);
    bell.list = [due('noon'), due('evening', '2026-04-24T12:50:00.000Z')];
    await world.engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note: '' }));
    await eventually(async () => (await typesOf(world)).at(-1) === 'Done');
    const [looked, before] = [list.mock.calls.length, added.mock.calls.length];
    bell.list = [...bell.list, due('night', '2026-04-24T12:55:00.000Z')];
    for (const seen of [looked, looked + 1]) {
      await world.engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note: '' }));
      await eventually(() => list.mock.calls.length > seen);
    }
    expect(asked[0]!.slice(0, 16)).toBe('2026-04-24T13:00');
    expect(added.mock.calls[0]![0].map(({ key }) => key)).toEqual(['noon', 'evening']);
    expect(added.mock.calls.slice(before).flatMap(([jobs]) => jobs.map(({ key }) => key))).toEqual(['night']);
  });

  it('are not asked for because some were begun and done, but because one was given up', async () => {
    const world = first();
    const asked = jest.spyOn(bell, 'due');
    await process(world, 'queue.db', { concurrency: 1 });
    await eventually(() => asked.mock.calls.length > 0);
    bell.list = keys.map((key) => due(key));
    // Slow enough that views take in one after the other.
    bell.ring = () => pause(10).then(() => 'rung');
    await world.engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note: '' }));
    await eventually(areDone(world));
    await world.engine.settled();
    const looked = asked.mock.calls.length;
    expect(looked).toBeLessThanOrEqual(5); // at the start, of the parcel, of a minute that begins
    bell.ring = () => Promise.reject(new EffectRefused('no-such-tower'));
    bell.list = [due('broken')];
    await world.engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note: '' }));
    await eventually(() => asked.mock.calls.length > looked + 1);
    expect(await typesOf(world, 'broken')).toEqual(['Claimed', 'Failed']);
  });

  it('are not asked for while views are behind the log, and it is told', async () => {
    bell.list = [due('noon')];
    const world = memoryEngine([parcelsFeature, effectsFeature], { clock, patience: 10 });
    const asked = jest.spyOn(bell, 'due');
    const { effects } = await process(world, 'queue.db');
    await looks({ effects }, 1);
    await world.engine.projector.stop();
    await world.engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note: '' }));
    effects.poke();
    await eventually(async () => (await effects.status()).sweeps[0]!.trouble !== null);
    expect((await effects.status()).sweeps).toMatchObject([{ effect: 'ring-bell', trouble: 'view-behind' }]);
    const before = asked.mock.calls.length;
    const reached = jest.spyOn(world.engine, 'reached');
    for (let looked = 1; looked <= 3; looked++) {
      effects.poke();
      await eventually(() => reached.mock.calls.length >= looked);
    }
    expect(asked.mock.calls.length).toBe(before);
  });

  it('are asked for again by itself when what kept it from that has passed, and nothing happens otherwise', async () => {
    const world = first();
    bell.due = () => {
      throw new TryLater('view-building', 0.01);
    };
    const { effects } = await process(world, 'queue.db');
    await eventually(async () => (await effects.status()).sweeps[0]!.trouble === 'view-building');
    bell.due = () => [due('noon')];
    await eventually(async () => (await typesOf(world)).at(-1) === 'Done');
    await eventually(async () => (await effects.status()).sweeps[0]!.trouble === null);
    expect(bell.rung).toHaveLength(1);
  });

  it('that find out what is due with an error say so, and the next look is not held up', async () => {
    const world = first();
    const lines: string[] = [];
    bell.due = () => {
      throw new TypeError('secret of Ole');
    };
    const { effects } = await process(world, 'queue.db', { log: (line) => lines.push(line) });
    await eventually(async () => (await effects.status()).sweeps[0]!.trouble === 'TypeError');
    expect(lines.join()).not.toContain('Ole');
    bell.due = () => [due('noon')];
    effects.poke();
    await eventually(async () => (await typesOf(world)).at(-1) === 'Done');
    await eventually(async () => (await effects.status()).sweeps[0]!.trouble === null);
  });
});
