import { readdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { Unusable, type Text } from '@rettidig/event-sourcing';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything that the environment decides. Read once, at start. */
export interface Config {
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Whether an empty data folder is filled with the demo. Data that is there is never touched. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** The folder into which agendas of political bodies are published; null when none is watched. */
  readonly agendaDir: string | null;
}

/** One variable: its default, and what it means when it is set. */
interface Variable<Value> {
  readonly fallback: Value;
  /** Undefined when the text means nothing. */
  readonly read: (text: string) => Value | undefined;
  readonly expected: Text;
}

const isHostName = (text: string): boolean => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text);
const isFolder = (text: string): boolean => {
  try {
    return !text.includes('\0') && readdirSync(text) !== undefined;
  } catch {
    return false;
  }
};
const yesOrNo = (text: string): boolean | undefined => ({ true: true, false: false })[text];

const variables: {
  readonly [Name in 'HOST' | 'PORT' | 'DATA_DIR' | 'DEMO' | 'LOG_LEVEL' | 'AGENDA_DIR']: Variable<unknown>;
} = {
  HOST: {
    fallback: '127.0.0.1',
    read: (text) => (isHostName(text) ? text : undefined),
    expected: { da: 'en adresse at lytte på', en: 'an address to listen on' },
  },
  PORT: {
    fallback: 3000,
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
    expected: { da: 'et tal fra 0 til 65535', en: 'a number from 0 to 65535' },
  },
  DATA_DIR: {
    fallback: './data',
    read: (text) => (text.includes('\0') ? undefined : text),
    expected: { da: 'en mappe', en: 'a folder' },
  },
  DEMO: { fallback: true, read: yesOrNo, expected: { da: 'true eller false', en: 'true or false' } },
  LOG_LEVEL: {
    fallback: 'info',
    read: (text) => logLevels.find((level) => level === text),
    expected: { da: `en af ${logLevels.join(', ')}`, en: `one of ${logLevels.join(', ')}` },
  },
  AGENDA_DIR: {
    fallback: null,
    read: (text) => (isFolder(text) ? text : undefined),
    expected: { da: 'en mappe, der findes og kan læses', en: 'a folder that exists and can be read' },
  },
};

/** Engines that this version does not have yet. Ignoring them would let somebody believe that they are used. */
const laterEngines: Readonly<Record<string, Text>> = {
  EVENTSTORE_URL: { da: 'EventStoreDB', en: 'EventStoreDB' },
  REDIS_URL: { da: 'Redis', en: 'Redis' },
  SMTP_URL: { da: 'en mailserver', en: 'a mail server' },
  OIDC_ISSUER: { da: 'login med OIDC', en: 'sign-in with OIDC' },
};

/**
 * The configuration of an environment. An empty value means unset.
 * @throws Unusable with every wrong value at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: Text[] = [];
  const value = (name: keyof typeof variables): unknown => {
    const { fallback, read, expected } = variables[name];
    const text = environment[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const read_ = read(text);
    if (read_ === undefined) problems.push(wrongValue(name, text, expected));
    return read_;
  };
  const config = {
    host: value('HOST'),
    port: value('PORT'),
    dataDir: value('DATA_DIR'),
    demo: value('DEMO'),
    logLevel: value('LOG_LEVEL'),
    agendaDir: value('AGENDA_DIR'),
  } as Config;
  for (const [name, engine] of Object.entries(laterEngines)) {
    if (environment[name]?.trim()) problems.push(notYet(name, engine));
  }
  if (problems.length > 0) {
    throw new Unusable('config.invalid', {
      da: problems.map((one) => one.da).join('\n'),
      en: problems.map((one) => one.en).join('\n'),
    });
  }
  return config;
}

const wrongValue = (name: string, text: string, expected: Text): Text => ({
  da: `${name}=${text.slice(0, 80)} kan ikke bruges: der skal stå ${expected.da}.`,
  en: `${name}=${text.slice(0, 80)} cannot be used: it must be ${expected.en}.`,
});

const notYet = (name: string, engine: Text): Text => ({
  da: `${name} er sat, men denne version kan ikke bruge ${engine.da}: den har kun sine indbyggede dele. Fjern ${name}.`,
  en: `${name} is set, but this version cannot use ${engine.en}: it only has its embedded engines. Unset ${name}.`,
});
