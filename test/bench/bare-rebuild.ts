import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { project, registryOf, SealingCodec } from '@rettidig/event-sourcing';
import type { AnyProjection, ProjectedEvent, SqlValue, ViewWriter } from '@rettidig/event-sourcing';
import {
  NodeCipher,
  SqliteEventStore,
  SqlitePrivateStore,
  SqliteReadDatabase,
} from '@rettidig/event-sourcing/adapters';
import { dataFiles } from '@rettidig/platform';
import { features } from '../../libs/product/src/features.js';
import { withOtherHead } from './large-log.js';
import { stopwatch } from './stopwatch.js';

/** What the reference answers: events a second, and how many rows it wrote. */
export interface BareRebuild {
  readonly rate: number;
  readonly writes: number;
}

const PAGE = 1000;
const { projections, sealedFields } = registryOf(features);

interface Row {
  readonly position: number;
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

/** Reads, parses and opens the whole log, and writes as many rows as our views do. */
export async function bareRebuild(dataDir: string, prelude: number, block: number): Promise<BareRebuild> {
  const files = dataFiles(dataDir);
  const bareFile = `${files.views}.bare`;
  const recorded = await writesOfFirstBlock(dataDir, prelude, block);
  const log = new Database(files.events, { readonly: true });
  const keys = new Database(files.private, { readonly: true });
  const tables = bareTables(bareFile);
  const writes = recorded.map((one) => one.map((write) => replayed(tables, write)));
  const openTexts = opener(keys);
  const readPage = log.prepare(
    'select position, stream, id, type, data, meta from events where position > ? order by position limit ?',
  );
  const watch = stopwatch();
  let [position, written] = [0, 0];
  for (let page = readPage.all(0, PAGE) as Row[]; page.length > 0; page = readPage.all(position, PAGE) as Row[]) {
    tables.exec('begin');
    for (const row of page) {
      position = row.position;
      openTexts(row, JSON.parse(row.data) as Data);
      const { recordedAt } = JSON.parse(row.meta) as { recordedAt: string };
      const at = position - prelude - 1;
      if (at < 0) continue;
      for (const write of writes[at % block]!) write(Math.floor(at / block), recordedAt, position);
      written += writes[at % block]!.length;
    }
    tables.exec('commit');
  }
  const rate = watch.rate(position);
  for (const database of [log, keys, tables]) database.close();
  for (const file of [bareFile, `${bareFile}-wal`, `${bareFile}-shm`]) rmSync(file, { force: true });
  return { rate, writes: written };
}

type Data = Record<string, unknown>;

/** Opens the texts of an event: the key of its stream, one decipher a text. */
function opener(keys: Database.Database): (row: Row, data: Data) => void {
  const keyOf = keys.prepare('select key from sealing_key where scope = ?').pluck();
  const cipher = new NodeCipher();
  const fields = new Map(
    Object.entries(sealedFields).map(([type, marked]) => [
      type,
      marked.map(({ path }) => path).filter((path) => /^\w+$/.test(path)),
    ]),
  );
  return ({ stream, id, type }, data) => {
    const texts = (fields.get(type) ?? []).filter((path) => typeof data[path] === 'string');
    if (texts.length === 0) return;
    const key = keyOf.get(stream) as Buffer;
    for (const path of texts) {
      const sealed = Buffer.from((data[path] as string).slice('sealed.1..'.length), 'base64url').subarray(4);
      const text = cipher.open(key, sealed, `${id}:${path}`);
      if (text === undefined) throw new Error(`${type}.${path} could not be opened`);
      data[path] = text;
    }
  };
}

/** The tables and indexes of our views, under the pragmas of our views, without anything that knows them. */
function bareTables(file: string): Database.Database {
  rmSync(file, { force: true });
  const tables = new Database(file);
  tables.pragma('journal_mode = wal');
  tables.pragma('synchronous = normal');
  tables.pragma('cache_size = -65536');
  tables.pragma('wal_autocheckpoint = 16000');
  for (const { name, schema } of projections) for (const statement of schema) tables.exec(named(statement, name));
  return tables;
}

/** Two views may have tables of one name. */
const named = (sql: string, view: string): string => sql.replaceAll(/\{([a-z]\w*)\}/gi, `"$1 of ${view}"`);

/** A row that one of our views wrote. */
interface Write {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, SqlValue>>;
}

/**
 * What our views write for the first block of the log, by the event that they write it at. Statements that change no row
 * are left out.
 */
async function writesOfFirstBlock(dataDir: string, prelude: number, block: number): Promise<Write[][]> {
  const files = dataFiles(dataDir);
  const store = SqliteEventStore.open(files.events);
  const keys = new SqlitePrivateStore(files.private);
  const codec = new SealingCodec(keys, new NodeCipher(), sealedFields);
  const events = await codec.open(await store.readAll({ after: '', limit: prelude + block }));
  await store.close();
  await keys.close();
  const database = new SqliteReadDatabase(':memory:');
  const written = new Map<string, Write[]>(events.map(({ position }) => [position, []]));
  const recorded = projections.map((projection) => recording(projection, written));
  database.apply(database.open(recorded), (build, view) => project(build, view, events, (index) => events[index]));
  database.close();
  return [...written.values()].slice(prelude);
}

type Handler = (view: ViewWriter, event: ProjectedEvent) => void;

/** The view, with its writes noted at the last event that it handled. */
function recording(projection: AnyProjection, written: ReadonlyMap<string, Write[]>): AnyProjection {
  const { on, together } = projection as { on: Record<string, Handler>; together?: AnyProjection['together'] };
  const noting = (view: ViewWriter, { position }: ProjectedEvent) =>
    noted(view, projection.name, written.get(position)!);
  return {
    ...projection,
    on: Object.fromEntries(
      Object.entries(on).map(([type, handle]): [string, Handler] => [
        type,
        (view, event) => handle(noting(view, event), event),
      ]),
    ),
    ...(together && {
      together: (view: ViewWriter, events: readonly ProjectedEvent[]) => together(noting(view, events.at(-1)!), events),
    }),
  };
}

const noted = (view: ViewWriter, name: string, writes: Write[]): ViewWriter => ({
  get: (sql, parameters) => view.get(sql, parameters),
  all: (sql, parameters) => view.all(sql, parameters),
  run: (sql, parameters = {}) => {
    view.run(sql, parameters);
    const changed = view.get<{ rows: number }>('select changes() as rows')!.rows;
    if (changed > 0) writes.push({ sql: named(sql, name), parameters: { ...parameters } });
  },
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const prepared = new Map<string, Database.Statement>();

type Replay = (copy: number, knownAt: string, position: number) => void;

/** The write again, for the same event of another copy: with that copy's ids, its time and its place. */
function replayed(tables: Database.Database, { sql, parameters }: Write): Replay {
  let statement = prepared.get(sql);
  if (!statement) prepared.set(sql, (statement = tables.prepare(sql)));
  const ids = Object.entries(parameters).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && UUID.test(entry[1]),
  );
  const given: Record<string, SqlValue> = { ...parameters };
  return (copy, knownAt, position) => {
    for (const [name, id] of ids) given[name] = withOtherHead(id, copy);
    given.knownAt = knownAt;
    given.position = String(position).padStart(16, '0');
    statement.run(given);
  };
}
