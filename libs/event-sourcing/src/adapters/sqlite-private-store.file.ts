import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import { unusableFile } from './unusable-file.js';

/** `RtPr` in ASCII. */
const APPLICATION_ID = 0x52745072;
const VERSION = 3;

/** Version 2 keeps uploaded documents. */
const DOCUMENTS = `
  create table document (
    id text primary key, media_type text not null, file_name text, extract text not null, bytes blob not null
  ) strict;
`;

/** Version 3 knows how people can be reached. */
const CONTACTS = `
  create table contact (
    id text primary key, address text, language text not null, notices text not null, feed text unique
  ) strict, without rowid;
`;

const SCHEMA = `
  create table sealing_key (scope text primary key, key blob not null) strict, without rowid;
  create table person (id text primary key, name text not null) strict, without rowid;
  create table seat (id text primary key, label text not null) strict, without rowid;
  pragma application_id = ${APPLICATION_ID};
  ${DOCUMENTS}
  ${CONTACTS}
  pragma user_version = ${VERSION};
`;

/** What each older version lacks. */
const SINCE: Readonly<Record<number, string>> = { 1: DOCUMENTS + CONTACTS, 2: CONTACTS };

/**
 * Opens the file, makes it where there is none, and brings an older one up to this version.
 * @throws Unusable for a file that is damaged, foreign, newer or out of reach.
 */
export function openPrivateFile(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (file !== ':memory:') makeForOwnerOnly(file);
    database = new Database(file);
    const objects = database.prepare('select count(*) from sqlite_schema').pluck().get();
    if (objects === 0) database.exec(`begin exclusive; ${SCHEMA} commit`);
    checkOrigin(file, database);
    const missing = SINCE[versionOf(database)];
    if (missing) database.exec(`begin exclusive; ${missing} pragma user_version = ${VERSION}; commit`);
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = full');
    database.pragma('secure_delete = on');
    return database;
  } catch (error) {
    database?.close();
    throw unusableFile(file, error);
  }
}

function makeForOwnerOnly(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

const versionOf = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }));

function checkOrigin(file: string, database: Database.Database): void {
  const isOurs = database.pragma('application_id', { simple: true }) === APPLICATION_ID;
  const version = versionOf(database);
  if (isOurs && version >= 1 && version <= VERSION) return;
  throw new Unusable('private-store.other-file', {
    da: `${file} er ikke et privat lager, som denne udgave kan læse (fremmed eller nyere). Start den udgave, der skrev filen, eller gendan en sikkerhedskopi.`,
    en: `${file} is not a private store that this release can read (foreign or newer). Start the release that wrote it, or restore a backup.`,
  });
}
