import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Clock, Engine, type AnyQuery, type QueryContext } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextFor } from '../cqrs/context.js';
import { busTypeOfQuery } from '../cqrs/handlers.js';
import { Rights } from '../rights.js';
import { csvOf } from './csv.js';
import { consistentWithOf, quoted } from './headers.js';
import { languageOf } from './language.js';
import { fieldProblem, invalid, readerOf } from './message.js';
import { Problem } from './problem.js';
import { actorOf, namesIn, type Route } from './request.js';

/** Values in a query string; filters have fewer. */
const MOST_VALUES = 200;

/** What a question passes through. */
@Injectable()
export class QueryEdge {
  constructor(
    readonly queryBus: QueryBus,
    readonly engine: Engine,
    readonly clock: Clock,
    readonly rights: Rights,
  ) {}
}

/** The route of a question: rights, parameters, the view as new as asked for, and the answer as JSON or CSV. */
export function queryRoute(definition: AnyQuery, { queryBus, engine, clock, rights }: QueryEdge): Route {
  const read = readerOf<object>(definition.parameters);
  const names = namesIn(definition.path);
  const OnBus = busTypeOfQuery(definition);
  return async (request, reply) => {
    const actor = actorOf(request);
    const language = languageOf(request.headers['accept-language']);
    const { format, given } = parametersOf(definition, request);
    const parameters = read({ ...given, ...pathValues(request, names) });
    const position = consistentWithOf(request.headers['consistent-with']);
    if (position !== undefined) await engine.reached(position);
    rights.demand(actor, definition.name, clock.now(), definition.resource?.(parameters));
    reply.header('vary', 'Accept, Accept-Language, X-Persona').header('content-language', language);
    if (format === 'csv') {
      sendCsv(definition, parameters, contextFor(engine, rights, actor, language), reply);
      return;
    }
    const answer = await queryBus.execute<InstanceType<typeof OnBus>, { readonly etag?: unknown }>(
      new OnBus(parameters, actor, language),
    );
    if (typeof answer.etag === 'string') reply.header('etag', quoted(answer.etag));
    void reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  };
}

function parametersOf(
  definition: AnyQuery,
  request: FastifyRequest,
): { format: 'csv' | 'json'; given: Record<string, unknown> } {
  const { format, ...given } = queryValues(request.query as Readonly<Record<string, unknown>>);
  if (format !== undefined && format !== 'csv' && format !== 'json') {
    throw invalid([fieldProblem(['format'], 'field.not-allowed', ['csv', 'json'])]);
  }
  const wanted = format ?? (/\btext\/csv\b/i.test(request.headers.accept ?? '') ? 'csv' : 'json');
  if (wanted === 'csv' && !definition.csv) throw new Problem(406, 'accept.no-csv');
  if (definition.method !== 'POST') return { format: wanted, given };
  const unknown = Object.keys(given);
  if (unknown.length > 0) throw invalid(unknown.map((name) => fieldProblem([name], 'field.unknown')));
  return { format: wanted, given: { ...(request.body ?? {}) } };
}

/** An empty value is what a form sends for a field that nobody filled in. */
function queryValues(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(query);
  const size = entries.reduce((sum, [, value]) => sum + (Array.isArray(value) ? value.length : 1), 0);
  if (size > MOST_VALUES) throw new Problem(400, 'query.too-many-values', { max: MOST_VALUES });
  const odd = entries.filter(([name]) => name in Object.prototype);
  if (odd.length > 0) throw invalid(odd.map(([name]) => fieldProblem([name], 'field.unknown')));
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function pathValues(request: FastifyRequest, names: readonly string[]): Record<string, string> {
  const values = request.params as Readonly<Record<string, string>>;
  return Object.fromEntries(names.map((name) => [name, (values[name] ?? '').toLowerCase()]));
}

function sendCsv(definition: AnyQuery, parameters: object, context: QueryContext, reply: FastifyReply): void {
  const { fileName, columns, rows } = definition.csv!;
  const lines = csvOf(rows(parameters, context), columns, context.language);
  const name = fileName[context.language];
  reply
    .type('text/csv; charset=utf-8; header=present')
    .header(
      'content-disposition',
      `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  void reply.send(lines);
}
