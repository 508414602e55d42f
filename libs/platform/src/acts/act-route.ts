import { idOf, type ActTools, type AnyAct, type Clock } from '@rettidig/event-sourcing';
import { requestReader } from '../http/command-route.js';
import { idempotencyKeyOf } from '../http/headers.js';
import { languageOf } from '../http/language.js';
import { actorOf, type Route } from '../http/request.js';
import type { Rights } from '../rights.js';
import { fileOf } from './file.js';

/** The route of an act: like a command, but it does more or other than decide on one stream. */
export function actRoute(act: AnyAct, tools: ActTools, clock: Clock, rights: Rights): Route {
  const read = requestReader({ path: act.path, message: act.message, target: 'new', takesFile: Boolean(act.file) });
  return async (request, reply) => {
    const actor = actorOf(request);
    const key = idempotencyKeyOf(request.headers['idempotency-key']);
    const { message, path } = read(request);
    rights.demand(actor, act.name, clock.now(), act.resource?.(message));
    const answer: unknown = await act.act(message, tools, {
      actor,
      now: clock.now(),
      language: languageOf(request.headers['accept-language']),
      commandId: idOf(actor.id, 'POST', path, key),
      correlationId: request.id,
      ...(act.file && { file: fileOf(request) }),
    });
    void reply.status(200).type('application/json; charset=utf-8').send(JSON.stringify(answer));
  };
}
