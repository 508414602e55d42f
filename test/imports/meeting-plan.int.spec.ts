import { writeTable } from '@rettidig/documents';
import { Office, type Body } from './office.js';

const IMPORTS = '/meeting-plan-imports';
const DAY = '20271015';

const calendar = (day: string, status = 'CONFIRMED'): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Eksempel//DA', 'BEGIN:VEVENT', 'UID:moede-1@eksempel.dk'],
    ...[
      'DTSTAMP:20270101T090000Z',
      `DTSTART;TZID=Europe/Copenhagen:${day}T100000`,
      `DTEND;TZID=Europe/Copenhagen:${day}T120000`,
    ],
    ...['SUMMARY:ForvaltningsMED møde', 'LOCATION:Lokale 2', `STATUS:${status}`, 'END:VEVENT'],
    ...[
      'BEGIN:VEVENT',
      'UID:frokost@eksempel.dk',
      'DTSTAMP:20270101T090000Z',
      'DTSTART;VALUE=DATE:20271020',
      'SUMMARY:Frokost',
      'END:VEVENT',
    ],
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

describe('a meeting plan from files', () => {
  let office: Office;
  let committeeId: string;
  beforeAll(async () => {
    office = await Office.open({ demo: false });
    committeeId = await office.establish('ForvaltningsMED');
  });
  afterAll(() => office.close());
  const preview = (id: string, choices: object = {}): Promise<Body> => office.say(`${IMPORTS}/${id}/preview`, choices);
  const commit = (id: string, choices: object = {}): Promise<Body> => office.say(`${IMPORTS}/${id}/commit`, choices);
  const meetings = async (): Promise<string[]> =>
    (await office.get('/meetings?limit=50')).items.map(({ on, status }: Body) => `${on} ${status}`).sort();

  it('schedules the meetings of a calendar, once; what is none is listed', async () => {
    const { id } = await office.upload(IMPORTS, calendar(DAY));
    expect(await preview(id)).toMatchObject({
      canCommit: true,
      preview: {
        outcomes: { schedule: 1 },
        entries: [{ row: 1, on: '2027-10-15', startsAt: '10:00', committee: 'ForvaltningsMED', outcome: 'schedule' }],
        notUnderstood: [{ row: 2, summary: 'Frokost' }],
      },
    });
    expect(await commit(id)).toMatchObject({ facts: 1, unchanged: false });
    expect(await commit(id)).toMatchObject({ facts: 0, unchanged: true });
    expect(await meetings()).toEqual(['2027-10-15 scheduled']);
  });

  it('moves and cancels them when the plan has changed and somebody says so', async () => {
    const moved = await office.upload(IMPORTS, calendar('20271022'));
    expect(await commit(moved.id)).toMatchObject({ httpStatus: 409, code: 'import.conflicts' });
    expect(await commit(moved.id, { otherwise: 'update' })).toMatchObject({ httpStatus: 200, facts: 1 });
    expect(await commit(moved.id, { otherwise: 'update' })).toMatchObject({ unchanged: true });
    expect(await meetings()).toEqual(['2027-10-22 scheduled']);
    const cancelled = await office.upload(IMPORTS, calendar('20271022', 'CANCELLED'));
    const [conflict] = (await preview(cancelled.id)).preview.conflicts;
    expect(conflict).toMatchObject({ inRegister: 'indkaldt 22.10.2027', inFile: 'aflyst 22.10.2027', updatable: true });
    const choices = { conflicts: [{ row: conflict.row, choice: 'update' }] };
    expect(await commit(cancelled.id, choices)).toMatchObject({ facts: 1 });
    expect(await meetings()).toEqual(['2027-10-22 cancelled']);
  });

  it('reads tables too, whatever they are saved as', async () => {
    const rows = [
      ['udvalg', 'dato', 'start', 'slut', 'sted', 'ekstraordinært'],
      ['ForvaltningsMED', '03-12-2027', '10.00', '12.00', 'Sølokalet', 'nej'],
    ];
    const text = `${rows.map((row) => row.join(';')).join('\r\n')}\r\n`;
    const saved = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'latin1'),
      await writeTable(rows, 'xlsx'),
    ];
    for (const bytes of saved)
      expect(await commit((await office.upload(IMPORTS, bytes)).id)).toMatchObject({ httpStatus: 200 });
    expect(await meetings()).toEqual(['2027-10-22 cancelled', '2027-12-03 scheduled']);
  });

  it('says what a later table has otherwise: another time, another place, another day', async () => {
    const plan = (...lines: string[]) => ['udvalg;dato;start;slut;sted', ...lines, ''].join('\r\n');
    const { id } = await office.upload(IMPORTS, plan('ForvaltningsMED;03-12-2027;13.00;15.00;Bjerglokalet'));
    const [differs] = (await preview(id)).preview.entries;
    expect(differs).toMatchObject({ outcome: 'differs', startsAt: '13:00', endsAt: '15:00', place: 'Bjerglokalet' });
    expect(differs.why).toContain(
      'Registeret har kl. 10:00–12:00, Sølokalet; planen har kl. 13:00–15:00, Bjerglokalet.',
    );
    const later = await office.upload(IMPORTS, plan('ForvaltningsMED;10-12-2027;10.00;12.00;Sølokalet'));
    const [missing] = (await preview(later.id)).preview.missing;
    expect(missing).toMatchObject({ on: '2027-12-03', choice: 'keep' });
    const choices = { missing: [{ meetingId: missing.meetingId, choice: 'moveTo', row: 2 }] };
    expect(await commit(later.id, choices)).toMatchObject({ httpStatus: 200, facts: 1 });
    expect(await commit(later.id, choices)).toMatchObject({ httpStatus: 200, unchanged: true });
    expect(await meetings()).toEqual(['2027-10-22 cancelled', '2027-12-10 scheduled']);
  });

  it('is for the secretariat, and for one committee when it is chosen', async () => {
    expect(await office.upload(IMPORTS, calendar(DAY), 'admin')).toMatchObject({ httpStatus: 403 });
    const { id } = await office.upload(IMPORTS, calendar('20271105').replaceAll('ForvaltningsMED møde', 'Møde'));
    expect(await preview(id)).toMatchObject({ obstacle: { code: 'import.no-meetings' } });
    expect((await preview(id, { committeeId })).preview).toMatchObject({ badRowCount: 0, notUnderstoodCount: 0 });
  });
});
