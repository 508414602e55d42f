import { TallyApp } from '../testing/tally-app.js';

const TALLIES = '/api/v1/tallies';

describe('a question over HTTP', () => {
  let app: TallyApp;
  beforeAll(async () => {
    app = await TallyApp.start();
    await app.tally('manager', 'møder');
    await app.tally('manager', '=1+1');
  });
  afterAll(() => app.stop());

  it('sees one’s own change when it brings the position', async () => {
    const started = await app.post(TALLIES, { body: { kind: 'great', note: 'nye', on: '2026-04-24' } });
    const { body } = await app.get(`${TALLIES}?kind=great`, { headers: { 'consistent-with': started.body.position } });
    expect(body).toEqual({ items: [{ id: started.body.id, note: 'nye', total: 0 }], total: 1 });
  });

  it.each([
    ['that is none', 'nonsense or worse', 'consistent-with.malformed'],
    ['that the log has not reached', 'zzzzzzzzzzzz', 'position.unknown'],
  ])('with a position %s is refused', async (_what, position, code) => {
    const { status, body } = await app.get(TALLIES, { headers: { 'consistent-with': position } });
    expect([status, body.code]).toEqual([400, code]);
  });

  it('takes repeated and comma-separated values, and an empty one for none', async () => {
    const totals = await Promise.all(
      ['?kind=small&kind=great', '?kind=small,great', '?kind=&text=', '?limit=5'].map((q) => app.get(TALLIES + q)),
    );
    expect(totals.map(({ body }) => body.total)).toEqual([3, 3, 3, 3]);
  });

  it.each([
    ['?sort=note', '/sort', 'field.unknown'],
    ['?kind=tiny', '/kind', 'field.not-allowed'],
    ['?limit=0', '/limit', 'field.too-small'],
    ['?limit=five', '/limit', 'field.not-whole-number'],
    ['?text=a&text=b', '/text', 'field.not-text'],
    ['?format=xml', '/format', 'field.not-allowed'],
    ['?hasOwnProperty=1', '/hasOwnProperty', 'field.unknown'],
    ['?__proto__=1', '/__proto__', 'field.unknown'],
    ['?text=%00', '/text', 'field.not-plain-text'],
  ])('%s names the parameter that is wrong', async (query, pointer, code) => {
    const { status, body } = await app.get(TALLIES + query);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('with hundreds of values is refused', async () => {
    const { status, body } = await app.get(`${TALLIES}?${'kind=small&'.repeat(201)}`);
    expect([status, body.code]).toEqual([400, 'query.too-many-values']);
  });

  it.each(['?format=csv', ''])('answers the same list as CSV (%j)', async (query) => {
    const { headers, bytes } = await app.get(TALLIES + query, { headers: { accept: 'text/csv' } });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toContain("filename*=UTF-8''opt%C3%A6llinger.csv");
    expect(bytes.toString('utf8')).toBe("\ufeffBemærkning;I alt\r\n'=1+1;0\r\nmøder;0\r\nnye;0\r\n");
  });

  it('filters the CSV as it filters the list', async () => {
    const { bytes } = await app.get(`${TALLIES}?text=m%C3%B8der&format=csv`, { headers: { 'accept-language': 'en' } });
    expect(bytes.toString('utf8')).toBe('\ufeffNote;Total\r\nmøder;0\r\n');
  });

  it('that is not a list has no CSV', async () => {
    const { status, body } = await app.get('/api/v1/me?format=csv');
    expect([status, body.code]).toEqual([406, 'accept.no-csv']);
  });

  it('with a body is a POST that needs no key, and is checked like a command', async () => {
    expect((await app.post('/api/v1/tries', { body: { by: 2 }, key: '' })).body).toEqual({ by: 3 });
    const wrong = await app.post('/api/v1/tries', { body: { by: 2.5 }, key: '' });
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/by', code: 'field.not-whole-number' });
  });

  it('about oneself tells what one may do', async () => {
    const { body } = await app.get('/api/v1/me', { as: 'auditor' });
    expect(body).toMatchObject({ role: 'auditor', permissions: { onOwnCases: [] } });
    expect(body.permissions.always).toContain('ListTallies');
    expect(body.permissions.always).not.toContain('StartTally');
  });

  it('changes nothing when it is asked with HEAD', async () => {
    const { status, text } = await app.send({ method: 'HEAD', url: TALLIES, headers: { 'x-persona': 'manager' } });
    expect([status, text]).toEqual([200, '']);
  });
});

describe('names of people', () => {
  let app: TallyApp;
  let personId: string;
  beforeAll(async () => {
    app = await TallyApp.start();
    const body = { name: 'Kim Eksempel' };
    personId = (await app.post('/api/v1/people', { as: 'secretariat', body })).body.id;
  });
  afterAll(() => app.stop());

  it('are registered by the secretariat only, once for a key', async () => {
    expect((await app.post('/api/v1/people', { as: 'admin', body: { name: 'X' } })).status).toBe(403);
    const send = () => app.post('/api/v1/people', { as: 'secretariat', body: { name: 'To' }, key: 'one-person-only' });
    expect((await send()).body).toEqual((await send()).body);
  });

  it('are shown to those who may see them', async () => {
    const asked = { as: 'deputyChair' };
    const { body } = await app.get(`/api/v1/people?ids=${personId}`, asked);
    expect(body).toEqual({ items: [{ id: personId, name: 'Kim Eksempel' }], total: 1, facets: {}, nextCursor: null });
    expect((await app.get(`/api/v1/people?ids=${personId}`, { as: 'employee' })).status).toBe(403);
  });

  it('are left out of every other answer to those who may not', async () => {
    expect((await app.get(`/api/v1/names/${personId}`, { as: 'chair' })).body.note).toBe('Kim Eksempel');
    expect((await app.get(`/api/v1/names/${personId}`, { as: 'admin' })).body.note).toBe('-');
  });

  it('can be corrected, and seats can be labelled', async () => {
    await app.post('/api/v1/people', { as: 'secretariat', body: { personId, name: 'Kim Nyt-Navn' } });
    const seat = '5d0f0f70-4f55-5b0e-8f1c-3c2a9a7b6d21';
    await app.post(`/api/v1/seats/${seat}/label`, { as: 'secretariat', body: { label: 'Plads 3' } });
    const { body } = await app.get(`/api/v1/people?ids=${personId},${seat}`, { as: 'secretariat' });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Kim Nyt-Navn', 'Plads 3']);
  });
});
