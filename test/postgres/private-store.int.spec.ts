import { Unusable, type PrivateStore } from '@rettidig/event-sourcing';
import { PostgresPrivateStore } from '@rettidig/event-sourcing/shared';
import { privateStoreContract } from '@rettidig/event-sourcing/testing';
import { PostgresServer } from '../support/postgres.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(60_000);

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

const log: string[] = [];
const open = (url: string, startMs = 10_000): Promise<PrivateStore> =>
  PostgresPrivateStore.open({ url, startMs, log: (line) => log.push(line) });

let schemas = 0;
privateStoreContract('PostgreSQL', async () => {
  const options = { url: server.url(), schema: `contract_${++schemas}`, startMs: 10_000, log: () => undefined };
  return { open: () => PostgresPrivateStore.open(options), remove: () => undefined };
});

describe('PostgreSQL as a private store, at its start', () => {
  const opened: PrivateStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  const openOne = async (url: string, startMs?: number): Promise<PrivateStore> => {
    const store = await open(url, startMs);
    opened.push(store);
    return store;
  };
  /** What it refuses to start with, as a person reads it. */
  const refusal = async (url: string, startMs = 200): Promise<Unusable> => {
    const error: unknown = await openOne(url, startMs).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unusable);
    return error as Unusable;
  };

  it('makes its tables once, however many come first', async () => {
    const url = await server.database();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openOne(url)));
    const keys = await Promise.all(stores.map((store) => store.ensure(['case-1'])));
    expect(new Set(keys.map((one) => Buffer.from(one.get('case-1')!).toString('hex'))).size).toBe(1);
    expect(await server.query('select * from rettidig_private.origin', url)).toHaveLength(1);
  });

  it('keeps schemas of one database apart', async () => {
    const url = await server.database();
    const [one, other] = await Promise.all(
      ['first', 'second'].map((schema) => PostgresPrivateStore.open({ url, schema, startMs: 10_000, log: () => {} })),
    );
    opened.push(one!, other!);
    await one!.ensure(['case-1']);
    expect(await other!.hasNoKeys()).toBe(true);
  });

  it('needs no more rights than to use what somebody else made', async () => {
    const url = await server.database();
    await openOne(url);
    await server.query(`create role clerk login password 'clerk'`);
    await server.query(
      `grant usage on schema rettidig_private to clerk;
       grant select, insert, update, delete on all tables in schema rettidig_private to clerk`,
      url,
    );
    const store = await openOne(server.url(new URL(url).pathname.slice(1), 'clerk', 'clerk'));
    await store.ensure(['case-1']);
    await store.namePerson('p1', 'A');
    await store.eraseKey('case-1');
    expect((await store.find(['case-1'])).size).toBe(0);
  });

  it('waits for a server that is not there yet, and says so', async () => {
    const url = await server.database();
    await server.stop();
    log.length = 0;
    const opening = openOne(url, 60_000);
    await waitFor(() => log.length > 0);
    await server.startAgain();
    expect(await (await opening).hasNoKeys()).toBe(true);
    expect(log).toEqual(['private store: PostgreSQL is waited for (ECONNREFUSED)']);
  });

  it('checks the certificate where it is asked to', async () => {
    const at = `localhost:${server.port}`;
    const url = (await server.database()).replace(/127\.0\.0\.1:\d+/, at);
    for (const mode of ['require', 'verify-full']) {
      expect((await refusal(`${url}?sslmode=${mode}`)).code).toBe('private.bad-certificate');
      const trusted = `${url}?sslmode=${mode}&sslrootcert=${encodeURIComponent(server.certificate)}`;
      await (await openOne(trusted)).ensure(['case-1']);
    }
    await (await openOne(`${url}?sslmode=no-verify`)).ensure(['case-1']);
    const otherName = (await server.database()) + `?sslmode=require&sslrootcert=${server.certificate}`;
    expect((await refusal(otherName)).code).toBe('private.bad-certificate');
  });

  it('refuses a server that does not encrypt where it must', async () => {
    const url = await server.database();
    await server.query('alter system set ssl = off');
    await server.query('select pg_reload_conf()');
    try {
      await waitFor(async () => (await refusal(`${url}?sslmode=require`)).code === 'private.no-encryption');
    } finally {
      await server.query('alter system reset ssl');
      await server.query('select pg_reload_conf()');
    }
  });

  const secret = 'S3cret-w0rd';
  const named: [string, string, () => Promise<string> | string][] = [
    ['no address', 'private.bad-url', () => 'somewhere'],
    ['an address of another program', 'private.bad-url', () => `redis://u:${secret}@127.0.0.1/db`],
    ['an address without a database', 'private.bad-url', () => `postgresql://u:${secret}@127.0.0.1`],
    ['a password with #', 'private.bad-url', () => `postgresql://u:1#${secret}@127.0.0.1/db`],
    ['a password with /', 'private.bad-url', () => `postgresql://u:1/${secret}@127.0.0.1/db`],
    ['a password with ?', 'private.bad-url', () => `postgresql://u:1?${secret}@127.0.0.1/db`],
    ['an unknown sslmode', 'private.bad-url', () => `postgresql://u:${secret}@127.0.0.1/db?sslmode=prefre`],
    ['a missing file', 'private.bad-certificate', () => `postgresql://u:${secret}@h/db?sslrootcert=/nowhere.crt`],
    ['an unknown server', 'private.unknown-host', () => `postgresql://u:${secret}@rettidig.invalid/db`],
    ['a closed port', 'private.unreachable', () => `postgresql://u:${secret}@127.0.0.1:1/db`],
    ['a wrong password', 'private.login-refused', () => server.url('postgres', 'rettidig', secret)],
    ['an unknown user', 'private.login-refused', () => server.url('postgres', 'nobody', secret)],
    ['no password', 'private.login-refused', () => server.url().replace(/:[^:@]*@/, '@')],
    ['an unknown database', 'private.no-database', () => server.url('nowhere')],
    [
      'a user without rights',
      'private.no-rights',
      async () => {
        await server.query(`create role guest login password '${secret}'`);
        return server.url('postgres', 'guest', secret);
      },
    ],
  ];
  it.each(named)('names %s (%s) in two languages, and no password', async (_what, code, address) => {
    const url = await address();
    const error = await refusal(url);
    expect(error.code).toBe(code);
    expect(error.sentence.da).not.toBe(error.sentence.en);
    for (const told of [error.message, String(error.stack), ...log]) {
      expect(told).not.toContain(secret);
      expect(told).not.toContain(new URL(server.url()).password);
    }
  });

  const foreign: [string, string][] = [
    ['of another program', 'create schema rettidig_private; create table rettidig_private.origin (a text)'],
    ['with other tables', 'create schema rettidig_private; create table rettidig_private.person (a text)'],
  ];
  it.each(foreign)('refuses a schema %s, and leaves it as it is', async (_what, make) => {
    const url = await server.database();
    await server.query(make, url);
    const tables = `select table_name, column_name from information_schema.columns where table_schema = 'rettidig_private'`;
    const before = await server.query(tables, url);
    expect((await refusal(url)).code).toBe('private.other-schema');
    expect(await server.query(tables, url)).toEqual(before);
  });

  it('refuses a schema of a newer release', async () => {
    const url = await server.database();
    await (await openOne(url)).close();
    await server.query('update rettidig_private.origin set version = 99', url);
    expect((await refusal(url)).code).toBe('private.other-schema');
  });

  it('goes on with a schema of the first version as it was, whoever comes first', async () => {
    const url = await server.database();
    const before = await openOne(url);
    await before.namePerson('p1', 'Kirsten Kimer');
    await before.close();
    await server.query('drop table rettidig_private.contact', url);
    await server.query('update rettidig_private.origin set version = 1', url);
    const [one, other] = await Promise.all([openOne(url), openOne(url)]);
    await one.keepContacts(new Map([['p1', { address: 'kim@eksempel.dk' }]]));
    expect((await other.contacts(['p1'])).get('p1')!.address).toBe('kim@eksempel.dk');
    expect((await other.people(['p1'])).get('p1')!.name).toBe('Kirsten Kimer');
  });

  it('uses a schema that somebody made for it', async () => {
    const url = await server.database();
    await server.query('create schema rettidig_private', url);
    expect(await (await openOne(url)).hasNoKeys()).toBe(true);
  });
});
