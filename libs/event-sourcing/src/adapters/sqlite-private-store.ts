import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { TryLater, Unusable } from '../errors.js';
import { PrivateStore, type PrivateStoreStatus } from '../private-store.js';
import type { KeptDocument, PersonCard } from '../query.js';
import { newKey } from './node-crypto.js';
import { isDiskTrouble, unusableFile } from './unusable-file.js';

/** `RtPr` in ASCII. */
const APPLICATION_ID = 0x52745072;
const VERSION = 2;
/** Keys kept in memory; 32 bytes each, so some megabytes. */
const CACHED_KEYS = 20_000;

/** How long to wait before a full disk is tried again. */
const SECONDS_UNTIL_SPACE = 30;
/** How long to wait before another process answers. */
const SECONDS_UNTIL_RESTART = 5;

/** Version 2 keeps uploaded documents. */
const DOCUMENTS = `
  create table document (
    id text primary key, media_type text not null, file_name text, extract text not null, bytes blob not null
  ) strict;
  pragma user_version = ${VERSION};
`;

const SCHEMA = `
  create table sealing_key (scope text primary key, key blob not null) strict, without rowid;
  create table person (id text primary key, name text not null) strict, without rowid;
  create table seat (id text primary key, label text not null) strict, without rowid;
  pragma application_id = ${APPLICATION_ID};
  ${DOCUMENTS}
`;

/**
 * One SQLite file that only its owner may read. Keys are on disk before anything sealed with them is; those asked for in
 * one turn of the event loop share one transaction. What is deleted is overwritten.
 */
export class SqlitePrivateStore extends PrivateStore {
  private readonly database: Database.Database;
  private readonly selectKey: Database.Statement<[string], Buffer>;
  private readonly insertKey: Database.Statement<[string, Uint8Array]>;
  private readonly selectName: Database.Statement<{ id: string }, string>;
  private readonly cache = new Map<string, Uint8Array>();
  private readonly missing = new Set<string>();
  private making: Promise<void> | undefined;

  /** @throws Unusable for a file that is damaged, foreign, newer or out of reach. */
  constructor(file: string) {
    super();
    this.database = opened(file);
    this.selectKey = this.database.prepare<[string], Buffer>('select key from sealing_key where scope = ?').pluck();
    this.insertKey = this.database.prepare('insert into sealing_key values (?, ?) on conflict do nothing');
    this.selectName = this.database
      .prepare<{ id: string }, string>(
        'select name from person where id = :id union all select label from seat where id = :id',
      )
      .pluck();
  }

  async ensure(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    this.requireOpen();
    const found = this.lookUp(scopes);
    const absent = scopes.filter((scope) => !found.has(scope));
    if (absent.length > 0) {
      for (const scope of absent) this.missing.add(scope);
      this.making ??= new Promise((resolve, reject) => setImmediate(() => this.makeMissing(resolve, reject)));
      await this.making;
      for (const [scope, key] of this.lookUp(absent)) found.set(scope, key);
    }
    return found;
  }

  find(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.answer(() => this.lookUp(scopes));
  }

  eraseKey(scope: string): Promise<void> {
    return this.erase('delete from sealing_key where scope = ?', scope);
  }

  namePerson(personId: string, name: string): Promise<void> {
    return this.keepCards(new Map([[personId, name]]), new Map());
  }

  erasePerson(personId: string): Promise<void> {
    return this.erase('delete from person where id = ?', personId);
  }

  labelSeat(seatId: string, label: string): Promise<void> {
    return this.keepCards(new Map(), new Map([[seatId, label]]));
  }

  keepCards(people: ReadonlyMap<string, string>, seats: ReadonlyMap<string, string>): Promise<void> {
    const person = 'insert into person values (?, ?) on conflict do update set name = excluded.name';
    const seat = 'insert into seat values (?, ?) on conflict do update set label = excluded.label';
    return this.answer(() =>
      this.database.transaction(() => {
        const [name, label] = [this.database.prepare(person), this.database.prepare(seat)];
        for (const card of people) name.run(...card);
        for (const card of seats) label.run(...card);
      })(),
    );
  }

  eraseSeatLabel(seatId: string): Promise<void> {
    return this.erase('delete from seat where id = ?', seatId);
  }

  people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    return this.answer(() => {
      const cards = new Map<string, PersonCard>();
      for (const id of new Set(ids)) {
        const name = this.selectName.get({ id });
        if (name !== undefined) cards.set(id, { name });
      }
      return cards;
    });
  }

  keepDocument(id: string, { mediaType, fileName, extract }: KeptDocument, bytes: Uint8Array): Promise<void> {
    return this.answer(() => {
      try {
        this.database
          .prepare('insert into document values (?, ?, ?, ?, ?) on conflict do nothing')
          .run(id, mediaType, fileName, JSON.stringify(extract), bytes);
      } catch (error) {
        throw isDiskTrouble(error) ? new TryLater('store.disk-full', SECONDS_UNTIL_SPACE) : error;
      }
    });
  }

  document(id: string): Promise<KeptDocument | undefined> {
    return this.answer(() => {
      const row = this.database
        .prepare<[string], DocumentRow>('select media_type, file_name, extract from document where id = ?')
        .get(id);
      return row && { mediaType: row.media_type, fileName: row.file_name, extract: JSON.parse(row.extract) as object };
    });
  }

  documentBytes(id: string): Promise<Uint8Array | undefined> {
    return this.answer(() =>
      this.database.prepare<[string], Buffer>('select bytes from document where id = ?').pluck().get(id),
    );
  }

  eraseDocument(id: string): Promise<void> {
    return this.erase('delete from document where id = ?', id);
  }

  hasNoKeys(): Promise<boolean> {
    return this.answer(() => this.database.prepare('select 1 from sealing_key limit 1').get() === undefined);
  }

  /** A file in the same process always answers, or says why not with each answer. */
  status(): PrivateStoreStatus {
    return { trouble: null };
  }

  close(): Promise<void> {
    this.database.close();
    this.cache.clear();
    return Promise.resolve();
  }

  private makeMissing(done: () => void, failed: (error: unknown) => void): void {
    this.making = undefined;
    const scopes = [...this.missing];
    this.missing.clear();
    try {
      this.requireOpen();
      this.database.transaction(() => scopes.forEach((scope) => this.insertKey.run(scope, newKey())))();
      done();
    } catch (error) {
      failed(isDiskTrouble(error) ? new TryLater('store.disk-full', SECONDS_UNTIL_SPACE) : error);
    }
  }

  private lookUp(scopes: readonly string[]): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    for (const scope of scopes) {
      const key = this.cache.get(scope) ?? this.selectKey.get(scope);
      if (!key) continue;
      found.set(scope, key);
      this.remember(scope, key);
    }
    return found;
  }

  /** The least recently used key gives way. */
  private remember(scope: string, key: Uint8Array): void {
    this.cache.delete(scope);
    this.cache.set(scope, key);
    if (this.cache.size > CACHED_KEYS) this.cache.delete(this.cache.keys().next().value!);
  }

  /** The write-ahead log is emptied too: it still holds the page as it was. */
  private erase(sql: string, id: string): Promise<void> {
    return this.answer(() => {
      this.database.prepare(sql).run(id);
      this.cache.delete(id);
      this.database.pragma('wal_checkpoint(truncate)');
    });
  }

  /** The port is asynchronous, SQLite is not: what it throws is the promise's to tell. */
  private answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.requireOpen();
      resolve(work());
    });
  }

  private requireOpen(): void {
    if (!this.database.open) throw new TryLater('store.stopping', SECONDS_UNTIL_RESTART);
  }
}

interface DocumentRow {
  readonly media_type: string;
  readonly file_name: string | null;
  readonly extract: string;
}

function opened(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (file !== ':memory:') makeForOwnerOnly(file);
    database = new Database(file);
    const objects = database.prepare('select count(*) from sqlite_schema').pluck().get();
    if (objects === 0) database.exec(`begin exclusive; ${SCHEMA} commit`);
    checkOrigin(file, database);
    if (versionOf(database) === 1) database.exec(`begin exclusive; ${DOCUMENTS} commit`);
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
