import { type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Clock,
  Engine,
  PrivateStore,
  type AnyAct,
  type AnyCommand,
  type Feature,
  type TokenRoute,
} from '@rettidig/event-sourcing';
import { actRoute } from '../acts/act-route.js';
import { Rights } from '../rights.js';
import { commandRoute } from './command-route.js';
import { generatedController } from './generated-controller.js';
import { Pace } from './pace.js';
import { QueryEdge, queryRoute } from './query-route.js';
import { tokenRoute } from './token-route.js';

type Reachable = AnyCommand & { readonly path: `/${string}` };

/** Commands that have an address; the others are for reactions only. */
export const reachable = (commands: readonly AnyCommand[]): Reachable[] =>
  commands.filter((command): command is Reachable => command.path !== null);

/** The controller of a slice, one method for each command and query. */
export function controllerOf(feature: Feature): Type {
  const commands = reachable(feature.commands);
  const table = [
    ...commands.map(({ name, path }) => ({ name, path, method: 'POST' as const })),
    ...feature.queries.map(({ name, path, method }) => ({ name, path, method: method ?? ('GET' as const) })),
  ];
  return generatedController<[CommandBus, QueryEdge]>(
    `${feature.name}Controller`,
    table,
    [CommandBus, QueryEdge],
    (commandBus, queryEdge) =>
      new Map([
        ...commands.map((command) => [command.name, commandRoute(command, commandBus)] as const),
        ...feature.queries.map((query) => [query.name, queryRoute(query, queryEdge)] as const),
      ]),
  );
}

/** The controller of all acts. */
export const actsController = (acts: readonly AnyAct[]): Type =>
  generatedController<[PrivateStore, Engine, Clock, Rights]>(
    'ActsController',
    acts.map(({ name, path }) => ({ name, path, method: 'POST' as const })),
    [PrivateStore, Engine, Clock, Rights],
    (privateStore, engine, clock, rights) =>
      new Map(acts.map((act) => [act.name, actRoute(act, { privateStore, engine }, clock, rights)] as const)),
  );

const methodsOf = ({ methods }: TokenRoute): ('GET' | 'POST')[] => Object.keys(methods) as ('GET' | 'POST')[];

/** The controller of what is asked by token. */
export const tokensController = (routes: readonly TokenRoute[], publicUrl: string | null): Type =>
  generatedController<[PrivateStore, Engine, Clock]>(
    'TokensController',
    routes.flatMap((route) =>
      methodsOf(route).map((method) => ({ name: `${route.name} ${method}`, path: route.path, method })),
    ),
    [PrivateStore, Engine, Clock],
    (privateStore, engine, clock) => {
      const edge = { tools: { privateStore, engine }, clock, pace: new Pace(), publicUrl };
      return new Map(
        routes.flatMap((route) =>
          methodsOf(route).map((method) => [`${route.name} ${method}`, tokenRoute(route, edge)] as const),
        ),
      );
    },
  );
