import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NO_STREAM } from '../event-store.js';
import { START } from '../event.js';
import { placeOf, savePlace, someEvent, someEvents } from '../testing/index.js';
import { backup, type BackupProgress } from './backup.js';
import { restore } from './restore.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder: string;
let data: string;
let target: string;
let store: SqliteEventStore;
let keys: Database.Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  data = join(folder, 'data');
  target = join(folder, 'copies', 'monday');
  store = SqliteEventStore.open(join(data, 'events.db'));
  await store.append('thing-1', NO_STREAM, someEvents('a', 3));
  await savePlace(store, 'mirror', await store.head());
  keys = new Database(join(data, 'private.db'));
  keys.pragma('journal_mode = wal');
  keys.exec(`create table keys (scope text primary key); insert into keys values ('thing-1')`);
});
afterEach(async () => {
  await store.close();
  keys.close();
  rmSync(folder, { recursive: true });
});

const refusal = (code: string): object => expect.objectContaining({ code }) as object;

describe('a backup', () => {
  it('is taken while the store is in use, and a restore of it is the same log', async () => {
    const manifest = await backup(data, target);
    expect(manifest).toMatchObject({ head: await store.head(), events: 3, streams: 1 });
    expect(readdirSync(target).sort()).toEqual(['events.db', 'manifest.json', 'private.db']);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['monday']);

    await store.append('thing-1', 2, someEvents('later', 1));
    expect(await restore(target, join(folder, 'restored'))).toEqual(manifest);
    const restored = SqliteEventStore.open(join(folder, 'restored', 'events.db'));
    expect(await restored.readStream('thing-1')).toEqual((await store.readStream('thing-1')).slice(0, 3));
    expect(await placeOf(restored, 'mirror')).toBe(manifest.head);
    await restored.append('thing-1', 2, someEvents('other', 1));
    await restored.close();
    const restoredKeys = new Database(join(folder, 'restored', 'private.db'), { readonly: true });
    expect(restoredKeys.prepare('select scope from keys').pluck().all()).toEqual(['thing-1']);
    restoredKeys.close();
  });

  it('holds a state of the log that was, with a key for each of its streams, while many append', async () => {
    let writing = true;
    const write = async (writer: number): Promise<number> => {
      let written = 0;
      while (writing) {
        const stream = `thing-${writer}x${written}`;
        keys.prepare('insert into keys values (?)').run(stream);
        await store.append(stream, NO_STREAM, [someEvent(stream, { text: 'x'.repeat(2000) })]);
        written += 1;
      }
      return written;
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    while ((await store.countAfter(START)) < 2000) await new Promise(setImmediate);
    const progress: BackupProgress[] = [];
    const manifest = await backup(data, target, (step) => progress.push(step));
    writing = false;
    await Promise.all(writers);

    expect(manifest.events).toBeGreaterThanOrEqual(2000);
    expect(progress.some(({ file, done, total }) => file === 'events.db' && done < total)).toBe(true);
    const copy = new Database(join(target, 'events.db'), { readonly: true });
    const streams = copy.prepare('select distinct stream from events').pluck().all() as string[];
    copy.close();
    const copiedKeys = new Database(join(target, 'private.db'), { readonly: true });
    const scopes = new Set(copiedKeys.prepare('select scope from keys').pluck().all());
    copiedKeys.close();
    expect(streams.filter((stream) => !scopes.has(stream))).toEqual([]);
  });

  it('is refused into a folder that holds something', async () => {
    mkdirSync(target, { recursive: true });
    await backup(data, target);
    await expect(backup(data, target)).rejects.toEqual(refusal('backup.target-taken'));
  });

  it('is refused of a folder without a log, or with half of the files', async () => {
    await expect(backup(join(folder, 'nowhere'), target)).rejects.toEqual(refusal('backup.nothing-there'));
    keys.close();
    rmSync(join(data, 'private.db'));
    await expect(backup(data, target)).rejects.toEqual(refusal('backup.nothing-there'));
    expect(existsSync(target)).toBe(false);
  });

  it('is refused of a log that is not sound, and leaves nothing behind', async () => {
    await store.close();
    const database = new Database(join(data, 'events.db'));
    database.exec(`drop trigger events_are_never_changed; update events set data = '{' where position = 2`);
    database.close();
    await expect(backup(data, target)).rejects.toEqual(refusal('store.damaged-file'));
    expect(readdirSync(join(folder, 'copies'))).toEqual([]);
  });
});

describe('a restore', () => {
  const restored = (): string => join(folder, 'restored');
  beforeEach(() => backup(data, target));

  it('is refused where a running process owns the folder', async () => {
    await expect(restore(target, data)).rejects.toEqual(refusal('store.owned-elsewhere'));
  });

  it.each(['events.db', 'private.db', 'views.db', 'outbox'])('is refused where %s lies', async (name) => {
    mkdirSync(restored());
    writeFileSync(join(restored(), name), '');
    await expect(restore(target, restored())).rejects.toEqual(refusal('restore.folder-holds-data'));
    expect(readdirSync(restored()).sort()).toEqual([name, 'events.db.lock'].sort());
  });

  it('is refused of a backup with a changed file', async () => {
    appendFileSync(join(target, 'private.db'), 'x');
    await expect(restore(target, restored())).rejects.toEqual(refusal('backup.damaged'));
    expect(existsSync(restored())).toBe(false);
  });

  it.each([
    ['is missing', undefined],
    ['is not JSON', '{'],
    ['is null', 'null'],
    ['lists nothing', '{"format":1,"files":[null,null]}'],
    ['is of a newer format', '{"format":2,"files":[{"name":"events.db"},{"name":"private.db"}]}'],
    ['names other files', '{"format":1,"files":[{"name":"../../etc/passwd"},{"name":"private.db"}]}'],
  ])('is refused of a folder whose manifest %s', async (_case, text) => {
    rmSync(join(target, 'manifest.json'));
    if (text !== undefined) writeFileSync(join(target, 'manifest.json'), text);
    await expect(restore(target, restored())).rejects.toEqual(refusal('backup.not-a-backup'));
    expect(existsSync(restored())).toBe(false);
  });

  it('goes into a folder that only a lock and parts of a broken restore lie in', async () => {
    mkdirSync(restored());
    writeFileSync(join(restored(), 'events.db.lock'), '');
    writeFileSync(join(restored(), 'events.db.part'), 'half');
    await restore(target, restored());
    expect(readdirSync(restored()).sort()).toEqual(['events.db', 'events.db.lock', 'private.db']);
  });
});
