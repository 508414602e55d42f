import { TryLater, Unusable } from '../errors.js';
import { codeOf } from './unusable-file.js';

/** How long to wait before a server that did not answer is asked again. */
const SECONDS_UNTIL_ANSWER = 2;
/** How long to wait before a full disk is tried again. */
const SECONDS_UNTIL_SPACE = 30;

/** Classes and codes of PostgreSQL that pass: connections, resources, shutting down, locks, a server that only reads. */
const PASSING = /^(08|25006|40|53|55P03|57|58|XX)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT)/;
const NO_ENCRYPTION = 'The server does not support SSL connections';

/** The connection ended under the question: the server restarted, or another one leads now. */
export const isCut = (error: unknown): boolean =>
  ['ECONNRESET', 'EPIPE', '57P01', '57P02'].includes(codeOf(error)) ||
  /^Connection terminated unexpectedly|not queryable$/.test(messageOf(error));

/** Whether a start may wait for it. A name may be unknown for as long as the server's own start takes. */
export function mayPass(error: unknown): boolean {
  if (error instanceof Unusable || isRefusal(error)) return false;
  return !SQLSTATE.test(codeOf(error)) || PASSING.test(codeOf(error));
}

/** Passwords, certificates and encryption: the driver tells some of them by their text alone. */
const isRefusal = (error: unknown): boolean =>
  CERTIFICATE.test(codeOf(error)) || messageOf(error) === NO_ENCRYPTION || messageOf(error).startsWith('SASL');

/** What a question that failed is answered with. Neither text nor detail of the driver: they hold what was to be kept. */
export function answerFor(error: unknown): Error {
  const code = codeOf(error);
  if (/^(22|23)/.test(code)) return new Error(`the private store refused a statement (${code})`);
  if (code === '53100') return new TryLater('private.disk-full', SECONDS_UNTIL_SPACE);
  return new TryLater('private.unreachable', SECONDS_UNTIL_ANSWER);
}

/** A word for the log: the code, or what kind of error it was. */
export const wordFor = (error: unknown): string =>
  codeOf(error) || (/time(d )?out/i.test(messageOf(error)) ? 'timeout' : 'connection lost');

/** The sentence for a server that a process cannot start with; any other error is given back as it is. */
export function unusableServer(where: string, error: unknown): unknown {
  if (error instanceof Unusable) return error;
  const code = codeOf(error);
  if (code.startsWith('28') || messageOf(error).startsWith('SASL')) return loginRefused(where, code);
  if (code === '3D000') return noDatabase(where);
  if (code === '42501') return noRights(where);
  if (CERTIFICATE.test(code)) return badCertificate(where, code);
  if (messageOf(error) === NO_ENCRYPTION) return noEncryption(where);
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) return unknownHost(where);
  return mayPass(error) ? unreachable(where, wordFor(error)) : error;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

const loginRefused = (where: string, code: string): Unusable =>
  new Unusable('private.login-refused', {
    da: `PostgreSQL på ${where} afviser bruger eller adgangskode i PRIVATE_STORE_URL (${code || 'adgangskode mangler'}). Ret dem, eller giv brugeren adgang i serverens pg_hba.conf.`,
    en: `PostgreSQL at ${where} refuses the user or the password in PRIVATE_STORE_URL (${code || 'no password'}). Correct them, or let the user in through the server's pg_hba.conf.`,
  });

const noDatabase = (where: string): Unusable =>
  new Unusable('private.no-database', {
    da: `Databasen ${where} findes ikke. Opret den ("create database … owner …"), eller ret PRIVATE_STORE_URL.`,
    en: `The database ${where} does not exist. Create it ("create database … owner …"), or correct PRIVATE_STORE_URL.`,
  });

const noRights = (where: string): Unusable =>
  new Unusable('private.no-rights', {
    da: `Brugeren i PRIVATE_STORE_URL må ikke oprette eller bruge det private lagers tabeller i ${where}. Gør brugeren til ejer af databasen ("alter database … owner to …").`,
    en: `The user in PRIVATE_STORE_URL may not create or use the tables of the private store in ${where}. Make that user the owner of the database ("alter database … owner to …").`,
  });

const badCertificate = (where: string, code: string): Unusable =>
  new Unusable('private.bad-certificate', {
    da: `Certifikatet fra PostgreSQL på ${where} kan ikke godkendes (${code}). Tilføj sslrootcert=<fil med udstederens certifikat> til PRIVATE_STORE_URL, og brug det servernavn, som certifikatet gælder for.`,
    en: `The certificate of PostgreSQL at ${where} cannot be trusted (${code}). Add sslrootcert=<file with the issuer's certificate> to PRIVATE_STORE_URL, and use the server name that the certificate is for.`,
  });

const noEncryption = (where: string): Unusable =>
  new Unusable('private.no-encryption', {
    da: `PostgreSQL på ${where} taler ikke krypteret, men PRIVATE_STORE_URL kræver det (sslmode). Slå ssl til på serveren; sslmode=disable kun, hvor ingen kan lytte med.`,
    en: `PostgreSQL at ${where} does not speak encrypted, but PRIVATE_STORE_URL demands it (sslmode). Turn ssl on in the server; sslmode=disable only where nobody can listen.`,
  });

const unknownHost = (where: string): Unusable =>
  new Unusable('private.unknown-host', {
    da: `Serveren i PRIVATE_STORE_URL (${where}) er ukendt på nettet. Ret navnet, eller vent, til det kan slås op.`,
    en: `The server in PRIVATE_STORE_URL (${where}) is unknown on the network. Correct its name, or wait until it can be looked up.`,
  });

const unreachable = (where: string, word: string): Unusable =>
  new Unusable('private.unreachable', {
    da: `PostgreSQL på ${where} svarer ikke (${word}). Start serveren, eller ret server og port i PRIVATE_STORE_URL.`,
    en: `PostgreSQL at ${where} does not answer (${word}). Start the server, or correct server and port in PRIVATE_STORE_URL.`,
  });
