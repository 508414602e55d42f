import { TallyApp } from '../testing/tally-app.js';

const good = { kind: 'small', note: 'møder', on: '2026-04-24' };

describe('a command over HTTP', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start()));
  afterAll(() => app.stop());

  it('that makes something answers 201, where it is, its etag and its position', async () => {
    const { status, headers, body } = await app.post('/api/v1/tallies', { body: good });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), etag: '1', position: expect.any(String) });
    expect(headers).toMatchObject({
      location: `/api/v1/tallies/${body.id}`,
      etag: '"1"',
      position: body.position,
      'cache-control': 'no-store',
    });
  });
});
