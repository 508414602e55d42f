import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import { codeOf, unusableFile } from './unusable-file.js';

/**
 * Keeps a file for one process. The lock is an open exclusive transaction on a side file, `<file>.lock`: the operating
 * system releases it when the process ends, however it ends, and the file itself stays readable for verify and backup.
 */
export class OwnerLock {
  private constructor(private readonly database: Database.Database) {}

  /** @throws Unusable when another process has it. */
  static take(file: string): OwnerLock {
    const lock = `${file}.lock`;
    let database: Database.Database | undefined;
    try {
      mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
      database = new Database(lock, { timeout: 0 });
      database.pragma('journal_mode = memory');
      database.pragma('locking_mode = exclusive');
      database.exec('begin exclusive');
      return new OwnerLock(database);
    } catch (error) {
      database?.close();
      throw codeOf(error).startsWith('SQLITE_BUSY') ? ownedElsewhere(file) : unusableFile(lock, error);
    }
  }

  release(): void {
    this.database.close();
  }
}

const ownedElsewhere = (file: string): Unusable =>
  new Unusable('store.owned-elsewhere', {
    da: `${file} er allerede i brug af en kørende Rettidig. Stop den først, eller peg DATA_DIR på en anden mappe.`,
    en: `${file} is already in use by a running Rettidig. Stop it first, or point DATA_DIR at another folder.`,
  });
