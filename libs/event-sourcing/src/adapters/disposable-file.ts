import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isDamage } from './unusable-file.js';

/** Tells the operator something, in one line. */
export type Log = (line: string) => void;

/** Which files this code may read: its own, in the shape it knows. */
export interface FileShape {
  readonly applicationId: number;
  readonly version: number;
}

/**
 * Opens a SQLite file whose content can be made again at any time. A file that is damaged, of another program or of a
 * newer shape is moved aside, and an empty one takes its place.
 */
export function openDisposable(file: string, shape: FileShape, log: Log): Database.Database {
  if (existsSync(damageMark(file))) setAside(file, log, 'damaged');
  try {
    return opened(file, shape);
  } catch (error) {
    if (file === ':memory:' || !isUnreadable(error)) throw error;
    setAside(file, log, error instanceof OtherShape ? 'of another shape' : 'damaged');
    return opened(file, shape);
  }
}

/** Makes the next start put the file aside: damage that shows itself in the middle of the work. */
export const markDamaged = (file: string): void => {
  if (file !== ':memory:') writeFileSync(damageMark(file), '');
};

/** The file itself is broken or not ours, as opposed to a full disk or a file in use. */
export const isUnreadable = (error: unknown): boolean => error instanceof OtherShape || isDamage(error);

/** In KiB as SQLite counts it: rows are found by random ids, so the hot pages must stay in memory. */
const CACHE = -65_536;

/** In pages: 64 MB between two checkpoints of the WAL. A page that many rows touch meanwhile is written to the file once. */
const PAGES_A_CHECKPOINT = 16_000;

class OtherShape extends Error {}

const damageMark = (file: string): string => `${file}.damaged`;

function opened(file: string, { applicationId, version }: FileShape): Database.Database {
  const database = new Database(file);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma(`cache_size = ${CACHE}`);
    database.pragma(`wal_autocheckpoint = ${PAGES_A_CHECKPOINT}`);
    const isNew = database.prepare('select count(*) as n from sqlite_master').pluck().get() === 0;
    if (isNew) {
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${version}`);
    }
    const found = [
      database.pragma('application_id', { simple: true }),
      database.pragma('user_version', { simple: true }),
    ];
    if (found[0] !== applicationId || found[1] !== version) throw new OtherShape();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function setAside(file: string, log: Log, why: string): void {
  const aside = `${file}.set-aside`;
  log(`${file} is ${why}; it was moved to ${aside} and is made again from the log`);
  rmSync(aside, { force: true });
  if (existsSync(file)) renameSync(file, aside);
  for (const rest of [`${file}-wal`, `${file}-shm`, damageMark(file)]) rmSync(rest, { force: true });
}
