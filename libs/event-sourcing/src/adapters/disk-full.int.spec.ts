import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TryLater } from '../errors.js';
import { NO_STREAM } from '../event-store.js';
import { START } from '../event.js';
import { someEvent, someEvents } from '../testing/index.js';
import { openLog, type LogDatabase } from './log-file.js';
import { OwnerLock } from './owner-lock.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { verifyLog } from './verify-log.js';

let folder: string;
let file: string;
let database: LogDatabase;
let store: SqliteEventStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-'));
  file = join(folder, 'events.db');
  const lock = OwnerLock.take(file);
  database = openLog(file);
  store = new SqliteEventStore(database, lock);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** The disk has room for so many more pages of the log. */
function leaveRoomFor(pages: number): void {
  const used = database.pragma('page_count', { simple: true }) as number;
  database.pragma(`max_page_count = ${used + pages}`);
}

const LONG = 'x'.repeat(20_000);

describe('a full disk', () => {
  it('refuses with "try later", leaves no half of a write, and takes the same events once there is room', async () => {
    await store.append('thing-1', NO_STREAM, someEvents('before', 2));
    leaveRoomFor(3);

    const events = [someEvent('a', { text: LONG }), someEvent('b', { text: LONG })];
    const refused = store.append('thing-1', 1, events);
    await expect(refused).rejects.toBeInstanceOf(TryLater);
    await expect(refused).rejects.toMatchObject({ code: 'store.disk-full', retryAfterSeconds: 30 });
    expect(await store.readStream('thing-1')).toHaveLength(2);
    expect(await store.countAfter(START)).toBe(2);
    expect(verifyLog(file)).toMatchObject({ events: 2, problems: [] });

    leaveRoomFor(1000);
    const appended = await store.append('thing-1', 1, events);
    expect(appended.revision).toBe(3);
    expect(appended.position).toBe(await store.head());
    expect(verifyLog(file)).toMatchObject({ events: 4, problems: [] });
  });

  it('refuses all of a group together, and subscribers never see any of them', async () => {
    const abort = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const batch of store.subscribe({ after: START }, abort.signal)) {
        seen.push(...batch.map((event) => event.stream));
        if (seen.includes('thing-after')) abort.abort();
      }
    })();
    leaveRoomFor(20);
    const group = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => store.append(`thing-${n}`, NO_STREAM, [someEvent(`${n}`, { text: LONG })])),
    );
    for (const member of group) {
      expect(member).toMatchObject({ status: 'rejected', reason: { code: 'store.disk-full' } });
    }
    leaveRoomFor(1000);
    await store.append('thing-after', NO_STREAM, someEvents('after', 1));
    await following;
    expect(seen).toEqual(['thing-after']);
  });

  it('still answers what it holds, and refuses what does not fit anywhere', async () => {
    await store.append('thing-1', NO_STREAM, someEvents('before', 2));
    leaveRoomFor(0);
    for (let n = 0; n < 5; n += 1) {
      await expect(
        store.append(`thing-${n + 2}`, NO_STREAM, [someEvent(`${n}`, { text: LONG })]),
      ).rejects.toMatchObject({
        code: 'store.disk-full',
      });
    }
    expect(await store.readAll({ after: START })).toHaveLength(2);
    leaveRoomFor(1000);
  });
});
