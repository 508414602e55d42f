import { execFileSync } from 'node:child_process';
import { TryLater, type PrivateStore } from '@rettidig/event-sourcing';
import { PostgresPrivateStore } from '@rettidig/event-sourcing/shared';
import pg from 'pg';
import { PostgresServer } from '../support/postgres.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(60_000);

/** Seconds in the life of a service, so that a freeze in a test is short. */
const CALL_MS = 500;

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.remove());

let url: string;
let log: string[];
let opened: PrivateStore[];
const open = async (callMs = CALL_MS): Promise<PrivateStore> => {
  const store = await PostgresPrivateStore.open({
    ...{ url, startMs: 10_000, callMs },
    log: (line) => log.push(line),
  });
  opened.push(store);
  return store;
};
beforeEach(async () => {
  url = await server.database();
  [log, opened] = [[], []];
});
afterEach(async () => {
  for (const store of opened) await store.close();
});

const keyOf = async (store: PrivateStore, scope: string): Promise<string> =>
  Buffer.from((await store.ensure([scope])).get(scope)!).toString('hex');
const isUnreachable = (error: unknown): boolean => error instanceof TryLater && error.code === 'private.unreachable';
const failure = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );
/** So that only what is remembered still has it: as if another process were about to erase it. */
const removeUnheard = (scope: string): Promise<unknown> =>
  server.query(`delete from rettidig_private.sealing_key where scope = '${scope}'`, url);
const has = async (store: PrivateStore, scope: string): Promise<boolean> => (await store.find([scope])).size === 1;

describe('an erased key', () => {
  it('is forgotten by every process at once', async () => {
    const stores = [await open(), await open(), await open()];
    await stores[0]!.ensure(['case-1', 'case-2']);
    for (const store of stores) expect(await has(store, 'case-1')).toBe(true);
    for (const store of stores) expect(await has(store, 'case-2')).toBe(true);
    await removeUnheard('case-1');
    for (const store of stores) expect(await has(store, 'case-1')).toBe(true); // they do remember
    await stores[0]!.eraseKey('case-1');
    expect(await has(stores[0]!, 'case-1')).toBe(false);
    await waitFor(async () => !(await has(stores[1]!, 'case-1')) && !(await has(stores[2]!, 'case-1')));
    for (const store of stores) expect(await has(store, 'case-2')).toBe(true);
  });

  it('is not remembered by a process that cannot hear of erasures, which hears again by itself', async () => {
    const store = await open();
    await store.ensure(['case-1', 'case-2']);
    await removeUnheard('case-1');
    expect(await has(store, 'case-1')).toBe(true);
    const database = new URL(url).pathname.slice(1);
    const listeners = `from pg_stat_activity where datname = '${database}' and application_name = 'rettidig (erasures)'`;
    await server.query(`alter database ${database} allow_connections false`);
    await server.query(`select pg_terminate_backend(pid) ${listeners}`);
    // Sooner than a connection counts as standing by what was heard last.
    await waitFor(async () => !(await has(store, 'case-1')), 1500);
    await server.query(`alter database ${database} allow_connections true`);
    await waitFor(async () => (await server.query(`select ${listeners}`)).length === 1);
    await waitFor(async () => {
      expect(await has(store, 'case-2')).toBe(true);
      await server.query(
        `update rettidig_private.sealing_key set key = decode(repeat('00', 32), 'hex') where scope = 'case-2'`,
        url,
      );
      return Buffer.from((await store.find(['case-2'])).get('case-2')!).some((byte) => byte !== 0);
    });
    expect(store.status().trouble).toBeNull();
  });

  it('is gone from the files of the tables, as names and labels are', async () => {
    const store = await open();
    const names = Array.from(
      { length: 30 },
      (_, index) => [`p${index}`, `Kirsten Kimer ${index} af Rettidig`] as const,
    );
    await store.keepCards(new Map(names), new Map([['s1', 'Fagforening Nord']]));
    await store.ensure(['case-1']);
    await server.query(`update rettidig_private.sealing_key set key = 'a-marker-in-the-place-of-a-key!!'`, url);
    const inFiles = (text: string): string =>
      execFileSync('grep', ['-rlF', '--', text, 'base'], { cwd: server.files, encoding: 'utf8' }).trim();
    await server.query('checkpoint');
    // p9 is the last row of its page, which an ordinary cleaning leaves where it is.
    const gone = ['a-marker-in-the-place-of-a-key!!', names[9]![1], names[3]![1], 'Fagforening Nord'];
    for (const text of gone) expect(inFiles(text)).not.toBe('');
    await store.eraseKey('case-1');
    await store.erasePerson('p9');
    await store.erasePerson('p3');
    await store.eraseSeatLabel('s1');
    await server.query('checkpoint');
    for (const text of gone) expect(() => inFiles(text)).toThrow();
    expect(inFiles(names[4]![1])).not.toBe('');
    expect(log).toEqual([]);
  });

  it('is erased while somebody reads the whole table, who sees it until the end', async () => {
    const store = await open();
    await store.ensure(['case-1']);
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    await reader.query('begin isolation level repeatable read');
    expect((await reader.query('select from rettidig_private.sealing_key')).rows).toHaveLength(1);
    await store.eraseKey('case-1');
    expect(await has(store, 'case-1')).toBe(false);
    expect((await reader.query('select from rettidig_private.sealing_key')).rows).toHaveLength(1);
    await reader.end();
  });
});

describe('a server that is killed', () => {
  afterEach(() => server.startAgain());

  it('has every key that was handed out, and is asked again by itself', async () => {
    await server.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    await server.query(`alter system set wal_writer_delay = '10s'`);
    await server.query('select pg_reload_conf()');
    const [one, other] = [await open(), await open()];
    const told = new Map<string, string>();
    const asking = Array.from({ length: 200 }, async (_, index) => {
      const [store, scope] = [index % 2 ? one : other, `case-${index % 120}`];
      for (let n = 0; n < 20; n++) {
        const key = await keyOf(store, `${scope}-${n}`);
        expect(told.get(`${scope}-${n}`) ?? key).toBe(key);
        told.set(`${scope}-${n}`, key);
      }
    });
    const ends = Promise.all(asking.map(failure));
    await waitFor(() => told.size > 100);
    await server.kill();
    const failures = (await ends).filter((error) => error !== undefined);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every(isUnreachable)).toBe(true);
    expect(isUnreachable(await failure(one.ensure(['now'])))).toBe(true);
    expect(one.status()).toEqual({ trouble: 'private.unreachable' });

    await server.startAgain();
    await waitFor(() => [one, other].every((store) => store.status().trouble === null));
    const found = await other.find([...told.keys()]);
    for (const [scope, key] of told) expect(Buffer.from(found.get(scope)!).toString('hex')).toBe(key);
    expect(await keyOf(one, 'now')).toBe(await keyOf(other, 'now'));
    expect(log).toContain('private store: PostgreSQL answers again');
  });

  it('is not noticed by who asks only after its restart', async () => {
    const store = await open();
    const key = await keyOf(store, 'case-1');
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.people([`p${index}`])));
    await server.stop();
    await server.startAgain();
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.people([`p${index}`])));
    expect(await keyOf(store, 'case-1')).toBe(key);
  });
});

describe('a connection that is cut', () => {
  it('is not noticed by who was being answered on it', async () => {
    const store = await open(10_000);
    await store.namePerson('p1', 'A');
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    const waiting = async (): Promise<unknown> => {
      const pids = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return (await server.query(pids, url))[0]?.pid;
    };
    await other.query('begin; lock table rettidig_private.person in access exclusive mode');
    const asked = store.people(['p1']);
    await waitFor(async () => (await waiting()) !== undefined);
    const first = await waiting();
    await server.query(`select pg_terminate_backend(${Number(first)})`);
    await waitFor(async () => ![undefined, first].includes(await waiting()));
    await other.query('rollback');
    expect((await asked).get('p1')).toEqual({ name: 'A' });
    await other.end();
  });
});

describe('a server that stands still', () => {
  afterEach(() => server.thaw());

  it('is answered for in bounded time, and used again when it goes on', async () => {
    const store = await open();
    const key = await keyOf(store, 'case-1');
    server.freeze();
    const asked = [
      ...Array.from({ length: 60 }, (_, index) => store.ensure([`case-${index + 2}`])),
      ...Array.from({ length: 60 }, (_, index) => store.people([`p${index}`])),
      store.namePerson('p1', 'A'),
      store.keepDocument('d1', { mediaType: 'a/b', fileName: null, extract: {} }, Buffer.alloc(5_000_000)),
      store.eraseKey('never'),
    ];
    const failures = await Promise.all(asked.map(failure));
    expect(failures.every(isUnreachable)).toBe(true);
    expect(store.status()).toEqual({ trouble: 'private.unreachable' });
    // What it remembers may be erased by now.
    await waitFor(async () => isUnreachable(await failure(store.find(['case-1']))));

    server.thaw();
    await waitFor(() => store.status().trouble === null);
    expect(await keyOf(store, 'case-1')).toBe(key);
    await store.namePerson('p1', 'B');
    expect([...(await store.people(['p1'])).values()]).toEqual([{ name: 'B' }]);
  });

  it('does not hold up an end, and leaves no connection behind', async () => {
    const sockets = (): number => process.getActiveResourcesInfo().filter((one) => one === 'TCPSocketWrap').length;
    const before = sockets();
    const store = await open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.people([`p${index}`])));
    server.freeze();
    const asked = failure(store.people(['p1']));
    await store.close();
    expect(await asked).toBeInstanceOf(TryLater);
    await waitFor(() => sockets() === before);
  });

  it('does not hold up a start for longer than it may wait', async () => {
    server.freeze();
    const opening = PostgresPrivateStore.open({ url, startMs: 1000, callMs: CALL_MS, log: (line) => log.push(line) });
    await expect(opening).rejects.toMatchObject({ code: 'private.unreachable' });
    expect(log).toEqual(['private store: PostgreSQL is waited for (timeout)']);
  });
});
