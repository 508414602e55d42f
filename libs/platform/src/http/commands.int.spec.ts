import { Unusable } from '@rettidig/event-sourcing';
import { TallyApp } from '../testing/tally-app.js';

const good = { kind: 'small', note: 'møder', on: '2026-04-24' };
const TALLIES = '/api/v1/tallies';

describe('a command over HTTP', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start()));
  afterAll(() => app.stop());

  it('that makes something answers 201, where it is, its etag and its position', async () => {
    const { status, headers, body } = await app.post(TALLIES, { body: good });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), etag: '1', position: expect.any(String) });
    expect(headers).toMatchObject({
      location: `${TALLIES}/${body.id}`,
      etag: '"1"',
      position: body.position,
      'cache-control': 'no-store',
    });
  });

  it('on something that exists answers 200 and what the command has to say', async () => {
    const id = await app.tally();
    const { status, body } = await app.post(`${TALLIES}/${id}/additions`, { body: { by: 3 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, etag: '2', total: 3 });
  });

  it('takes an id in capitals for the same id', async () => {
    const id = await app.tally();
    const { status, body } = await app.post(`${TALLIES}/${id.toUpperCase()}/additions`, { body: { by: 1 } });
    expect([status, body.id]).toEqual([200, id]);
  });

  it('sent twice with one key is done once and answers the same', async () => {
    const id = await app.tally();
    const send = () => app.post(`${TALLIES}/${id}/additions`, { body: { by: 3 }, key: 'the-very-same-key' });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect((await app.post(`${TALLIES}/${id}/additions`, { body: { by: 1 } })).body.total).toBe(4);
  });

  it('that makes something makes it once, even when both arrive together', async () => {
    const send = () => app.post(TALLIES, { body: good, key: 'made-only-once' });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
  });

  it('refuses a key that was used for another body', async () => {
    const key = 'used-for-one-thing';
    await app.post(TALLIES, { body: good, key });
    const { status, body } = await app.post(TALLIES, { body: { ...good, kind: 'great' }, key });
    expect([status, body.code]).toEqual([422, 'command.key-reused']);
  });

  it('takes the same key of two people for two acts', async () => {
    const key = 'a-popular-key-value';
    const mine = await app.post(TALLIES, { body: good, key, as: 'manager' });
    const theirs = await app.post(TALLIES, { body: good, key, as: 'secretariat' });
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it.each([
    ['no key', '', 'idempotency-key.missing'],
    ['a short one', 'short', 'idempotency-key.malformed'],
    ['one with blanks', 'with blanks in it', 'idempotency-key.malformed'],
    ['one that is too long', 'k'.repeat(201), 'idempotency-key.malformed'],
    ['one beyond ASCII', 'nøgle-nøgle-nøgle', 'idempotency-key.malformed'],
  ])('with %s is refused', async (_what, key, code) => {
    const { status, body } = await app.post(TALLIES, { body: good, key });
    expect([status, body.code]).toEqual([400, code]);
  });

  it('changes what exists only with the etag last seen', async () => {
    const id = await app.tally();
    const rename = (headers?: Record<string, string>) =>
      app.post(`${TALLIES}/${id}/note`, { body: { note: 'andre møder' }, ...(headers && { headers }) });
    expect(await codeOf(rename())).toEqual([428, 'etag.missing']);
    expect(await codeOf(rename({ 'if-match': '"9"' }))).toEqual([412, 'etag.stale']);
    expect(await codeOf(rename({ 'if-match': '*' }))).toEqual([400, 'if-match.malformed']);
    expect(await codeOf(rename({ 'if-match': '"1", "2"' }))).toEqual([400, 'if-match.malformed']);
    expect((await rename({ 'if-match': '"1"' })).headers['etag']).toBe('"2"');
    expect((await rename({ 'if-match': '2' })).headers['etag']).toBe('"3"');
  });

  it('is refused to who may not, with who can', async () => {
    const { status, body } = await app.post(TALLIES, { body: good, as: 'auditor' });
    expect([status, body.code]).toEqual([403, 'access.register']);
    expect(body.detail).toBe(
      'Ændringer registreres af ledere, sagsbehandlere, sekretariatet eller medlemmer af udvalgene.',
    );
  });

  it('looks at whose thing it is', async () => {
    const id = await app.tally('secretariat');
    const headers = { 'if-match': '"1"' };
    const rename = (as: string) => app.post(`${TALLIES}/${id}/note`, { body: { note: 'x' }, as, headers });
    expect(await codeOf(rename('manager'))).toEqual([403, 'access.own-case-only']);
    expect((await rename('secretariat')).status).toBe(200);
  });

  it('says what the slice refuses, with its values, in the caller’s language', async () => {
    const id = await app.tally();
    await app.post(`${TALLIES}/${id}/additions`, { body: { by: 999 } });
    const add = (language: string) =>
      app.post(`${TALLIES}/${id}/additions`, { body: { by: 5 }, headers: { 'accept-language': language } });
    expect((await add('da')).body).toMatchObject({ status: 409, code: 'tally.full', detail: 'Der er 999 i forvejen.' });
    expect((await add('en-GB, da;q=0.5')).body.detail).toBe('There are 999 already.');
    expect((await add('de')).body.detail).toBe('Der er 999 i forvejen.');
  });

  it('writes days as the reader does', async () => {
    const { status, body } = await app.post(TALLIES, { body: { ...good, on: '2099-02-01' } });
    expect([status, body.code, body.detail]).toEqual([422, 'tally.in-future', '01.02.2099 ligger i fremtiden.']);
  });

  it('on something unknown answers 404', async () => {
    const { status, body } = await app.post(`${TALLIES}/0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10/additions`, {
      body: { by: 1 },
    });
    expect([status, body.code]).toEqual([404, 'tally.unknown']);
  });

  it('that is for reactions only has no address', async () => {
    const id = await app.tally();
    const { status } = await app.post(`${TALLIES}/${id}/reset`, {});
    expect(status).toBe(404);
  });

  it('that makes the program fail tells the caller a number and nobody the data', async () => {
    const id = await app.tally();
    const { status, body, headers } = await app.post(`${TALLIES}/${id}/additions`, { body: { by: 13 } });
    expect([status, body.code]).toEqual([500, 'error.internal']);
    expect(body.instance).toBe(`urn:uuid:${String(headers['correlation-id'])}`);
    expect(JSON.stringify(body)).not.toContain('secret');
    app.app.log.flush();
    const lines = app.logged.join('');
    expect(lines).toContain(String(headers['correlation-id']));
    expect(lines).toContain('TypeError');
    expect(lines).not.toContain('secret detail');
  });

  it('that meets a damaged file says so, and where the file lies only in the log', async () => {
    const sentence = { da: '/data/events.db er beskadiget', en: '/data/events.db is damaged' };
    const broken = new Unusable('store.damaged-file', sentence);
    const dispatch = jest.spyOn(app.app.engine, 'dispatch').mockRejectedValueOnce(broken);
    const { status, body } = await app.post(TALLIES, { body: good });
    dispatch.mockRestore();
    expect([status, body.code]).toEqual([503, 'store.damaged-file']);
    expect(body.detail).toContain('genskab den seneste sikkerhedskopi');
    expect(JSON.stringify(body)).not.toContain('/data');
    app.app.log.flush();
    expect(app.logged.join('')).toContain('/data/events.db is damaged');
  });

  it('leaves no text, key or address of a person in the log lines', async () => {
    await app.post(TALLIES, { body: { ...good, note: 'hemmeligt' }, key: 'hemmelig-nøgle-1'.replace('ø', 'o') });
    await app.get(`${TALLIES}?text=hemmeligt`);
    app.app.log.flush();
    expect(app.logged.join('')).not.toMatch(/hemmelig|127\.0\.0\.1/);
    expect(app.logged.join('')).toContain('"route":"/api/v1/tallies"');
  });
});

const codeOf = async (answer: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await answer;
  return [status, body.code];
};
