import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NO_STREAM, type NewEvent } from '@rettidig/event-sourcing';
import { SqliteEventStore } from '@rettidig/event-sourcing/adapters';

const CALLERS = 64;
const ROUNDS = 7;
const MILLISECONDS_A_ROUND = 700;
const EVENTS_A_STREAM = 10;

/** What the row answers: ours and the reference of the same run, their ratio, and what it is to be at least. */
export interface StoreAppendRow {
  readonly ours: number;
  readonly reference: number;
  readonly unit: 'events/s';
  readonly ratio: number;
  readonly goal: string;
  readonly note: string;
}

/**
 * Appends of one event through the port by 64 concurrent callers, against the bare driver that checks the revision of
 * each append in the log and inserts the same events, 64 to a transaction, into a table with the same unique
 * keys under the same pragmas. It parses, answers and keeps nothing for anybody.
 */
export async function storeAppend(): Promise<StoreAppendRow> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-store-append-'));
  const store = SqliteEventStore.open(join(folder, 'events.db'));
  const bare = bareLog(join(folder, 'bare.db'));
  try {
    const ours: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await throughPort(store));
      reference.push(throughDriver(bare));
    }
    const ratios = ours.map((rate, round) => rate / reference[round]!);
    return {
      ours: Math.round(median(ours)),
      reference: Math.round(median(reference)),
      unit: 'events/s',
      ratio: median(ratios),
      goal: '>= 0.6',
      note: `${CALLERS} callers, medians of ${ROUNDS} interleaved rounds`,
    };
  } finally {
    await store.close();
    bare.close();
    rmSync(folder, { recursive: true });
  }
}

async function throughPort(store: SqliteEventStore): Promise<number> {
  const watch = stopwatch();
  const call = async (): Promise<number> => {
    let appended = 0;
    for (const { stream, revision, event } of work()) {
      await store.append(stream, revision - 1, [event]);
      appended += 1;
      if (watch.isOver()) break;
    }
    return appended;
  };
  const appended = await Promise.all(Array.from({ length: CALLERS }, call));
  return watch.rate(appended.reduce((sum, count) => sum + count, 0));
}

function throughDriver(bare: Database.Database): number {
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
  while (!watch.isOver()) {
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

function bareLog(file: string): Database.Database {
  const database = new Database(file);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 4000');
  database.exec(`create table events (
    position integer primary key autoincrement,
    stream text not null,
    revision integer not null,
    id text not null unique,
    type text not null,
    data text not null,
    meta text not null,
    unique (stream, revision)
  ) strict`);
  return database;
}

function stopwatch(): { isOver: () => boolean; rate: (count: number) => number } {
  const started = performance.now();
  return {
    isOver: () => performance.now() - started > MILLISECONDS_A_ROUND,
    rate: (count) => (count / (performance.now() - started)) * 1000,
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
