import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Office, type Body } from './office.js';

/** An invented set of minutes with a list of participants, a joint summary and demands. */
const invented = readFileSync(join(__dirname, '../fixtures/minutes/01-letterhead-and-markdown.txt'), 'utf8');
const IMPORTS = '/minutes-imports';

/** One whole row of the list is moved from the excused to the present, and an item is called more than before. */
const corrected = (() => {
  const row = 'Gerda Fynbo\tAfdelingsleder\tMusikskolen\n';
  return invented
    .replace(row, '')
    .replace('<b>Afbud</b>\t\t\n', `${row}<b>Afbud</b>\t\t\n`)
    .replaceAll('Ny åbningstid på hovedbiblioteket', 'Ny åbningstid på hovedbiblioteket og vagtplan');
})();

const MISSING = 'ingen deltagerliste: registrér fremmødet (POST /api/v1/meetings/';

describe('corrected minutes of a meeting that is recorded', () => {
  let office: Office;
  let id: string;
  let meetingId: string;
  beforeAll(async () => {
    office = await Office.open({ demo: false });
    await office.establish('ForvaltningsMED');
    const first = await office.upload(IMPORTS, invented);
    await office.say(`${IMPORTS}/${first.id}/commit`, { createMissing: true, seatsFrom: '2024-01-01' });
    ({ id } = await office.upload(IMPORTS, corrected));
    meetingId = (await office.get(`${IMPORTS}/${id}`)).preview.meeting.meetingId;
  });
  afterAll(() => office.close());
  const preview = async (choices: object = {}): Promise<Body> =>
    (await office.say(`${IMPORTS}/${id}/preview`, choices)).preview;
  const commit = (choices: object = {}): Promise<Body> => office.say(`${IMPORTS}/${id}/commit`, choices);

  it('say what the register has, what the file says, and what to do', async () => {
    const shown = await preview();
    expect(shown.attendance).toMatchObject({
      ...{ state: 'differs', present: 7, excused: 1, recordedPresent: 6, recordedExcused: 2 },
      differences: [{ recorded: 'excused', read: 'present', name: expect.stringContaining('Musikskolen') }],
    });
    expect(shown.items[1]).toMatchObject({ number: 2, state: 'differs', differences: ['wording'] });
    const steps = shown.steps.join('\n');
    expect(steps).toContain('(6 til stede, 2 afbud) end i filen (7 til stede, 1 afbud)');
    expect(steps).toContain('Gerda Fynbo: afbud i registret, til stede i filen.');
    expect(steps).toContain(
      `vælg attendance: replace, eller registrér fremmødet igen (POST /api/v1/meetings/${meetingId}`,
    );
    expect(steps).toContain(
      'hedder »Ny åbningstid på hovedbiblioteket« i registret og »Ny åbningstid på hovedbiblioteket og vagtplan« i filen',
    );
  });

  it('leave the register as it is and say so, without a name', async () => {
    const before = await office.get(`/meetings/${meetingId}`);
    const done = await commit();
    expect(done).toMatchObject({ httpStatus: 200, unchanged: true, facts: 0, differs: 2 });
    expect(done.remains.join(' ')).toContain('6 til stede, 2 afbud');
    expect(JSON.stringify(done)).not.toContain('Fynbo');
    expect((await office.get(`/meetings/${meetingId}`)).attendance).toEqual(before.attendance);
  });

  it('are followed about who came when somebody chooses so, once', async () => {
    const choices = { attendance: 'replace' };
    const shown = await preview(choices);
    expect(shown.attendance.state).toBe('willBeReplaced');
    expect(shown.steps.join(' ')).toContain('fremmøde erstattes af filens: 7 til stede, 1 afbud');
    expect(await commit(choices)).toMatchObject({ httpStatus: 200, unchanged: false, facts: 1, differs: 1 });
    expect((await office.get(`/meetings/${meetingId}`)).attendance.both).toMatchObject({ present: 7, excused: 1 });
    expect(await commit(choices)).toMatchObject({ unchanged: true, facts: 0, differs: 1 });
  });

  it('are followed again when the list was changed back in between', async () => {
    const older = await office.upload(IMPORTS, invented);
    const back = await office.say(`${IMPORTS}/${older.id}/commit`, { attendance: 'replace' });
    expect(back).toMatchObject({ httpStatus: 200, facts: 1 });
    expect(await commit({ attendance: 'replace' })).toMatchObject({ facts: 1 });
    expect((await office.get(`/meetings/${meetingId}`)).attendance.both).toMatchObject({ present: 7, excused: 1 });
  });
});

describe('minutes without a list of participants', () => {
  const minutes = [
    'Referat',
    'ForvaltningsMED d. 19. november 2024',
    '',
    'Dagsorden',
    '1. Godkendelse af dagsorden',
    '2. Ny åbningstid på hovedbiblioteket',
    '3. Kantinen',
    '',
    'Referat',
    '1. Godkendelse af dagsorden',
    'Dagsordenen blev godkendt.',
    '2. Ny åbningstid på hovedbiblioteket',
    'Udvalget drøftede åbningstiden. Medarbejdersiden bemærkede, at vagtplanen mangler.',
    '3. Kantinen',
    '',
  ].join('\n');

  it('record the agenda, say what is missing, and record what was said once who came is there', async () => {
    const office = await Office.open({ demo: false });
    try {
      const committeeId = await office.establish('ForvaltningsMED');
      const label = 'Kultur';
      const seat = {
        committeeId,
        side: 'employee',
        representativeKind: 'unionRepresentative',
        validFrom: '2024-01-01',
      };
      await office.say('/seats', { ...seat, label });
      const { id } = await office.upload(IMPORTS, minutes);
      const { preview: shown } = await office.get(`${IMPORTS}/${id}`);
      expect(shown.attendance.state).toBe('noRoster');
      const { meetingId } = shown.meeting;
      const steps = shown.steps.join('\n');
      expect(steps).toContain(`${MISSING}${meetingId}/attendance) og gennemfør importen igen`);
      expect(steps).not.toContain('før alle linjer og pladser');
      expect(steps).not.toContain('På mødet registreres');
      expect(steps).toContain('Punkt 3: tag stilling til, om det blev drøftet eller var en orientering');

      const first = await office.say(`${IMPORTS}/${id}/commit`, {});
      expect(first).toMatchObject({ httpStatus: 200, unchanged: false });
      expect(first.remains.join(' ')).toContain(MISSING);

      const day = { heldOn: '2024-11-19', entries: [] };
      expect((await office.say(`/meetings/${meetingId}/attendance`, day)).httpStatus).toBeLessThan(300);
      const choices = { items: [{ number: 2, form: 'discussion' }] };
      const second = await office.say(`${IMPORTS}/${id}/commit`, choices);
      expect(second.facts).toBeGreaterThan(0);
      expect(second.remains.join(' ')).not.toContain(MISSING);
      const meeting = await office.get(`/meetings/${meetingId}`);
      expect(meeting.items[1]).toMatchObject({ number: 2, form: 'discussion' });
      expect(await office.say(`${IMPORTS}/${id}/commit`, choices)).toMatchObject({ unchanged: true, differs: 0 });
    } finally {
      await office.close();
    }
  });
});
