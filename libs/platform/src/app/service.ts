import { checkTokenRoutes, reasons, type AccessTable } from '@rettidig/access';
import type { AnyEffect, Clock, Engine, Feature, PrivateStore, Text, TokenRoute } from '@rettidig/event-sourcing';
import type { Mailer } from '@rettidig/mail';
import { actsOf } from '../acts/acts.js';
import type { LogLevel, SharedEngines } from '../config/config.js';
import { dataFiles } from '../engine/data-folder.js';
import { openEngine, type EffectTools, type Role, type RunningEngine } from '../engine/open-engine.js';
import { Vitals } from '../health/vitals.js';
import { engineTexts } from '../http/engine-texts.js';
import { fieldTexts } from '../http/field-texts.js';
import { allTexts, explained } from '../http/problem-filter.js';
import type { Texts } from '../http/problem.js';
import { edgeTexts } from '../http/texts.js';
import { EngineLog } from '../log/engine-log.js';
import { JsonLog } from '../log/json-log.js';
import { openMailer, withMailer, type MailSettings } from '../mail/open-mailer.js';
import { Metrics } from '../metrics/metrics.js';
import { peopleFeature } from '../people/feature.js';
import { Rights } from '../rights.js';
import { SystemClock } from './system-clock.js';

/** What API and worker are both made of. */
export interface ServiceOptions {
  readonly dataDir: string;
  /** The slices. */
  readonly features: readonly Feature[];
  /** The engines shared with other processes; everything is in the data folder when left out. */
  readonly shared?: SharedEngines | null;
  /** What is done outside the log; nothing when left out. */
  readonly effects?: (tools: ServiceTools) => readonly AnyEffect[];
  /** How many effects at a time. */
  readonly effectConcurrency?: number;
  /** Where mail goes; into the outbox of the data folder when left out. */
  readonly mail?: MailSettings;
  readonly clock?: Clock;
  readonly logLevel?: LogLevel;
  /** Where log lines go; standard output when left out. */
  readonly writeLog?: (text: string) => void;
  /** Who may do what; the product's table when left out. */
  readonly access?: AccessTable;
  /** Whether `/metrics` tells of memory and processor time too: for the one service of a process. */
  readonly processMetrics?: boolean;
}

/** What effects may be made of. */
export interface ServiceTools extends EffectTools {
  readonly mailer: Mailer;
  readonly log: JsonLog;
  /** The sentence for an error, in both languages. */
  readonly explain: (error: unknown) => Text;
}

/** A service that runs; what of it can be asked over HTTP is up to the app. */
export interface Service extends ServiceTools {
  readonly engine: Engine;
  readonly privateStore: PrivateStore;
  /** Where people reach it, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
  readonly features: readonly Feature[];
  readonly running: RunningEngine;
  readonly rights: Rights;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly vitals: Vitals;
}

/**
 * Opens the engines and starts the slices on them.
 * @throws Error when the slices and the access table do not name the same; Unusable when the engines cannot be used.
 */
export async function startService(options: ServiceOptions, role: Role): Promise<Service> {
  const { dataDir, clock = new SystemClock(), logLevel = 'silent', shared, effects, effectConcurrency } = options;
  const rights = new Rights(options.access);
  const features = [...options.features, peopleFeature(rights)];
  rights.mustCover(namesOf(features));
  checkTokenRoutes(tokenRoutesOf(features).map(({ name }) => name));
  const texts = textsOf(features);
  const explain = (error: unknown): Text => explained(error, texts);
  const log = new JsonLog(logLevel, options.writeLog);
  const metrics = new Metrics({ ofProcess: options.processMetrics ?? false });
  const mailer = openMailer(options.mail, dataDir, clock);
  const opened = await openEngine({
    ...{ dataDir, features, clock, rights, role },
    log: (line) => log.line('warn', line),
    watcher: watcherOf(metrics, log),
    ...(shared && { shared }),
    ...(effects && { effects: (tools) => effects({ ...tools, mailer, log, explain }) }),
    ...(effectConcurrency !== undefined && { concurrency: effectConcurrency }),
  });
  const running = withMailer(opened, mailer);
  const { engine, privateStore } = running;
  const staysIn = unseenOutbox(options, role);
  if (staysIn !== null) log.line('warn', `no mail is sent: SMTP_URL is not set; mails stay in ${staysIn}`);
  // An API beside workers sends nothing.
  const vitals = new Vitals(running, role, dataDir, { mailer: role === 'api' ? null : mailer, staysIn });
  const publicUrl = options.mail?.publicUrl ?? null;
  return {
    engine,
    privateStore,
    mailer,
    publicUrl,
    features,
    running,
    rights,
    texts,
    explain,
    clock,
    log,
    metrics,
    vitals,
  };
}

/** Where mails lie that nobody sends: beside other processes no page shows the outbox of a worker. */
const unseenOutbox = ({ mail, dataDir }: ServiceOptions, role: Role): string | null =>
  role === 'worker' && mail?.server === null ? dataFiles(dataDir).outbox : null;

function watcherOf(metrics: Metrics, log: JsonLog) {
  const lines = new EngineLog(log);
  return {
    onCommand: (ended: Parameters<Metrics['commandEnded']>[0]) => {
      metrics.commandEnded(ended);
      lines.commandEnded(ended);
    },
    onEffect: (ended: Parameters<Metrics['effectEnded']>[0]) => {
      metrics.effectEnded(ended);
      lines.effectEnded(ended);
    },
    onAppend: (milliseconds: number, error?: unknown) => metrics.appendEnded(milliseconds, error),
  };
}

/** Every name that needs a row in the access table. */
const namesOf = (features: readonly Feature[]): string[] => [
  ...features.flatMap(({ commands, queries }) => [...commands, ...queries].map(({ name }) => name)),
  ...actsOf(features, new JsonLog('silent')).map(({ name }) => name),
];

/** What is asked by token. */
export const tokenRoutesOf = (features: readonly Feature[]): readonly TokenRoute[] =>
  features.flatMap(({ byToken }) => byToken ?? []);

/** All texts of answers: the edge's, those of rights, and the slices'. */
const textsOf = (features: readonly Feature[]): Texts =>
  allTexts(edgeTexts, engineTexts, fieldTexts, reasons, ...features.map(({ refusals }) => refusals));
