import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Clock, Engine, PrivateStore } from '@rettidig/event-sourcing';
import { actsOf } from '../acts/acts.js';
import { commandHandlerOf, queryHandlerOf } from '../cqrs/handlers.js';
import { actsController, controllerOf, tokensController } from '../http/controllers.js';
import { QueryEdge } from '../http/query-route.js';
import { JsonLog } from '../log/json-log.js';
import { Metrics } from '../metrics/metrics.js';
import { Rights } from '../rights.js';
import { ProbesModule } from './probes.module.js';
import { tokenRoutesOf, type Service } from './service.js';

/** The routes and handlers of all slices, made from their tables, around one engine. */
@Module({})
export class PlatformModule {
  static around(service: Service): DynamicModule {
    const { features, engine, privateStore, clock, log, rights, metrics } = service;
    const shared = [
      { provide: Engine, useValue: engine },
      { provide: PrivateStore, useValue: privateStore },
      { provide: Clock, useValue: clock },
      { provide: Rights, useValue: rights },
      { provide: JsonLog, useValue: log },
      { provide: Metrics, useValue: metrics },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [CqrsModule.forRoot(), ProbesModule.around(service)],
      controllers: [
        ...features.map(controllerOf),
        actsController(actsOf(features, log)),
        tokensController(tokenRoutesOf(features), service.publicUrl),
      ],
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
