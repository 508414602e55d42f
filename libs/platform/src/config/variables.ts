import type { Text } from '@rettidig/event-sourcing';
import {
  folder,
  folderThatExists,
  hostName,
  mailSender,
  mailServer,
  oneOf,
  prefix,
  urlOf,
  webAddress,
  wholeNumber,
  yesOrNo,
} from './variable.js';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every variable that is read. A new one is one line here and one in the README's table. */
export const variables = {
  HOST: hostName,
  PORT: wholeNumber(3000, 0, 65_535),
  DATA_DIR: folder('./data'),
  DEMO: yesOrNo,
  LOG_LEVEL: oneOf<LogLevel>('info', logLevels),
  AGENDA_DIR: folderThatExists,
  EVENTSTORE_URL: urlOf(['esdb', 'esdb+discover'], 'esdb://host:2113?tls=false'),
  EVENTSTORE_PREFIX: prefix,
  REDIS_URL: urlOf(['redis', 'rediss'], 'redis://host:6379'),
  REDIS_PREFIX: prefix,
  PRIVATE_STORE_URL: urlOf(['postgres', 'postgresql'], 'postgresql://host:5432/database'),
  EVENTSTORE_TIMEOUT_MS: wholeNumber(3000, 50, 60_000),
  EVENTSTORE_PATIENCE_MS: wholeNumber(10_000, 50, 300_000),
  LEASE_MS: wholeNumber(10_000, 500, 600_000),
  START_PATIENCE_MS: wholeNumber(30_000, 0, 600_000),
  EFFECT_CONCURRENCY: wholeNumber(10, 1, 1000),
  SMTP_URL: mailServer,
  MAIL_FROM: mailSender,
  PUBLIC_URL: webAddress,
  MAIL_PER_MINUTE: wholeNumber(600, 1, 100_000),
};

/** What each of them gives. */
export type Values = { readonly [Name in keyof typeof variables]: (typeof variables)[Name]['fallback'] };

/** Engines that this version does not have yet. Ignoring them would let somebody believe that they are used. */
export const laterEngines: Readonly<Record<string, Text>> = {
  OIDC_ISSUER: { da: 'login med OIDC', en: 'sign-in with OIDC' },
};
