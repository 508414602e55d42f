import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Unusable } from '../errors.js';
import { SqlitePrivateStore } from './sqlite-private-store.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
  file = join(folder, 'private.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const onDisk = (): Buffer => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describe('the private store', () => {
  it('makes each key once and keeps it', async () => {
    const store = new SqlitePrivateStore(file);
    const [one, again] = await Promise.all([store.ensure(['case-1']), store.ensure(['case-1', 'case-2'])]);
    expect(one.get('case-1')).toHaveLength(32);
    expect(again.get('case-1')).toEqual(one.get('case-1'));
    expect(again.get('case-2')).not.toEqual(one.get('case-1'));
    store.close();
    const reopened = new SqlitePrivateStore(file);
    expect((await reopened.find(['case-1', 'case-3'])).get('case-1')).toEqual(one.get('case-1'));
    expect((await reopened.find(['case-3'])).size).toBe(0);
    reopened.close();
  });

  it('has a key on disk before it hands it out', async () => {
    const store = new SqlitePrivateStore(file);
    const key = (await store.ensure(['case-1'])).get('case-1')!;
    const other = new Database(file, { readonly: true });
    expect(other.prepare('select key from sealing_key').pluck().all()).toEqual([Buffer.from(key)]);
    other.close();
    store.close();
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
    store.close();
  });

  it('destroys a key, a name and a label so that no byte of them stays on disk', async () => {
    const store = new SqlitePrivateStore(file);
    const key = (await store.ensure(['case-1'])).get('case-1')!;
    await store.namePerson('p1', 'Kirsten Kimer');
    await store.labelSeat('s1', 'Fagforening Nord');
    expect(onDisk().includes('Kirsten Kimer')).toBe(true);
    await store.eraseKey('case-1');
    await store.erasePerson('p1');
    await store.eraseSeatLabel('s1');
    for (const gone of [Buffer.from(key), 'Kirsten Kimer', 'Fagforening Nord'])
      expect(onDisk().includes(gone)).toBe(false);
    expect((await store.find(['case-1'])).size).toBe(0);
    expect((await store.people(['p1', 's1'])).size).toBe(0);
    expect((await store.ensure(['case-1'])).get('case-1')).not.toEqual(key);
    store.close();
  });

  it('gives names of people and labels of seats by id, the latest one', async () => {
    const store = new SqlitePrivateStore(file);
    await store.namePerson('p1', 'Old');
    await store.namePerson('p1', 'New');
    await store.labelSeat('s1', 'Kreds 3');
    const people = await store.people(['p1', 's1', 'unknown', 'p1']);
    expect([...people]).toEqual([
      ['p1', { name: 'New' }],
      ['s1', { name: 'Kreds 3' }],
    ]);
    store.close();
  });

  it('is for its owner only', () => {
    const store = new SqlitePrivateStore(file);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    store.close();
  });

  it('says whether it has keys yet', async () => {
    const store = new SqlitePrivateStore(file);
    expect(store.hasNoKeys()).toBe(true);
    await store.ensure(['case-1']);
    expect(store.hasNoKeys()).toBe(false);
    store.close();
  });

  it.each([
    ['damaged', () => writeFileSync(file, 'x'.repeat(5000))],
    [
      'of another program',
      () => {
        const other = new Database(file);
        other.exec('create table t (a)');
        other.close();
      },
    ],
    [
      'newer',
      () => {
        new SqlitePrivateStore(file).close();
        const newer = new Database(file);
        newer.pragma('user_version = 99');
        newer.close();
      },
    ],
  ])('refuses a file that is %s, and leaves it as it is', (_what, make) => {
    make();
    const before = readFileSync(file);
    expect(() => new SqlitePrivateStore(file)).toThrow(Unusable);
    expect(readFileSync(file)).toEqual(before);
  });
});
