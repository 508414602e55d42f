import { Unusable } from '../errors.js';
import type { Connections } from './postgres-private-store.connections.js';
import { codeOf } from './unusable-file.js';

const PRODUCT = 'rettidig private store';
const VERSION = 2;

/** Version 2 knows how people can be reached. */
const contactsOf = (schema: string): string => `
  create table ${schema}.contact (
    id text collate "C" primary key, address text, language text not null, notices text not null,
    feed text collate "C" unique
  );
`;

/** Ids compare byte by byte, so that a new version of the system's sorting rules cannot damage an index. */
const tablesOf = (schema: string): string => `
  create table ${schema}.origin (product text not null, version integer not null);
  create table ${schema}.sealing_key (scope text collate "C" primary key, key bytea not null);
  create table ${schema}.person (id text collate "C" primary key, name text not null);
  create table ${schema}.seat (id text collate "C" primary key, label text not null);
  create table ${schema}.document (
    id text collate "C" primary key, media_type text not null, file_name text, extract text not null, bytes bytea not null
  );
  ${contactsOf(schema)}
  insert into ${schema}.origin values ('${PRODUCT}', ${VERSION});
`;

interface Found {
  readonly schemas: number;
  readonly objects: number;
}

const LOOK = `
  select count(distinct n.oid)::integer as schemas, count(c.oid)::integer as objects
  from pg_namespace n left join pg_class c on c.relnamespace = n.oid where n.nspname = $1
`;

/**
 * Makes sure that the schema is there and ours; the process that comes first makes it, others wait for it.
 * @throws Unusable when another program, or a newer release, made it. It is left as it is.
 */
export async function prepareSchema(connections: Connections, schema: string): Promise<void> {
  // It becomes part of statements.
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`${schema} is no name for a schema`);
  const [found] = await connections.askOnce<Found & object>(LOOK, [schema]);
  if (found!.objects === 0) await makeTables(connections, schema);
  else await addMissing(connections, schema);
  await checkOrigin(connections, schema);
}

/** Brings a schema of the first version up to this one. What is not ours is left as it is. */
async function addMissing(connections: Connections, schema: string): Promise<void> {
  if (!isOfVersion(await originOf(connections, schema), 1)) return;
  await connections.inTransaction(async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('${PRODUCT}'), hashtext($1))`, [schema]);
    const { rowCount } = await client.query(`update ${schema}.origin set version = ${VERSION} where version = 1`);
    if (rowCount === 1) await client.query(contactsOf(schema));
  });
}

function makeTables(connections: Connections, schema: string): Promise<void> {
  return connections.inTransaction(async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('${PRODUCT}'), hashtext($1))`, [schema]);
    const { rows } = await client.query<Found & object>(LOOK, [schema]);
    const { schemas, objects } = rows[0]!;
    if (objects > 0) return;
    if (schemas === 0) await client.query(`create schema ${schema}`);
    await client.query(tablesOf(schema));
  });
}

interface Origin {
  readonly product: string;
  readonly version: number;
}

const originOf = (connections: Connections, schema: string): Promise<readonly Origin[]> =>
  connections.askOnce<Origin & object>(`select product, version from ${schema}.origin`).catch((error: unknown) => {
    // No such table, no such column: somebody else's.
    if (['42P01', '42703'].includes(codeOf(error))) return [];
    throw error;
  });

const isOfVersion = ([origin, ...others]: readonly Origin[], version: number): boolean =>
  others.length === 0 && origin?.product === PRODUCT && origin.version === version;

async function checkOrigin(connections: Connections, schema: string): Promise<void> {
  if (isOfVersion(await originOf(connections, schema), VERSION)) return;
  throw new Unusable('private.other-schema', {
    da: `Skemaet ${schema} i ${connections.address.where} er ikke et privat lager, som denne udgave kan læse (fremmed eller nyere). Start den udgave, der skrev det, eller brug en anden database.`,
    en: `The schema ${schema} in ${connections.address.where} is not a private store that this release can read (foreign or newer). Start the release that wrote it, or use another database.`,
  });
}
