import type { TokenRoute } from '@rettidig/event-sourcing';
import { TallyApp } from '../testing/tally-app.js';
import { tallyFeature } from '../testing/tally.js';

const asked: string[] = [];
const route: TokenRoute = {
  name: 'Unsubscribe',
  path: '/letters/{token}.txt',
  tag: 'tallies',
  methods: {
    GET: { summary: { da: 'Læs', en: 'Read' }, mediaType: 'text/plain; charset=utf-8' },
    POST: { summary: { da: 'Afmeld', en: 'Unsubscribe' }, mediaType: 'text/plain; charset=utf-8' },
  },
  answer: ({ method, token, language }) => {
    asked.push(`${method} ${token} ${language ?? 'none'}`);
    return Promise.resolve(token.startsWith('mine') ? { body: method, etag: '"1"' } : null);
  },
};
const features = [{ ...tallyFeature, byToken: [route] }];

let app: TallyApp;
beforeAll(async () => {
  app = await TallyApp.start({ features });
});
afterAll(() => app.stop());

const ask = (token: string, { method = 'GET', headers = {}, payload = '' } = {}) =>
  app.app.nest.inject({
    method,
    url: `/api/v1/letters/${token}.txt`,
    headers: { host: 'localhost', ...headers },
    ...(payload && { payload }),
  });

describe('what is asked by token', () => {
  it('is answered without anybody signing in, to nobody else and to be kept by nobody else', async () => {
    const answer = await ask('mine-_1', { headers: { 'accept-language': 'en' } });
    expect([answer.statusCode, answer.body, asked.at(-1)]).toEqual([200, 'GET', 'GET mine-_1 en']);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      etag: '"1"',
    });
  });

  it('is not sent again to whoever has it', async () => {
    const had = await ask('mine', { headers: { 'if-none-match': '"0", W/"1"' } });
    expect([had.statusCode, had.body]).toEqual([304, '']);
    expect((await ask('mine', { headers: { 'if-none-match': '"0"' } })).statusCode).toBe(200);
  });

  it('takes the form of a mail program, and nothing large', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await ask('mine', { method: 'POST', headers, payload: 'List-Unsubscribe=One-Click' });
    expect([sent.statusCode, sent.body]).toEqual([200, 'POST']);
    expect((await ask('mine', { method: 'POST', headers, payload: 'x'.repeat(5000) })).statusCode).toBe(413);
  });

  it('says of a token that is nobody’s only what it says of any address', async () => {
    const told = (body: string): unknown => ({ ...(JSON.parse(body) as object), instance: '' });
    const nowhere = await app.get('/api/v1/nowhere');
    for (const token of ['yours', 'x'.repeat(90), 'a%20b']) {
      const answer = await ask(token);
      expect(answer.statusCode).toBe(404);
      expect(told(answer.body)).toEqual(told(nowhere.text));
    }
  });

  it('lets nobody ask again and again', async () => {
    for (let times = 0; times < 30; times++) await ask('mine-again');
    const answer = await ask('mine-again');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60']);
  });

  it('asks everybody else for a person, and everybody for this machine', async () => {
    expect((await app.get('/api/v1/tallies', { as: '' })).status).toBe(401);
    expect((await ask('mine', { headers: { 'x-forwarded-for': '10.0.0.1' } })).statusCode).toBe(403);
  });

  it('has no token in the log', () => {
    expect(app.logged.join('')).not.toContain('mine');
  });

  it('does not start without a reason in the access table', async () => {
    const other = [{ ...tallyFeature, byToken: [{ ...route, name: 'ReadLetters' }] }];
    await expect(TallyApp.start({ features: other })).rejects.toThrow('ReadLetters');
  });
});
