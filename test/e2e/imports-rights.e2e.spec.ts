import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf } from '@rettidig/documents/testing';
import { roles } from '@rettidig/access';
import { clientOf, type Answer } from '../support/client.js';
import { eventCount } from '../support/data-files.js';
import { calendar, fixture, importOf, unitsTable, type FileToImport } from '../support/imports.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

const MINUTES = 'minutes/01-letterhead-and-markdown';
const expected = JSON.parse(fixture(`${MINUTES}.json`).toString('utf8')) as {
  readonly caseOfficer: string;
  readonly roster: readonly { readonly name: string }[];
};
const names = [...expected.roster.map(({ name }) => name), expected.caseOfficer];

const secretariat = ['secretariat'];

describe('who may import, and where names go', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let minutes: FileToImport;
  beforeAll(async () => {
    server = await startServer(folder.path, { LOG_LEVEL: 'debug' });
    const { body } = await clientOf(server.url, 'secretariat').get('/committees?level=local');
    const choices = { committeeId: body.items[0].committeeId, otherCommitteeConfirmed: true, createMissing: true };
    const bytes = fixture(`${MINUTES}.txt`);
    minutes = { path: '/minutes-imports', bytes, type: 'text/plain', choices: { ...choices, heldOn: '2026-05-19' } };
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    folder.remove();
  });

  const files: readonly [string, () => FileToImport, readonly string[]][] = [
    ['minutes', () => minutes, secretariat],
    ['a structure', () => ({ path: '/structure-imports', bytes: unitsTable(3), type: 'text/csv' }), secretariat],
    [
      'a political agenda',
      () => ({ path: '/political-agenda-imports', bytes: fixture('agendas/sbsys.xml'), type: 'application/xml' }),
      secretariat,
    ],
    [
      'a plan of meetings',
      () => ({ path: '/meeting-plan-imports', bytes: calendar(), type: 'text/calendar' }),
      secretariat,
    ],
  ];

  describe.each(files)('%s', (_what, file, allowed) => {
    let id: string;
    beforeAll(async () => (id = (await importOf(server.url, file()).upload()).body.id));

    it.each(roles)('%s', async (role) => {
      const one = importOf(server.url, file(), role);
      const before = eventCount(folder.path);
      const answers = { upload: await one.upload(), shown: await one.shown(id), preview: await one.preview(id) };
      const refused: Record<string, Answer> = allowed.includes(role) ? {} : { commit: await one.commit(id) };
      for (const [what, answer] of Object.entries<Answer>({ ...answers, ...refused })) {
        expect({ what, status: answer.status }).toEqual({ what, status: allowed.includes(role) ? 200 : 403 });
        if (answer.status === 403) expect(namesIn(JSON.stringify(answer.body))).toEqual([]);
      }
      // The file was there already: nobody's sending it again is a fact.
      expect(eventCount(folder.path)).toBe(before);
      // That documents came, and what became of them, is for everybody; what stands in them is not.
      const list = await clientOf(server.url, role).get('/imports?limit=200');
      expect(list).toMatchObject({ status: 200 });
      expect(list.body.items.map((item: { id: string }) => item.id)).toContain(id);
      expect(namesIn(JSON.stringify(list.body))).toEqual([]);
    });
  });

  it('whoever may upload may not commit what is of another kind', async () => {
    const { id } = (await importOf(server.url, minutes).upload()).body;
    const asStructure = importOf(server.url, { ...minutes, path: '/structure-imports', choices: {} });
    expect(await asStructure.shown(id)).toMatchObject({ status: 404, body: { code: 'import.unknown' } });
    expect(await asStructure.commit(id)).toMatchObject({ status: 404, body: { code: 'import.unknown' } });
  });

  it('no name of committed minutes stands in the log or in what the service writes out', async () => {
    const docx: FileToImport = {
      ...minutes,
      bytes: Buffer.from(docxOf(minutes.bytes.toString('utf8').split('\n'))),
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    };
    for (const file of [minutes, docx]) {
      const one = importOf(server.url, file);
      const { id } = (await one.upload()).body;
      const shown = JSON.stringify((await one.preview(id)).body);
      // The secretary sees them: so the search for them elsewhere can find something.
      expect(namesIn(shown)).toEqual(expect.arrayContaining(expected.roster.map(({ name }) => name)));
      expect((await one.commit(id)).status).toBe(200);
    }
    const named = await clientOf(server.url, 'secretariat').get('/people?limit=200');
    if (named.status === 200) expect(namesIn(JSON.stringify(named.body)).length).toBeGreaterThan(0);

    for (const file of readdirSync(folder.path).filter((name) => name.startsWith('events.db'))) {
      expect({ file, names: namesIn(readFileSync(join(folder.path, file)).toString('utf8')) }).toEqual({
        file,
        names: [],
      });
    }
    expect(server.output()).toContain('/minutes-imports');
    expect(namesIn(server.output())).toEqual([]);
  });

  it('nor in what the register shows to those who may not see names', async () => {
    for (const role of ['manager', 'employee', 'auditor']) {
      const client = clientOf(server.url, role);
      const { body } = await client.get('/meetings?limit=200');
      const meetings = body.items as { meetingId: string; on: string }[];
      for (const { meetingId } of meetings.filter(({ on }) => on === '2026-05-19')) {
        expect(namesIn(JSON.stringify((await client.get(`/meetings/${meetingId}`)).body))).toEqual([]);
      }
      expect(meetings.some(({ on }) => on === '2026-05-19')).toBe(true);
      const breaches = await client.get('/breaches?limit=200');
      expect(namesIn(JSON.stringify(breaches.body))).toEqual([]);
    }
  });
});

/** Names of the minutes that stand in a text, whole or by the last part. */
const namesIn = (text: string): string[] =>
  names.filter((name) => {
    const last = name.split(' ').at(-1)!;
    return text.includes(name) || new RegExp(`(?<![\\p{L}\\p{N}])${last}(?![\\p{L}\\p{N}])`, 'u').test(text);
  });
