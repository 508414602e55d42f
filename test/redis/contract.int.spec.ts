import { randomUUID } from 'node:crypto';
import { BullMqEffectQueue } from '../../libs/event-sourcing/src/adapters/bullmq/bullmq-effect-queue.js';
import { effectQueueContract } from '../../libs/event-sourcing/src/testing/effect-queue-contract.js';
import { FIRST_BACKOFF } from '../../libs/event-sourcing/src/testing/effect-queue-jobs.js';
import { RedisServer } from '../support/redis.js';

let redis: RedisServer;
beforeAll(async () => (redis = await RedisServer.start()));
afterAll(() => redis.remove());

effectQueueContract('Redis', () => {
  const options = {
    url: redis.url,
    prefix: randomUUID(),
    log: () => {},
    backoff: { first: FIRST_BACKOFF, longest: 10_000 },
    watch: 200,
  };
  return Promise.resolve({ open: () => BullMqEffectQueue.open(options), remove: () => Promise.resolve() });
});
