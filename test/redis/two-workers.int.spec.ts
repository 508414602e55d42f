import { resolve } from 'node:path';
import { BullMqEffectQueue } from '../../libs/event-sourcing/src/adapters/bullmq/bullmq-effect-queue.js';
import { aJob, until } from '../../libs/event-sourcing/src/testing/effect-queue-jobs.js';
import { NodeProcess } from '../support/node-process.js';
import { RedisServer } from '../support/redis.js';

const program = resolve(__dirname, 'worker.ts');

describe('two processes that work off one queue', () => {
  let redis: RedisServer;
  let queue: BullMqEffectQueue;
  let workers: NodeProcess[];
  beforeEach(async () => {
    workers = [];
    redis = await RedisServer.start();
    queue = await BullMqEffectQueue.open({ url: redis.url, prefix: 'rettidig', log: () => {} });
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await queue.close();
    await redis.remove();
  });

  async function worker(): Promise<NodeProcess> {
    const started = NodeProcess.start(program, [redis.url, 'rettidig']);
    workers.push(started);
    await started.ask('start');
    return started;
  }
  const began = (process: NodeProcess): Promise<string[]> => process.ask<string[]>('began');
  const swept = (process: NodeProcess): Promise<string[]> => process.ask<string[]>('swept');

  it('share the jobs and the ticks; what a killed one had in hand is run by the other, as the same attempt', async () => {
    const [one, other] = [await worker(), await worker()];
    await queue.add(Array.from({ length: 200 }, (_, n) => aJob(`${n}`)));
    const all = async (): Promise<string[]> => [...(await began(one)), ...(await began(other))];
    await until(async () => (await all()).length === 200);
    expect(new Set(await all()).size).toBe(200);

    await queue.add([aJob('slow')]);
    await until(async () => (await all()).includes('greet slow 1'));
    const [holder, free] = (await began(one)).includes('greet slow 1') ? [one, other] : [other, one];
    await until(async () => (await swept(one)).length + (await swept(other)).length >= 3);
    const [before, after] = [await swept(holder), await swept(free)];
    expect(before.filter((tick) => after.includes(tick))).toEqual([]);

    await holder.kill();
    await until(async () => (await began(free)).includes('greet slow 1'));
    await until(async () => (await swept(free)).length > after.length + 1);
    expect(await queue.status()).toMatchObject({ trouble: null, active: 1, dead: 0 });
  }, 60_000);

  it('give up a job that ends its process again and again', async () => {
    await queue.add([aJob('slow')]);
    for (let losses = 0; losses < 4; losses += 1) {
      const victim = await worker();
      await until(async () => (await began(victim)).includes('greet slow 1'));
      await victim.kill();
    }
    await worker();
    await until(async () => (await queue.status()).dead === 1);
    expect(await queue.dead({ offset: 0, limit: 10 })).toMatchObject([{ key: 'slow', error: 'queue.lost' }]);
    expect(await queue.revive('greet', 'slow')).toBe(true);
    await until(async () => (await began(workers.at(-1)!)).includes('greet slow 1'));
  }, 60_000);
});
