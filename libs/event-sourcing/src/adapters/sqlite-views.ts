import type Database from 'better-sqlite3';
import type { Landmark } from '../checkpoints.js';
import { TryLater } from '../errors.js';
import { hashOf } from '../ids.js';
import type { AnyProjection, SqlValue, ViewReader, ViewWriter } from '../projection.js';
import type { Reached } from '../views.js';
import { mustServe, ViewBuild, ViewDatabase } from '../views.js';
import type { Log } from './disposable-file.js';
import { isUnreadable, markDamaged, openDisposable } from './disposable-file.js';
import { codeOf } from './unusable-file.js';
import { named, Tables } from './view-tables.js';

/** How long a reader of a damaged file should wait for somebody to start the program again. */
const SECONDS_UNTIL_RESTART = 30;

/** After so many transactions SQLite is let count the rows of its tables anew; then after twice as many, and so on. */
const COUNT_AFTER = 1000;

const SHAPE = { applicationId: 0x76696577, version: 1 };

const BUILDS = `create table if not exists view_build (
  id integer primary key autoincrement, name text not null, shape text not null,
  state text not null, position text not null, known_at text not null) strict`;

interface BuildRow {
  id: number;
  name: string;
  shape: string;
  state: 'building' | 'live';
  position: string;
  known_at: string;
  /** JSON, '' where it is not known. */
  landmark: string;
}

/** What is known of one view: builds of today's version, and the tables that answer. */
interface Entry {
  readonly projection: AnyProjection;
  serving?: Tables;
  current?: ViewBuild;
  filling?: ViewBuild;
}

/**
 * All views in one SQLite file. The table `{change}` of a view is stored as `change__<build>`, so that two builds of
 * one view stand beside each other. Reading and writing share one connection and one thread: nobody sees half a batch.
 */
export class SqliteReadDatabase extends ViewDatabase {
  private readonly database: Database.Database;
  private readonly entries = new Map<string, Entry>();
  private readonly tables = new Map<number, Tables>();
  private readonly save: Database.Statement<[string, string, string, number]>;
  private transactions = 0;
  private countAt = COUNT_AFTER;

  constructor(
    private readonly file: string,
    log: Log = () => {},
  ) {
    super();
    this.database = openDisposable(file, SHAPE, log);
    this.database.exec(BUILDS);
    if (!this.database.prepare(`select 1 from pragma_table_info('view_build') where name = 'landmark'`).get())
      this.database.exec(`alter table view_build add column landmark text not null default ''`);
    this.save = this.database.prepare('update view_build set position = ?, known_at = ?, landmark = ? where id = ?');
  }

  open(projections: readonly AnyProjection[]): readonly ViewBuild[] {
    const stored = this.database.prepare<[], BuildRow>('select * from view_build order by id').all();
    this.countRows();
    return this.database.transaction(() => {
      const known = new Set(projections.map(({ name }) => name));
      stored.filter(({ name }) => !known.has(name)).forEach((row) => this.forget(row.id));
      return projections.flatMap((projection) =>
        this.openOne(
          projection,
          stored.filter(({ name }) => name === projection.name),
        ),
      );
    })();
  }

  private openOne(projection: AnyProjection, rows: readonly BuildRow[]): ViewBuild[] {
    const entry: Entry = { projection };
    this.entries.set(projection.name, entry);
    for (const row of rows) {
      const isCurrent = row.shape === shapeOf(projection);
      if (row.state === 'live') entry.serving = this.tablesOf(row.id);
      else if (!isCurrent) this.forget(row.id);
      if (isCurrent) entry[row.state === 'live' ? 'current' : 'filling'] = restored(projection, row);
    }
    if (!entry.current) entry.filling ??= this.begin(projection);
    return [entry.current, entry.filling].filter((build) => build !== undefined);
  }

  rebuild(name: string): ViewBuild {
    const entry = this.entry(name);
    return this.database.transaction(() => {
      if (entry.filling) this.forget(entry.filling.id);
      return (entry.filling = this.begin(entry.projection));
    })();
  }

  apply(
    builds: readonly ViewBuild[],
    advance: (build: ViewBuild, view: ViewWriter) => Reached,
  ): ReadonlyMap<ViewBuild, unknown> {
    const reached = new Map<ViewBuild, Reached>();
    const failures = new Map<ViewBuild, unknown>();
    const advanceOne = this.database.transaction((build: ViewBuild) => {
      const at = advance(build, this.tablesOf(build.id));
      this.save.run(at.position, at.knownAt, at.landmark ? JSON.stringify(at.landmark) : '', build.id);
      reached.set(build, at);
    });
    this.inTransaction(() => {
      for (const build of builds) {
        try {
          advanceOne(build);
        } catch (error) {
          if (isOfTheFile(error)) throw error;
          failures.set(build, error);
        }
      }
    });
    for (const [build, at] of reached) build.at = at;
    this.countRowsInTime();
    return failures;
  }

  /** What SQLite knew of a view with a few rows would have it read all of them once they are many. */
  private countRowsInTime(): void {
    this.transactions += 1;
    if (this.transactions < this.countAt) return;
    this.countAt *= 2;
    this.countRows();
  }

  /** Tables that are ten times as large as when they were last counted, and those that never were; by a sample of each. */
  private countRows(): void {
    this.database.pragma('analysis_limit = 400');
    this.database.pragma('optimize = 0x10002');
  }

  promote(builds: readonly ViewBuild[]): void {
    this.inTransaction(() => {
      for (const { id, projection } of builds) {
        const older = this.database.prepare<[string, number], BuildRow>(
          `select * from view_build where name = ? and id <> ? and state = 'live'`,
        );
        older.all(projection.name, id).forEach((row) => this.forget(row.id));
        this.database.prepare(`update view_build set state = 'live' where id = ?`).run(id);
      }
    });
    for (const build of builds) {
      const entry = this.entry(build.projection.name);
      build.state = 'live';
      entry.serving = this.tablesOf(build.id);
      entry.current = build;
      delete entry.filling;
    }
    this.countRows();
  }

  view(name: string): ViewReader {
    const entry = this.entry(name);
    const tables = (): Tables => {
      mustServe(name, entry);
      return entry.serving!;
    };
    tables();
    return {
      get: <Row>(sql: string, parameters?: Readonly<Record<string, SqlValue>>) =>
        this.read(() => tables().get<Row>(sql, parameters)),
      all: <Row>(sql: string, parameters?: Readonly<Record<string, SqlValue>>) =>
        this.read(() => tables().all<Row>(sql, parameters)),
    };
  }

  /** Damage that a reader meets is put right by the next start. */
  private read<Answer>(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      markDamaged(this.file);
      throw new TryLater('view-damaged', SECONDS_UNTIL_RESTART);
    }
  }

  close(): void {
    this.database.close();
  }

  private begin(projection: AnyProjection): ViewBuild {
    const insert = `insert into view_build (name, shape, state, position, known_at) values (?, ?, 'building', '', '')`;
    const { lastInsertRowid } = this.database.prepare(insert).run(projection.name, shapeOf(projection));
    const build = new ViewBuild(projection, Number(lastInsertRowid));
    for (const statement of projection.schema) this.database.exec(named(statement, build.id));
    return build;
  }

  private forget(id: number): void {
    const tables = `select name from sqlite_master where type = 'table' and name glob '*[_][_]' || ?`;
    for (const table of this.database.prepare<[string], string>(tables).pluck().all(String(id)))
      this.database.exec(`drop table "${table}"`);
    this.database.prepare('delete from view_build where id = ?').run(id);
    this.tables.delete(id);
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name);
    if (!entry) throw new Error(`there is no view ${name}`);
    return entry;
  }

  private tablesOf(build: number): Tables {
    let tables = this.tables.get(build);
    if (!tables) this.tables.set(build, (tables = new Tables(this.database, build)));
    return tables;
  }

  private inTransaction(work: () => void): void {
    try {
      this.database.transaction(work).immediate();
    } catch (error) {
      if (isUnreadable(error)) markDamaged(this.file);
      throw error;
    }
  }
}

/** A changed schema counts as a new version even where somebody forgot to raise it. */
const shapeOf = ({ version, schema }: AnyProjection): string => `${version}.${hashOf(schema).slice(0, 12)}`;

function restored(projection: AnyProjection, row: BuildRow): ViewBuild {
  const build = new ViewBuild(projection, row.id);
  build.state = row.state;
  const landmark = row.landmark === '' ? {} : { landmark: JSON.parse(row.landmark) as Landmark };
  build.at = { position: row.position, knownAt: row.known_at, ...landmark };
  return build;
}

/** Errors that no handler is to blame for: a full disk, a damaged file. The batch is tried again later. */
const isOfTheFile = (error: unknown): boolean =>
  /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|BUSY|READONLY|NOMEM|CANTOPEN)/.test(codeOf(error));
