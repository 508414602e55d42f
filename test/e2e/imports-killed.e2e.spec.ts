import { clientOf } from '../support/client.js';
import { eventCount, readLog, verified } from '../support/data-files.js';
import { addedSince, fixture, importOf, typesIn, unitsTable, type FileToImport } from '../support/imports.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';
import { waitFor } from '../support/wait.js';

/** Units in the file: thirteen chunks, some hundred milliseconds of work for the service. */
const UNITS = 6001;
const CHUNKS = 13;

describe('kill -9 in the middle of a commit', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  beforeAll(async () => (server = await startServer(folder.path)));
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(verified(folder.path).problems).toEqual([]);
    folder.remove();
  });

  const recorded = () => typesIn(folder.path);
  const ofType = (...types: readonly string[]): number =>
    readLog<{ count: number }>(
      folder.path,
      'select count(*) as count from events where type in (select value from json_each(?))',
      JSON.stringify(types),
    )[0]!.count;

  /** Commits, and ends the service as soon as the log shows so much; whether the commit was answered before. */
  async function commitUntil(file: FileToImport, id: string, enough: () => boolean): Promise<boolean> {
    let answered = false;
    const committing = importOf(server.url, file)
      .commit(id)
      .then(() => (answered = true))
      .catch(() => undefined);
    await waitFor(enough, 30_000);
    await server.kill();
    await committing;
    server = await startServer(folder.path);
    return answered;
  }

  describe('of a structure in thirteen chunks', () => {
    const file = { path: '/structure-imports', bytes: unitsTable(UNITS), type: 'text/csv' };
    let id: string;
    let before: Readonly<Record<string, number>>;
    let unitsBefore: number;
    const units = async (): Promise<number> =>
      (await clientOf(server.url, 'auditor').get('/units?limit=1')).body.total as number;

    beforeAll(async () => {
      unitsBefore = await units();
      id = (await importOf(server.url, file).upload()).body.id;
      before = recorded();
    });

    it.each([1, 6, 12])('with %i chunks in the log: nothing of it shows', async (chunks) => {
      const answered = await commitUntil(file, id, () => ofType('StructureImportChunk') >= chunks);
      expect(answered).toBe(false);
      expect(ofType('StructureImported')).toBe(0);
      expect(ofType('StructureImportChunk')).toBeGreaterThanOrEqual(chunks);
      expect(await units()).toBe(unitsBefore);
      const search = await clientOf(server.url, 'auditor').get(`/units?text=${encodeURIComponent('E nr. 17')}`);
      expect(JSON.stringify(search.body)).not.toContain('E nr. 17');
      const shown = await importOf(server.url, file).shown(id);
      expect(shown.body).toMatchObject({ import: { status: 'received', facts: 0 }, canCommit: true });
      expect(shown.body.preview.changeCount).toBe(UNITS);
    });

    it('completes it once when it is committed again', async () => {
      expect(await importOf(server.url, file).commit(id)).toMatchObject({ status: 200, body: { unchanged: false } });
      const added = { ImportBegun: 1, StructureImportChunk: CHUNKS, StructureImported: 1, ImportCommitted: 1 };
      expect(addedSince(before, recorded())).toEqual(added);
      expect(await importOf(server.url, file).commit(id)).toMatchObject({ body: { facts: 0, unchanged: true } });
      expect(addedSince(before, recorded())).toEqual(added);
      expect(await units()).toBe(unitsBefore + UNITS);
    });
  });

  it('of a structure between its end and the note that it was committed: the note comes with the next commit', async () => {
    const file = { path: '/structure-imports', bytes: unitsTable(500, 'F'), type: 'text/csv' };
    const { id } = (await importOf(server.url, file).upload()).body;
    const before = recorded();
    const closed = (before.StructureImported ?? 0) + 1;
    await commitUntil(file, id, () => ofType('StructureImported') >= closed);
    expect((await importOf(server.url, file).commit(id)).status).toBe(200);
    expect((await importOf(server.url, file).shown(id)).body.import.status).toBe('committed');
    expect(addedSince(before, recorded())).toEqual({
      ImportBegun: 1,
      StructureImportChunk: 1,
      StructureImported: 1,
      ImportCommitted: 1,
    });
  });

  describe('of minutes, between their steps', () => {
    let file: FileToImport;
    let id: string;
    let before: Readonly<Record<string, number>>;
    let start: number;

    beforeAll(async () => {
      const { body } = await clientOf(server.url, 'secretariat').get('/committees?level=local');
      file = {
        ...{ path: '/minutes-imports', bytes: fixture('minutes/01-letterhead-and-markdown.txt'), type: 'text/plain' },
        choices: {
          committeeId: body.items[0].committeeId,
          otherCommitteeConfirmed: true,
          createMissing: true,
          heldOn: '2026-05-19',
        },
      };
      id = (await importOf(server.url, file).upload()).body.id;
      before = recorded();
      start = total();
    });

    const total = (): number => eventCount(folder.path);

    it.each([1, 9, 15])('with %i events in the log', async (events) => {
      await commitUntil(file, id, () => total() >= start + events);
      expect(total()).toBeGreaterThanOrEqual(start + events);
      expect(await importOf(server.url, file).preview(id)).toMatchObject({ status: 200, body: { canCommit: true } });
    });

    it('are completed once when they are committed again, as if nothing had happened', async () => {
      expect((await importOf(server.url, file).commit(id)).status).toBe(200);
      expect((await importOf(server.url, file).shown(id)).body.import.status).toBe('committed');
      const added = addedSince(before, recorded());
      expect(added).toEqual(await uninterrupted());
      expect(await importOf(server.url, file).commit(id)).toMatchObject({ body: { facts: 0, unchanged: true } });
      expect(addedSince(before, recorded())).toEqual(added);
    });

    /** What the same commit adds where nobody disturbs it. */
    async function uninterrupted(): Promise<Readonly<Record<string, number>>> {
      const another = temporaryFolder();
      const calm = await startServer(another.path);
      try {
        const one = importOf(calm.url, file);
        expect((await one.upload()).body.id).toBe(id);
        const start = typesIn(another.path);
        expect((await one.commit(id)).status).toBe(200);
        return addedSince(start, typesIn(another.path));
      } finally {
        await calm.stop();
        another.remove();
      }
    }
  });
});
