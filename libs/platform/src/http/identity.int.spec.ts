import { roles } from '@rettidig/access';
import { idOf } from '@rettidig/event-sourcing';
import { TallyApp } from '../testing/tally-app.js';

const TALLIES = '/api/v1/tallies';
const good = { kind: 'small', note: 'møder', on: '2026-04-24' };

describe('a demo persona', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start()));
  afterAll(() => app.stop());

  const codeFor = async (headers: Record<string, string>, more: { as?: string; remoteAddress?: string } = {}) => {
    const { as = 'manager', remoteAddress } = more;
    const { status, body } = await app.send({
      method: 'GET',
      url: TALLIES,
      headers: { 'x-persona': as, ...headers },
      ...(remoteAddress ? { remoteAddress } : {}),
    });
    return [status, body.code];
  };

  it.each(roles)('%s is somebody of their own', async (role) => {
    expect((await app.get('/api/v1/me', { as: role })).body).toMatchObject({ id: idOf('persona', role), role });
  });

  it('has to be chosen for the API', async () => {
    const { status, body } = await app.get(TALLIES, { as: '' });
    expect([status, body.code]).toEqual([401, 'persona.missing']);
    expect(body.detail).toContain('manager, caseOfficer, secretariat');
  });

  it.each(['root', 'system', 'Manager', 'manager,admin', 'manager '.padEnd(9, '\u00a0'), 'constructor'])(
    'called %j does not exist',
    async (as) => {
      expect(await codeFor({}, { as })).toEqual([401, 'persona.unknown']);
    },
  );

  it.each([
    ['forwarded', 'for=192.0.2.1'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-host', 'localhost'],
    ['x-forwarded-anything', ''],
    ['x-forwarded', 'for=1.2.3.4'],
    ['forwarded-for', '1.2.3.4'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
    ['cf-connecting-ip', '127.0.0.1'],
    ['cf-ray', 'x'],
    ['true-client-ip', '127.0.0.1'],
  ])('behind a proxy that adds %s is refused', async (header, value) => {
    expect(await codeFor({ [header]: value })).toEqual([403, 'persona.behind-proxy']);
  });

  it.each(['192.0.2.7', '10.0.0.1', '::ffff:192.0.2.7', '2001:db8::1'])('from %s is refused', async (remoteAddress) => {
    expect(await codeFor({}, { remoteAddress })).toEqual([403, 'persona.not-loopback']);
  });

  it.each(['127.0.0.1', '127.8.0.9', '::1', '::ffff:127.0.0.1'])(
    'from %s is at this machine',
    async (remoteAddress) => {
      expect((await codeFor({}, { remoteAddress }))[0]).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '127.0.0.1@evil.example', '0.0.0.0'])(
    'under the name %j, which a web site may have pointed here, is refused',
    async (host) => {
      expect(await codeFor({ host })).toEqual([403, 'host.not-loopback']);
    },
  );

  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
    'under %s is fine',
    async (host) => {
      expect((await codeFor({ host }))[0]).toBe(200);
    },
  );

  it('is refused behind a proxy on pages too, where none is needed', async () => {
    expect((await app.get('/api/openapi.json', { as: '' })).status).toBe(200);
    expect((await app.get('/api/openapi.json', { as: '', headers: { 'x-forwarded-for': 'x' } })).status).toBe(403);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:4000' }],
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:4000', host: 'localhost:3000' }],
  ])('does nothing that another web site’s page asks for (%j)', async (headers) => {
    const { status, body } = await app.post(TALLIES, { body: good, headers });
    expect([status, body.code]).toEqual([403, 'request.cross-site']);
  });

  it.each([[{ 'sec-fetch-site': 'same-origin' }], [{ origin: 'http://localhost:3000', host: 'localhost:3000' }]])(
    'does what our own page asks for (%j)',
    async (headers) => {
      expect((await app.post(TALLIES, { body: good, headers })).status).toBe(201);
    },
  );
});

describe('every answer', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start()));
  afterAll(() => app.stop());

  it.each(['/healthz', '/api/v1/tallies', '/nowhere', '/api/docs'])('of %s has its security headers', async (url) => {
    const { headers } = await app.get(url);
    expect(headers['content-security-policy']).toContain(
      url === '/api/docs' ? "default-src 'self'" : "style-src 'self';",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('probes', () => {
  let app: TallyApp;
  beforeAll(async () => (app = await TallyApp.start()));
  afterAll(() => app.stop());

  it('are answered to anybody, without a persona', async () => {
    const headers = { host: '10.0.0.5:3000', 'x-forwarded-for': '10.0.0.1' };
    expect((await app.get('/healthz', { as: '', headers })).body).toEqual({ status: 'alive' });
    expect(await app.get('/readyz', { as: '', headers })).toMatchObject({
      status: 200,
      body: { status: 'ready', lag: 0, problems: [] },
    });
  });
});
