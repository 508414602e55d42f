import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Clock, Engine, PrivateStore, type Feature } from '@rettidig/event-sourcing';
import { commandHandlerOf, queryHandlerOf } from '../cqrs/handlers.js';
import { DataFolder, HealthController } from '../health/health.js';
import { actsController, controllerOf } from '../http/controllers.js';
import { QueryEdge } from '../http/query-route.js';
import { JsonLog } from '../log/json-log.js';
import { Rights } from '../rights.js';
import { actsOf } from '../acts/acts.js';

/** What the module puts at everybody's disposal. */
export interface PlatformParts {
  readonly features: readonly Feature[];
  readonly engine: Engine;
  readonly privateStore: PrivateStore;
  readonly clock: Clock;
  readonly log: JsonLog;
  readonly dataDir: string;
  readonly rights: Rights;
}

/** The routes and handlers of all slices, made from their tables, around one engine. */
@Module({})
export class PlatformModule {
  static around({ features, engine, privateStore, clock, log, dataDir, rights }: PlatformParts): DynamicModule {
    const shared = [
      { provide: Engine, useValue: engine },
      { provide: PrivateStore, useValue: privateStore },
      { provide: Clock, useValue: clock },
      { provide: Rights, useValue: rights },
      { provide: JsonLog, useValue: log },
      { provide: DataFolder, useValue: new DataFolder(dataDir) },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [...features.map(controllerOf), actsController(actsOf(features, log)), HealthController],
      providers: [
        ...shared,
        QueryEdge,
        ...features.flatMap(({ commands, queries }) => [
          ...commands.map(commandHandlerOf),
          ...queries.map(queryHandlerOf),
        ]),
      ],
      exports: shared.map(({ provide }) => provide),
    };
  }
}
