import type { Actor } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set before a route below `/api/v1` is reached. */
    actor: Actor | null;
  }
}

/** Where everything of this version of the API lives. */
export const API = '/api/v1';

/** What a generated route is: it answers by itself. */
export type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** @throws Problem 401 when nobody was recognised. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Problem(401, 'persona.missing', { allowed: [] });
  return request.actor;
}

/** The names in braces of a path, in order. */
export const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);

/** A path as the router writes it: `/changes/{id}` → `/changes/:id`. */
export const routerPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** A path with its parameters filled in. */
export const filledPath = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
