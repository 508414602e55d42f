import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TryLater } from '../errors.js';
import type { AnyProjection } from '../projection.js';
import type { ViewBuild, ViewDatabase } from '../views.js';
import { SqliteReadDatabase } from './sqlite-views.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  file = join(folder, 'views.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const view = (name: string, version = 1, table = 'thing'): AnyProjection => ({
  name,
  version,
  schema: [`create table {${table}} (id text primary key) strict`, `create index {${table}_index} on {${table}} (id)`],
  on: {},
});

const fill = (views: ViewDatabase, build: ViewBuild, row: { id: string; position: string; table?: string }) =>
  views.apply([build], (_build, write) => {
    write.run(`insert into {${row.table ?? 'thing'}} values (:id)`, { id: row.id });
    return { position: row.position, knownAt: '2026-04-24T10:00:00.000Z' };
  });

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'answered';
  } catch (error) {
    return (error as TryLater).code;
  }
};

describe('the file of the views', () => {
  it('keeps tables of one name in two views apart', () => {
    const views = new SqliteReadDatabase(file);
    const [a, b] = views.open([view('a'), view('b')]) as [ViewBuild, ViewBuild];
    fill(views, a, { id: 'in a', position: '1' });
    fill(views, b, { id: 'in b', position: '1' });
    views.promote([a, b]);
    expect(views.view('a').all('select id from {thing}')).toEqual([{ id: 'in a' }]);
    expect(views.view('b').get('select id from {thing} where id = :id', { id: 'in b' })).toEqual({ id: 'in b' });
    views.close();
  });

  it('knows how many rows there are when a few have become many', () => {
    const views = new SqliteReadDatabase(':memory:');
    const [build] = views.open([view('a')]) as [ViewBuild];
    for (const id of ['1', '2']) fill(views, build, { id, position: id });
    views.promote([build]);
    const rows = (): number =>
      Number(
        views
          .view('a')
          .get<{ stat: string }>("select stat from sqlite_stat1 where tbl like 'thing%'")!
          .stat.split(' ')[0],
      );
    expect(rows()).toBe(2);
    for (let n = 3; n <= 1000; n += 1) fill(views, build, { id: String(n), position: String(n) });
    expect(rows()).toBeGreaterThan(900);
    views.close();
  });

  it('answers view-building with the progress until a first build serves', () => {
    const views = new SqliteReadDatabase(file);
    const [build] = views.open([view('a')]) as [ViewBuild];
    Object.assign(build, { done: 30, total: 90 });
    expect(() => views.view('a')).toThrow(
      expect.objectContaining({ code: 'view-building', details: { view: 'a', percent: 33 } }) as Error,
    );
    views.promote([build]);
    expect(codeOf(() => views.view('a'))).toBe('answered');
    views.close();
  });

  it('goes on where it was, rows and checkpoint together', () => {
    const views = new SqliteReadDatabase(file);
    const [build] = views.open([view('a')]) as [ViewBuild];
    fill(views, build, { id: 'x', position: '5' });
    views.promote([build]);
    views.close();
    const again = new SqliteReadDatabase(file);
    const [found] = again.open([view('a')]) as [ViewBuild];
    expect(found.at).toEqual({ position: '5', knownAt: '2026-04-24T10:00:00.000Z' });
    expect(found.state).toBe('live');
    again.close();
  });

  it('undoes what a build threw at, checkpoint and rows, and only that', () => {
    const views = new SqliteReadDatabase(file);
    const [a, b] = views.open([view('a'), view('b')]) as [ViewBuild, ViewBuild];
    views.promote([a, b]);
    const failures = views.apply([a, b], (build, write) => {
      write.run('insert into {thing} values (:id)', { id: 'x' });
      if (build === a) throw new Error('no');
      return { position: '9', knownAt: '' };
    });
    expect([...failures.keys()]).toEqual([a]);
    expect([a.at.position, b.at.position]).toEqual(['', '9']);
    expect(views.view('a').all('select * from {thing}')).toEqual([]);
    expect(views.view('b').all('select * from {thing}')).toEqual([{ id: 'x' }]);
    views.close();
  });

  it('lets the old version serve while the new one is filled, then swaps and drops the old tables', () => {
    const views = new SqliteReadDatabase(file);
    const [old] = views.open([view('a')]) as [ViewBuild];
    fill(views, old, { id: 'old', position: '1' });
    views.promote([old]);
    views.close();

    const raised = new SqliteReadDatabase(file);
    const [fresh] = raised.open([view('a', 2, 'item')]) as [ViewBuild];
    expect(fresh.state).toBe('building');
    const reader = raised.view('a');
    expect(reader.all('select id from {thing}')).toEqual([{ id: 'old' }]);
    fill(raised, fresh, { id: 'new', position: '1', table: 'item' });
    raised.promote([fresh]);
    expect(reader.all('select id from {item}')).toEqual([{ id: 'new' }]);
    raised.close();

    const file2 = new Database(file, { readonly: true });
    const tables = file2
      .prepare(`select name from sqlite_master where name like 'thing%' or name like 'item%'`)
      .pluck();
    expect(tables.all()).toEqual(['item__2', 'item_index__2']);
    file2.close();
  });

  it('takes a changed schema for a new version even where the version was not raised', () => {
    const views = new SqliteReadDatabase(file);
    views.promote(views.open([view('a')]));
    views.close();
    const changed = new SqliteReadDatabase(file);
    expect(changed.open([view('a', 1, 'item')]).map(({ state }) => state)).toEqual(['building']);
    changed.close();
  });

  it('goes on with an unfinished build after a restart, and forgets one of another version', () => {
    const views = new SqliteReadDatabase(file);
    const [build] = views.open([view('a')]) as [ViewBuild];
    fill(views, build, { id: 'x', position: '5' });
    views.close();
    const again = new SqliteReadDatabase(file);
    expect(again.open([view('a')]).map(({ at, id }) => [id, at.position])).toEqual([[build.id, '5']]);
    again.close();
    const raised = new SqliteReadDatabase(file);
    const [fresh] = raised.open([view('a', 2)]) as [ViewBuild];
    expect([fresh.id, fresh.at.position]).toEqual([build.id + 1, '']);
    raised.close();
  });

  it('forgets the tables of a view that is no longer there', () => {
    const views = new SqliteReadDatabase(file);
    views.promote(views.open([view('a'), view('gone', 1, 'gone')]));
    views.close();
    const again = new SqliteReadDatabase(file);
    again.open([view('a')]);
    again.close();
    const looked = new Database(file, { readonly: true });
    expect(looked.prepare(`select name from sqlite_master where name like 'gone%'`).all()).toEqual([]);
    expect(looked.prepare('select name from view_build').pluck().all()).toEqual(['a']);
    looked.close();
  });

  it('does not answer from a view whose handler threw', () => {
    const views = new SqliteReadDatabase(file);
    const [build] = views.open([view('a')]) as [ViewBuild];
    views.promote([build]);
    const reader = views.view('a');
    build.failure = { eventId: 'e', type: 'T', error: 'TypeError' };
    expect(codeOf(() => views.view('a'))).toBe('view-failed');
    expect(codeOf(() => reader.all('select * from {thing}'))).toBe('view-failed');
    views.close();
  });

  it.each([
    ['damaged', () => writeFileSync(file, 'not a database, but long enough to be looked at'.repeat(200))],
    ['cut off', () => truncateSync(file, 700)],
    ['newer', () => change((database) => database.pragma('user_version = 99'))],
    ['of another program', () => change((database) => database.pragma('application_id = 1'))],
    ['marked as damaged in the middle of the work', () => writeFileSync(`${file}.damaged`, '')],
  ])('moves a file aside that is %s, says so, and begins anew', (_what, spoil) => {
    const views = new SqliteReadDatabase(file);
    views.promote(views.open([view('a')]));
    views.close();
    spoil();
    const lines: string[] = [];
    const again = new SqliteReadDatabase(file, (line) => lines.push(line));
    expect(again.open([view('a')]).map(({ state }) => state)).toEqual(['building']);
    again.close();
    expect(lines).toEqual([expect.stringContaining('moved to')]);
    expect(existsSync(`${file}.set-aside`)).toBe(true);
    const third = new SqliteReadDatabase(file, (line) => lines.push(line));
    third.close();
    expect(lines).toHaveLength(1);
  });

  it('tells a reader who meets a broken page to start again, and the next start makes the file anew', () => {
    const views = new SqliteReadDatabase(file);
    const [build] = views.open([view('a')]) as [ViewBuild];
    for (let n = 0; n < 3000; n += 1) fill(views, build, { id: `row ${n}`, position: String(n) });
    views.promote([build]);
    views.close();
    change((database) => database.pragma('wal_checkpoint(truncate)'));
    const again = new SqliteReadDatabase(file);
    again.open([view('a')]);
    breakPages();
    expect(codeOf(() => again.view('a').all('select * from {thing} not indexed'))).toBe('view-damaged');
    again.close();
    const lines: string[] = [];
    new SqliteReadDatabase(file, (line) => lines.push(line)).close();
    expect(lines).toEqual([expect.stringContaining('is damaged')]);
  });

  /** The last half of the file, where the rows lie. */
  const breakPages = () => {
    const bytes = readFileSync(file);
    bytes.fill('x', bytes.length / 2);
    writeFileSync(file, bytes);
  };

  const change = (work: (database: Database.Database) => void) => {
    const database = new Database(file);
    work(database);
    database.close();
  };
});
