import { Catch, ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Refused, TryLater, Unusable, type Text } from '@rettidig/event-sourcing';
import { filledIn } from '@rettidig/vocabulary';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonLog } from '../log/json-log.js';
import { MOST_BYTES } from './body.js';
import type { KnownRoutes } from './known-routes.js';
import { languageOf } from './language.js';
import { Problem, problemBody, type Texts } from './problem.js';

/** Makes every error an answer that its reader can act upon, in their language; to a browser by `pages`, where there are any. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly texts: Texts,
    private readonly routes: KnownRoutes,
    private readonly log: JsonLog,
    private readonly pages?: ExceptionFilter,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (this.pages && this.isForReader(error, request)) this.pages.catch(error, host);
    else this.answer(error, request, http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    if (problem.status === 500) this.log.failure('request failed', error, { correlationId: request.id });
    if (error instanceof Unusable) this.log.line('error', error.sentence.en, { correlationId: request.id });
    if (reply.raw.headersSent) {
      // A list that broke off while it was sent: an end without the last chunk tells the reader so.
      reply.raw.destroy();
      return;
    }
    const body = problemBody(problem, this.texts, languageOf(request.headers['accept-language']), request.id);
    for (const [name, value] of Object.entries(problem.more.headers ?? {})) reply.header(name, value);
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
  }

  /** Whether somebody followed a link, one of a mail that was cut off perhaps, to an address that nothing has. */
  private isForReader(error: unknown, { method, url, headers }: FastifyRequest): boolean {
    if (!(error instanceof NotFoundException) || method !== 'GET' || /^\/api([/?]|$)/.test(url)) return false;
    return headers.accept?.includes('text/html') === true && this.routes.problemFor(method, url).status === 404;
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof Refused) return fromRefusal(error);
    if (error instanceof TryLater) return tryLater(error);
    // A file that broke while it was in use: its own sentence names places on this machine and is for the log.
    if (error instanceof Unusable) return new Problem(503, error.code);
    if (error instanceof HttpException) return this.fromFramework(error, request);
    return new Problem(500, 'error.internal');
  }

  private fromFramework(error: HttpException, request: FastifyRequest): Problem {
    if (error instanceof NotFoundException) return this.routes.problemFor(request.method, request.url);
    if (error instanceof ForbiddenException) return new Problem(403, 'request.cross-site');
    const status = error.getStatus();
    return (
      byStatus[status]?.() ??
      new Problem(status >= 500 ? 500 : 400, status >= 500 ? 'error.internal' : 'request.malformed')
    );
  }
}

/** What Fastify refuses before a route is reached. */
const byStatus: Readonly<Record<number, () => Problem>> = {
  400: () => new Problem(400, 'url.malformed'),
  408: () => new Problem(408, 'request.too-slow'),
  413: () => new Problem(413, 'body.too-large', { max: MOST_BYTES / 1024 }),
  414: () => new Problem(414, 'url.too-long'),
  415: () => new Problem(415, 'content-type.unsupported'),
};

const fromRefusal = ({ status, code, details, parts }: Refused): Problem =>
  new Problem(status, code, details, { fields: parts });

function tryLater(error: TryLater): Problem {
  const seconds = Math.max(1, Math.ceil(error.retryAfterSeconds));
  return new Problem(503, error.code, { seconds, ...error.details }, { headers: { 'Retry-After': String(seconds) } });
}

/** The sentence for an error in both languages, for whoever is not answered over HTTP. */
export function explained(error: unknown, texts: Texts): Text {
  const { code, details } = error instanceof Refused ? error : { code: 'error.internal', details: {} };
  const text = texts.get(code) ?? texts.get('request.refused')!;
  return { da: filledIn(text, details, 'da'), en: filledIn(text, details, 'en') };
}

/** All texts that an answer may need; a code with two texts is an error of the program. */
export function allTexts(...sources: readonly Readonly<Record<string, Text>>[]): Texts {
  const texts = new Map<string, Text>();
  for (const [code, text] of sources.flatMap((source) => Object.entries(source))) {
    const other = texts.get(code);
    if (other && (other.da !== text.da || other.en !== text.en)) throw new Error(`two texts for ${code}`);
    texts.set(code, text);
  }
  return texts;
}
