import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { TryLater, Unusable, type Language } from '@rettidig/event-sourcing';
import { JsonLog } from '@rettidig/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../page/asked-language.js';
import { isTold, renderErrorPage, type ToldStatus } from './error.page.js';

/** Answers whoever asked for a page with one that they can read: the edge's own errors are for programs. */
@Catch()
export class ErrorPages implements ExceptionFilter {
  constructor(private readonly log: JsonLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status === 500) this.log.failure('request failed', error, { correlationId: request.id });
    // Its own sentence names places on this machine.
    if (error instanceof Unusable) this.log.line('error', error.sentence.en, { correlationId: request.id });
    if (error instanceof TryLater) reply.header('retry-after', String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
    const page = { status, language: languageOf(request.query), number: request.id };
    const html = renderErrorPage({ ...page, sameIn: (language) => addressIn(request.url, language) });
    void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  }
}

/** The same address with all that it asks for, in a language. */
function addressIn(url: string, language: Language): string {
  const [path, search = ''] = url.split('?', 2);
  const asked = new URLSearchParams(search);
  asked.set('lang', language);
  return `${path}?${asked.toString()}`;
}

/** Refusals of the slices, of the edge and of the framework all bear their status. */
function statusOf(error: unknown): ToldStatus {
  if (error instanceof TryLater || error instanceof Unusable) return 503;
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return isTold(status) ? status : 500;
}
