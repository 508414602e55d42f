import { BullMqEffectQueue } from '../../libs/event-sourcing/src/adapters/bullmq/bullmq-effect-queue.js';
import type { DueEffect } from '../../libs/event-sourcing/src/effect.js';
import { Effects } from '../../libs/event-sourcing/src/effects.js';
import { Bell, effectsFeature, partsOf, typesOf } from '../../libs/event-sourcing/src/testing/bells.js';
import { memoryEngine } from '../../libs/event-sourcing/src/testing/memory-engine.js';
import { parcelsFeature } from '../../libs/event-sourcing/src/testing/parcels.js';
import { ScriptedClock } from '../../libs/event-sourcing/src/testing/scripted-clock.js';
import { pause } from '../../libs/event-sourcing/src/waiting.js';
import { RedisServer } from '../support/redis.js';
import { waitFor } from '../support/wait.js';

/** Long over: Redis goes by the clock of the machine. */
const NOON = '2026-04-24T12:00:00.000Z';
const DUE: readonly DueEffect[] = Array.from({ length: 300 }, (_, n) => ({ key: `key ${n}`, runAt: NOON, about: {} }));

describe('hundreds of effects that are due at once, of two processes on one Redis', () => {
  let redis: RedisServer;
  let bell: Bell;
  const stops: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    redis = await RedisServer.start();
    bell = new Bell();
    bell.every = '* * * * * *';
    bell.list = DUE;
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await redis.remove();
  });

  const features = [parcelsFeature, effectsFeature];
  const first = () => memoryEngine(features, { clock: new ScriptedClock(NOON) });
  type World = ReturnType<typeof first>;
  /** Another process on the same log, with views of its own. */
  const beside = ({ clock, store, privateStore, codec }: World): World =>
    memoryEngine(features, { clock, store, privateStore, codec });

  async function started(world: World, concurrency = 8) {
    const queue = await BullMqEffectQueue.open({ url: redis.url, prefix: 'bells', log: () => {}, watch: 200 });
    const effects = new Effects(partsOf(world, bell, { queue, concurrency }));
    await world.engine.start();
    stops.push(async () => {
      await effects.stop(1000);
      await world.engine.stop();
    });
    await effects.start();
    return effects;
  }
  /** Everything is done, and nothing of it is left in Redis. */
  async function allDone(world: World, effects: Effects): Promise<void> {
    await waitFor(async () => {
      const { trouble, waiting, active, delayed } = (await effects.status()).queue;
      return trouble === null && bell.rung.length >= DUE.length && waiting + active + delayed === 0;
    }, 30_000);
    for (const { key } of DUE) expect(await typesOf(world, key)).toEqual(['Claimed', 'Done']);
    expect(bell.keys().sort()).toEqual(DUE.map(({ key }) => key).sort());
    expect(bell.rung.some(({ run }) => run.isRepeat)).toBe(false);
  }

  it('come in a few jobs, and are done once each', async () => {
    const added = jest.spyOn(BullMqEffectQueue.prototype, 'add');
    const one = first();
    const effects = await started(one);
    await started(beside(one));
    await allDone(one, effects);
    const jobs = new Set(added.mock.calls.flatMap(([list]) => list.map(({ kind, key }) => `${kind} ${key}`)));
    // Whoever looks while the other one has begun packs the rest anew.
    expect(jobs.size).toBeLessThan(DUE.length / 10);
    added.mockRestore();
  });

  it('are done once each also when Redis is emptied in the middle', async () => {
    bell.ring = () => pause(2).then(() => 'rung');
    const one = first();
    // Each has one packet in hand; the others wait in Redis.
    const effects = await started(one, 1);
    await started(beside(one), 1);
    await waitFor(() => bell.rung.length >= 10);
    redis.flush();
    expect(bell.rung.length).toBeLessThan(100);
    await allDone(one, effects);
  }, 60_000);
});
