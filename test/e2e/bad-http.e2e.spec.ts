import { connect } from 'node:net';
import { verified, eventCount } from '../support/data-files.js';
import { exchange } from '../support/raw-http.js';
import { expectRefused, good, problemIn, send, type Sent } from '../support/refusal.js';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('what is hardly HTTP, or is HTTP of somebody who means harm', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  beforeAll(async () => (server = await startServer(folder.path)));
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(verified(folder.path).problems).toEqual([]);
    folder.remove();
  });

  const refused = (sent: Sent, status: number, code: string) =>
    expectRefused({ url: server.url, dataDir: folder.path }, sent, status, code);

  describe('a body', () => {
    const nested = (levels: number) => `{"facts":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
    it.each<[string, string | Buffer, number, string]>([
      ['of 5 MB', JSON.stringify({ ...good, description: 'x'.repeat(5_000_000) }), 413, 'body.too-large'],
      ['that is cut off', '{"title":"x",', 400, 'body.not-json'],
      ['with a comma too many', '{"title":"x","kind":"other",}', 400, 'body.not-json'],
      ['that is empty', '', 400, 'body.not-json'],
      ['that is a list', '[]', 400, 'body.not-object'],
      ['that is a text', '"x"', 400, 'body.not-object'],
      ['in Latin-1', Buffer.from('{"title":"møde","kind":"other"}', 'latin1'), 400, 'body.not-utf8'],
      ['in UTF-16', Buffer.from('{"title":"x","kind":"other"}', 'utf16le'), 400, 'body.not-json'],
      ['with an overlong character', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d]), 400, 'body.not-utf8'],
      ['nested a thousand times', nested(1000), 400, 'body.too-deep'],
      ['nested a hundred thousand times', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'body.too-deep'],
      ['with __proto__', '{"title":"x","kind":"other","__proto__":{"unitId":1}}', 400, 'body.forbidden-key'],
      ['with __proto__ inside', '{"title":"x","kind":"other","facts":{"__proto__":"yes"}}', 400, 'body.forbidden-key'],
      ['with constructor', '{"title":"x","kind":"other","constructor":{"prototype":{}}}', 400, 'body.forbidden-key'],
    ])('%s', (_what, body, status, code) => refused({ body }, status, code));

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=latin1',
      'application/jsonp',
      'application/json, text/plain',
      '',
    ])('sent as "%s"', (type) => refused({ headers: { 'Content-Type': type } }, 415, 'content-type.unsupported'));

    it('shorter or longer than it says', async () => {
      const said = (length: string) => ({
        headers: { 'Content-Length': length },
        body: '{"title":"x","kind":"other"}',
      });
      // The rest of it is read as the next request, which is none.
      expect(problemIn(await send(server.url, said('10'))).status).toBe(400);
      for (const length of ['-1', '+28', '28, 28', '0x1c', '28a']) await malformed(said(length));
    });
  });

  describe('headers', () => {
    it.each(['X-Persona', 'Idempotency-Key', 'Content-Type', 'Host', 'If-Match'])('with %s twice', (name) =>
      refused({ headers: { [name]: ['localhost', 'localhost'] } }, 400, 'header.repeated'),
    );

    it.each([
      ['X-Forwarded-For', '127.0.0.1'],
      ['X-Forwarded-Host', 'localhost'],
      ['Forwarded', 'for=127.0.0.1'],
      ['Via', '1.1 proxy'],
      ['X-Real-IP', '127.0.0.1'],
      ['CF-Connecting-IP', '127.0.0.1'],
      ['x-forwarded-FOR', ''],
    ])('of a proxy: %s', (name, value) => refused({ headers: { [name]: value } }, 403, 'persona.behind-proxy'));

    it('of a proxy behind thousands of others', async () => {
      const many = { a: Array<string>(2100).fill(''), 'X-Forwarded-For': '1.2.3.4' };
      await refused({ headers: many }, 403, 'persona.behind-proxy');
    });

    it.each(['evil.example', 'localhost.evil.example', 'localhost@evil.example', 'evil.example:3000', '', '10.0.0.1'])(
      'for another host: "%s"',
      (host) => refused({ headers: { Host: host } }, 403, 'host.not-loopback'),
    );

    it('without a host', () => refused({ headers: { Host: null } }, 403, 'host.not-loopback'));

    it('with an expectation that nobody knows', () =>
      refused({ headers: { Expect: 'wonders' } }, 417, 'expect.unsupported'));

    it.each([
      ['folded over two lines', 'X-A: b\r\n c'],
      ['with a persona folded in', 'X-Persona:\r\n admin'],
      ['with a blank before the colon', 'X-Persona : admin'],
      ['with a null byte', 'X-A: a\0b'],
      ['with a bare carriage return', 'X-A: a\rX-Persona: admin'],
      ['without a colon', 'X-A'],
      ['without a name', ': a'],
      ['with a length beside chunks', 'Transfer-Encoding: chunked'],
      ['with an unknown transfer encoding', 'Transfer-Encoding: xchunked'],
      ['with two transfer encodings', 'Transfer-Encoding: chunked, identity'],
    ])('%s', (_what, line) => malformed({ headers: raw(line) }));

    it('that are huge', async () => {
      const answer = await send(server.url, { headers: { 'X-A': 'a'.repeat(20_000) } });
      expect(problemIn(answer)).toMatchObject({ status: 431, codes: ['header.too-large'] });
    });
  });

  describe('a page of another site', () => {
    it.each([
      ['a form', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
      ['a script', { Origin: 'https://evil.example', ...JSON_TYPE }],
      ['a script of a frame without origin', { Origin: 'null', ...JSON_TYPE }],
      ['a browser that says where it comes from', { 'Sec-Fetch-Site': 'cross-site', ...JSON_TYPE }],
      [
        'another program on this machine',
        { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:1', ...JSON_TYPE },
      ],
    ])('cannot act through %s', (_what, headers) => refused({ headers }, 403, 'request.cross-site'));
  });

  describe('an address', () => {
    it.each([
      '!/nothing',
      '!/api/v1/nothing',
      '!/api/v2/changes',
      '!//api/v1/changes',
      '!/API/V1/changes',
      '!/assets/nothing.css',
      '!/api/docs/nothing.js',
      '/changes/',
    ])('%s is 404', (path) => refused({ method: 'GET', path }, 404, 'route.unknown'));

    it.each([
      ['DELETE', '/changes'],
      ['PUT', '/changes'],
      ['PATCH', '/changes'],
      ['OPTIONS', '/changes'],
      ['TRACE', '/changes'],
      ['PROPFIND', '/changes'],
      ['GET', `/changes/0b7e9f5a-6d3c-4b1e-9a44-2f1c7d8e9a10/decision`],
      ['POST', '/missed-reviews'],
      ['POST', '!/'],
      ['POST', '!/healthz'],
      ['POST', '!/assets/page.css'],
    ])('%s %s is 405 and says what it takes', async (method, path) => {
      await refused({ method, path }, 405, 'method.not-allowed');
      expect((await send(server.url, { method, path })).headers.get('allow')).toMatch(
        /^(GET, HEAD|GET, HEAD, POST|POST)$/,
      );
    });

    it.each([
      '/changes',
      '/missed-reviews',
      '/structure',
      '!/',
      '!/healthz',
      '!/readyz',
      '!/api/docs',
      '!/api/openapi.json',
    ])('HEAD %s answers like GET, without the body', async (path) => {
      const [head, get] = [
        await send(server.url, { method: 'HEAD', path }),
        await send(server.url, { method: 'GET', path }),
      ];
      expect([head.status, head.text]).toEqual([200, '']);
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    });

    it('that cannot be decoded, or is endless', async () => {
      await refused({ method: 'GET', path: '/%zz' }, 400, 'url.malformed');
      await refused({ method: 'GET', path: `/changes/${'1'.repeat(3000)}` }, 414, 'url.too-long');
      await malformed({ method: 'GET', path: '/changes?text=æ' });
    });

    it('that climbs out of a folder', async () => {
      for (const path of [
        '!/assets/../../../package.json',
        '!/assets/%2e%2e/%2e%2e/package.json',
        '!/assets/..%5cpackage.json',
      ]) {
        const answer = await send(server.url, { method: 'GET', path });
        expect([400, 403, 404]).toContain(answer.status);
        expect(problemIn(answer).status).toBe(answer.status);
      }
    });
  });

  describe('bytes that are no request', () => {
    it.each<[string, string | Buffer]>([
      ['a greeting', 'hello\r\n\r\n'],
      ['all bytes', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
      ['the hello of TLS', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])],
      ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
      ['an unknown method', 'BREW /api/v1/changes HTTP/1.1\r\nHost: localhost\r\n\r\n'],
      ['a method in small letters', 'get / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
      [
        'chunks without a size',
        'POST /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nX-Persona: manager\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      ],
    ])('%s', async (_what, bytes) => {
      const before = eventCount(folder.path);
      expect(problemIn(await exchange(server.url, bytes))).toMatchObject({ status: 400, codes: ['request.malformed'] });
      expect(eventCount(folder.path)).toBe(before);
    });

    it('leave no trace when the sender goes away in the middle', async () => {
      const before = eventCount(folder.path);
      const whole = `POST /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nX-Persona: manager\r\nIdempotency-Key: gone-away\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"title":"x","kind":"other"}`;
      for (let at = 20; at < whole.length; at += 20) {
        await new Promise<void>((resolve) => {
          const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
            socket.write(whole.slice(0, at), () => socket.destroy()),
          );
          socket.on('close', () => resolve());
        });
      }
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      expect(eventCount(folder.path)).toBe(before);
    });
  });

  /** Not HTTP: there is no language then, so the sentence stands in both. */
  async function malformed(sent: Sent): Promise<void> {
    const before = eventCount(folder.path);
    const problem = problemIn(await send(server.url, sent));
    expect(problem).toMatchObject({ status: 400, codes: ['request.malformed'] });
    expect(problem.sentence).toMatch(/følger ikke HTTP/);
    expect(problem.sentence).toMatch(/does not follow HTTP/);
    expect(eventCount(folder.path)).toBe(before);
  }

  /** A line between the headers that is sent as it stands. */
  const raw = (line: string) => ({ '': line });
});
