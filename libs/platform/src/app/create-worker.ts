import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Unusable } from '@rettidig/event-sourcing';
import { answerForNode } from '../http/edge-hooks.js';
import { KnownRoutes } from '../http/known-routes.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { secure } from '../http/security.js';
import type { App } from './create-app.js';
import { adapterFor, closeInOrder } from './http-server.js';
import { ProbesModule } from './probes.module.js';
import { startService, type Service, type ServiceOptions } from './service.js';

@Module({})
class Root {}

/**
 * Puts the worker together: the same slices on the same engines as the API, running reactions, sweeps and effects. Over
 * HTTP it answers how it is and nothing else.
 * @throws Unusable `worker.needs-shared-engines` when everything is in a data folder: there the API does all of it.
 */
export async function createWorker(options: ServiceOptions): Promise<App> {
  if (!options.shared) throw needsShared();
  const service = await startService(options, 'worker');
  const { engine, privateStore, log, explain, running } = service;
  try {
    const nest = await serverOf(service);
    return { nest, engine, privateStore, log, explain, close: () => closeInOrder(nest, service) };
  } catch (error) {
    await running.close();
    throw error;
  }
}

async function serverOf(service: Service): Promise<NestFastifyApplication> {
  const { texts, log } = service;
  const routes = new KnownRoutes();
  const filter = new ProblemFilter(texts, routes, log);
  const adapter = adapterFor(texts, filter);
  routes.watch(adapter.getInstance());
  answerForNode(adapter.getInstance().server, texts);
  const nest = await NestFactory.create<NestFastifyApplication>(
    { module: Root, imports: [ProbesModule.around(service)] },
    adapter,
    { logger: log, bodyParser: false, abortOnError: false },
  );
  nest.useGlobalFilters(filter);
  secure(nest);
  await nest.init();
  await adapter.getInstance().ready();
  return nest;
}

const needsShared = (): Unusable =>
  new Unusable('worker.needs-shared-engines', {
    da: 'Der er ingen fælles dele at arbejde på: uden EVENTSTORE_URL, REDIS_URL og PRIVATE_STORE_URL gør "npm start" det hele alene. Sæt alle tre, som for API’et, eller lad være med at starte en worker.',
    en: 'There are no shared engines to work on: without EVENTSTORE_URL, REDIS_URL and PRIVATE_STORE_URL, "npm start" does everything by itself. Set all three, as for the API, or start no worker.',
  });
