import type { CommandBus } from '@nestjs/cqrs';
import { idOf, type AnyCommand, type Receipt } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { busTypeOfCommand } from '../cqrs/handlers.js';
import { idempotencyKeyOf, ifMatchOf, quoted, unquoted } from './headers.js';
import { fieldProblem, invalid, readerOf } from './message.js';
import { actorOf, API, filledPath, namesIn, type Route } from './request.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The route of a command: reads it, hands it to the bus, and says where to see what became of it. */
export function commandRoute(definition: AnyCommand & { path: string }, bus: CommandBus): Route {
  const readMessage = requestReader(definition);
  const OnBus = busTypeOfCommand(definition);
  return async (request, reply) => {
    const actor = actorOf(request);
    const key = idempotencyKeyOf(request.headers['idempotency-key']);
    const ifMatch = ifMatchOf(request.headers['if-match']);
    const { message, path, subjectId } = readMessage(request);
    const receipt = await bus.execute<InstanceType<typeof OnBus>, Receipt>(
      new OnBus({
        command: definition.name,
        message,
        actor,
        // The key means the same act only for the same person at the same address.
        commandId: idOf(actor.id, 'POST', path, key),
        correlationId: request.id,
        byPerson: true,
        ...(subjectId === undefined ? {} : { subjectId }),
        ...(ifMatch === undefined ? {} : { ifMatch }),
      }),
    );
    answer(definition, path, receipt, reply);
  };
}

interface Readable {
  readonly path: string;
  readonly message: new () => object;
  readonly target: AnyCommand['target'];
  /** The body is a file, so all fields stand in the path. */
  readonly takesFile?: boolean;
}

interface ReadCommand {
  readonly message: object;
  /** The address with its ids, in one spelling. */
  readonly path: string;
  readonly subjectId: string | undefined;
}

/** Reads body and path of a command; an `{id}` in the path of an existing thing names its stream. */
export function requestReader(definition: Readable): (request: FastifyRequest) => ReadCommand {
  const read = readerOf<object>(definition.message);
  const names = namesIn(definition.path);
  const fields = names.filter((name) => name !== 'id' || definition.target !== 'existing');
  return (request) => {
    refuseQuery(request);
    const values = lowerCased(request.params as Readonly<Record<string, string>>, names);
    const body = definition.takesFile ? {} : bodyOf(request);
    const twice = names.filter((name) => Object.hasOwn(body, name));
    if (twice.length > 0) throw invalid(twice.map((name) => fieldProblem([name], 'field.given-by-path')));
    const message = fields.length === 0 ? body : { ...body, ...pick(values, fields) };
    return {
      message: read(message),
      path: API + filledPath(definition.path, values),
      subjectId: definition.target === 'existing' ? values['id'] : undefined,
    };
  };
}

function bodyOf(request: FastifyRequest): object {
  // No body at all is an act that needs no words.
  if (request.body === undefined || request.body === null) return {};
  return request.body;
}

function refuseQuery(request: FastifyRequest): void {
  const names = Object.keys(request.query as object);
  if (names.length > 0) throw invalid(names.map((name) => fieldProblem([name], 'field.unknown')));
}

/** All ids in an address are UUIDs; in lower case, so that one thing has one spelling. */
function lowerCased(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  const wrong = names.filter((name) => !UUID.test(values[name] ?? ''));
  if (wrong.length > 0) throw invalid(wrong.map((name) => fieldProblem([name], 'field.not-uuid')));
  return Object.fromEntries(names.map((name) => [name, values[name]!.toLowerCase()]));
}

const pick = (values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, values[name]!]));

function answer(definition: AnyCommand, path: string, receipt: Receipt, reply: FastifyReply): void {
  const { subjectId, position, etag } = receipt;
  reply.header('etag', quoted(etag)).header('position', position);
  if (definition.target === 'new') reply.status(201).header('location', `${path}/${subjectId}`);
  else reply.status(200);
  void reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ id: subjectId, position, etag: unquoted(etag), ...receipt.answer }));
}
