import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features } from '../../libs/product/src/features.js';
import { createApp, type App } from '../../libs/platform/src/index.js';

// Four items of one meeting of the Social Committee: one registered and reviewed, one registered and outstanding, one
// that nobody registered, one that is nothing. Invented throughout.

const PASTED = `Dagsorden for Socialudvalget den 3. juni 2026
Til beslutning
1. Flytning af bostedet Åkanden til nye lokaler (F2 2026-8340)
2. Sammenlægning af to dagtilbud (eDoc 2026-0012345)
3. Lukning af værestedet Kilden og flytning af medarbejderne
Til orientering
4. Godkendelse af mødeplan for udvalget
`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read as the documentation promises
type Body = any;

describe('the agenda of one meeting of the Social Committee', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rettidig-agendas-'));
  let app: App;
  let committeeId: string;
  let reviewed: string;
  let outstanding: string;
  beforeAll(async () => {
    app = await createApp({ dataDir, features });
    await town();
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true });
  });

  /** The latest ETag of what was changed last, for commands that look at it. */
  let ifMatch = '';
  async function call(method: 'GET' | 'POST', as: string, path: string, payload?: object | string): Promise<Body> {
    const answer = await app.nest.inject({
      ...{ method, url: `/api/v1${path}` },
      headers: {
        'x-persona': as,
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(ifMatch !== '' && { 'if-match': ifMatch }),
        ...(typeof payload === 'string' && { 'content-type': 'text/plain; charset=utf-8' }),
      },
      ...(payload !== undefined && { payload }),
    });
    const body = answer.json<{ etag?: string }>();
    ifMatch = body.etag ?? '';
    return { ...body, status: answer.statusCode };
  }
  async function say(as: string, path: string, payload: object | string): Promise<Body> {
    const answer = await call('POST', as, path, payload);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
  const ask = async (path: string, as = 'deputyChair'): Promise<Body> => {
    await app.engine.settled();
    return call('GET', as, path);
  };

  const register = (title: string, kind: string, system: string, value: string) =>
    say('secretariat', '/changes', {
      ...{ title, kind, externalNumbers: [{ system, value }] },
      decider: { body: 'socialCommittee', managerUnitId: null },
    });

  async function town(): Promise<void> {
    const validFrom = '2025-01-01';
    const { unitId } = await say('secretariat', '/units', { name: 'Socialforvaltningen', parentId: null, validFrom });
    const main = { name: 'HovedMED', level: 'main', kind: 'main', covers: [unitId], parentId: null, validFrom };
    ({ committeeId } = await say('secretariat', '/committees', main));
    const { seatId } = await say('secretariat', `/committees/${committeeId}/seats`, {
      ...{ side: 'employees', representativeKind: 'unionRepresentative', from: validFrom },
    });
    const { id: personId } = await call('GET', 'deputyChair', '/me');
    await say('secretariat', `/seats/${seatId}/holder`, { personId, from: validFrom });
    ({ id: reviewed } = await register('Bostedet Åkanden flytter', 'serviceMoved', 'F2', '2026 - 8340'));
    ({ id: outstanding } = await register('To dagtilbud lægges sammen', 'reorganisation', 'eDoc', '2026-0012345'));
    const meeting = await say('secretariat', '/meetings', { committeeId, on: '2026-04-24' });
    const { itemId } = await say('secretariat', `/meetings/${meeting.id}/items`, {
      title: 'Flytning',
      caseIds: [reviewed],
    });
    await say('secretariat', `/meetings/${meeting.id}/attendance`, {
      heldOn: '2026-04-24',
      entries: [{ seatId, capacity: 'holder', presence: 'present' }],
    });
    await say('secretariat', `/meetings/${meeting.id}/items/${itemId}/discussion`, { form: 'discussion' });
    await app.engine.settled();
    const review = { meetingId: meeting.id, itemId, heldOn: '2026-04-24' };
    await say('secretariat', `/changes/${reviewed}/reviews`, review);
    await say('secretariat', `/changes/${reviewed}/forwarded-remarks`, { to: 'socialCommittee', on: '2026-05-04' });
  }

  const upload = (text: string): Promise<Body> => say('secretariat', '/political-agenda-imports', text);
  let agendaId: string;
  const items = async (query = ''): Promise<Body[]> => (await ask(`/political-agendas/${agendaId}${query}`)).items;

  it('is shown before anything is recorded: what is new, which case, which suspicion', async () => {
    const { id } = await upload(PASTED);
    const { preview, canCommit } = await ask(`/political-agenda-imports/${id}`, 'secretariat');
    expect(canCommit).toBe(true);
    const [agenda] = preview.agendas;
    expect(agenda).toMatchObject({ body: 'socialCommittee', on: '2026-06-03', complete: false });
    expect(agenda.items.map((one: Body) => [one.at, one.change, one.cases.length, one.suspicion?.suspected])).toEqual([
      [3, 'new', 1, undefined],
      [4, 'new', 1, undefined],
      [5, 'new', 0, true],
      [7, 'new', 0, false],
    ]);
    expect((await ask('/political-agendas')).total).toBe(0);
  });

  it('puts each item where it belongs', async () => {
    const { id } = await upload(PASTED);
    const done = await say('secretariat', `/political-agenda-imports/${id}/commit`, {});
    agendaId = done.done[0].subjectId;
    const [one, two, three, four] = await items();
    expect([one, two, three, four].map(({ standing }) => standing)).toEqual([
      'reviewed',
      'outstanding',
      'noCase',
      'notSuspected',
    ]);
    expect(one.cases).toMatchObject([{ caseId: reviewed, linkedBy: 'number', missing: [] }]);
    expect(two.cases).toMatchObject([{ caseId: outstanding, missing: [{ committeeId, committeeName: 'HovedMED' }] }]);
    expect(two.cases[0].missing[0].text).toBe('Skal på en dagsorden før indstillingen: HovedMED');
    expect(three.suspicion.words).toContain('Lukning');
    const [likeliest] = three.suspicion.ifItWere;
    expect(likeliest.ruleIds.length).toBeGreaterThan(0);
    expect(likeliest.requirements).toMatchObject([{ committeeId, before: 'recommendation' }]);
    expect(four.suspicion).toBeNull();
    const { items: listed, total, facets } = await ask('/political-agendas?body=socialCommittee&from=2026-06-01');
    expect([total, facets.body, listed[0].version]).toEqual([1, { socialCommittee: 1 }, 1]);
    expect(listed[0].counts).toMatchObject({ reviewed: 1, outstanding: 1, noCase: 1, notSuspected: 1, withdrawn: 0 });
    expect((await ask('/political-agendas?text=værested')).total).toBe(1);
    expect((await ask('/political-agendas?text=cykelsti')).total).toBe(0);
  });

  it('changes nothing when it is committed again, and asks one question only', async () => {
    const { id } = await upload(PASTED);
    const again = await say('secretariat', `/political-agenda-imports/${id}/commit`, {});
    expect(again).toMatchObject({ unchanged: true, facts: 0 });
    const { versions } = await ask(`/political-agendas/${agendaId}`);
    expect(versions).toMatchObject([{ version: 1, added: 4, importId: id }]);
    expect((await ask('/possible-misses')).total).toBe(1);
  });

  it('keeps what is no longer on it, as withdrawn, and only when the document is the whole agenda', async () => {
    const shorter = PASTED.split('\n')
      .filter((line) => !line.startsWith('4.'))
      .join('\n');
    const { id } = await upload(shorter);
    await say('secretariat', `/political-agenda-imports/${id}/commit`, {});
    expect((await items()).map(({ withdrawn }) => withdrawn)).toEqual([false, false, false, false]);
    await say('secretariat', `/political-agenda-imports/${id}/commit`, { complete: true });
    expect((await items()).map(({ withdrawn }) => withdrawn)).toEqual([false, false, false, true]);
    const { versions } = await ask(`/political-agendas/${agendaId}`);
    expect(versions).toMatchObject([{ complete: false }, { complete: true, withdrawn: 1 }]);
    expect((await items(`?asOf=${versions[0].recordedAt}`)).map(({ withdrawn }) => withdrawn)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes an earlier file for the agenda again, once', async () => {
    const { id } = await upload(PASTED);
    const before = (await ask(`/political-agendas/${agendaId}`)).versions.length;
    const commit = () => say('secretariat', `/political-agenda-imports/${id}/commit`, { complete: true });
    expect(await commit()).toMatchObject({ unchanged: false, facts: 1 });
    expect((await items()).map(({ withdrawn }) => withdrawn)).toEqual([false, false, false, false]);
    expect(await commit()).toMatchObject({ unchanged: true, facts: 0 });
    expect((await ask(`/political-agendas/${agendaId}`)).versions).toHaveLength(before + 1);
  });

  it('moves an item when a person links it to a case, and back when a chair takes the link away', async () => {
    const [, , three] = await items();
    const path = `/political-agendas/${agendaId}/items/${three.itemId}/links`;
    expect((await call('POST', 'employee', path, { caseId: outstanding })).status).toBe(403);
    await say('caseOfficer', path, { caseId: outstanding });
    expect((await items())[2]).toMatchObject({ standing: 'outstanding', cases: [{ linkedBy: 'person' }] });
    const removal = { caseId: outstanding, reason: 'Et andet tilbud' };
    expect((await call('POST', 'caseOfficer', `${path}/removal`, removal)).status).toBe(403);
    await items();
    await say('deputyChair', `${path}/removal`, removal);
    expect((await items())[2]).toMatchObject({ standing: 'noCase', cases: [] });
  });

  it('shows a case of that body and day with a like title as perhaps the one, and links nothing by itself', async () => {
    await say('manager', '/changes', {
      ...{ title: 'Værestedet lukker', kind: 'other', decider: { body: 'socialCommittee', managerUnitId: null } },
      decisionPoints: [{ kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-03' } }],
    });
    const [, , three] = await items();
    expect(three.standing).toBe('noCase');
    expect(three.perhaps).toMatchObject([{ title: 'Værestedet lukker' }]);
    expect(three.perhaps[0].why).toContain('Socialudvalget den 03.06.2026');
  });

  it('becomes outstanding when the question becomes a case', async () => {
    const [, , three] = await items();
    await say('deputyChair', `/possible-misses/${three.suspicion.possibleMissId}/confirmation`, {
      ...{ title: 'Værestedet Kilden lukker', kind: 'reorganisation' },
      decider: { body: 'socialCommittee', managerUnitId: null },
    });
    expect((await items())[2]).toMatchObject({ standing: 'outstanding', cases: [{ linkedBy: 'suspicion' }] });
  });

  it.each([
    ['of a body that is not known', 'Dagsorden for Landdistriktsudvalget den 3. juni 2026\n1. Et', 'body-unknown'],
    ['of a day that does not exist', 'Dagsorden for Socialudvalget den 31. juni 2026\n1. Et', 'day-unknown'],
    ['of a day far ahead', 'Dagsorden for Socialudvalget den 3. juni 2062\n1. Et', 'day-too-far'],
    ['without items', 'Dagsorden for Socialudvalget den 3. juni 2026', 'no-items'],
    [
      'of another administration',
      'Teknik- og Miljøforvaltningen\nDagsorden for Socialudvalget den 3. juni 2026\n1. Et',
      'another-administration',
    ],
  ])('is not taken in when it is %s', async (_what, text, code) => {
    const { id } = await upload(text);
    const { obstacle, canCommit } = await ask(`/political-agenda-imports/${id}`, 'secretariat');
    expect([obstacle?.code, canCommit]).toEqual([`agenda-import.${code}`, false]);
    const refused = await call('POST', 'secretariat', `/political-agenda-imports/${id}/commit`, {});
    expect([refused.status, refused.code]).toEqual([422, `agenda-import.${code}`]);
  });

  it('is taken in with what a person chooses where the document says nothing, never against what it says', async () => {
    const { id } = await upload('1. Et punkt uden overskrift');
    const path = `/political-agenda-imports/${id}`;
    const choices = { body: 'financeCommittee', on: '2026-06-10' };
    expect((await say('secretariat', `${path}/preview`, choices)).canCommit).toBe(true);
    await say('secretariat', `${path}/commit`, choices);
    expect((await ask('/political-agendas?body=financeCommittee')).total).toBe(1);
    const { id: said } = await upload(PASTED);
    const against = await say('secretariat', `/political-agenda-imports/${said}/preview`, choices);
    expect(against.obstacle.code).toBe('agenda-import.body-differs');
  });
});
