import { writeTable } from '@rettidig/documents';
import { idOf } from '@rettidig/event-sourcing';
import { Office, type Body } from './office.js';

const IMPORTS = '/structure-imports';
const UNITS = 'enhedsnummer;navn;overenhed;gyldig fra;gyldig til og med;efterfølgere';
const COMMITTEES =
  'udvalgsnummer;navn;niveau;art;dækker enheder (numre, komma);overudvalg;gyldig fra;gyldig til og med';
const SEATS = 'pladsnummer;udvalgsnummer;side;hverv;repræsentantart;repræsenterer;gyldig fra';
const CONTACTS = 'person-nummer;navn;mailadresse;sprog';
const HOLDERS = 'pladsnummer;person-nummer;navn;fra;til og med';

const file = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;
/** As a Danish Excel saves CSV unless told otherwise; every letter of these files is in Latin-1. */
const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');
const withBom = (text: string): Buffer => Buffer.from(`\ufeff${text}`);
const spreadsheet = (text: string): Promise<Buffer> =>
  writeTable(
    text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';')),
    'xlsx',
  );

describe('a structure from files', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ demo: false });
  });
  afterAll(() => office.close());
  const preview = (id: string, choices: object = {}): Promise<Body> => office.say(`${IMPORTS}/${id}/preview`, choices);
  const commit = (id: string, choices: object = {}, as?: string): Promise<Body> =>
    office.say(`${IMPORTS}/${id}/commit`, choices, as);

  const units = file(
    UNITS,
    '1;Forvaltningen;;2025-01-01;;',
    '2;Område Sø;1;01-01-2025;;',
    '3;Hjemmet Ærø;2;1.1.2025;;',
  );

  it('is the same whatever the file is saved as, and recorded once', async () => {
    const saved = [Buffer.from(units), withBom(units), windows1252(units), await spreadsheet(units)];
    const previews: Body[] = [];
    for (const bytes of saved) {
      const { id } = await office.upload(IMPORTS, bytes);
      previews.push({ id, ...(await preview(id)) });
    }
    for (const shown of previews)
      expect(shown).toMatchObject({ httpStatus: 200, canCommit: true, preview: previews[0]!.preview });
    expect(previews[0]!.preview.changes[2].sentence).toBe(
      'Enheden 3 Hjemmet Ærø oprettes under 2 Område Sø fra 01.01.2025.',
    );
    const before = await office.get('/structure');
    expect(before.units).toEqual([]);

    expect(await commit(previews[0]!.id, {})).toMatchObject({ httpStatus: 200, unchanged: false });
    const { units: tree } = await office.get('/structure?validOn=2025-06-01');
    expect(JSON.stringify(tree)).toContain('Hjemmet Ærø');
    for (const { id } of previews)
      expect(await commit(id)).toMatchObject({ httpStatus: 200, unchanged: true, facts: 0 });
    const facts = await office.facts();
    for (const { id } of previews) expect(await commit(id)).toMatchObject({ httpStatus: 200, unchanged: true });
    expect(await office.facts()).toBe(facts);
  });

  it('goes on with committees, seats and holders; names and unions stay outside the log', async () => {
    const committees = file(
      COMMITTEES,
      'H;HovedMED;hoved;HovedMED;1;;2025-01-01;',
      'L;LokalMED Sø;lokal;LokalMED;2;H;2025-01-01;',
    );
    const seats = file(
      SEATS,
      'P1;H;ledelse;formand;leder;;2025-01-01',
      'P2;H;medarbejdere;næstformand;FTR;Ørneforeningen;2025-01-01',
    );
    const holders = file(HOLDERS, 'P1;M1;Ågot Prøvensen;2025-01-01;', 'P2;M2;Ib Eksempel;2025-01-01;2026-05-31');
    for (const text of [committees, seats, holders]) {
      const { id } = await office.upload(IMPORTS, windows1252(text));
      expect(await preview(id)).toMatchObject({ preview: { badRowCount: 0 }, obstacle: null });
      expect(await commit(id)).toMatchObject({ unchanged: false });
      expect(await commit(id)).toMatchObject({ unchanged: true });
    }
    const committee = await office.get(`/committees/${idOf('committee', 'H')}?validOn=2026-01-01`);
    expect(JSON.stringify(committee)).toMatch(/Ågot Prøvensen[^]*Ørneforeningen|Ørneforeningen[^]*Ågot Prøvensen/);
    for (const secret of ['Ågot', 'Prøvensen', 'Eksempel', 'Ørneforeningen'])
      expect(office.log().includes(Buffer.from(secret))).toBe(false);
  });

  it('states mail addresses by the hundred, outside the log, each once', async () => {
    const lines = Array.from({ length: 300 }, (_none, at) => `M${at + 1};;nr${at + 1}@eksempel.dk;`);
    const { id } = await office.upload(IMPORTS, file(CONTACTS, ...lines));
    const shown = await preview(id);
    expect(shown).toMatchObject({ canCommit: true, preview: { changesByKind: { ContactStated: 300 } } });
    // Two of them hold seats.
    expect(shown.preview.notes.length).toBe(200);
    const before = await office.facts();
    expect(await commit(id, {}, 'manager')).toMatchObject({ httpStatus: 403 });
    expect(await commit(id)).toMatchObject({ httpStatus: 200, facts: 0, unchanged: false });
    expect(await commit(id)).toMatchObject({ httpStatus: 200, unchanged: true });
    expect(await office.get(`/people/${idOf('person', 'M2')}/contact`)).toMatchObject({ address: 'nr2@eksempel.dk' });
    expect(office.log().includes(Buffer.from('@eksempel.dk'))).toBe(false);
    // That the document came and was carried out is all that the log says of it.
    expect((await office.facts()) - before).toBe(1);
    const { id: other } = await office.upload(IMPORTS, file(CONTACTS, 'M2;;ny@eksempel.dk;'));
    expect(await commit(other)).toMatchObject({ httpStatus: 409, code: 'import.conflicts' });
    expect(await commit(other, { otherwise: 'update' })).toMatchObject({ httpStatus: 200, unchanged: false });
    expect(await office.get(`/people/${idOf('person', 'M2')}/contact`)).toMatchObject({ address: 'ny@eksempel.dk' });
  });

  it('stops at bad rows and at conflicts until somebody decides, and then does what was decided', async () => {
    const { id } = await office.upload(
      IMPORTS,
      file(UNITS, '3;Hjemmet Nord;2;2026-01-01;;', '4;Syd;9;2026-01-01;;', '5;Vest;1;2026-01-01;;'),
    );
    const shown = await preview(id);
    expect(shown).toMatchObject({ canCommit: false, obstacle: { code: 'import.bad-rows' } });
    expect(shown.preview.badRows).toMatchObject([{ row: 3, column: 'overenhed', code: 'row.not-found' }]);
    expect(shown.preview.conflicts).toMatchObject([
      { row: 2, field: 'name', inRegister: 'Hjemmet Ærø', updatable: true },
    ]);
    expect(await commit(id)).toMatchObject({ httpStatus: 409, code: 'import.bad-rows' });
    expect(await commit(id, { badRows: 'skip' })).toMatchObject({ httpStatus: 409, code: 'import.conflicts' });
    const choices = { badRows: 'skip', conflicts: [{ row: 2, choice: 'update', from: '2026-02-01' }] };
    expect(await preview(id, choices)).toMatchObject({
      canCommit: true,
      preview: { changesByKind: { UnitRenamed: 1, UnitEstablished: 1 } },
    });
    expect(await commit(id, choices)).toMatchObject({ httpStatus: 200, unchanged: false });
    const onDay = async (day: string) => JSON.stringify((await office.get(`/structure?validOn=${day}`)).units);
    expect(await onDay('2026-01-31')).toContain('Hjemmet Ærø');
    expect(await onDay('2026-02-01')).toContain('Hjemmet Nord');
    expect(await commit(id, choices)).toMatchObject({ unchanged: true });
  });

  it('says again what somebody took back in between', async () => {
    const again = file(UNITS, '5;Vest;1;2026-01-01;;', '2;Område Ø;1;2026-03-01;;');
    const { id } = await office.upload(IMPORTS, again);
    const correct = (name: string) =>
      office.say('/structure-corrections', {
        ...{ what: 'unitName', id: idOf('unit', '2'), from: '2026-03-01', isNow: { name } },
        reason: 'Navnet stod forkert i filen',
      });
    expect(await commit(id, { otherwise: 'update' })).toMatchObject({ unchanged: false });
    await correct('Område Sø');
    expect(await commit(id, { otherwise: 'update' })).toMatchObject({ unchanged: false });
    expect(JSON.stringify(await office.get('/structure?validOn=2026-03-01'))).toContain('Område Ø');
  });

  it('takes a large file in parts, and all of it shows at once', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => `N${at};Enhed ${at};1;2026-01-01;;`);
    const { id } = await office.upload(IMPORTS, file(UNITS, ...many));
    expect((await preview(id)).preview).toMatchObject({ changeCount: 1200, changesByKind: { UnitEstablished: 1200 } });
    const { done } = await commit(id);
    expect(done.map(({ command }: Body) => command)).toEqual([
      ...['ImportStructureChunk', 'ImportStructureChunk', 'ImportStructureChunk', 'CloseStructureImport'],
    ]);
    expect(await office.get('/units?limit=1&validOn=2026-01-01')).toMatchObject({ total: 1204 });
  });

  it('is for the secretariat, and for tables only', async () => {
    for (const persona of ['manager', 'chair', 'employeeRep', 'admin'])
      expect(await office.upload(IMPORTS, units, persona)).toMatchObject({ httpStatus: 403 });
    expect(await office.upload(IMPORTS, 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n')).toMatchObject({
      httpStatus: 422,
    });
    const { id } = await office.upload(IMPORTS, 'a;b\r\n1;2\r\n');
    expect(await preview(id)).toMatchObject({ preview: { table: null }, obstacle: { code: 'import.table-unknown' } });
  });
});

describe('the structure of the demo', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ demo: true });
  }, 60_000);
  afterAll(() => office.close());

  it('is recognised by its names', async () => {
    const { items } = await office.get('/committees?limit=1&level=main');
    const { name, validity } = items[0];
    const line = `X1;${name};hoved;HovedMED;${items[0].covers?.[0]?.unitId ?? items[0].covers?.[0]};;${validity?.from ?? items[0].validFrom};`;
    const { id } = await office.upload(IMPORTS, file(COMMITTEES, line));
    const shown = await office.say(`${IMPORTS}/${id}/preview`, {});
    expect(shown.preview.matchedByName).toMatchObject([{ row: 2, name, id: items[0].committeeId }]);
  });
});
