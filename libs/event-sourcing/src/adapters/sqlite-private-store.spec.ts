import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import { privateStoreContract } from '../testing/private-store-contract.js';
import { SqlitePrivateStore } from './sqlite-private-store.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
  file = join(folder, 'private.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const onDisk = (): Buffer => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

privateStoreContract('a SQLite file', async () => ({
  open: () => Promise.resolve(new SqlitePrivateStore(file)),
  remove: () => undefined,
}));

describe('a SQLite file as a private store', () => {
  it('has a key on disk before it hands it out', async () => {
    const store = new SqlitePrivateStore(file);
    const key = (await store.ensure(['case-1'])).get('case-1')!;
    const other = new Database(file, { readonly: true });
    expect(other.prepare('select key from sealing_key').pluck().all()).toEqual([Buffer.from(key)]);
    other.close();
    await store.close();
  });

  it('writes the keys that are asked for in one turn with one commit', async () => {
    const store = new SqlitePrivateStore(file);
    const watcher = new Database(file, { readonly: true });
    const changes = () => watcher.pragma('data_version', { simple: true });
    const before = changes();
    const asked = Array.from({ length: 64 }, (_, index) => store.ensure([`case-${index}`]));
    for (const one of asked) {
      await one;
      expect(watcher.prepare('select count(*) from sealing_key').pluck().get()).toBe(64);
    }
    expect(changes()).not.toBe(before);
    watcher.close();
    await store.close();
  });

  it('destroys a key, a name and a label so that no byte of them stays on disk', async () => {
    const store = new SqlitePrivateStore(file);
    const key = (await store.ensure(['case-1'])).get('case-1')!;
    await store.namePerson('p1', 'Kirsten Kimer');
    await store.keepContacts(new Map([['p1', { address: 'kirsten@kimer.dk' }]]));
    await store.labelSeat('s1', 'Fagforening Nord');
    expect(onDisk().includes('Kirsten Kimer')).toBe(true);
    await store.eraseKey('case-1');
    await store.erasePerson('p1');
    await store.eraseSeatLabel('s1');
    for (const gone of [Buffer.from(key), 'Kirsten Kimer', 'kirsten@kimer.dk', 'Fagforening Nord'])
      expect(onDisk().includes(gone)).toBe(false);
    await store.close();
  });

  it('is for its owner only', async () => {
    const store = new SqlitePrivateStore(file);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it.each([
    [1, 'drop table contact; drop table document'],
    [2, 'drop table contact'],
  ])('goes on with a file of version %i as it was', async (version, lacking) => {
    const before = new SqlitePrivateStore(file);
    const key = (await before.ensure(['case-1'])).get('case-1')!;
    await before.namePerson('p1', 'Kirsten Kimer');
    await before.close();
    const older = new Database(file);
    older.exec(`${lacking}; pragma user_version = ${version}`);
    older.close();
    for (let start = 1; start <= 2; start++) {
      const store = new SqlitePrivateStore(file);
      expect((await store.find(['case-1'])).get('case-1')).toEqual(Buffer.from(key));
      expect((await store.people(['p1'])).get('p1')!.name).toBe('Kirsten Kimer');
      await store.keepContacts(new Map([['p1', { notices: 'none' }]]));
      await store.keepDocument('d1', { mediaType: 'text/plain', fileName: null, extract: {} }, Buffer.from('x'));
      await store.close();
    }
  });

  it.each([
    ['damaged', async () => writeFileSync(file, 'x'.repeat(5000))],
    [
      'of another program',
      async () => {
        const other = new Database(file);
        other.exec('create table t (a)');
        other.close();
      },
    ],
    [
      'newer',
      async () => {
        await new SqlitePrivateStore(file).close();
        const newer = new Database(file);
        newer.pragma('user_version = 99');
        newer.close();
      },
    ],
  ])('refuses a file that is %s, and leaves it as it is', async (_what, make) => {
    await make();
    const before = readFileSync(file);
    expect(() => new SqlitePrivateStore(file)).toThrow(Unusable);
    expect(readFileSync(file)).toEqual(before);
  });
});
