import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { JsonLog } from '../log/json-log.js';
import { API } from './request.js';
import { oddHeaders } from './headers.js';
import type { Identity } from './identity.js';
import { languageOf } from './language.js';
import { Problem, problemBody, type ProblemBody, type Texts } from './problem.js';

/** Probes of an orchestrator say nothing about anybody and come from anywhere. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

interface Guarding {
  readonly identity: Identity;
  readonly log: JsonLog;
  /** Routes that ask for a token instead of a person, as the router names them. */
  readonly byToken: ReadonlySet<string>;
}

/** What is done for every request before a route is reached, and after it was answered. */
export function guard(server: FastifyInstance, { identity, log, byToken }: Guarding): void {
  server.decorateRequest('actor', null);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('correlation-id', request.id);
    try {
      admit(request, reply, { identity, byToken });
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  if (log.isOn('info')) {
    server.addHook('onResponse', (request, reply, done) => {
      logAnswer(request, reply, log);
      done();
    });
  }
}

function admit(request: FastifyRequest, reply: FastifyReply, { identity, byToken }: Omit<Guarding, 'log'>): void {
  const path = request.raw.url ?? '';
  if (PROBES.has(path)) return;
  const { proxy, repeated } = oddHeaders(request.raw.rawHeaders);
  if (repeated !== undefined) throw new Problem(400, 'header.repeated', { header: repeated });
  const credentials = {
    persona: request.headers['x-persona'],
    host: request.headers.host,
    remoteAddress: request.raw.socket.remoteAddress,
    proxyHeader: proxy,
  };
  identity.admit(credentials);
  if (request.is404 || !path.startsWith(API)) return;
  // By the route that was found, not by the address: what a route does cannot be spelled otherwise.
  if (byToken.has(request.routeOptions.url ?? '')) return;
  // What one role may read must not wait in a browser for the next one.
  reply.header('cache-control', 'no-store');
  request.actor = identity.actorOf(credentials);
}

/** The route's pattern, not its address: an address may hold a text that somebody searched for. */
function logAnswer(request: FastifyRequest, reply: FastifyReply, log: JsonLog): void {
  log.line('info', 'request', {
    correlationId: request.id,
    method: request.method,
    route: request.is404 ? undefined : request.routeOptions.url,
    role: request.actor?.role,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  });
}

const codeOfClientError: Readonly<Record<string, readonly [status: number, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'header.too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.too-slow'],
};

/** Answers what is no HTTP at all; there is no request then, so nobody said in which language. */
export function clientErrorHandler(texts: Texts) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const [status, code] = codeOfClientError[error.code ?? ''] ?? [400, 'request.malformed'];
    const [danish, english] = (['da', 'en'] as const).map((language) =>
      problemBody(new Problem(status, code), texts, language, randomUUID()),
    ) as [ProblemBody, ProblemBody];
    const body = JSON.stringify({ ...danish, detail: `${danish.detail} / ${english.detail}` });
    if (socket.writable) {
      socket.write(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    }
    socket.destroySoon();
  };
}

/** What Node would otherwise answer itself, without a word. */
export function answerForNode(server: Server, texts: Texts): void {
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const problem = new Problem(417, 'expect.unsupported');
    const body = JSON.stringify(
      problemBody(problem, texts, languageOf(request.headers['accept-language']), randomUUID()),
    );
    response.writeHead(417, {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      Connection: 'close',
    });
    response.end(body);
  });
  // Node forgets headers beyond this number; a proxy’s own might be among them. Their size is limited anyway.
  server.maxHeadersCount = 0;
}
