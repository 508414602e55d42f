import type { Provider, Type } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  Engine,
  stopwatch,
  type Actor,
  type AnyCommand,
  type AnyQuery,
  type CommandRequest,
  type Language,
  type Receipt,
} from '@rettidig/event-sourcing';
import { Metrics } from '../metrics/metrics.js';
import { Rights } from '../rights.js';
import { contextFor } from './context.js';

/** A command on the bus. Each command of a slice has a class of its own, by which the bus finds its handler. */
export class CommandOnBus {
  constructor(readonly request: CommandRequest) {}
}

/** A question on the bus. */
export class QueryOnBus {
  constructor(
    readonly parameters: object,
    readonly actor: Actor,
    readonly language: Language,
  ) {}
}

const commandTypes = new Map<AnyCommand, Type<CommandOnBus>>();
const queryTypes = new Map<AnyQuery, Type<QueryOnBus>>();

/** The class that carries a command over the bus. */
export function busTypeOfCommand(definition: AnyCommand): Type<CommandOnBus> {
  const known = commandTypes.get(definition);
  if (known) return known;
  const type = named(definition.name, class extends CommandOnBus {});
  commandTypes.set(definition, type);
  return type;
}

/** The class that carries a question over the bus. */
export function busTypeOfQuery(definition: AnyQuery): Type<QueryOnBus> {
  const known = queryTypes.get(definition);
  if (known) return known;
  const type = named(definition.name, class extends QueryOnBus {});
  queryTypes.set(definition, type);
  return type;
}

/** The one maker of command handlers: each hands its command to the engine. */
export function commandHandlerOf(definition: AnyCommand): Provider {
  const type = named(
    `${definition.name}Handler`,
    class implements ICommandHandler<CommandOnBus, Receipt> {
      constructor(private readonly engine: Engine) {}
      execute({ request }: CommandOnBus): Promise<Receipt> {
        return this.engine.dispatch(request);
      }
    },
  );
  CommandHandler(busTypeOfCommand(definition))(type);
  return injected(type, Engine);
}

/** The one maker of query handlers: each asks its slice with what the engine lets a query see. */
export function queryHandlerOf(definition: AnyQuery): Provider {
  const type = named(
    `${definition.name}Handler`,
    class implements IQueryHandler<QueryOnBus, object> {
      constructor(
        private readonly engine: Engine,
        private readonly rights: Rights,
        private readonly metrics: Metrics,
      ) {}
      async execute({ parameters, actor, language }: QueryOnBus): Promise<object> {
        const took = stopwatch();
        try {
          const context = contextFor(this.engine, this.rights, actor, language);
          const answer = (await definition.handle(parameters, context)) as object;
          this.metrics.queryEnded(definition.name, took());
          return answer;
        } catch (error) {
          this.metrics.queryEnded(definition.name, took(), error);
          throw error;
        }
      }
    },
  );
  QueryHandler(busTypeOfQuery(definition))(type);
  return injected(type, Engine, Rights, Metrics);
}

/** Tells Nest what to give to the constructor of a class that was made at run time. */
export function injected<T extends Type>(type: T, ...parameters: readonly object[]): T {
  Reflect.defineMetadata('design:paramtypes', parameters, type);
  return type;
}

/** A class under a name of its own, for logs and error messages. */
export function named<T extends object>(name: string, type: T): T {
  Object.defineProperty(type, 'name', { value: name });
  return type;
}
