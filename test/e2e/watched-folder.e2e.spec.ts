import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfOf } from '@rettidig/documents/testing';
import { clientOf } from '../support/client.js';
import { readLog, verified } from '../support/data-files.js';
import { billionLaughs } from '../support/hostile-files.js';
import { fixture } from '../support/imports.js';
import { refusedStart, startServer, temporaryFolder, type RunningServer } from '../support/server.js';
import { waitFor } from '../support/wait.js';

/** The service looks every five seconds, and takes what it saw unchanged twice. */
const WITHIN_MS = 30_000;
const READ = 'indlaest';
const REFUSED = 'afvist';

const onDay = (day: string): string => fixture('agendas/sbsys.xml').toString('utf8').replace('3. juni 2026', day);

describe('a watched folder', () => {
  const data = temporaryFolder();
  const agendas = temporaryFolder();
  let server: RunningServer;
  beforeAll(async () => {
    // Some lies there before the service starts, and some that it must refuse before what it can read.
    put('a-entiteter.xml', billionLaughs());
    put('b-juni.xml', onDay('3. juni 2026'));
    put('c-vrøvl.xml', '<?xml version="1.0"?><faktura/>');
    put('d-uden-tekst.pdf', pdfOf([[]]));
    put('e-juli.xml', onDay('8. juli 2026'));
    mkdirSync(join(agendas.path, 'f-leverance'));
    put('f-leverance/dagsorden.xml', onDay('12. august 2026'));
    put('f-leverance/bilag 1.pdf', pdfOf([['Bilag']]));
    server = await started();
    await waitFor(() => waiting().length === 0, WITHIN_MS);
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(verified(data.path).problems).toEqual([]);
    data.remove();
    agendas.remove();
  });

  const started = () => startServer(data.path, { AGENDA_DIR: agendas.path });
  const put = (name: string, bytes: string | Buffer): void => writeFileSync(join(agendas.path, name), bytes);
  const lying = (folder = ''): string[] =>
    existsSync(join(agendas.path, folder)) ? readdirSync(join(agendas.path, folder)).sort() : [];
  const waiting = (): string[] => lying().filter((name) => name !== READ && name !== REFUSED);
  const received = (): number => readLog(data.path, `select id from events where type = 'DocumentReceived'`).length;
  const days = async (): Promise<string[]> => {
    const { status, body } = await clientOf(server.url, 'auditor').get('/political-agendas?limit=200');
    expect(status).toBe(200);
    return body.items.map(({ on }: { on: string }) => on).sort();
  };

  it('is read: agendas appear, also one that came as a folder with its papers', async () => {
    await waitFor(async () => (await days()).length === 3);
    expect(await days()).toEqual(['2026-06-03', '2026-07-08', '2026-08-12']);
    expect(lying(READ)).toEqual(['b-juni.xml', 'e-juli.xml', 'f-leverance']);
    expect(lying(`${READ}/f-leverance`)).toEqual(['bilag 1.pdf', 'dagsorden.xml']);
    const { body } = await clientOf(server.url, 'auditor').get('/imports?from=folder&status=committed');
    expect(body.total).toBe(3);
  });

  it('what was refused is set aside with the reason in both languages, and the next one is read', () => {
    const refused = ['a-entiteter.xml', 'c-vrøvl.xml', 'd-uden-tekst.pdf'];
    expect(lying(REFUSED)).toEqual(refused.flatMap((name) => [name, `${name}.aarsag.txt`]));
    const reasons = refused.map((name) =>
      readFileSync(join(agendas.path, REFUSED, `${name}.aarsag.txt`), 'utf8')
        .trim()
        .split('\n\n'),
    );
    expect(reasons.map(([danish]) => danish)).toEqual([
      expect.stringMatching(/DOCTYPE eller egne entiteter/),
      expect.stringMatching(/ikke en dagsorden fra SBSYS, eDoc eller Acadre/),
      expect.stringMatching(/scannet og har ingen tekst/),
    ]);
    expect(reasons.map(([, english]) => english)).toEqual([
      expect.stringMatching(/DOCTYPE or entities/),
      expect.stringMatching(/no agenda of SBSYS, eDoc or Acadre/),
      expect.stringMatching(/scanned and has no text/),
    ]);
    expect(reasons.every(({ length }) => length === 2)).toBe(true);
  });

  it('a file that grows is left alone until it has stopped, also over a restart; the same file again changes nothing', async () => {
    const before = received();
    const whole = onDay('9. september 2026');
    const name = 'g-september.xml';
    const middle = whole.indexOf('<Dagsordenpunkter>');
    put(name, whole.slice(0, middle));
    // It grows between any two looks, until another file that came later was read: so it was looked at.
    put('h-juni-igen.xml', onDay('3. juni 2026'));
    await waitFor(() => {
      appendFileSync(join(agendas.path, name), ' ');
      return lying(READ).includes('h-juni-igen.xml');
    }, WITHIN_MS);
    expect(waiting()).toEqual([name]);
    expect(received()).toBe(before);

    await server.kill();
    appendFileSync(join(agendas.path, name), whole.slice(middle));
    server = await started();
    await waitFor(async () => (await days()).includes('2026-09-09'), WITHIN_MS);
    await waitFor(() => lying(READ).includes(name));
    expect(received()).toBe(before + 1);
    expect(readLog(data.path, `select id from events where type = 'PoliticalAgendaImported'`)).toHaveLength(4);
  });

  it('that is not there stops the start', async () => {
    const { code, output } = await refusedStart(join(data.path, 'another'), { AGENDA_DIR: join(data.path, 'nowhere') });
    expect(code).toBe(78);
    expect(output).toMatch(/AGENDA_DIR=.*nowhere kan ikke bruges[\s\S]*AGENDA_DIR=.*nowhere cannot be used/);
  });
});
