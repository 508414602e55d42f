import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_STREAM } from '../event-store.js';
import { START, type RecordedEvent } from '../event.js';
import { eventStoreContract, placeOf, savePlace, someEvent, someEvents } from '../testing/index.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

const folders: string[] = [];
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  folders.push(folder);
  return join(folder, 'events.db');
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

let opened: string;
eventStoreContract('the SQLite store', () => Promise.resolve(SqliteEventStore.open((opened = newFile()))), {
  reopen: () => Promise.resolve(SqliteEventStore.open(opened)),
});

describe('the SQLite store', () => {
  let file: string;
  let store: SqliteEventStore;
  beforeEach(() => {
    file = newFile();
    store = SqliteEventStore.open(file);
  });
  afterEach(() => store.close());

  const reopen = async (): Promise<void> => {
    await store.close();
    store = SqliteEventStore.open(file);
  };

  /** Appends streams of one event each, all at once. */
  const fill = (name: string, count: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, (_, n) => store.append(`${name}-${n}`, NO_STREAM, [someEvent(`${name} ${n}`)])),
    );

  const follow = async (after: string, count: number, limit?: number): Promise<RecordedEvent[]> => {
    const abort = new AbortController();
    const seen: RecordedEvent[] = [];
    for await (const batch of store.subscribe({ after, limit }, abort.signal)) {
      seen.push(...batch);
      if (seen.length >= count) abort.abort();
    }
    return seen;
  };

  it('belongs to one at a time, and to the next when it is closed', async () => {
    expect(() => SqliteEventStore.open(file)).toThrow(expect.objectContaining({ code: 'store.owned-elsewhere' }));
    await reopen();
  });

  it('has everything when it is opened again: events, revisions, checkpoints, what was parked', async () => {
    const first = await store.append('thing-1', NO_STREAM, someEvents('a', 2));
    await savePlace(store, 'one', first.position);
    await store.park({ reaction: 'one', eventId: 'x', position: first.position, error: 'TypeError', attempts: 10 });
    const before = await store.readAll({ after: START });
    await reopen();
    expect(await store.readAll({ after: START })).toEqual(before);
    expect(await store.head()).toBe(first.position);
    expect(await store.append('thing-1', NO_STREAM, someEvents('a', 2))).toEqual(first);
    await expect(store.append('thing-1', NO_STREAM, someEvents('b', 2))).rejects.toMatchObject({ actual: 1 });
    expect(await placeOf(store, 'one')).toBe(first.position);
    expect(await store.parked()).toHaveLength(1);
  });

  it('refuses an event id that is known from another stream, and writes the rest of its group', async () => {
    await store.append('thing-1', NO_STREAM, someEvents('a', 1));
    const results = await Promise.allSettled([
      store.append('thing-2', NO_STREAM, someEvents('b', 1)),
      store.append('thing-3', NO_STREAM, [someEvent('c'), someEvent('a 0')]),
      store.append('thing-4', NO_STREAM, [someEvent('d'), someEvent('d')]),
      store.append('thing-5', NO_STREAM, someEvents('e', 1)),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect((await store.readAll({ after: START })).map((event) => event.stream)).toEqual([
      'thing-1',
      'thing-2',
      'thing-5',
    ]);
  });

  it('takes more at once than fit into one transaction, and hands them on in order', async () => {
    const following = follow(START, 6000, 100);
    await fill('thing', 6000);
    const seen = await following;
    expect(seen.map((event) => event.stream)).toEqual(Array.from({ length: 6000 }, (_, n) => `thing-${n}`));
    expect(verifyLog(file)).toMatchObject({ events: 6000, problems: [] });
  });

  it('hands on without a seam what is on disk, what is in memory and what comes', async () => {
    await fill('old', 300);
    await reopen();
    await fill('recent', 4500);
    const following = follow(START, 5000, 333);
    await fill('new', 200);
    const positions = (await following).map((event) => event.position);
    expect(new Set(positions).size).toBe(5000);
    expect([...positions].sort()).toEqual(positions);
  });

  it('refuses a position of another engine', async () => {
    await expect(store.readAll({ after: '0000000000000a0000000000000000a0' })).rejects.toBeInstanceOf(RangeError);
  });

  it('gives room to others while a subscriber reads a long log', async () => {
    await fill('thing', 3000);
    await reopen();
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    await follow(START, 3000, 10);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });
});
