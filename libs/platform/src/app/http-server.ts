import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { stopwatch } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { clientErrorHandler } from '../http/edge-hooks.js';
import type { ProblemFilter } from '../http/problem-filter.js';
import { Problem, type Texts } from '../http/problem.js';
import type { Service } from './service.js';

/** The HTTP server of a process, which answers what is no request of ours with a sentence too. */
export function adapterFor(texts: Texts, filter: ProblemFilter): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: false,
    // A whole request must be there within 30 s; idle connections are kept for 10 s and closed at the end.
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    // A request without a Host is answered by us, with a sentence.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: clientErrorHandler(texts),
    frameworkErrors: (error: object, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(unroutable(error), request, reply),
  });
}

/** What the router refuses before any hook has run. */
const unroutable = ({ statusCode }: { readonly statusCode?: number }): Problem =>
  statusCode === 414 ? new Problem(414, 'url.too-long') : new Problem(400, 'url.malformed');

/** How long open requests may take to end when the process stops, in milliseconds. */
const ANSWERS_MS = 3000;
/** How long all of a stop may take. */
const STOP_MS = 8500;

/**
 * Answers what was accepted, then lets go of the engines. Who has not finished sending by then is cut off, and an engine
 * that does not answer is left to its leases, so that the process ends in time.
 */
export async function closeInOrder(nest: NestFastifyApplication, { running, log }: Service): Promise<void> {
  const took = stopwatch();
  const { server } = nest.getHttpAdapter().getInstance();
  const cutOff = setTimeout(() => server.closeAllConnections(), ANSWERS_MS);
  await nest.close().finally(() => clearTimeout(cutOff));
  await running.close(STOP_MS - took());
  log.flush();
}
