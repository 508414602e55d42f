import { docxOf, pdfOf, xlsxOf } from '@rettidig/documents/testing';
import { clientOf } from '../support/client.js';
import { readLog, verified } from '../support/data-files.js';
import { addedSince, calendar, fixture, importOf, typesIn, unitsTable, type FileToImport } from '../support/imports.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

const TEXT = 'text/plain';
const CSV = 'text/csv';
const linesOf = (path: string): string[] => fixture(path).toString('utf8').split('\n');

describe('importing over HTTP', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  /** A committee without seats, of the demo. */
  let local: string;
  beforeAll(async () => {
    server = await startServer(folder.path);
    const { body } = await clientOf(server.url, 'secretariat').get('/committees?level=local');
    local = body.items[0].committeeId;
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(verified(folder.path).problems).toEqual([]);
    folder.remove();
  });

  const recorded = () => recordedByPeople(folder.path);
  const minutesOf = (bytes: Buffer<ArrayBuffer>, type: string, heldOn: string): FileToImport => ({
    ...{ path: '/minutes-imports', bytes, type },
    choices: { committeeId: local, otherCommitteeConfirmed: true, createMissing: true, heldOn },
  });

  /** Uploads, looks, commits, commits again; answers what the first commit recorded. */
  async function throughAllSteps(file: FileToImport) {
    const one = importOf(server.url, file);
    const before = recorded();
    const { status, body: received } = await one.upload();
    expect({ status, received }).toMatchObject({ status: 200, received: { alreadyCommitted: false } });
    expect(addedSince(before, recorded())).toEqual({ DocumentReceived: 1 });

    const preview = await one.preview(received.id);
    expect(preview).toMatchObject({ status: 200, body: { obstacle: null, canCommit: true } });
    expect((await one.shown(received.id)).status).toBe(200);
    expect(addedSince(before, recorded())).toEqual({ DocumentReceived: 1 });

    const committed = await one.commit(received.id);
    expect(committed).toMatchObject({ status: 200, body: { unchanged: false } });
    const after = recorded();
    const added = addedSince(before, after);
    expect(committed.body.facts).toBe(factsOf(added));
    expect(added.ImportCommitted).toBe(1);

    expect(await one.commit(received.id)).toMatchObject({ status: 200, body: { facts: 0, unchanged: true } });
    expect((await one.upload()).body).toMatchObject({ id: received.id, alreadyCommitted: true });
    expect(await one.commit(received.id)).toMatchObject({ status: 200, body: { facts: 0, unchanged: true } });
    expect((await one.shown(received.id)).body.import).toMatchObject({ status: 'committed' });
    expect(addedSince(after, recorded())).toEqual({});
    return { added, position: committed.body.position as string };
  }

  it.each<[string, () => Promise<FileToImport> | FileToImport, string]>([
    [
      'minutes as text',
      () => minutesOf(fixture('minutes/01-letterhead-and-markdown.txt'), TEXT, '2026-05-19'),
      'MinutesImported',
    ],
    [
      'minutes as a Word file',
      () =>
        minutesOf(
          Buffer.from(docxOf(linesOf('minutes/02-running-text.txt'))),
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          '2026-05-20',
        ),
      'MinutesImported',
    ],
    [
      'minutes as a PDF',
      () =>
        minutesOf(
          Buffer.from(pdfOf([linesOf('minutes/05-two-sides.txt').slice(0, 50)])),
          'application/pdf',
          '2026-05-21',
        ),
      'MinutesImported',
    ],
    ['units as CSV', () => ({ path: '/structure-imports', bytes: unitsTable(30), type: CSV }), 'StructureImported'],
    [
      'units as a spreadsheet',
      async () => ({
        path: '/structure-imports',
        bytes: Buffer.from(
          await xlsxOf([
            ['enhedsnummer', 'navn', 'overenhed', 'gyldig fra'],
            ['X1', 'Xenia', null, new Date('2020-01-01')],
          ]),
        ),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
      'StructureImported',
    ],
    [
      'the agenda of a political body as XML',
      () => ({ path: '/political-agenda-imports', bytes: fixture('agendas/sbsys.xml'), type: 'application/xml' }),
      'PoliticalAgendaImported',
    ],
    [
      'a plan of meetings as a calendar',
      () => ({ path: '/meeting-plan-imports', bytes: calendar(), type: 'text/calendar' }),
      'MeetingScheduled',
    ],
  ])('%s: looked at without recording, recorded once, unchanged after that', async (_what, file, type) => {
    const { added } = await throughAllSteps(await file());
    expect(added).toMatchObject({ [type]: 1 });
  });

  it.each([
    '03-punkt-med-indstilling',
    '04-without-participants',
    '06-ad-punkter',
    '07-pages-and-hyphens',
    '09-cells-over-lines',
    '10-sides-and-table-agenda',
    '11-minutes-in-a-table',
    '12-initials-and-presenters',
    '13-ad-numbers-alone',
  ])('minutes in the layout %s are recorded once', async (name) => {
    const day = `2026-07-${name.slice(0, 2)}`;
    const { added } = await throughAllSteps(minutesOf(fixture(`minutes/${name}.txt`), TEXT, day));
    expect(added).toMatchObject({ MeetingScheduled: 1 });
  });

  describe('several at once', () => {
    it('send the same file: it is one import, received once', async () => {
      const before = recorded();
      const file = { path: '/structure-imports', bytes: unitsTable(20, 'S'), type: CSV };
      const answers = await Promise.all(Array.from({ length: 4 }, () => importOf(server.url, file).upload()));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(addedSince(before, recorded())).toEqual({ DocumentReceived: 1 });
    });

    it.each<[string, () => FileToImport]>([
      ['a structure', () => ({ path: '/structure-imports', bytes: unitsTable(1200, 'T'), type: CSV })],
      ['minutes', () => minutesOf(fixture('minutes/08-columns-swapped.txt'), TEXT, '2026-06-10')],
      [
        'an agenda',
        () => ({ path: '/political-agenda-imports', bytes: fixture('agendas/acadre.xml'), type: 'application/xml' }),
      ],
    ])('commit %s: it is recorded once', async (_what, file) => {
      const one = importOf(server.url, file());
      const { id } = (await one.upload()).body;
      const before = recorded();
      const answers = await Promise.all([one.commit(id), one.commit(id), one.commit(id)]);
      // Whoever came second is told that it is done, or to look again; never that something broke.
      for (const { status } of answers) expect([200, 409]).toContain(status);
      expect(answers.some(({ status }) => status === 200)).toBe(true);
      const after = recorded();
      const repeated = await one.commit(id);
      expect(repeated).toMatchObject({ status: 200, body: { facts: 0, unchanged: true } });
      expect(recorded()).toEqual(after);
      // A plan may come back to what it was: the meeting that it aimed at was held, and the discussion goes on.
      const told = readLog(folder.path, "select type, stream, data from events where type <> 'ReviewsPlanned'");
      expect(twice(told)).toEqual([]);
      const facts = factsOf(addedSince(before, after));
      expect((await one.shown(id)).body.import).toMatchObject({ status: 'committed', facts });
    });
  });
});

/** What the service concludes from an agenda comes a moment after it, and is no part of the import. */
function recordedByPeople(dataDir: string): Readonly<Record<string, number>> {
  const { UnregisteredChangeSuspected: _concluded, ...types } = typesIn(dataDir);
  return types;
}

/** How many of some events are no notes on the import itself. */
function factsOf(added: Readonly<Record<string, number>>): number {
  const { DocumentReceived: _received, ImportBegun: _begun, ImportCommitted: _committed, ...facts } = added;
  return Object.values(facts).reduce((sum, count) => sum + count, 0);
}

/** Events that say the same thing about the same thing twice. */
const twice = (events: readonly unknown[]): string[] => {
  const seen = new Set<string>();
  return events.map((event) => JSON.stringify(event)).filter((event) => seen.size === seen.add(event).size);
};
