import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { TryLater, Unusable } from '@rettidig/event-sourcing';
import { JsonLog } from '@rettidig/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './asked-language.js';
import { isTold, renderErrorPage, type ToldStatus } from './error.page.js';

/** Answers whoever followed a link with a page that they can read: the edge's own errors are for programs. */
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
    const [path] = request.url.split('?', 1);
    const html = renderErrorPage({ status, language: languageOf(request.query), path: path!, number: request.id });
    void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  }
}

/** Refusals of the slices, of the edge and of the framework all bear their status. */
function statusOf(error: unknown): ToldStatus {
  if (error instanceof TryLater || error instanceof Unusable) return 503;
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return isTold(status) ? status : 500;
}
