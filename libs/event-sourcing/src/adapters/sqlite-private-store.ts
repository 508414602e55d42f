import type Database from 'better-sqlite3';
import { TryLater } from '../errors.js';
import type { Contact, ContactChange } from '../contact.js';
import { contactAfter, unknownContact } from '../contact.js';
import { PrivateStore, type PrivateStoreStatus } from '../private-store.js';
import type { KeptDocument, PersonCard } from '../query.js';
import { newKey } from './node-crypto.js';
import { openPrivateFile } from './sqlite-private-store.file.js';
import { isDiskTrouble } from './unusable-file.js';

/** Keys kept in memory; 32 bytes each, so some megabytes. */
const CACHED_KEYS = 20_000;

/** How long to wait before a full disk is tried again. */
const SECONDS_UNTIL_SPACE = 30;
/** How long to wait before another process answers. */
const SECONDS_UNTIL_RESTART = 5;

/**
 * One SQLite file that only its owner may read. Keys are on disk before anything sealed with them is; those asked for in
 * one turn of the event loop share one transaction. What is deleted is overwritten.
 */
export class SqlitePrivateStore extends PrivateStore {
  private readonly database: Database.Database;
  private readonly selectKey: Database.Statement<[string], Buffer>;
  private readonly insertKey: Database.Statement<[string, Uint8Array]>;
  private readonly selectName: Database.Statement<{ id: string }, string>;
  private readonly selectContact: Database.Statement<[string], Contact>;
  private readonly cache = new Map<string, Uint8Array>();
  private readonly missing = new Set<string>();
  private making: Promise<void> | undefined;

  /** @throws Unusable for a file that is damaged, foreign, newer or out of reach. */
  constructor(file: string) {
    super();
    this.database = openPrivateFile(file);
    this.selectKey = this.database.prepare<[string], Buffer>('select key from sealing_key where scope = ?').pluck();
    this.insertKey = this.database.prepare('insert into sealing_key values (?, ?) on conflict do nothing');
    this.selectName = this.database
      .prepare<{ id: string }, string>(
        'select name from person where id = :id union all select label from seat where id = :id',
      )
      .pluck();
    this.selectContact = this.database.prepare('select address, language, notices from contact where id = ?');
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
    return this.erase(['delete from sealing_key where scope = ?'], scope);
  }

  namePerson(personId: string, name: string): Promise<void> {
    return this.keepCards(new Map([[personId, name]]), new Map());
  }

  erasePerson(personId: string): Promise<void> {
    return this.erase(['delete from person where id = ?', 'delete from contact where id = ?'], personId);
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
    return this.erase(['delete from seat where id = ?'], seatId);
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

  keepContacts(changes: ReadonlyMap<string, ContactChange>): Promise<void> {
    return this.answer(() =>
      this.database.transaction(() => {
        const known = this.contactsOf([...changes.keys()]);
        const keep = this.database.prepare<[Contact & { id: string }]>(
          `insert into contact (id, address, language, notices) values (:id, :address, :language, :notices)
           on conflict do update set address = :address, language = :language, notices = :notices`,
        );
        for (const [id, change] of changes) keep.run({ id, ...contactAfter(known.get(id) ?? unknownContact, change) });
      })(),
    );
  }

  contacts(ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    return this.answer(() => this.contactsOf(ids));
  }

  keepFeed(personId: string, tokenHash: string | null): Promise<void> {
    const { address, language, notices } = unknownContact;
    return this.answer(() => {
      this.database
        .prepare('insert into contact values (?, ?, ?, ?, ?) on conflict (id) do update set feed = excluded.feed')
        .run(personId, address, language, notices, tokenHash);
    });
  }

  personOfFeed(tokenHash: string): Promise<string | undefined> {
    return this.answer(() =>
      this.database.prepare<[string], string>('select id from contact where feed = ?').pluck().get(tokenHash),
    );
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
    return this.erase(['delete from document where id = ?'], id);
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

  private contactsOf(ids: readonly string[]): Map<string, Contact> {
    return new Map(
      [...new Set(ids)].flatMap((id) => {
        const contact = this.selectContact.get(id);
        return contact ? [[id, contact] as const] : [];
      }),
    );
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
  private erase(statements: readonly string[], id: string): Promise<void> {
    return this.answer(() => {
      this.database.transaction(() => statements.forEach((sql) => this.database.prepare(sql).run(id)))();
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
