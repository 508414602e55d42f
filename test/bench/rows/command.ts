import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { RecordedEvent } from '@rettidig/event-sourcing';
import { SqliteEventStore } from '@rettidig/event-sourcing/adapters';
import { CALLERS, EVENTS_A_CASE, openCasesOfTwenty } from '../cases-of-twenty.js';
import type { BenchOptions, Measured } from '../row.js';
import { bareLog, interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const ROUNDS = 7;
const STREAMS_A_ROUND = 1024;

/**
 * `AssignCaseOwner` through the engine on cases of 20 events that were not touched before, by 64 callers, against a bare
 * select of the stream, a parse of each event and an insert of the same event, 64 to a transaction.
 */
export const commandOnStream = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, streams] = quick ? [1, 128] : [ROUNDS, STREAMS_A_ROUND];
    const file = join(folder, 'events.db');
    const cases = await openCasesOfTwenty(SqliteEventStore.open(file), folder, (rounds + 1) * streams, say);
    const bare = bareLog(join(folder, 'bare.db'));
    try {
      copyInto(bare, file);
      const part = (round: number) => cases.streams.slice((round - 1) * streams, round * streams);
      let [ours, theirs] = [0, 0];
      const rates = await interleaved(
        rounds,
        () => cases.assignOwners(part((ours += 1))),
        () => throughDriver(bare, part((theirs += 1)), cases.like.at(-1)!),
      );
      const note = `${CALLERS} callers, ${streams} cases of ${EVENTS_A_CASE} events a round, none in memory; medians of ${rounds} interleaved rounds`;
      return { ...rates, unit: 'commands/s', note };
    } finally {
      bare.close();
      await cases.close();
    }
  });

function copyInto(bare: Database.Database, file: string): void {
  bare.prepare('attach ? as ours').run(file);
  bare.exec('insert into events select position, stream, revision, id, type, data, meta from ours.events; detach ours');
}

function throughDriver(bare: Database.Database, streams: readonly string[], like: RecordedEvent): number {
  const select = bare.prepare('select revision, type, data, meta from events where stream = ? order by revision');
  const insert = bare.prepare('insert into events (stream, revision, id, type, data, meta) values (?, ?, ?, ?, ?, ?)');
  const decide = bare.transaction((group: readonly string[]) => {
    for (const stream of group) {
      const past = (select.all(stream) as { data: string; meta: string }[]).map(({ data, meta }) => ({
        data: JSON.parse(data) as object,
        meta: JSON.parse(meta) as object,
      }));
      const data = JSON.stringify({ ownerId: randomUUID() });
      insert.run(stream, past.length, randomUUID(), 'CaseOwnerAssigned', data, JSON.stringify(like.meta));
    }
  });
  const watch = stopwatch();
  for (let at = 0; at < streams.length; at += CALLERS) decide(streams.slice(at, at + CALLERS));
  return watch.rate(streams.length);
}
