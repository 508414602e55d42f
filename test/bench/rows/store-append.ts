import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { NO_STREAM, type NewEvent } from '@rettidig/event-sourcing';
import { SqliteEventStore } from '@rettidig/event-sourcing/adapters';
import type { BenchOptions, Measured } from '../row.js';
import { bareLog, interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const CALLERS = 64;
const ROUNDS = 7;
const MILLISECONDS_A_ROUND = 700;
const EVENTS_A_STREAM = 10;

/**
 * Appends of one event through the port by 64 concurrent callers, against the bare driver that checks the revision of
 * each append in the log and inserts the same events, 64 to a transaction, into a table with the same unique
 * keys under the same pragmas. It parses, answers and keeps nothing for anybody.
 */
export const storeAppend = ({ quick }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const store = SqliteEventStore.open(join(folder, 'events.db'));
    const bare = bareLog(join(folder, 'bare.db'));
    const [rounds, milliseconds] = quick ? [1, 50] : [ROUNDS, MILLISECONDS_A_ROUND];
    try {
      const rates = await interleaved(
        rounds,
        () => throughPort(store, milliseconds),
        () => throughDriver(bare, milliseconds),
      );
      return { ...rates, unit: 'events/s', note: `${CALLERS} callers, medians of ${rounds} interleaved rounds` };
    } finally {
      await store.close();
      bare.close();
    }
  });

async function throughPort(store: SqliteEventStore, milliseconds: number): Promise<number> {
  const watch = stopwatch();
  const call = async (): Promise<number> => {
    let appended = 0;
    for (const { stream, revision, event } of work()) {
      await store.append(stream, revision - 1, [event]);
      appended += 1;
      if (watch.milliseconds() > milliseconds) break;
    }
    return appended;
  };
  const appended = await Promise.all(Array.from({ length: CALLERS }, call));
  return watch.rate(appended.reduce((sum, count) => sum + count, 0));
}

function throughDriver(bare: Database.Database, milliseconds: number): number {
  const lastRevision = bare.prepare('select max(revision) from events where stream = ?').pluck();
  const insert = bare.prepare('insert into events (stream, revision, id, type, data, meta) values (?, ?, ?, ?, ?, ?)');
  const append = bare.transaction((members: readonly Work[]) => {
    for (const { stream, revision, event } of members) {
      if (((lastRevision.get(stream) as number | null) ?? NO_STREAM) !== revision - 1) throw new Error('conflict');
      insert.run(stream, revision, event.id, event.type, JSON.stringify(event.data), JSON.stringify(event.meta));
    }
  });
  const callers = Array.from({ length: CALLERS }, work);
  const watch = stopwatch();
  let appended = 0;
  while (watch.milliseconds() <= milliseconds) {
    append(callers.map((caller) => caller.next().value));
    appended += CALLERS;
  }
  return watch.rate(appended);
}

interface Work {
  readonly stream: string;
  readonly revision: number;
  readonly event: NewEvent;
}

/** What one caller appends: streams of ten events, one after the other. */
function* work(): Generator<Work, never> {
  for (;;) {
    const stream = `change-${randomUUID()}`;
    for (let revision = 0; revision < EVENTS_A_STREAM; revision += 1) {
      yield { stream, revision, event: anEvent(randomUUID()) };
    }
  }
}

/** About as large as a real one: 250 characters of data, 450 of metadata. */
const anEvent = (id: string): NewEvent => ({
  id,
  type: 'DecisionRecorded',
  data: {
    decisionId: id,
    pointId: id,
    body: 'Socialudvalget',
    decidedOn: { kind: 'onOrBefore', day: '2026-04-24' },
    outcome: 'approved',
    source: { kind: 'minutes', line: 345 },
    missing: [id],
  },
  meta: {
    commandId: id,
    commandHash: id.repeat(2).slice(0, 64),
    recordedAt: '2026-04-24T10:00:00.000Z',
    actor: { id, role: 'secretariat' },
    correlationId: id,
    causationId: id,
    basis: '00000000000000ff',
    schema: 1,
    byPerson: true,
  },
});
