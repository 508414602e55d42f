import { setTimeout as pause } from 'node:timers/promises';
import type { Contact, ContactChange } from '../contact.js';
import { contactAfter, unknownContact } from '../contact.js';
import { PrivateStore, type PrivateStoreStatus } from '../private-store.js';
import type { KeptDocument, PersonCard } from '../query.js';
import { backoffAfter } from './backoff.js';
import { addressOf } from './postgres-private-store.address.js';
import { Connections } from './postgres-private-store.connections.js';
import { Erasures } from './postgres-private-store.erasures.js';
import { mayPass, unusableServer, wordFor } from './postgres-private-store.errors.js';
import { Gathering } from './postgres-private-store.gathering.js';
import { SharedKeys } from './postgres-private-store.keys.js';
import { prepareSchema } from './postgres-private-store.schema.js';

export interface PostgresPrivateStoreOptions {
  /** `postgresql://user:password@server:5432/database`, with `?sslmode=verify-full` where it must be encrypted. */
  readonly url: string;
  /** A schema of its own for each of those that share a database. */
  readonly schema?: string;
  /** In milliseconds: how long a start waits for a server that does not answer. */
  readonly startMs: number;
  /** In milliseconds: how long one question may take. */
  readonly callMs?: number;
  readonly log: (line: string) => void;
}

const SCHEMA = 'rettidig_private';
const CALL_MS = 3000;
/** A document of 25 MiB takes longer than a key, by so many times. */
const DOCUMENT_TIMES = 4;
/** Tables up to this size are written anew after an erasure, which stops everybody else for a moment. */
const SMALL = 16 * 1024 * 1024;
const START_BACKOFF = { first: 100, longest: 1000 };

type Table = 'sealing_key' | 'person' | 'contact' | 'seat' | 'document';

/**
 * A schema in PostgreSQL, for several processes. Keys must be on disk before anything sealed with them is, and be made
 * once whoever asks: PostgreSQL is durable and transactional. What is erased must be gone for all nodes at once, and not be
 * in the backup of the log: so neither the event store, which would back up keys beside what they seal, nor Redis, which
 * may be flushed. What is deleted is overwritten where PostgreSQL can do that: see `clean`.
 */
export class PostgresPrivateStore extends PrivateStore {
  private readonly keys: SharedKeys;
  private readonly erasures: Erasures;
  private readonly cleaning = new Gathering<Table, void>((tables) => this.clean(tables));

  private constructor(
    private readonly connections: Connections,
    private readonly schema: string,
    private readonly log: (line: string) => void,
  ) {
    super();
    this.keys = new SharedKeys(connections, schema, () => this.erasures.areHeard);
    this.erasures = new Erasures(connections, schema, {
      erased: (scope) => this.keys.forget(scope),
      missed: () => this.keys.forgetAll(),
    });
  }

  /**
   * Connects, makes the tables where there are none, and listens. Waits for a server that does not answer yet.
   * @throws Unusable for what only a person can mend, and when the server did not answer in time.
   */
  static async open(options: PostgresPrivateStoreOptions): Promise<PostgresPrivateStore> {
    const { url, schema = SCHEMA, startMs, callMs = CALL_MS, log } = options;
    const address = addressOf(url);
    const store = new PostgresPrivateStore(new Connections(address, { callMs, log }), schema, log);
    try {
      await store.start(startMs);
      return store;
    } catch (error) {
      await store.close();
      throw unusableServer(address.where, error);
    }
  }

  async ensure(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.keys.ensure(scopes);
  }

  async find(scopes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.keys.find(scopes);
  }

  /** Every process hears of it as soon as it is on disk. */
  async eraseKey(scope: string): Promise<void> {
    const { schema } = this;
    await this.connections.ask(
      `with gone as (delete from ${schema}.sealing_key where scope = $1) select pg_notify('${schema}', $1::text)`,
      [scope],
    );
    this.keys.forget(scope);
    await this.cleaning.with(['sealing_key']);
  }

  namePerson(personId: string, name: string): Promise<void> {
    return this.keepCards(new Map([[personId, name]]), new Map());
  }

  async erasePerson(personId: string): Promise<void> {
    const { schema } = this;
    await this.connections.ask(
      `with gone as (delete from ${schema}.contact where id = $1) delete from ${schema}.person where id = $1`,
      [personId],
    );
    await this.cleaning.with(['person', 'contact']);
  }

  labelSeat(seatId: string, label: string): Promise<void> {
    return this.keepCards(new Map(), new Map([[seatId, label]]));
  }

  async keepCards(people: ReadonlyMap<string, string>, seats: ReadonlyMap<string, string>): Promise<void> {
    const insert = (table: string, first: number): string =>
      `insert into ${this.schema}.${table}
       select * from unnest($${first}::text[], $${first + 1}::text[]) as new (id, text) order by id collate "C"`;
    await this.connections.ask(
      `with named as (${insert('person', 1)} on conflict (id) do update set name = excluded.name)
       ${insert('seat', 3)} on conflict (id) do update set label = excluded.label`,
      [[...people.keys()], [...people.values()], [...seats.keys()], [...seats.values()]],
      this.connections.callMs * DOCUMENT_TIMES,
    );
  }

  eraseSeatLabel(seatId: string): Promise<void> {
    return this.erase('seat', seatId);
  }

  async people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    const rows = await this.connections.ask<{ id: string; name: string }>(
      `select id, name from ${this.schema}.person where id = any($1)
       union all select id, label from ${this.schema}.seat where id = any($1)`,
      [ids],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return new Map(ids.filter((id) => names.has(id)).map((id) => [id, { name: names.get(id)! }]));
  }

  async keepContacts(changes: ReadonlyMap<string, ContactChange>): Promise<void> {
    const all = [...changes].map(([id, change]) => ({ id, ...contactAfter(unknownContact, change) }));
    const naming = (field: keyof Contact): string[] =>
      [...changes].flatMap(([id, change]) => (change[field] === undefined ? [] : [id]));
    const kept = (field: keyof Contact, ids: number): string =>
      `${field} = case when known.id = any($${ids}::text[]) then excluded.${field} else known.${field} end`;
    await this.connections.ask(
      `insert into ${this.schema}.contact as known (id, address, language, notices)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as new (id, a, l, n) order by id collate "C"
       on conflict (id) do update set ${kept('address', 5)}, ${kept('language', 6)}, ${kept('notices', 7)}`,
      [
        ...(['id', 'address', 'language', 'notices'] as const).map((field) => all.map((one) => one[field])),
        ...(['address', 'language', 'notices'] as const).map(naming),
      ],
      this.connections.callMs * DOCUMENT_TIMES,
    );
  }

  async contacts(ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const rows = await this.connections.ask<Contact & { id: string }>(
      `select id, address, language, notices from ${this.schema}.contact where id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...contact }) => [id, contact]));
  }

  async keepFeed(personId: string, tokenHash: string | null): Promise<void> {
    const { address, language, notices } = unknownContact;
    await this.connections.ask(
      `insert into ${this.schema}.contact values ($1, $2, $3, $4, $5) on conflict (id) do update set feed = excluded.feed`,
      [personId, address, language, notices, tokenHash],
    );
  }

  async personOfFeed(tokenHash: string): Promise<string | undefined> {
    const [row] = await this.connections.ask<{ id: string }>(`select id from ${this.schema}.contact where feed = $1`, [
      tokenHash,
    ]);
    return row?.id;
  }

  async keepDocument(id: string, { mediaType, fileName, extract }: KeptDocument, bytes: Uint8Array): Promise<void> {
    await this.connections.ask(
      `insert into ${this.schema}.document values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, mediaType, fileName, JSON.stringify(extract), bytes],
      this.connections.callMs * DOCUMENT_TIMES,
    );
  }

  async document(id: string): Promise<KeptDocument | undefined> {
    const [row] = await this.connections.ask<{ media_type: string; file_name: string | null; extract: string }>(
      `select media_type, file_name, extract from ${this.schema}.document where id = $1`,
      [id],
      this.connections.callMs * DOCUMENT_TIMES,
    );
    return row && { mediaType: row.media_type, fileName: row.file_name, extract: JSON.parse(row.extract) as object };
  }

  async documentBytes(id: string): Promise<Uint8Array | undefined> {
    const [row] = await this.connections.ask<{ bytes: Buffer }>(
      `select bytes from ${this.schema}.document where id = $1`,
      [id],
      this.connections.callMs * DOCUMENT_TIMES,
    );
    return row?.bytes;
  }

  eraseDocument(id: string): Promise<void> {
    return this.erase('document', id);
  }

  async hasNoKeys(): Promise<boolean> {
    return (await this.connections.ask(`select from ${this.schema}.sealing_key limit 1`)).length === 0;
  }

  status(): PrivateStoreStatus {
    return { trouble: this.connections.trouble };
  }

  async close(): Promise<void> {
    const closed = this.connections.close();
    this.keys.forgetAll();
    await this.erasures.close();
    await closed;
  }

  private async start(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    for (let failures = 1; ; failures++) {
      try {
        await prepareSchema(this.connections, this.schema);
        return await this.erasures.start();
      } catch (error) {
        const wait = backoffAfter(failures, START_BACKOFF);
        if (!mayPass(error) || performance.now() + wait > until) throw error;
        if (failures === 1) this.log(`private store: PostgreSQL is waited for (${wordFor(error)})`);
        await pause(wait);
      }
    }
  }

  private async erase(table: Table, id: string): Promise<void> {
    await this.connections.ask(`delete from ${this.schema}.${table} where id = $1`, [id]);
    await this.cleaning.with([table]);
  }

  /**
   * A deleted row stays in the server's files until its place is used again. A small table is therefore written anew, at
   * once; in a large one, or while somebody reads all of it (a backup), its place is only made free. What the write-ahead
   * log, its archive and backups hold is theirs to let go of. Best effort: the row is gone for every question already.
   */
  private async clean(tables: readonly Table[]): Promise<void> {
    for (const name of tables) {
      const table = `${this.schema}.${name}`;
      const withinMs = this.connections.callMs * DOCUMENT_TIMES;
      try {
        const size = `select pg_total_relation_size('${table}') <= ${SMALL} as "isSmall"`;
        const [measured] = await this.connections.askOnce<{ isSmall: boolean }>(size);
        const anew = (): Promise<unknown> => this.connections.askOnce(`vacuum full ${table}`, [], withinMs);
        const place = (): Promise<unknown> => this.connections.askOnce(`vacuum ${table}`, [], withinMs);
        await (measured!.isSmall ? anew().catch(place) : place());
      } catch (error) {
        this.log(`private store: the place of what was erased from ${name} is not cleaned yet (${wordFor(error)})`);
      }
    }
  }
}
