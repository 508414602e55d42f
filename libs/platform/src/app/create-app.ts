import { reasons, type AccessTable } from '@rettidig/access';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AnyAct, Clock, Engine, Feature, PrivateStore, Text } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { LogLevel } from '../config/config.js';
import { openEngine } from '../engine/open-engine.js';
import { actsOf } from '../acts/acts.js';
import { parseBodies } from '../http/body.js';
import { answerForNode, clientErrorHandler, guard } from '../http/edge-hooks.js';
import { engineTexts } from '../http/engine-texts.js';
import { fieldTexts } from '../http/field-texts.js';
import { DemoPersonas, type Identity } from '../http/identity.js';
import { KnownRoutes } from '../http/known-routes.js';
import { allTexts, explained, ProblemFilter } from '../http/problem-filter.js';
import { Problem, type Texts } from '../http/problem.js';
import { API, routerPath } from '../http/request.js';
import { secure } from '../http/security.js';
import { edgeTexts } from '../http/texts.js';
import { JsonLog } from '../log/json-log.js';
import { openApiDocument } from '../openapi/document.js';
import { serveDocs } from '../openapi/serve.js';
import { peopleFeature } from '../people/feature.js';
import { Rights } from '../rights.js';
import { PlatformModule } from './platform.module.js';
import { SystemClock } from './system-clock.js';

export interface AppOptions {
  readonly dataDir: string;
  /** The slices. */
  readonly features: readonly Feature[];
  readonly clock?: Clock;
  readonly identity?: Identity;
  readonly logLevel?: LogLevel;
  /** Where log lines go; standard output when left out. */
  readonly writeLog?: (text: string) => void;
  /** Nest modules beside the API: pages. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** Who may do what; the product's table when left out. */
  readonly access?: AccessTable;
  readonly version?: string;
}

/** The service, ready to be asked; not listening yet. */
export interface App {
  readonly nest: NestFastifyApplication;
  readonly engine: Engine;
  readonly privateStore: PrivateStore;
  readonly log: JsonLog;
  /** The sentence for an error, in both languages. */
  readonly explain: (error: unknown) => Text;
  /** Finishes what was accepted and lets go of the data folder. */
  readonly close: () => Promise<void>;
}

/** How long open requests may take to end when the service stops, in milliseconds. */
const PATIENCE_MS = 4000;

@Module({})
class Root {}

/**
 * Puts the service together over a data folder.
 * @throws Error when the slices and the access table do not name the same; Unusable when the data folder cannot be used.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, clock = new SystemClock(), logLevel = 'silent', modules = [] } = options;
  const rights = new Rights(options.access);
  const features = [...options.features, peopleFeature(rights)];
  rights.mustCover(namesOf(features));
  const texts = textsOf(features);
  const log = new JsonLog(logLevel, options.writeLog);
  const running = await openEngine({ dataDir, features, clock, rights, log: (line) => log.line('warn', line) });
  const { engine, privateStore } = running;
  try {
    const platform = PlatformModule.around({ features, engine, privateStore, clock, log, dataDir, rights });
    const routes = new KnownRoutes();
    const filter = new ProblemFilter(texts, routes, log);
    const adapter = adapterFor(texts, filter);
    routes.watch(adapter.getInstance());
    answerForNode(adapter.getInstance().server, texts);
    guard(adapter.getInstance(), options.identity ?? new DemoPersonas(), log);
    const nest = await NestFactory.create<NestFastifyApplication>(
      { module: Root, imports: [platform, ...modules] },
      adapter,
      { logger: log, bodyParser: false, abortOnError: false },
    );
    const acts = actsOf(features, log);
    parseBodies(adapter.getInstance(), fileRoutes(acts));
    nest.useGlobalFilters(filter);
    secure(nest);
    serveDocs(nest, openApiDocument({ features, acts, texts, rights, version: options.version ?? '0' }));
    await nest.init();
    await adapter.getInstance().ready();
    const close = async (): Promise<void> => {
      // Who has not finished sending by then is cut off, so that the data folder is left in order.
      const cutOff = setTimeout(() => adapter.getInstance().server.closeAllConnections(), PATIENCE_MS);
      await nest.close().finally(() => clearTimeout(cutOff));
      await running.close();
      log.flush();
    };
    return { nest, engine, privateStore, log, explain: (error) => explained(error, texts), close };
  } catch (error) {
    await running.close();
    throw error;
  }
}

/** Every name that needs a row in the access table. */
const namesOf = (features: readonly Feature[]): string[] => [
  ...features.flatMap(({ commands, queries }) => [...commands, ...queries].map(({ name }) => name)),
  ...actsOf(features, new JsonLog('silent')).map(({ name }) => name),
];

/** Where a file may be sent, as the router names the places. */
const fileRoutes = (acts: readonly AnyAct[]): ReadonlyMap<string, number> =>
  new Map(acts.flatMap(({ path, file }) => (file ? [[API + routerPath(path), file.most] as const] : [])));

/** All texts of answers: the edge's, those of rights, and the slices'. */
const textsOf = (features: readonly Feature[]): Texts =>
  allTexts(edgeTexts, engineTexts, fieldTexts, reasons, ...features.map(({ refusals }) => refusals));

function adapterFor(texts: Texts, filter: ProblemFilter): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: false,
    // A whole request must be there within 30 s; idle connections are kept for 10 s and closed at the end.
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    // A request without a Host is answered by us, with a sentence.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: clientErrorHandler(texts),
    frameworkErrors: (error: object, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(unroutable(error), request, reply),
  });
}

/** What the router refuses before any hook has run. */
const unroutable = ({ statusCode }: { readonly statusCode?: number }): Problem =>
  statusCode === 414 ? new Problem(414, 'url.too-long') : new Problem(400, 'url.malformed');
