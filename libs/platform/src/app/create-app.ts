import { Module, type DynamicModule, type ExceptionFilter, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AnyAct } from '@rettidig/event-sourcing';
import { actsOf } from '../acts/acts.js';
import { parseBodies } from '../http/body.js';
import { answerForNode, guard } from '../http/edge-hooks.js';
import { DemoPersonas, type Identity } from '../http/identity.js';
import { KnownRoutes } from '../http/known-routes.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { API, routerPath } from '../http/request.js';
import { secure } from '../http/security.js';
import { tokenPlaces } from '../http/token-route.js';
import type { JsonLog } from '../log/json-log.js';
import { openApiDocument } from '../openapi/document.js';
import { serveDocs } from '../openapi/serve.js';
import { adapterFor, closeInOrder } from './http-server.js';
import { PlatformModule } from './platform.module.js';
import { startService, tokenRoutesOf, type Service, type ServiceOptions } from './service.js';

export interface AppOptions extends ServiceOptions {
  readonly identity?: Identity;
  /** Nest modules beside the API: pages. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** Answers a browser that asks for an address which nothing has. */
  readonly errorPages?: (log: JsonLog) => ExceptionFilter;
  readonly version?: string;
}

/** The API, ready to be asked; not listening yet. */
export interface App extends Pick<Service, 'engine' | 'privateStore' | 'log' | 'explain'> {
  readonly nest: NestFastifyApplication;
  /** Finishes what was accepted and lets go of the engines. */
  readonly close: () => Promise<void>;
}

/** In bytes: what a mail program sends with "unsubscribe" is one line. */
const FORM = 4096;

@Module({})
class Root {}

/**
 * Puts the API together over its engines. With everything in one data folder it does the worker's part too.
 * @throws Error when the slices and the access table do not name the same; Unusable when the engines cannot be used.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const service = await startService(options, options.shared ? 'api' : 'all');
  const { engine, privateStore, log, explain, running } = service;
  try {
    const nest = await serverOf(service, options);
    return { nest, engine, privateStore, log, explain, close: () => closeInOrder(nest, service) };
  } catch (error) {
    await running.close();
    throw error;
  }
}

async function serverOf(service: Service, options: AppOptions): Promise<NestFastifyApplication> {
  const { features, texts, rights, log } = service;
  const routes = new KnownRoutes();
  const filter = new ProblemFilter(texts, routes, log, options.errorPages?.(log));
  const adapter = adapterFor(texts, filter);
  const fastify = adapter.getInstance();
  routes.watch(fastify);
  answerForNode(fastify.server, texts);
  const byToken = tokenRoutesOf(features);
  guard(fastify, { identity: options.identity ?? new DemoPersonas(), log, byToken: tokenPlaces(byToken) });
  const nest = await NestFactory.create<NestFastifyApplication>(
    { module: Root, imports: [PlatformModule.around(service), ...(options.modules ?? [])] },
    adapter,
    { logger: log, bodyParser: false, abortOnError: false },
  );
  const acts = actsOf(features, log);
  parseBodies(
    fastify,
    new Map([...fileRoutes(acts), ...[...tokenPlaces(byToken)].map((place) => [place, FORM] as const)]),
  );
  nest.useGlobalFilters(filter);
  secure(nest);
  serveDocs(nest, openApiDocument({ features, acts, texts, rights, version: options.version ?? '0' }));
  await nest.init();
  await fastify.ready();
  return nest;
}

/** Where a file may be sent, as the router names the places. */
const fileRoutes = (acts: readonly AnyAct[]): ReadonlyMap<string, number> =>
  new Map(acts.flatMap(({ path, file }) => (file ? [[API + routerPath(path), file.most] as const] : [])));
