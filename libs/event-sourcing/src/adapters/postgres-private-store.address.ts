import pg from 'pg';
import { Unusable } from '../errors.js';
import { codeOf } from './unusable-file.js';

/** Where a PostgreSQL server is, and how to speak to it. */
export interface Address {
  /** With the password in it: never to be shown. */
  readonly url: string;
  /** Server, port and database, to be named in messages. */
  readonly where: string;
}

/**
 * What may stand for `sslmode`. Whoever asks for a checked connection gets one where name and certificate are checked;
 * the driver would do the same and warn of the names that mean less elsewhere.
 */
const MODES: Readonly<Record<string, string>> = {
  disable: 'disable',
  'no-verify': 'no-verify',
  require: 'verify-full',
  'verify-ca': 'verify-full',
  'verify-full': 'verify-full',
};

/** @throws Unusable for an address that cannot be meant, without repeating it: it holds a password. */
export function addressOf(given: string): Address {
  const url = parsed(given);
  const mode = url.searchParams.get('sslmode');
  if (mode !== null) {
    if (MODES[mode] === undefined) throw badMode();
    url.searchParams.set('sslmode', MODES[mode]);
  }
  try {
    const { host, port, database } = new pg.Client({ connectionString: url.href });
    return { url: url.href, where: `${host}:${port}/${database}` };
  } catch (error) {
    throw codeOf(error).startsWith('ERR_') ? badUrl() : noCertificate(codeOf(error));
  }
}

/** A character of a password that must be written in another way would make its rest a host or a database. */
function parsed(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isOurs = url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
  if (!isOurs || url.hash !== '' || url.pathname.includes('@') || url.search.includes('@')) throw badUrl();
  return url;
}

const badUrl = (): Unusable =>
  new Unusable('private.bad-url', {
    da: 'Adressen på det private lager kan ikke læses. Skriv PRIVATE_STORE_URL som postgresql://bruger:adgangskode@server:5432/database; tegnene @ / ? # % i adgangskoden skrives %40 %2F %3F %23 %25.',
    en: 'The address of the private store cannot be read. Write PRIVATE_STORE_URL as postgresql://user:password@server:5432/database; the characters @ / ? # % of the password are written %40 %2F %3F %23 %25.',
  });

const badMode = (): Unusable =>
  new Unusable('private.bad-url', {
    da: 'PRIVATE_STORE_URL har en ukendt sslmode. Brug verify-full (krypteret, certifikatet kontrolleres), no-verify (krypteret, kun til prøver) eller disable.',
    en: 'PRIVATE_STORE_URL has an unknown sslmode. Use verify-full (encrypted, the certificate is checked), no-verify (encrypted, for trials only) or disable.',
  });

const noCertificate = (code: string): Unusable =>
  new Unusable('private.bad-certificate', {
    da: `En fil, som PRIVATE_STORE_URL nævner (sslrootcert, sslcert eller sslkey), kan ikke læses (${code}). Ret stien, eller giv programmet adgang.`,
    en: `A file that PRIVATE_STORE_URL names (sslrootcert, sslcert or sslkey) cannot be read (${code}). Correct the path, or give the program access.`,
  });
