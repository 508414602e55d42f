import { type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock, PrivateStore, type AnyCommand, type Feature } from '@rettidig/event-sourcing';
import { actRoute } from '../people/act-route.js';
import { Rights } from '../rights.js';
import type { AnyPrivateAct } from '../people/people.js';
import { commandRoute } from './command-route.js';
import { generatedController } from './generated-controller.js';
import { QueryEdge, queryRoute } from './query-route.js';

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

/** The controller of all acts on the private store. */
export const actsController = (acts: readonly AnyPrivateAct[]): Type =>
  generatedController<[PrivateStore, Clock, Rights]>(
    'PrivateActsController',
    acts.map(({ name, path }) => ({ name, path, method: 'POST' as const })),
    [PrivateStore, Clock, Rights],
    (store, clock, rights) => new Map(acts.map((act) => [act.name, actRoute(act, store, clock, rights)] as const)),
  );
