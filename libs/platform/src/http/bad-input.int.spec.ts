import { connect, type AddressInfo } from 'node:net';
import { TallyApp } from '../testing/tally-app.js';

const good = { kind: 'small', note: 'møder', on: '2026-04-24' };
const TALLIES = '/api/v1/tallies';

describe('bad input', () => {
  let app: TallyApp;
  let port: number;
  beforeAll(async () => {
    app = await TallyApp.start();
    await app.app.nest.listen(0, '127.0.0.1');
    port = (app.app.nest.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => app.stop());

  const total = async (headers: Readonly<Record<string, string>> = {}) =>
    (await app.get(TALLIES, { headers })).body.total as number;

  describe('a field', () => {
    it.each([
      [{ ...good, colour: 'red' }, '/colour', 'field.unknown'],
      [{ ...good, note: undefined }, '/note', 'field.required'],
      [{ ...good, note: null }, '/note', 'field.required'],
      [{ ...good, note: 7 }, '/note', 'field.not-text'],
      [{ ...good, note: ['x'] }, '/note', 'field.not-text'],
      [{ ...good, note: '' }, '/note', 'field.not-plain-text'],
      [{ ...good, note: ' ' }, '/note', 'field.not-plain-text'],
      [{ ...good, note: 'a\u0000b' }, '/note', 'field.not-plain-text'],
      [{ ...good, note: '\ud800' }, '/note', 'field.not-plain-text'],
      [{ ...good, note: 'x'.repeat(51) }, '/note', 'field.too-long'],
      [{ ...good, kind: 'huge' }, '/kind', 'field.not-allowed'],
      [{ ...good, on: '2026-02-31' }, '/on', 'field.not-a-day'],
      [{ ...good, on: '24-04-2026' }, '/on', 'field.not-a-day'],
      [{ ...good, on: 20260424 }, '/on', 'field.not-a-day'],
      [{ ...good, on: '2026-04-24T10:00:00Z' }, '/on', 'field.not-a-day'],
      [{ ...good, thoughtOf: { on: '2026-02-30' } }, '/thoughtOf', 'field.not-an-uncertain-day'],
      [{ ...good, thoughtOf: { on: '2026-02-01', notStated: true } }, '/thoughtOf', 'field.not-an-uncertain-day'],
      [{ ...good, thoughtOf: '2026-02-01' }, '/thoughtOf', 'field.not-object'],
      [{ ...good, thoughtOf: null }, '/thoughtOf', 'field.not-object'],
      [{ ...good, steps: { by: 1 } }, '/steps', 'field.not-list'],
      [{ ...good, steps: [{ by: 1 }, { by: '2' }] }, '/steps/1/by', 'field.not-whole-number'],
      [{ ...good, steps: [{ by: 11 }] }, '/steps/0/by', 'field.too-great'],
      [{ ...good, steps: [{ by: -1 }] }, '/steps/0/by', 'field.too-small'],
      [{ ...good, steps: [{ by: 1, why: null }] }, '/steps/0/why', 'field.not-text'],
      [{ ...good, steps: [{ by: 1, more: 1 }] }, '/steps/0/more', 'field.unknown'],
      [{ ...good, steps: [[{ by: 1 }]] }, '/steps', 'field.not-object'],
      [{ ...good, steps: ['x'] }, '/steps', 'field.not-object'],
      [{ ...good, steps: [null] }, '/steps', 'field.not-object'],
      [{ ...good, steps: Array(4).fill({ by: 1 }) }, '/steps', 'field.too-many'],
      [{ ...good, place: 'here' }, '/place', 'field.not-object'],
      [{ ...good, place: [{ kind: 'small' }] }, '/place', 'field.not-object'],
      [{ ...good, place: { kind: 'small', 'a/b~c': 1 } }, '/place/a~1b~0c', 'field.unknown'],
      [{ ...good, loud: 'true' }, '/loud', 'field.not-boolean'],
      [{ ...good, loud: 1 }, '/loud', 'field.not-boolean'],
      [{ ...good, counterId: 'me' }, '/counterId', 'field.not-uuid'],
      [{ ...good, others: ['small', 'tiny'] }, '/others', 'field.not-allowed'],
      [{ ...good, extra: [] }, '/extra', 'field.not-object'],
    ])('%j is refused at %s', async (body, pointer, code) => {
      const answer = await app.post(TALLIES, { body });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
      expect(answer.body.errors[0]).toMatchObject({ pointer, code });
    });

    it('is told with all others that are wrong, in Danish or English', async () => {
      const body = { kind: 'huge', note: 'x'.repeat(51) };
      const danish = (await app.post(TALLIES, { body })).body;
      expect(danish.errors.map((one: { detail: string }) => one.detail)).toEqual([
        '“kind” skal være en af: small, great.',
        '“note” er for lang: højst 50 tegn.',
        'Feltet “on” mangler.',
      ]);
      const english = (await app.post(TALLIES, { body, headers: { 'accept-language': 'en' } })).body;
      expect(english.errors[1].detail).toBe('“note” is too long: at most 50 characters.');
      expect(english.title).toBe('The request cannot be used');
    });

    it('may be null where null means something, and left out where it is optional', async () => {
      expect((await app.post(TALLIES, { body: { ...good, counterId: null, extra: { a: 'b' } } })).status).toBe(201);
    });

    it('of the address cannot stand in the body too', async () => {
      const id = await app.tally();
      const markId = '5d0f0f70-4f55-5b0e-8f1c-3c2a9a7b6d21';
      const { body } = await app.post(`${TALLIES}/${id}/marks/${markId}`, { body: { markId } });
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/markId', code: 'field.given-by-path' })]);
      expect((await app.post(`${TALLIES}/${id}/marks/${markId}`)).status).toBe(200);
    });

    it.each(['1', '..%2f..', "'or'1'='1", '0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a1g'])(
      'of the address must be an id, not %s',
      async (id) => {
        const { status, body } = await app.post(`${TALLIES}/${encodeURIComponent(id)}/additions`, { body: { by: 1 } });
        expect([status, body.errors?.[0].code]).toEqual([400, 'field.not-uuid']);
      },
    );

    it('in the query string of a command is refused', async () => {
      const { body } = await app.post(`${TALLIES}?dryRun=true`, { body: good });
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/dryRun', code: 'field.unknown' })]);
    });
  });

  describe('a body', () => {
    const deep = (levels: number) => `{"extra":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
    it.each<[string, string | Buffer, number, string]>([
      ['that is cut off', '{"kind":"small",', 400, 'body.not-json'],
      ['with a comment', '{} // x', 400, 'body.not-json'],
      ['that is empty', '', 400, 'body.not-json'],
      ['that is a list', '[]', 400, 'body.not-object'],
      ['that is null', 'null', 400, 'body.not-object'],
      ['that is a number', '1e999', 400, 'body.not-object'],
      ['in Latin-1', Buffer.from('{"note":"møder"}', 'latin1'), 400, 'body.not-utf8'],
      ['with half a character', Buffer.from([0x7b, 0x22, 0xc3, 0x22, 0x7d]), 400, 'body.not-utf8'],
      ['with __proto__', '{"__proto__":{"kind":"small"}}', 400, 'body.forbidden-key'],
      ['with __proto__ inside', '{"extra":{"a":{"__proto__":1}}}', 400, 'body.forbidden-key'],
      ['with constructor', '{"constructor":{"prototype":{}}}', 400, 'body.forbidden-key'],
      ['with a name that every object has', '{"hasOwnProperty":1}', 400, 'body.forbidden-key'],
      ['nested too deeply', deep(25), 400, 'body.too-deep'],
      ['nested a hundred thousand times', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'body.too-deep'],
      ['of 257 KiB', `{"note":"${'x'.repeat(257 * 1024)}"}`, 413, 'body.too-large'],
    ])('%s is refused', async (_what, raw, status, code) => {
      const answer = await app.post(TALLIES, { raw, headers: { 'content-type': 'application/json' } });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('of 5 MB is refused cleanly over a real connection, whether or not its length is told', async () => {
      const body = `{"note":"${'x'.repeat(5_000_000)}"}`;
      const headers = {
        'x-persona': 'manager',
        'idempotency-key': 'five-megabytes',
        'content-type': 'application/json',
      };
      const stream = new Blob([body]).stream();
      for (const sent of [{ body }, { body: stream, duplex: 'half' as const }]) {
        const answer = await fetch(`http://127.0.0.1:${port}${TALLIES}`, { method: 'POST', headers, ...sent });
        expect(answer.status).toBe(413);
        expect(await answer.json()).toMatchObject({ code: 'body.too-large', status: 413 });
      }
      expect((await app.post(TALLIES, { body: good })).status).toBe(201);
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=latin1',
      'application/jsonp',
      'nonsense',
    ])('as %s is refused', async (type) => {
      const answer = await app.post(TALLIES, { raw: JSON.stringify(good), headers: { 'content-type': type } });
      expect([answer.status, answer.body.code]).toEqual([415, 'content-type.unsupported']);
    });

    it('of any bytes gives no 5xx and writes nothing', async () => {
      const { headers } = await app.post(TALLIES, { body: good });
      // Views that have seen all that was accepted so far: otherwise some of it is counted as if it came of these.
      const before = await total({ 'consistent-with': String(headers['position']) });
      const bytes = Array.from({ length: 300 }, (_, at) => mutated(JSON.stringify(good), at));
      for (const raw of bytes) {
        const { status } = await app.post(TALLIES, { raw });
        expect(status < 500).toBe(true);
        if (status === 201) throw new Error(`accepted: ${raw.toString('latin1')}`);
      }
      expect(await total()).toBe(before);
    });
  });

  describe('an address', () => {
    it.each(['/api/v1/nothing', '/api/v2/tallies', '/nothing', '/api/v1/tallies/', '//api/v1/tallies'])(
      'that does not exist (%s) is 404',
      async (url) => {
        const { status, body } = await app.get(url);
        expect([status, body.code]).toEqual([404, 'route.unknown']);
      },
    );

    it.each([
      ['DELETE', TALLIES, 'GET, HEAD, POST'],
      ['PUT', TALLIES, 'GET, HEAD, POST'],
      ['OPTIONS', TALLIES, 'GET, HEAD, POST'],
      ['GET', `${TALLIES}/0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10/additions`, 'POST'],
      ['POST', '/healthz', 'GET, HEAD'],
    ])('does not take %s %s and says what it takes', async (method, url, allow) => {
      const { status, headers, body } = await app.send({
        method: method,
        url,
        headers: { 'x-persona': 'admin' },
      });
      expect([status, body.code, headers['allow']]).toEqual([405, 'method.not-allowed', allow]);
    });

    it('that cannot be decoded is 400, one with an endless part 414', async () => {
      expect(await codeOf(app.get('/api/v1/%zz'))).toEqual([400, 'url.malformed']);
      expect(await codeOf(app.post(`${TALLIES}/${'1'.repeat(3000)}/additions`, { body: {} }))).toEqual([
        414,
        'url.too-long',
      ]);
    });
  });

  describe('what is hardly HTTP', () => {
    const exchange = (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        let answer = '';
        socket.on('data', (data) => (answer += data.toString('utf8')));
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
      });

    it.each([
      ['not HTTP at all', 'hello\r\n\r\n', 400, 'request.malformed'],
      [
        'two lengths',
        `POST ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{"a":`,
        400,
        'request.malformed',
      ],
      [
        'a length and chunks',
        `POST ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
        400,
        'request.malformed',
      ],
      [
        'headers without end',
        `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
        431,
        'header.too-large',
      ],
      [
        'two hosts',
        `GET ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nX-Persona: admin\r\nConnection: close\r\n\r\n`,
        400,
        'header.repeated',
      ],
      [
        'no host where one must be',
        `GET ${TALLIES} HTTP/1.1\r\nX-Persona: admin\r\nConnection: close\r\n\r\n`,
        403,
        'host.not-loopback',
      ],
      [
        'an expectation that nobody knows',
        `GET ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nExpect: wonders\r\n\r\n`,
        417,
        'expect.unsupported',
      ],
      [
        'a header of a proxy behind more headers than Node keeps',
        `GET ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nX-Persona: admin\r\n${'a:\r\n'.repeat(2100)}Forwarded: for=1.2.3.4\r\nConnection: close\r\n\r\n`,
        403,
        'persona.behind-proxy',
      ],
      ['no host', `GET ${TALLIES} HTTP/1.0\r\nX-Persona: admin\r\n\r\n`, 403, 'host.not-loopback'],
      [
        'two personas',
        `GET ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nX-Persona: employee\r\nX-Persona: secretariat\r\nConnection: close\r\n\r\n`,
        400,
        'header.repeated',
      ],
      [
        'two keys',
        `POST ${TALLIES} HTTP/1.1\r\nHost: localhost\r\nX-Persona: admin\r\nIdempotency-Key: aaaaaaaa\r\nIdempotency-Key: bbbbbbbb\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        400,
        'header.repeated',
      ],
    ])('%s', async (_what, text, status, code) => {
      const answer = await exchange(text);
      expect(answer).toContain(`HTTP/1.1 ${status} `);
      expect(answer).toContain('application/problem+json');
      expect(answer).toContain(`"code":"${code}"`);
    });

    it('is told so in both languages, because nobody said in which', async () => {
      const answer = await exchange('hello\r\n\r\n');
      expect(answer).toContain('følger ikke HTTP. / The request does not follow HTTP.');
    });
  });
});

/** The text with one byte changed, so that it is never the text itself. */
function mutated(text: string, seed: number): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const at = (seed * 7919) % bytes.length;
  // Inside the texts a changed byte may give another valid text; quotes, colons and braces always break something.
  const structure = [...bytes.keys()].filter((index) => '{}:,"'.includes(String.fromCharCode(bytes[index]!)));
  bytes[structure[at % structure.length]!] = (seed * 31) % 256 === 0x20 ? 0x00 : 0x01 + ((seed * 31) % 0x1f);
  return bytes;
}

const codeOf = async (answer: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await answer;
  return [status, body.code];
};
