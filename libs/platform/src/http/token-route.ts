import type { ActTools, Clock, TokenAnswer, TokenRoute } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import type { Pace } from './pace.js';
import { Problem } from './problem.js';
import { API, routerPath, type Route } from './request.js';

/** Where one may ask by token, as the router names the places. */
export const tokenPlaces = (routes: readonly TokenRoute[]): ReadonlySet<string> =>
  new Set(routes.map(({ path }) => API + routerPath(path)));

/** What is sent with an answer: its address is the right to it, so nobody else may keep or hear of it. */
const headers = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  vary: 'Accept-Language',
};

/** With what it is answered by token. */
interface TokenEdge {
  readonly tools: ActTools;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly publicUrl: string | null;
}

/** The routes of what is asked by token, by method. Nobody has signed in: what is not theirs is not there. */
export function tokenRoute(definition: TokenRoute, { tools, clock, pace, publicUrl }: TokenEdge): Route {
  return async (request, reply) => {
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const token = tokenIn(request);
    const now = clock.now();
    if (!pace.allows(token, now)) throw new Problem(429, 'token.too-often', {}, { headers: { 'retry-after': '60' } });
    const said = request.headers['accept-language'];
    const language = said === undefined ? null : languageOf(said);
    const ifNoneMatch = request.headers['if-none-match'] ?? null;
    const answer = await definition.answer({ method, token, now, language, ifNoneMatch, publicUrl }, tools);
    if (!answer) throw new Problem(404, 'route.unknown');
    send(answer, { mediaType: definition.methods[method]!.mediaType, ifNoneMatch }, reply);
  };
}

/** @throws Problem 404: what cannot be a token is an address that does not exist. */
function tokenIn(request: FastifyRequest): string {
  const { token = '' } = request.params as Readonly<Record<string, string>>;
  if (!/^[\w.-]{1,100}$/.test(token)) throw new Problem(404, 'route.unknown');
  return token;
}

function send(
  { body, headers: more = {}, etag }: TokenAnswer,
  { mediaType, ifNoneMatch }: { readonly mediaType: string; readonly ifNoneMatch: string | null },
  reply: FastifyReply,
): void {
  reply.headers({ ...headers, ...more });
  if (etag !== undefined) reply.header('etag', etag);
  if (etag !== undefined && isAmong(etag, ifNoneMatch)) void reply.status(304).send();
  else void reply.status(200).type(mediaType).send(body);
}

/** Whether the caller has it already. A proxy may have made a strong mark a weak one. */
const isAmong = (etag: string, ifNoneMatch: string | null): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === etag || one === '*');
