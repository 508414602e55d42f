import { randomUUID } from 'node:crypto';
import { jsonEvent, NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Effects, type AnyEffect, type Engine, type EventStore } from '@rettidig/event-sourcing';
import { BullMqEffectQueue } from '@rettidig/event-sourcing/shared';
import { effectsFeature, SystemClock } from '@rettidig/platform';
import { openDeciding } from '../cases-of-twenty.js';
import { countedDown } from '../counted-down.js';
import { bareClient, openStore, startDouble } from '../eventstoredb.js';
import { RedisServer } from '../../support/redis.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder, LeftOut } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const ROUNDS = 5;
const EFFECTS_A_ROUND = 3000;
const AT_A_TIME = 50;

/**
 * Effects that do nothing, found due, queued in Redis, claimed and recorded in the log, against a BullMQ worker of the
 * same concurrency that makes the same two appends with the bare client. From the first one queued to the last one done.
 */
export const effectsThroughBullMq = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, count] = quick ? [1, 200] : [ROUNDS, EFFECTS_A_ROUND];
    const redis = await RedisServer.start().catch((error: Error) => {
      throw new LeftOut(error.message);
    });
    const double = await startDouble();
    const bare = bareClient(double.url);
    try {
      const store = await openStore(double.url);
      const { engine, close } = await openDeciding(store, folder, [effectsFeature]);
      try {
        let round = 0;
        const rates = await interleaved(
          rounds,
          () => throughOurs({ engine, store, redis: redis.url, count, round: ++round, say }),
          () => throughBullMq(bare, redis.url, count),
        );
        const note = `${count} effects a round, ${AT_A_TIME} at a time; medians of ${rounds} interleaved rounds`;
        return { ...rates, unit: 'effects/s', note };
      } finally {
        await close();
      }
    } finally {
      await bare.dispose();
      await double.stop();
      await redis.stop();
    }
  });

interface OurRound {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly redis: string;
  readonly count: number;
  readonly round: number;
  readonly say: (text: string) => void;
}

async function throughOurs({ engine, store, redis, count, round, say }: OurRound): Promise<number> {
  const queue = await BullMqEffectQueue.open({ url: redis, prefix: `ours-${round}`, log: say });
  const runAt = new SystemClock().now();
  const keys = Array.from({ length: count }, (_, n) => ({ key: `round ${round} effect ${n}`, runAt, about: { n } }));
  const all = countedDown(count);
  let watch: ReturnType<typeof stopwatch> | undefined;
  const nothing: AnyEffect = {
    ...{ name: 'do-nothing', every: '* * * * *', check: () => null },
    due: () => {
      watch ??= stopwatch();
      return keys;
    },
    perform: () => Promise.resolve('nothing'),
  };
  const effects = new Effects({
    ...{ effects: [nothing], engine, store, queue, clock: new SystemClock(), owner: randomUUID() },
    ...{ concurrency: AT_A_TIME, log: say, onEffect: all.ended },
  });
  try {
    await effects.start();
    await all.done;
    return watch!.rate(count);
  } finally {
    await effects.stop();
  }
}

/** The data of the two events of a job. */
export interface TwoEvents {
  readonly claim: object;
  readonly end: object;
}

/** Two bare appends for each of so many jobs of a BullMQ queue, which carry what is claimed; how many a second. */
export async function throughBullMq(
  client: EventStoreDBClient,
  url: string,
  count: number,
  { claim, end }: TwoEvents = { claim: {}, end: {} },
): Promise<number> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const name = `bare-${randomUUID()}`;
  const queue = new Queue(name, { connection });
  const all = countedDown(count);
  const append = async (
    stream: string,
    revision: typeof NO_STREAM | bigint,
    type: string,
    more: object,
  ): Promise<void> => {
    const data = { ...more, key: stream };
    const event = jsonEvent({ id: randomUUID(), type, data, metadata: { commandId: randomUUID() } });
    await client.appendToStream(stream, event, { expectedRevision: revision });
  };
  const worker = new Worker<{ n: number; claim: object }>(
    name,
    async ({ data }) => {
      const stream = `${name.replaceAll('-', '')}_effect-${data.n}`;
      await append(stream, NO_STREAM, 'EffectClaimed', data.claim);
      await append(stream, 0n, 'EffectDone', end);
      all.ended({ result: 'done', isFinal: true });
    },
    { connection, concurrency: AT_A_TIME, removeOnComplete: { count: 0 } },
  );
  worker.on('failed', (_job, { message }) => all.ended({ result: 'failed', isFinal: true, code: message }));
  try {
    const watch = stopwatch();
    const jobs = Array.from({ length: count }, (_, n) => ({
      name: 'do',
      data: { n, claim },
      opts: { jobId: `job-${n}` },
    }));
    for (let from = 0; from < count; from += 500) await queue.addBulk(jobs.slice(from, from + 500));
    await all.done;
    return watch.rate(count);
  } finally {
    await worker.close();
    await queue.close();
    connection.disconnect();
  }
}
