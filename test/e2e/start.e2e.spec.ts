import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { burstOf } from '../support/burst.js';
import { clientOf } from '../support/client.js';
import { eventCount, verified } from '../support/data-files.js';
import { refusedStart, startServer, temporaryFolder } from '../support/server.js';
import { WORKER } from '../support/shared-process.js';
import { waitFor } from '../support/wait.js';

/** What only a person can put right. */
const UNUSABLE = 78;
/** Of SQLite, in bytes. */
const PAGE = 4096;

describe('the start of the service', () => {
  const root = temporaryFolder();
  /** A stopped service's data, copied for each test. */
  const sound = join(root.path, 'sound');
  let copies = 0;

  beforeAll(async () => {
    const server = await startServer(sound);
    await server.stop();
  }, 120_000);
  afterAll(() => root.remove());

  function copy(): string {
    const folder = join(root.path, `copy-${++copies}`);
    cpSync(sound, folder, { recursive: true });
    return folder;
  }

  const fileIn = (folder: string) => (name: string) => join(folder, name);

  /** Expects a refusal that a person can act upon: both languages, the file or the variable, no stack trace. */
  async function refused(folder: string, words: readonly RegExp[], environment: Record<string, string> = {}) {
    const { code, output } = await refusedStart(folder, environment);
    expect({ code, output }).toEqual({ code: UNUSABLE, output: expect.any(String) });
    for (const word of words) expect(output).toMatch(word);
    expect(output).not.toMatch(/\n\s+at /);
    const paragraphs = output.trim().split('\n\n').slice(-2);
    for (const paragraph of paragraphs) expect(paragraph).not.toMatch(/\n\s+at |Error:/);
    expect(paragraphs).toHaveLength(2);
    return output;
  }

  describe('is refused with a sentence in Danish and English', () => {
    it.each(['the middle', 'the beginning'])('when %s of the log was overwritten', async (where) => {
      const folder = copy();
      const log = fileIn(folder)('events.db');
      overwrite(log, where === 'the middle' ? Math.floor(statSync(log).size / 2) : 0);
      await refused(folder, [/events\.db er beskadiget/, /events\.db is damaged/, /npm run restore/]);
    });

    it('when the log was cut short', async () => {
      const folder = copy();
      const log = fileIn(folder)('events.db');
      cutTo(log, Math.floor(statSync(log).size / 2));
      await refused(folder, [/events\.db er beskadiget/, /events\.db is damaged/]);
    });

    it('when the log was written by a newer release, and leaves it as it is', async () => {
      const folder = copy();
      withDatabase(fileIn(folder)('events.db'), (database) => database.pragma('user_version = 99'));
      const before = statSync(fileIn(folder)('events.db')).size;
      await refused(folder, [/nyere udgave \(format 99/, /newer release \(format 99/]);
      expect(statSync(fileIn(folder)('events.db')).size).toBe(before);
    });

    it('when the log is the database of another program, and leaves it as it is', async () => {
      const folder = copy();
      rmSync(fileIn(folder)('events.db'));
      withDatabase(fileIn(folder)('events.db'), (database) => database.exec('create table recipes (name text)'));
      await refused(folder, [/ikke en hændelseslog fra Rettidig/, /not an event log of Rettidig/]);
      withDatabase(fileIn(folder)('events.db'), (database) =>
        expect(database.prepare('select name from sqlite_schema').pluck().all()).toEqual(['recipes']),
      );
    });

    it('when the keys were lost or are somebody else’s', async () => {
      const lost = copy();
      rmSync(fileIn(lost)('private.db'));
      await refused(lost, [/private\.db har ingen nøgler/, /private\.db has no keys/]);
      const foreign = copy();
      rmSync(fileIn(foreign)('private.db'));
      withDatabase(fileIn(foreign)('private.db'), (database) => database.exec('create table recipes (name text)'));
      await refused(foreign, [/ikke et privat lager/, /not a private store/]);
      const damaged = copy();
      overwrite(fileIn(damaged)('private.db'), 0);
      await refused(damaged, [/private\.db er beskadiget/, /private\.db is damaged/]);
    });

    it('when an older log was put beside newer views, and leaves both as they are', async () => {
      const folder = copy();
      const server = await startServer(folder);
      await clientOf(server.url, 'secretariat').post('/changes', { title: 'Ny sag', kind: 'other' });
      await server.stop();
      copyFileSync(fileIn(sound)('events.db'), fileIn(folder)('events.db'));
      await refused(folder, [/[Ll]oggen er ældre|mangler hændelser/, /log is older|lacks events/]);
    });

    it('when the data folder is a file, or cannot be made', async () => {
      await refused(fileIn(sound)('events.db'), [/Ret DATA_DIR/, /Correct DATA_DIR/]);
      await refused('/proc/nowhere', [/Ret DATA_DIR/, /Correct DATA_DIR/]);
    });

    it('when settings are wrong: all of them are told at once, and nothing is made', async () => {
      const folder = join(root.path, 'never-made');
      const settings = { PORT: '70000', DEMO: 'yes', LOG_LEVEL: 'loud', HOST: 'not a host' };
      const output = await refused(
        folder,
        [/PORT=70000/, /et tal fra 0 til 65535/, /a number from 0 to 65535/],
        settings,
      );
      for (const [name, value] of Object.entries(settings)) expect(output).toContain(`${name}=${value}`);
      expect(existsSync(folder)).toBe(false);
    });

    it('when something is asked for that this version does not have', async () => {
      const folder = join(root.path, 'never-made');
      const later = { OIDC_ISSUER: 'https://x' };
      const output = await refused(folder, [/denne version kan ikke bruge/, /this version cannot use/], later);
      for (const name of Object.keys(later)) expect(output).toContain(`Fjern ${name}`);
      expect(existsSync(folder)).toBe(false);
    });

    it('when only some of the shared engines are named, or wrongly, and shows no password', async () => {
      const folder = join(root.path, 'never-made');
      const some = { EVENTSTORE_URL: 'esdb://localhost:2113?tls=false', PRIVATE_STORE_URL: 'mysql://med:hunter2@db/x' };
      const words = [/men ikke REDIS_URL/, /but not REDIS_URL/, /PRIVATE_STORE_URL=mysql:\/\/\*\*\*@db/];
      expect(await refused(folder, words, some)).not.toContain('hunter2');
      expect(existsSync(folder)).toBe(false);
    });

    it('when it is a worker and there is nothing to share', async () => {
      const folder = join(root.path, 'never-made');
      const { code, output } = await refusedStart(folder, {}, WORKER);
      expect(code).toBe(UNUSABLE);
      expect(output).toMatch(/Der er ingen fælles dele at arbejde på/);
      expect(output).toMatch(/There are no shared engines to work on/);
      expect(existsSync(folder)).toBe(false);
    });
  });

  describe('beside a running service', () => {
    it('is refused on the same data folder and on the same port, and the first goes on serving', async () => {
      const folder = copy();
      const first = await startServer(folder);
      try {
        await refused(folder, [/allerede i brug af en kørende Rettidig/, /already in use by a running Rettidig/]);
        const { port } = new URL(first.url);
        await refused(copy(), [/Der kan ikke lyttes på/, /Cannot listen on/, /PORT=\d+ npm start/], { PORT: port });
        const registered = await clientOf(first.url, 'manager').post('/changes', { title: 'Ny sag', kind: 'other' });
        expect(registered.status).toBe(201);
      } finally {
        expect(await first.stop()).toBe(0);
      }
      expect(verified(folder).problems).toEqual([]);
    }, 60_000);
  });

  it.each(['damaged', 'lost', 'foreign'])('makes views that are %s anew by itself', async (what) => {
    const folder = copy();
    const views = fileIn(folder)('views.db');
    const before = await totalAfterStart(sound);
    if (what === 'damaged') overwrite(views, 0);
    else rmSync(views);
    if (what === 'foreign') withDatabase(views, (database) => database.exec('create table recipes (name text)'));
    expect(await totalAfterStart(folder)).toBe(before);
    expect(before).toBe(6);
  });

  it('makes views anew whose middle was overwritten, at the latest with the start after the damage showed', async () => {
    const folder = copy();
    const views = fileIn(folder)('views.db');
    for (let at = 3 * PAGE; at < statSync(views).size; at += PAGE) overwrite(views, at + 100, 3000);
    const server = await startServer(folder);
    const shown = await clientOf(server.url, 'auditor').get('/missed-reviews');
    expect([200, 503]).toContain(shown.status);
    await server.stop();
    expect(await totalAfterStart(folder)).toBe(6);
  });

  async function totalAfterStart(folder: string): Promise<number> {
    const server = await startServer(folder);
    try {
      return (await clientOf(server.url, 'auditor').get('/missed-reviews')).body.total;
    } finally {
      expect(await server.stop()).toBe(0);
    }
  }

  it('starts empty with DEMO=false, and a demo asked for later does not come to data that is there', async () => {
    const folder = join(root.path, 'empty');
    const empty = await startServer(folder, { DEMO: 'false' });
    const auditor = clientOf(empty.url, 'auditor');
    expect((await auditor.get('/changes')).body).toMatchObject({ items: [], total: 0 });
    expect((await auditor.get('/missed-reviews')).body.total).toBe(0);
    const own = await clientOf(empty.url, 'manager').post('/changes', { title: 'Vores egen', kind: 'other' });
    expect(own.status).toBe(201);
    expect(await empty.stop()).toBe(0);

    const again = await startServer(folder);
    const { body } = await clientOf(again.url, 'auditor').get('/changes');
    expect(body.items.map((item: { title: string }) => item.title)).toEqual(['Vores egen']);
    expect(await again.stop()).toBe(0);
  });

  it('keeps the data at the second start, and plays no demo into it', async () => {
    const folder = join(root.path, 'twice');
    const first = await startServer(folder);
    const before = (await clientOf(first.url, 'auditor').get('/changes')).body;
    await first.stop();
    const events = eventCount(folder);
    const second = await startServer(folder);
    expect((await clientOf(second.url, 'auditor').get('/changes')).body).toEqual(before);
    expect(await second.stop()).toBe(0);
    expect(eventCount(folder)).toBe(events);
    expect(readdirSync(folder).filter((name) => name.startsWith('.demo-'))).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops on %s within ten seconds while requests are on their way, and has all it acknowledged',
    async (signal) => {
      const folder = copy();
      const server = await startServer(folder);
      const burst = burstOf(server.url, 'secretariat');
      const acknowledged: string[] = [];
      const sent = Array.from({ length: 300 }, async (_, n) => {
        const answer = await burst.post('/changes', `stopping-${signal}-${n}`, { title: `Sag ${n}`, kind: 'other' });
        expect([201, 503]).toContain(answer.status);
        if (answer.status === 201) acknowledged.push(answer.body.id);
      });
      const settled = Promise.allSettled(sent);
      await waitFor(() => acknowledged.length > 0);
      const stopping = await timed(() => {
        const exited = new Promise<number | null>((resolve) => server.process.once('exit', resolve));
        server.process.kill(signal);
        return exited;
      });
      await settled;
      burst.close();
      expect(stopping.value).toBe(0);
      expect(stopping.ms).toBeLessThan(10_000);
      expect(verified(folder).problems).toEqual([]);

      const again = await startServer(folder);
      const { body } = await clientOf(again.url, 'auditor').get(`/changes?limit=1`);
      expect(body.total).toBeGreaterThanOrEqual(acknowledged.length);
      for (const id of acknowledged) {
        expect((await clientOf(again.url, 'auditor').get(`/changes/${id}`)).status).toBe(200);
      }
      await again.stop();
    },
    60_000,
  );
});

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun };
}

function overwrite(file: string, at: number, bytes = 20_000): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(Math.min(bytes, statSync(file).size - at), 'not a page '), 0, undefined, at);
  closeSync(opened);
}

function cutTo(file: string, bytes: number): void {
  const opened = openSync(file, 'r+');
  ftruncateSync(opened, bytes);
  closeSync(opened);
}

function withDatabase(file: string, work: (database: Database.Database) => void): void {
  const database = new Database(file);
  try {
    work(database);
  } finally {
    database.close();
  }
}
