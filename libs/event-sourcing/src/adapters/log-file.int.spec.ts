import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import { openLog, openLogReadOnly, type LogDatabase } from './log-file.js';
import { LogReader } from './log-reader.js';
import { LogWriter } from './log-writer.js';
import { verifyLog } from './verify-log.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  file = join(folder, 'events.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const event = (id: string) => ({ id, type: 'Happened', data: '{"a":"b"}', meta: '{}' });

/** A log with some streams of two events each. */
function filled(streams = 3): LogDatabase {
  const database = openLog(file);
  new LogWriter(database).applyGroup(
    Array.from({ length: streams }, (_, n) => ({
      kind: 'append' as const,
      stream: `${n % 2 ? 'odd' : 'even'}-${n}`,
      expected: -1,
      events: [event(`${n} a`), event(`${n} b`)],
    })),
  );
  return database;
}

/** As somebody with another tool would do it. */
function tamper(...statements: readonly string[]): void {
  const database = new Database(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

const WITHOUT_GUARDS = ['drop trigger events_are_never_changed', 'drop trigger events_are_never_deleted'];

const codeOfOpening = (): string => {
  try {
    openLog(file).close();
    return 'opened';
  } catch (error) {
    if (error instanceof Unusable) {
      expect(error.sentence.da).toContain(file);
      expect(error.sentence.en).toContain(file);
      return error.code;
    }
    throw error;
  }
};

describe('a log file', () => {
  it('is made with everything that keeps an acknowledged event on disk', () => {
    const database = openLog(file);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    database.close();
  });

  it('opens again with what was written', () => {
    filled().close();
    const database = openLog(file);
    expect(new LogReader(database).stream('odd-1', 0).map((each) => each.id)).toEqual(['1 a', '1 b']);
    database.close();
  });

  it.each([
    [`update events set data = '{}' where position = 1`, 'events are never changed'],
    ['delete from events where position = 1', 'events are never deleted'],
    ['delete from events', 'events are never deleted'],
  ])('refuses %s', (statement, reason) => {
    const database = filled();
    expect(() => database.exec(statement)).toThrow(reason);
    expect(new LogReader(database).page(0, undefined, 100)).toHaveLength(6);
    database.close();
  });

  it('finds the events of a category by an index, in the order of the log', () => {
    const database = filled(6);
    const reader = new LogReader(database);
    const all = reader.page(0, ['odd', 'even'], 100).map((each) => each.id);
    expect(all).toEqual(reader.page(0, undefined, 100).map((each) => each.id));
    const plan = database.prepare(`explain query plan ${reader.sqlOfCategories(2)}`).all('odd', 0, 'even', 0, 10) as {
      detail: string;
    }[];
    const details = plan.map((step) => step.detail).join('\n');
    expect(details.match(/SEARCH events USING INDEX events_by_category \(category=\? AND rowid>\?\)/g)).toHaveLength(2);
    expect(details).not.toMatch(/SCAN|B-TREE/);
    database.close();
  });
});

describe('a log file that cannot be used', () => {
  it('is refused when a newer program wrote it', () => {
    filled().close();
    tamper('pragma user_version = 99');
    expect(codeOfOpening()).toBe('store.newer-file');
  });

  it('is refused when it belongs to another program', () => {
    tamper('create table customers (id)');
    expect(codeOfOpening()).toBe('store.foreign-file');
    tamper('pragma application_id = 1');
    expect(codeOfOpening()).toBe('store.foreign-file');
  });

  it('is refused when it is no database', () => {
    writeFileSync(file, 'Kære alle, her er referatet. '.repeat(500));
    expect(codeOfOpening()).toBe('store.damaged-file');
  });

  it('is refused when its end is missing', () => {
    filled(400).close();
    truncateSync(file, 4096 * 20);
    expect(codeOfOpening()).toBe('store.damaged-file');
  });

  it('is refused when a page in its middle is broken', () => {
    filled(400).close();
    overwritePage(pageOf('events'));
    expect(codeOfOpening()).toBe('store.damaged-file');
  });

  it('is refused when its last events were taken out', () => {
    filled().close();
    tamper(...WITHOUT_GUARDS, 'delete from events where position > 4');
    expect(codeOfOpening()).toBe('store.damaged-file');
  });

  it('is refused when a reaction is further on than its events', () => {
    filled().close();
    tamper(`insert into checkpoints values ('mirror-agenda', '0000000000000006')`);
    expect(codeOfOpening()).toBe('opened');
    tamper(`insert into checkpoints values ('mirror-more', '0000000000000007')`);
    expect(() => openLog(file)).toThrow(expect.objectContaining({ code: 'store.checkpoint-ahead' }));
  });

  it('is refused when there is no room to make it, and the sentence asks for room', () => {
    const full = jest.spyOn(Database.prototype, 'exec').mockImplementation(() => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    expect(codeOfOpening()).toBe('store.disk-full');
    full.mockRestore();
    expect(codeOfOpening()).toBe('opened');
  });

  it('is refused when a folder stands in its place', () => {
    mkdirSync(file);
    expect(codeOfOpening()).toBe('store.out-of-reach');
  });

  it('is not made by those who only read', () => {
    expect(() => openLogReadOnly(file)).toThrow(expect.objectContaining({ code: 'store.out-of-reach' }));
  });
});

describe('verifying a log', () => {
  it('finds nothing wrong with a sound one, also while its owner has it open', () => {
    const database = filled();
    expect(verifyLog(file)).toEqual({ head: '0000000000000006', events: 6, streams: 3, problems: [] });
    database.close();
  });

  it.each([
    ['a missing event', 'delete from events where position = 3', ['revision-gap: odd-1', 'position-gap: 6']],
    ['a renumbered event', 'update events set revision = 7 where position = 2', ['revision-gap: even-0']],
    [
      'events in the wrong order',
      'update events set revision = revision + 10 where position in (1, 2); update events set revision = 2 - position where position < 3',
      ['position-order: even-0'],
    ],
    ['broken data', `update events set data = '{' where position = 2`, ['json-broken: 2']],
    ['a reaction further on', `insert into checkpoints values ('one', '0000000000000009')`, ['checkpoint-ahead: one']],
  ])('finds %s', (_case, statement, problems) => {
    filled().close();
    tamper(...WITHOUT_GUARDS, statement);
    const found = verifyLog(file).problems.map(({ what, where }) => `${what}: ${where}`);
    expect(found).toEqual([
      ...problems,
      'guard-missing: events_are_never_changed',
      'guard-missing: events_are_never_deleted',
    ]);
  });

  it('finds damaged pages', () => {
    filled(400).close();
    overwritePage(pageOf('sqlite_autoindex_events_1'));
    const kinds = new Set(verifyLog(file).problems.map((problem) => problem.what));
    expect([...kinds]).toEqual(['page-damaged']);
  });
});

/** A page in the middle of a table or an index. */
function pageOf(name: string): number {
  const database = new Database(file);
  const pages = database
    .prepare(`select pageno from dbstat where name = ? and pagetype = 'leaf' order by pageno`)
    .pluck()
    .all(name) as number[];
  database.close();
  return pages[Math.floor(pages.length / 2)]!;
}

function overwritePage(page: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(2000, 0x41), 0, 2000, (page - 1) * 4096 + 2000);
  closeSync(descriptor);
}
