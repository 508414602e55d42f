import { readdirSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Text } from '@rettidig/event-sourcing';
import { isAddress, smtpServerOf, type MailSender, type SmtpServer } from '@rettidig/mail';

/** One variable of the environment: its default, and what it means when it is set. */
export interface Variable<Value> {
  readonly fallback: Value;
  /** Undefined when the text means nothing. */
  readonly read: (text: string) => Value | undefined;
  readonly expected: Text;
}

/** A whole number between two bounds, both included. */
export const wholeNumber = (fallback: number, least: number, most: number): Variable<number> => ({
  fallback,
  read: (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : undefined;
  },
  expected: { da: `et tal fra ${least} til ${most}`, en: `a number from ${least} to ${most}` },
});

export const oneOf = <Value extends string>(fallback: Value, values: readonly Value[]): Variable<Value> => ({
  fallback,
  read: (text) => values.find((value) => value === text),
  expected: { da: `en af ${values.join(', ')}`, en: `one of ${values.join(', ')}` },
});

/** Null when unset: what it means then depends on other variables. */
export const yesOrNo: Variable<boolean | null> = {
  fallback: null,
  read: (text) => ({ true: true, false: false })[text],
  expected: { da: 'true eller false', en: 'true or false' },
};

/** The address of an engine. Only its form is looked at here; the engine's own client says what is wrong within. */
export const urlOf = (schemes: readonly string[], example: string): Variable<string | null> => ({
  fallback: null,
  read: (text) => (schemes.some((scheme) => isUrlOf(scheme, text)) ? text : undefined),
  expected: { da: `en adresse som ${example}`, en: `an address like ${example}` },
});

const isUrlOf = (scheme: string, text: string): boolean =>
  text.startsWith(`${scheme}://`) && /^[^\s/?#]+([/?#]\S*)?$/.test(text.slice(scheme.length + 3));

/** A mail server. Its password goes over the network encrypted, or not at all. */
export const mailServer: Variable<SmtpServer | null> = {
  fallback: null,
  read: (text) => {
    const server = smtpServerOf(text);
    return typeof server === 'string' ? undefined : server;
  },
  expected: {
    da: 'en adresse som smtp://bruger:kodeord@host:587 eller smtps://host; uden kryptering (?tls=no) kun uden kodeord',
    en: 'an address like smtp://user:password@host:587 or smtps://host; unencrypted (?tls=no) only without a password',
  },
};

/** `Rettidig <rettidig@kommune.dk>`, or the address alone. */
export const mailSender: Variable<MailSender | null> = {
  fallback: null,
  read: (text) => {
    const [, name = '', address = text] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
    return isAddress(address) ? { name: name.replace(/^\s*"|"\s*$/g, '').trim(), address } : undefined;
  },
  expected: {
    da: 'en mailadresse som Rettidig <rettidig@kommune.dk>',
    en: 'a mail address like Rettidig <rettidig@kommune.dk>',
  },
};

/** Where people reach the service with a browser; links in mails begin with it. Without a slash at its end. */
export const webAddress: Variable<string | null> = {
  fallback: null,
  read: (text) =>
    /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(text) && URL.canParse(text) ? text.replace(/\/+$/, '') : undefined,
  expected: { da: 'en adresse som https://rettidig.kommune.dk', en: 'an address like https://rettidig.kommune.dk' },
};

/** What keeps several installations on the same servers apart. */
export const prefix: Variable<string> = {
  fallback: 'rettidig',
  read: (text) => (/^[a-z0-9]{1,40}$/.test(text) ? text : undefined),
  expected: { da: '1-40 små bogstaver (a-z) og cifre', en: '1-40 lower-case letters (a-z) and digits' },
};

export const hostName: Variable<string> = {
  fallback: '127.0.0.1',
  read: (text) => (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text) ? text : undefined),
  expected: { da: 'en adresse at lytte på', en: 'an address to listen on' },
};

/** A folder that is made where it is missing. */
export const folder = (fallback: string): Variable<string> => ({
  fallback,
  read: (text) => (text.includes('\0') ? undefined : text),
  expected: { da: 'en mappe', en: 'a folder' },
});

/** A folder of somebody else's, which must be there. */
export const folderThatExists: Variable<string | null> = {
  fallback: null,
  read: (text) => (isReadable(text) ? text : undefined),
  expected: { da: 'en mappe, der findes og kan læses', en: 'a folder that exists and can be read' },
};

function isReadable(path: string): boolean {
  try {
    return !path.includes('\0') && readdirSync(path) !== undefined;
  } catch {
    return false;
  }
}
