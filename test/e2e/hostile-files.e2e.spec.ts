import { clientOf } from '../support/client.js';
import { eventCount, readLog, verified } from '../support/data-files.js';
import * as files from '../support/hostile-files.js';
import { calendar, fixture, unitsTable } from '../support/imports.js';
import { forgetPeak, memoryOf } from '../support/memory.js';
import { sendMegabytes } from '../support/megabytes.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

type Bytes = Buffer<ArrayBuffer>;
/** What a file is refused with: when it is sent, or when it is to be committed. */
type Refusal = readonly [when: 'sent' | 'committed', status: number, code: string];
type Case = readonly [what: string, type: string, bytes: () => Bytes | Promise<Bytes>, refusal: Refusal];

const MINUTES = '/minutes-imports';
const STRUCTURE = '/structure-imports';
const AGENDA = '/political-agenda-imports';
const PLAN = '/meeting-plan-imports';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TEXT = 'text/plain';
const CSV = 'text/csv';
const HEADINGS = 'enhedsnummer;navn;overenhed;gyldig fra';
const minutes = (): string => fixture('minutes/08-columns-swapped.txt').toString('utf8');
const text = (content: string) => (): Bytes => Buffer.from(content);
const rows = (...lines: readonly string[]) => text([HEADINGS, ...lines].join('\n'));
const sent = (status: number, code: string): Refusal => ['sent', status, code];
const committed = (status: number, code: string): Refusal => ['committed', status, code];

describe('files of somebody who means harm, or of nobody who means anything', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  beforeAll(async () => (server = await startServer(folder.path)));
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(verified(folder.path).problems).toEqual([]);
    folder.remove();
  });
  // Whatever came, the service is there for the next one at once.
  afterEach(async () => {
    const ready = await fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(1000) });
    expect(ready.status).toBe(200);
  });

  const client = () => clientOf(server.url, 'secretariat');
  const written = (): number =>
    eventCount(folder.path) -
    readLog<{ count: number }>(folder.path, `select count(*) as count from events where type = 'DocumentReceived'`)[0]!
      .count;

  /** Refused in both languages with this status and code, and nothing is recorded but that a document came. */
  async function expectRefused(path: string, [, type, bytes, [when, status, code]]: Case, choices: object = {}) {
    const file = await bytes();
    const before = { written: written(), events: eventCount(folder.path) };
    const sentences: string[] = [];
    const { id, obstacle } = when === 'sent' ? ({} as Taken) : await taken(path, file, type, choices);
    for (const language of ['da', 'en']) {
      const headers = { 'Accept-Language': language };
      const answer = id
        ? await client().post(`${path}/${id}/commit`, choices, headers)
        : await client().upload(path, file, type, headers);
      expect({ code: answer.body.code, status: answer.status }).toEqual({ code, status });
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.body.detail).toMatch(/\S \S/);
      expect(answer.body.detail).not.toMatch(/[{}]|undefined|\[object|…/);
      sentences.push(answer.body.detail as string);
    }
    expect(sentences[0]).not.toBe(sentences[1]);
    // What the preview says stands in the way is what the commit refuses.
    if (obstacle) expect(sentences[0]).toBe(obstacle);
    expect(written()).toBe(before.written);
    if (when === 'sent') expect(eventCount(folder.path)).toBe(before.events);
  }

  interface Taken {
    readonly id?: string;
    readonly obstacle?: string;
  }

  /** A file that can be read, with something in the way of its commit; the preview says so. */
  async function taken(path: string, file: Bytes, type: string, choices: object): Promise<Taken> {
    const { status, body } = await client().upload(path, file, type);
    expect({ status, body }).toMatchObject({ status: 200 });
    const preview = await client().post(`${path}/${body.id}/preview`, choices);
    expect(preview).toMatchObject({ status: 200, body: { canCommit: false } });
    return { id: body.id, obstacle: preview.body.obstacle.sentence };
  }

  describe.each<[string, readonly Case[]]>([
    [
      MINUTES,
      [
        ['a Word file that is a bomb', DOCX, files.docxBomb, sent(422, 'document.zip-bomb')],
        ['a bomb that says it is small', DOCX, files.docxLyingBomb, sent(422, 'document.zip-bomb')],
        ['a PDF without text', 'application/pdf', files.scannedPdf, sent(422, 'document.pdf-has-no-text')],
        ['half a PDF', 'application/pdf', files.damagedPdf, sent(422, 'document.damaged')],
        ['a file with a password', DOCX, files.encryptedOffice, sent(422, 'document.is-encrypted')],
        ['nothing', TEXT, text(''), sent(400, 'file.missing')],
        ['blank lines', TEXT, text(' \n\n\t\r\n'), sent(422, 'document.empty')],
        ['a byte order mark alone', TEXT, () => Buffer.from('efbbbf', 'hex'), sent(422, 'document.empty')],
        ['NUL bytes', TEXT, () => Buffer.alloc(5000), sent(422, 'document.not-readable')],
        ['a calendar', 'text/calendar', calendar, sent(422, 'import.format-not-accepted')],
        ['a calendar called text', TEXT, calendar, sent(422, 'import.format-not-accepted')],
        ['a table', CSV, () => unitsTable(3), sent(422, 'import.format-not-accepted')],
        ['JSON', 'application/json', text('{"heldOn":"2026-05-19"}'), sent(415, 'content-type.not-a-file')],
        ['a web page', 'text/html', text('<!DOCTYPE html><html><body>Referat'), sent(422, 'document.is-html')],
        ['a picture', 'image/png', () => Buffer.from('89504e470d0a1a0a00', 'hex'), sent(422, 'document.is-image')],
        ['a letter', TEXT, text('Kære alle\n\nTak for i går.\n'), committed(422, 'minutes.nothing-read')],
        [
          'minutes of a day to come',
          TEXT,
          () => Buffer.from(minutes().replaceAll('2026', '2036')),
          committed(422, 'minutes.in-the-future'),
        ],
        [
          'a hundred thousand lines',
          TEXT,
          text('Snak og mere snak.\n'.repeat(100_000)),
          committed(422, 'minutes.nothing-read'),
        ],
        ['one line of 5 MB', TEXT, text('snak '.repeat(1_000_000)), committed(422, 'minutes.nothing-read')],
      ],
    ],
    [
      STRUCTURE,
      [
        ['a spreadsheet that is a bomb', XLSX, () => files.xlsxBomb(), sent(422, 'document.zip-bomb')],
        ['a spreadsheet that lies about its size', XLSX, files.xlsxLyingBomb, sent(422, 'document.zip-bomb')],
        [
          'rows divided by another sign than the headings',
          CSV,
          rows('1,Øst,,2020-01-01'),
          sent(422, 'document.csv-delimiter-unknown'),
        ],
        ['no delimiter', CSV, text('enhedsnummer navn overenhed\n1 Øst 2\n'), committed(422, 'import.table-unknown')],
        ['a quotation mark that is never closed', CSV, rows('1;"Øst;;2020-01-01'), sent(422, 'document.csv-quotes')],
        ['more rows than are read', CSV, () => unitsTable(100_001), sent(422, 'document.too-many-rows')],
        [
          '2 000 columns',
          CSV,
          text(`${Array.from({ length: 2000 }, (_, n) => `kolonne ${n}`).join(';')}\n${'x;'.repeat(1999)}x\n`),
          committed(422, 'import.table-unknown'),
        ],
        [
          'columns named like what every object has',
          CSV,
          text('__proto__;constructor\n1;2\n'),
          committed(422, 'import.table-unknown'),
        ],
        ['a row twice', CSV, rows('1;Øst;;2020-01-01', '1;Vest;;2020-01-01'), committed(409, 'import.bad-rows')],
        ['an XML file', 'application/xml', () => fixture('agendas/sbsys.xml'), sent(422, 'import.format-not-accepted')],
        ['headings alone', CSV, text(`${HEADINGS}\n`), committed(422, 'import.no-rows')],
      ],
    ],
    [
      AGENDA,
      [
        ['a billion laughs', 'application/xml', files.billionLaughs, sent(422, 'document.xml-doctype')],
        ['a file of the machine', 'application/xml', files.externalEntity, sent(422, 'document.xml-doctype')],
        ['a document type from elsewhere', 'application/xml', files.plainDoctype, sent(422, 'document.xml-doctype')],
        [
          'XML that breaks off',
          'application/xml',
          text('<?xml version="1.0"?><Dagsorden><M'),
          sent(422, 'document.xml-malformed'),
        ],
        [
          'XML of something else',
          'application/xml',
          text('<?xml version="1.0"?><faktura/>'),
          committed(422, 'agenda-import.not-recognised'),
        ],
        [
          '50 000 items',
          'application/xml',
          () => files.sbsysWith(50_000),
          committed(422, 'agenda-import.too-many-items'),
        ],
        ['a calendar', 'text/calendar', calendar, sent(422, 'import.format-not-accepted')],
      ],
    ],
    [
      PLAN,
      [
        ['minutes', DOCX, () => files.docxWithMacros(['Referat']), sent(422, 'import.format-not-accepted')],
        [
          'a calendar that breaks off',
          'text/calendar',
          text('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTST'),
          sent(422, 'document.damaged'),
        ],
        ['headings of something else', CSV, () => unitsTable(3), committed(422, 'import.plan-unknown')],
      ],
    ],
  ])('refused at %s', (path, cases) => {
    it.each(cases)('%s', (...one) => expectRefused(path, one));
  });

  it('minutes of another committee than the one that is chosen', async () => {
    const { body } = await client().get('/committees?level=local');
    const choices = { committeeId: body.items[0].committeeId };
    const file: Case = ['', TEXT, () => Buffer.from(minutes()), committed(409, 'minutes.another-committee')];
    await expectRefused(MINUTES, file, choices);
  });

  it('a file sent to a route that takes JSON', async () => {
    const answer = await client().upload('/changes', Buffer.from(minutes()), TEXT);
    expect(answer).toMatchObject({ status: 415, body: { code: 'content-type.unsupported' } });
  });

  describe('taken as what they are', () => {
    it.each<[string, Bytes, string[]]>([
      ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${HEADINGS}\nB1;Østerbro;;2020-01-01`), []],
      ['UTF-16', Buffer.from(`\ufeff${HEADINGS}\nB2;Østerbro;;2020-01-01`, 'utf16le'), []],
      [
        'Windows-1252, which is said',
        Buffer.from(`${HEADINGS}\nB3;Østerbro;;2020-01-01`, 'latin1'),
        ['document.read-as-windows-1252'],
      ],
    ])('%s', async (_what, file, warnings) => {
      const { status, body } = await client().upload(STRUCTURE, file, CSV);
      expect({ status, codes: body.warnings.map(({ code }: { code: string }) => code) }).toEqual({
        status: 200,
        codes: warnings,
      });
      const { preview } = (await client().get(`${STRUCTURE}/${body.id}`)).body;
      expect(preview).toMatchObject({ badRowCount: 0, changeCount: 1 });
      expect(preview.changes[0].sentence).toContain('Østerbro');
    });

    it('macros are not run, and it is said that they are there', async () => {
      const file = files.docxWithMacros(minutes().split('\n'));
      const { status, body } = await client().upload(MINUTES, file, DOCX);
      expect(status).toBe(200);
      expect(body.warnings).toMatchObject([{ code: 'document.macros-ignored' }]);
    });

    it('a text that looks like a formula is a text; a formula is a bad row, by its number and column', async () => {
      const file = await files.xlsxFile([
        HEADINGS.split(';'),
        ['C1', { formula: '1+1', result: 'Beregnet' }, null, '2020-01-01'],
        ['C2', '=HYPERLINK("http://evil.example")', null, '2020-01-01'],
      ]);
      const { id } = (await client().upload(STRUCTURE, file, XLSX)).body;
      const { preview, obstacle } = (await client().get(`${STRUCTURE}/${id}`)).body;
      expect(obstacle.code).toBe('import.bad-rows');
      expect(preview.badRows).toMatchObject([{ row: 2, column: 'navn', code: 'row.formula' }]);
      expect((await client().post(`${STRUCTURE}/${id}/commit`, { badRows: 'skip' })).status).toBe(200);
      const { body } = await client().get('/units?limit=200');
      const names = body.items.map(({ name }: { name: string }) => name);
      expect(names).toContain('=HYPERLINK("http://evil.example")');
      expect(names).not.toContain('Beregnet');
    });

    it('names that every object has are names like others', async () => {
      const file = Buffer.from(`${HEADINGS}\n__proto__;constructor;;2020-01-01\ntoString;valueOf;__proto__;2020-01-01`);
      const { id } = (await client().upload(STRUCTURE, file, CSV)).body;
      const { body } = await client().get(`${STRUCTURE}/${id}`);
      expect(body).toMatchObject({ canCommit: true, preview: { badRowCount: 0, changeCount: 2 } });
      expect((await client().post(`${STRUCTURE}/${id}/commit`, {})).status).toBe(200);
    });

    it.each<[string, string, string | null]>([
      ['with folders', 'attachment; filename="../../etc/passwd.csv"', 'passwd.csv'],
      ['with folders of Windows', String.raw`attachment; filename="C:\\Users\\a.csv"`, 'a.csv'],
      ['with folders and control characters hidden', `attachment; filename*=UTF-8''..%2F%00%0D%0Aa%1B.csv`, 'a.csv'],
      ['of 500 characters', `attachment; filename="${'x'.repeat(500)}.csv"`, 'x'.repeat(200)],
      ['that cannot be decoded', `attachment; filename*=UTF-8''%ff%fe`, null],
    ])('a file name %s', async (what, disposition, name) => {
      const file = Buffer.from(`${HEADINGS}\nD1;${what};;2020-01-01`);
      const headers = { 'Content-Disposition': disposition };
      const { status, body } = await client().upload(STRUCTURE, file, CSV, headers);
      expect(status).toBe(200);
      expect((await client().get(`${STRUCTURE}/${body.id}`)).body.import.fileName).toBe(name);
    });
  });

  it.each([true, false])('200 MB, its length said: %s', async (said) => {
    const before = eventCount(folder.path);
    const { pid } = server.process;
    const standing = memoryOf(pid!, 'VmRSS');
    forgetPeak(pid!);
    const answer = await sendMegabytes(`${server.url}/api/v1${MINUTES}`, 200, said);
    expect(answer).toMatchObject({ status: 413, type: 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toMatchObject({ status: 413, code: 'body.too-large' });
    expect(memoryOf(pid!, 'VmHWM') - standing).toBeLessThan(150);
    expect(eventCount(folder.path)).toBe(before);
  });
});
