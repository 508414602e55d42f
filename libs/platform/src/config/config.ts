import { Unusable, type Text } from '@rettidig/event-sourcing';
import type { MailSender, SmtpServer } from '@rettidig/mail';
import { withoutSecrets } from './password.js';
import type { Variable } from './variable.js';
import { laterEngines, variables, type LogLevel, type Values } from './variables.js';

export type { LogLevel } from './variables.js';

/** Everything that the environment decides. Read once, at start. */
export interface Config {
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Whether an empty log is filled with the demo. Data that is there is never touched. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** The folder into which agendas of political bodies are published; null when none is watched. */
  readonly agendaDir: string | null;
  /** The engines that several processes share; null when this one process has everything in its data folder. */
  readonly shared: SharedEngines | null;
  /** How many effects are done at a time. */
  readonly effectConcurrency: number;
  readonly mail: MailConfig;
}

/** How mail is sent. */
export interface MailConfig {
  /** Null: mails are put into the outbox of the data folder, for people to look at. */
  readonly server: SmtpServer | null;
  readonly from: MailSender;
  /** Where people reach the service; links begin with it. Without a slash at its end. */
  readonly publicUrl: string;
  /** How many mails each process that has effects sends in a minute. */
  readonly perMinute: number;
}

/** Where the shared engines are, and how long they are waited for, in milliseconds. */
export interface SharedEngines {
  readonly eventStore: { readonly url: string; readonly prefix: string };
  readonly redis: { readonly url: string; readonly prefix: string };
  readonly privateStore: { readonly url: string };
  /** One call to the event store. */
  readonly callMs: number;
  /** All tries of one append. */
  readonly patienceMs: number;
  /** After so long without a sign of life, another process takes over. */
  readonly leaseMs: number;
  /** How long a start waits for engines that do not answer yet. */
  readonly startMs: number;
}

const fallbacks = Object.fromEntries(
  Object.entries(variables).map(([name, { fallback }]) => [name, fallback]),
) as Values;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of an environment. An empty value means unset.
 * @param defaults where a process differs from the API: so that both can stand on one machine.
 * @throws Unusable with every wrong value at once.
 */
export function readConfig(environment: Environment, defaults: Partial<Values> = {}): Config {
  const problems: Text[] = [];
  const values = valuesOf(environment, { ...fallbacks, ...defaults }, problems);
  problems.push(...mixture(environment), ...impatience(values), ...nameless(environment), ...notYet(environment));
  if (problems.length > 0) {
    throw new Unusable('config.invalid', {
      da: problems.map((one) => one.da).join('\n'),
      en: problems.map((one) => one.en).join('\n'),
    });
  }
  const shared = sharedOf(values);
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    // Whoever has servers for it means it; whoever has none is looking around.
    demo: values.DEMO ?? shared === null,
    logLevel: values.LOG_LEVEL,
    agendaDir: values.AGENDA_DIR,
    shared,
    effectConcurrency: values.EFFECT_CONCURRENCY,
    mail: mailOf(values),
  };
}

const textOf = (environment: Environment, name: string): string => environment[name]?.trim() ?? '';

function valuesOf(environment: Environment, unset: Values, problems: Text[]): Values {
  const read = ([name, variable]: readonly [string, Variable<unknown>]): readonly [string, unknown] => {
    const text = textOf(environment, name);
    if (text === '') return [name, unset[name as keyof Values]];
    const value = variable.read(text);
    if (value === undefined) problems.push(wrongValue(name, text, variable.expected));
    return [name, value];
  };
  return Object.fromEntries(Object.entries(variables).map(read)) as Values;
}

function sharedOf(values: Values): SharedEngines | null {
  const { EVENTSTORE_URL, REDIS_URL, PRIVATE_STORE_URL } = values;
  if (EVENTSTORE_URL === null || REDIS_URL === null || PRIVATE_STORE_URL === null) return null;
  return {
    eventStore: { url: EVENTSTORE_URL, prefix: values.EVENTSTORE_PREFIX },
    redis: { url: REDIS_URL, prefix: values.REDIS_PREFIX },
    privateStore: { url: PRIVATE_STORE_URL },
    callMs: values.EVENTSTORE_TIMEOUT_MS,
    patienceMs: values.EVENTSTORE_PATIENCE_MS,
    leaseMs: values.LEASE_MS,
    startMs: values.START_PATIENCE_MS,
  };
}

/** Whoever sends no mail has an address that leads nowhere (RFC 2606). */
export const NOBODY: MailSender = { name: 'Rettidig', address: 'rettidig@rettidig.invalid' };

const mailOf = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL, MAIL_PER_MINUTE, HOST, PORT }: Values): MailConfig => ({
  server: SMTP_URL,
  from: MAIL_FROM ?? NOBODY,
  publicUrl: PUBLIC_URL ?? `http://${shownHost(HOST)}:${PORT}`,
  perMinute: MAIL_PER_MINUTE,
});

/** An address that listens everywhere is none to go to. */
const shownHost = (host: string): string => {
  if (['0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** A server takes no mail that is from nobody. */
function nameless(environment: Environment): Text[] {
  if (!textOf(environment, 'SMTP_URL') || textOf(environment, 'MAIL_FROM')) return [];
  return [
    {
      da: 'SMTP_URL er sat, men ikke MAIL_FROM. Skriv, hvem mails er fra: MAIL_FROM="Rettidig <rettidig@kommune.dk>".',
      en: 'SMTP_URL is set, but not MAIL_FROM. Say who mails are from: MAIL_FROM="Rettidig <rettidig@kommune.dk>".',
    },
  ];
}

/** All engines are shared or none is: two processes that share a log but not the keys could not read each other. */
function mixture(environment: Environment): Text[] {
  const engines = ['EVENTSTORE_URL', 'REDIS_URL', 'PRIVATE_STORE_URL'];
  const missing = engines.filter((name) => !textOf(environment, name));
  if (missing.length === 0 || missing.length === engines.length) return [];
  const set = engines.filter((name) => !missing.includes(name));
  return [
    {
      da: `${set.join(' og ')} er sat, men ikke ${missing.join(' og ')}. Sæt alle tre, eller ingen af dem.`,
      en: `${set.join(' and ')} ${set.length > 1 ? 'are' : 'is'} set, but not ${missing.join(' and ')}. Set all three, or none of them.`,
    },
  ];
}

function impatience({ EVENTSTORE_TIMEOUT_MS: one, EVENTSTORE_PATIENCE_MS: all }: Values): Text[] {
  if (!(all < one)) return [];
  return [
    {
      da: `EVENTSTORE_PATIENCE_MS=${all} er kortere end EVENTSTORE_TIMEOUT_MS=${one}: så når intet kald at blive besvaret.`,
      en: `EVENTSTORE_PATIENCE_MS=${all} is shorter than EVENTSTORE_TIMEOUT_MS=${one}: no call has time to be answered.`,
    },
  ];
}

const notYet = (environment: Environment): Text[] =>
  Object.entries(laterEngines)
    .filter(([name]) => textOf(environment, name))
    .map(([name, engine]) => ({
      da: `${name} er sat, men denne version kan ikke bruge ${engine.da}. Fjern ${name}.`,
      en: `${name} is set, but this version cannot use ${engine.en}. Unset ${name}.`,
    }));

function wrongValue(name: string, text: string, expected: Text): Text {
  const shown = withoutSecrets(text).slice(0, 80);
  return {
    da: `${name}=${shown} kan ikke bruges: der skal stå ${expected.da}.`,
    en: `${name}=${shown} cannot be used: it must be ${expected.en}.`,
  };
}
