import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import { CHECKPOINTS_AHEAD, checkpointAhead } from './checkpoint-ahead.js';
import { isDiskTrouble, unusableFile } from './unusable-file.js';

/** An open connection to a log file. */
export type LogDatabase = Database.Database;

/** Marks the file as a log of this product (`RtLg` in ASCII); SQLite keeps it in the file's header. */
const APPLICATION_ID = 0x52744c67;

/** Raised whenever the tables change; a file with a greater number was written by a newer program. */
const VERSION = 1;

/** In KiB as SQLite counts it: enough that the hot ends of the indexes stay in memory. */
const CACHE = -65_536;

/** In pages: 16 MB between two checkpoints of the WAL. Random ids touch many pages; fewer checkpoints write each once. */
const PAGES_A_CHECKPOINT = 4000;

/**
 * Positions are gapless: the counter of AUTOINCREMENT rolls back with its transaction and nothing is ever deleted.
 * The index by category ends in the position, so that a page of a category is one range.
 */
const SCHEMA = `
  create table events (
    position integer primary key autoincrement,
    stream text not null,
    revision integer not null,
    id text not null unique,
    type text not null,
    data text not null,
    meta text not null,
    category text generated always as (substr(stream, 1, instr(stream || '-', '-') - 1)) virtual,
    unique (stream, revision)
  ) strict;
  create index events_by_category on events (category);
  create trigger events_are_never_changed before update on events
    begin select raise(abort, 'events are never changed'); end;
  create trigger events_are_never_deleted before delete on events
    begin select raise(abort, 'events are never deleted'); end;
  create table checkpoints (name text primary key, position text not null) strict, without rowid;
  create table parked (
    reaction text not null,
    eventId text not null,
    position text not null,
    error text not null,
    attempts integer not null,
    primary key (reaction, eventId)
  ) strict, without rowid;
  pragma application_id = ${APPLICATION_ID};
  pragma user_version = ${VERSION};
`;

/**
 * Opens the log for its owner, making it when there is none. Call it with the owner's lock in hand.
 * @throws Unusable for a file that is newer, foreign, damaged or out of reach.
 */
export function openLog(file: string): LogDatabase {
  return guarded(
    file,
    () => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      return new Database(file);
    },
    (database) => {
      if (isEmpty(database)) {
        database.pragma('journal_mode = wal');
        database.exec(`begin exclusive; ${SCHEMA} commit`);
      }
      checkOrigin(file, database);
      database.pragma('journal_mode = wal');
      database.pragma('synchronous = full');
      database.pragma(`cache_size = ${CACHE}`);
      database.pragma(`wal_autocheckpoint = ${PAGES_A_CHECKPOINT}`);
      database.pragma('temp_store = memory');
      checkEnds(file, database);
    },
  );
}

/**
 * Opens a log for reading, also while its owner writes: for verify and backup.
 * @throws Unusable as `openLog` does, and when there is no file.
 */
export function openLogReadOnly(file: string): LogDatabase {
  return guarded(
    file,
    () => new Database(file, { readonly: true, fileMustExist: true }),
    (database) => {
      checkOrigin(file, database);
    },
  );
}

function guarded(file: string, open: () => LogDatabase, prepare: (database: LogDatabase) => void): LogDatabase {
  let database: LogDatabase | undefined;
  try {
    database = open();
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    throw unusableFile(file, error);
  }
}

const number = (database: LogDatabase, pragma: string): number => database.pragma(pragma, { simple: true }) as number;

/** A file without a single table and without a mark: new, or left by a start that was cut short. */
function isEmpty(database: LogDatabase): boolean {
  const objects = database.prepare('select count(*) from sqlite_schema').pluck().get();
  return objects === 0 && number(database, 'application_id') === 0;
}

function checkOrigin(file: string, database: LogDatabase): void {
  if (number(database, 'application_id') !== APPLICATION_ID) {
    throw new Unusable('store.foreign-file', {
      da: `${file} er ikke en hændelseslog fra Rettidig. Peg DATA_DIR på en anden mappe, eller flyt filen.`,
      en: `${file} is not an event log of Rettidig. Point DATA_DIR at another folder, or move the file.`,
    });
  }
  const version = number(database, 'user_version');
  if (version > VERSION) {
    throw new Unusable('store.newer-file', {
      da: `${file} er skrevet af en nyere udgave (format ${version}, denne kender ${VERSION}). Start den nyere udgave.`,
      en: `${file} was written by a newer release (format ${version}, this one knows ${VERSION}). Start the newer release.`,
    });
  }
}

/** In bytes: a log up to this size is checked page by page at each start, which then takes a fraction of a second. */
const CHECKED_AT_START = 64 * 1024 * 1024;

/**
 * What can be seen at once of a damaged file: it is shorter than it says, a page of a small one is broken, its last event
 * is not the last one that was numbered, or a reaction has handled what it does not hold. `verifyLog` checks everything.
 */
function checkEnds(file: string, database: LogDatabase): void {
  const bytes = number(database, 'page_count') * number(database, 'page_size');
  const truncated = isAllInOneFile(database) && statSync(file).size < bytes;
  const broken = bytes <= CHECKED_AT_START && database.pragma('quick_check(1)', { simple: true }) !== 'ok';
  const last = database.prepare('select coalesce(max(position), 0) from events').pluck().get();
  const numbered = database.prepare(`select seq from sqlite_sequence where name = 'events'`).pluck().get() ?? 0;
  if (truncated || broken || last !== numbered) throw unusableFile(file, { code: 'SQLITE_CORRUPT' });
  const ahead = database.prepare(CHECKPOINTS_AHEAD).pluck().get() as string | undefined;
  if (ahead !== undefined) throw checkpointAhead(ahead);
}

/** Moves what still lies in the WAL into the file. A full disk or a reader may prevent it; the log can be used anyway. */
function isAllInOneFile(database: LogDatabase): boolean {
  try {
    const [checkpoint] = database.pragma('wal_checkpoint(truncate)') as [{ busy: number }];
    return checkpoint.busy === 0;
  } catch (error) {
    if (isDiskTrouble(error)) return false;
    throw error;
  }
}
