import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SqliteEffectQueue, SqliteEventStore } from '@rettidig/event-sourcing/adapters';
import { BullMqEffectQueue } from '@rettidig/event-sourcing/shared';
import { SystemClock } from '@rettidig/platform';
import { RedisServer } from '../../support/redis.js';
import { openDueMails } from '../due-mails.js';
import { bareClient, openStore, startDouble } from '../eventstoredb.js';
import { bareLog, interleaved, inTemporaryFolder, LeftOut, type BenchOptions, type Measured } from '../row.js';
import { stopwatch } from '../stopwatch.js';
import { throughBullMq } from './effects.js';

const ROUNDS = 3;
const MAILS = 10_000;
const MAILS_THROUGH_REDIS = 2_000;
/** Bytes of what a claim and the end of a mail to one of twenty members hold. */
const CLAIM = 'x'.repeat(2200);
const END = 'x'.repeat(600);

/**
 * Reminders from the first look for what is due to the last one recorded: found in views, grouped, queued in Redis, looked at
 * again, claimed, written in full, handed to a mailer that does nothing, and recorded; against a BullMQ worker that makes two
 * bare appends for each.
 */
export const remindersThroughBullMq = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, count] = quick ? [1, 100] : [ROUNDS, MAILS_THROUGH_REDIS];
    const redis = await RedisServer.start().catch((error: Error) => {
      throw new LeftOut(error.message);
    });
    const double = await startDouble();
    const bare = bareClient(double.url);
    try {
      const mails = await openDueMails(await openStore(double.url), folder, say);
      const rates = await interleaved(
        rounds,
        async () => mails.send(await BullMqEffectQueue.open({ url: redis.url, prefix: randomUUID(), log: say }), count),
        () => throughBullMq(bare, redis.url, count),
      );
      await mails.close();
      return { ...rates, unit: 'mails/s', note: `${count} mails a round; medians of ${rounds} interleaved rounds` };
    } finally {
      await bare.dispose();
      await double.stop();
      await redis.stop();
    }
  });

/** The same in one process with its own files, against two bare appends for each mail and a send that does nothing. */
export const manyReminders = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, count] = quick ? [1, 100] : [ROUNDS, MAILS];
    const mails = await openDueMails(SqliteEventStore.open(join(folder, 'events.db')), folder, say);
    const database = bareLog(join(folder, 'bare.db'));
    const insert = database.prepare(
      `insert into events (stream, revision, id, type, data, meta) values (?, ?, ?, ?, ?, '{}')`,
    );
    const sendNothing = (): Promise<void> => Promise.resolve();
    const rates = await interleaved(
      rounds,
      () => {
        const file = join(folder, `queue-${randomUUID()}.db`);
        return mails.send(SqliteEffectQueue.open(file, { clock: new SystemClock(), log: say }), count);
      },
      async () => {
        const watch = stopwatch();
        for (let n = 0; n < count; n++) {
          const stream = randomUUID();
          insert.run(stream, 0, randomUUID(), 'EffectClaimed', CLAIM);
          await sendNothing();
          insert.run(stream, 1, randomUUID(), 'EffectDone', END);
        }
        return watch.rate(count);
      },
    );
    database.close();
    await mails.close();
    return { ...rates, unit: 'mails/s', note: `${count} mails a round; medians of ${rounds} interleaved rounds` };
  });
