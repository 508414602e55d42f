import { idOf, type Clock } from '@rettidig/event-sourcing';
import { requestReader } from '../http/command-route.js';
import { idempotencyKeyOf } from '../http/headers.js';
import { actorOf, type Route } from '../http/request.js';
import type { Rights } from '../rights.js';
import type { ActTools, AnyAct } from './act.js';

/** The route of an act: like a command, but nothing of it enters the log. */
export function actRoute(act: AnyAct, tools: ActTools, clock: Clock, rights: Rights): Route {
  const read = requestReader({ path: act.path, message: act.message, target: 'new' });
  return async (request, reply) => {
    const actor = actorOf(request);
    const key = idempotencyKeyOf(request.headers['idempotency-key']);
    const { message, path } = read(request);
    rights.demand(actor, act.name, clock.now());
    const id = await act.act(message, tools, idOf(actor.id, 'POST', path, key));
    void reply.status(200).type('application/json; charset=utf-8').send(JSON.stringify({ id }));
  };
}
