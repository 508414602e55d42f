import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SqliteEffectQueue, SqliteEventStore } from '@rettidig/event-sourcing/adapters';
import { BullMqEffectQueue } from '@rettidig/event-sourcing/shared';
import { SystemClock } from '@rettidig/platform';
import { RedisServer } from '../../support/redis.js';
import { AT_A_TIME, openDueMails } from '../due-mails.js';
import { bareClient, openStore, startDouble } from '../eventstoredb.js';
import { bareLog, interleaved, inTemporaryFolder, LeftOut, type BenchOptions, type Measured } from '../row.js';
import { stopwatch } from '../stopwatch.js';
import { throughBullMq, type TwoEvents } from './effects.js';

const ROUNDS = 3;
/** A round takes two seconds and hangs on what else the machine does. After the seventh comes a closing day. */
const ROUNDS_THROUGH_REDIS = 5;
const MAILS = 10_000;
const MAILS_THROUGH_REDIS = 2_000;

/**
 * Reminders from the first look for what is due to the last one recorded: found in views, grouped, queued in Redis, looked at
 * again, claimed, written in full, handed to a mailer that does nothing, and recorded; against a BullMQ worker that makes
 * for each two bare appends of the same data.
 */
export const remindersThroughBullMq = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, count] = quick ? [1, 100] : [ROUNDS_THROUGH_REDIS, MAILS_THROUGH_REDIS];
    const redis = await RedisServer.start().catch((error: Error) => {
      throw new LeftOut(error.message);
    });
    const double = await startDouble();
    const bare = bareClient(double.url);
    try {
      const mails = await openDueMails(await openStore(double.url), folder, say);
      try {
        const rates = await interleaved(
          rounds,
          async () =>
            mails.send(await BullMqEffectQueue.open({ url: redis.url, prefix: randomUUID(), log: say }), count),
          async () => throughBullMq(bare, redis.url, count, await mails.recorded()),
        );
        return { ...rates, unit: 'mails/s', note: `${count} mails a round; medians of ${rounds} interleaved rounds` };
      } finally {
        await mails.close();
      }
    } finally {
      await bare.dispose();
      await double.stop();
      await redis.stop();
    }
  });

/**
 * The same in one process with its own files, against two bare appends of the same data for each mail and a send that does
 * nothing in between. So many mails share a transaction of the reference: one, as each of ours is durable by itself; or as
 * many as are sent at a time.
 */
const againstBareAppends =
  (together: number) =>
  ({ quick, say }: BenchOptions): Promise<Measured> =>
    inTemporaryFolder(async (folder) => {
      const [rounds, count] = quick ? [1, 100] : [ROUNDS, MAILS];
      const mails = await openDueMails(SqliteEventStore.open(join(folder, 'events.db')), folder, say);
      const database = bareLog(join(folder, 'bare.db'));
      try {
        const rates = await interleaved(
          rounds,
          () => {
            const file = join(folder, `queue-${randomUUID()}.db`);
            return mails.send(SqliteEffectQueue.open(file, { clock: new SystemClock(), log: say }), count);
          },
          async () => appendedAndSentToNobody(database, await mails.recorded(), { count, together }),
        );
        const note = `${count} mails a round, bare ones ${together} in a transaction`;
        return { ...rates, unit: 'mails/s', note: `${note}; medians of ${rounds} interleaved rounds` };
      } finally {
        database.close();
        await mails.close();
      }
    });

/** Every append of the reference is durable before the next one. */
export const manyReminders = againstBareAppends(1);

/** The reference waits for the disk as seldom as can be. */
export const manyRemindersTogether = againstBareAppends(AT_A_TIME);

/** How many a second. */
async function appendedAndSentToNobody(
  database: ReturnType<typeof bareLog>,
  { claim, end }: TwoEvents,
  { count, together }: { readonly count: number; readonly together: number },
): Promise<number> {
  const insert = database.prepare(
    `insert into events (stream, revision, id, type, data, meta) values (?, ?, ?, ?, ?, '{}')`,
  );
  const append = database.transaction((streams: readonly string[], revision: number, type: string, data: object) => {
    for (const stream of streams) insert.run(stream, revision, randomUUID(), type, JSON.stringify(data));
  });
  const sendNothing = (): Promise<void> => Promise.resolve();
  const watch = stopwatch();
  for (let sent = 0; sent < count; sent += together) {
    const streams = Array.from({ length: together }, () => randomUUID());
    append(streams, 0, 'EffectClaimed', claim);
    await Promise.all(streams.map(sendNothing));
    append(streams, 1, 'EffectDone', end);
  }
  return watch.rate(count);
}
