import { accessSync, constants } from 'node:fs';
import { Unusable } from '../../errors.js';

/** Options that the client knows, in the spelling that it compares with (no capitals, dashes or underscores). */
const FLAGS = ['tls', 'tlsverifycert', 'throwonappendfailure'];
const NUMBERS = [
  'maxdiscoverattempts',
  'discoveryinterval',
  'gossiptimeout',
  'keepaliveinterval',
  'keepalivetimeout',
  'defaultdeadline',
];
const FILES = ['tlscafile', 'usercertfile', 'userkeyfile'];
const PREFERENCES = ['leader', 'follower', 'random', 'readonlyreplica'];

/** What we set where the operator did not: a search for a cluster that ends within the time of a few calls. */
const defaults = (callMs: number): readonly (readonly [string, string])[] => [
  ['maxDiscoverAttempts', '3'],
  ['gossipTimeout', String(Math.max(1, Math.round(callMs / 1000)))],
  ['defaultDeadline', String(callMs)],
];

export interface CheckedUrl {
  /** What the client is given. Holds the password: never for a log. */
  readonly url: string;
  /** The same for each node by itself, without a search for a cluster. */
  readonly nodes: readonly string[];
  /** The hosts alone. */
  readonly shown: string;
  /** The password goes nowhere, because it is only sent over TLS. */
  readonly hasIdlePassword: boolean;
}

/**
 * Looks through a connection string before the client does: it warns on the console with the whole string, password
 * included, about what it does not know, and goes on without it.
 * @throws Unusable with what is wrong, never with the string itself.
 */
export function checkedUrl(given: string, callMs: number): CheckedUrl {
  const [, scheme = '', rest = ''] = /^([a-z+]*):\/\/(.*)$/i.exec(given.trim()) ?? [];
  if (/^kurrentdb/i.test(scheme)) {
    throw wrong(
      'kurrentdb:// kendes ikke her; skriv esdb:// i stedet',
      'kurrentdb:// is not known here; write esdb://',
    );
  }
  if (scheme !== 'esdb' && scheme !== 'esdb+discover') {
    throw wrong(
      'den skal begynde med esdb:// eller esdb+discover://',
      'it has to begin with esdb:// or esdb+discover://',
    );
  }
  const [, credentials, hostPart = '', query] = /^(?:(.*)@)?([^/?]*)\/?(?:\?(.*))?$/.exec(rest) ?? [];
  checkCredentials(credentials);
  const hosts = checkedHosts(hostPart);
  const options = checkedOptions(query);
  const added = defaults(callMs).filter(([name]) => !options.has(flat(name)));
  const all = [...(query ? [query] : []), ...added.map((pair) => pair.join('='))].join('&');
  const login = credentials === undefined ? '' : `${credentials}@`;
  return {
    url: `${scheme}://${login}${hosts}?${all}`,
    nodes: hosts.split(',').map((host) => `esdb://${login}${host.trim()}?${all}`),
    shown: `${scheme}://${hosts}`,
    hasIdlePassword: credentials !== undefined && options.get('tls') === 'false',
  };
}

const flat = (name: string): string => name.trim().toLowerCase().replaceAll(/[_-]/g, '');

function checkCredentials(credentials: string | undefined): void {
  if (credentials === undefined) return;
  const parts = credentials.split(':');
  if (parts.length !== 2 || parts.some((part) => part === '' || !isEncoded(part)) || credentials.includes('@')) {
    throw wrong(
      'bruger og adgangskode skrives bruger:adgangskode@, og tegnene : @ / % ? # i dem som %3A %40 %2F %25 %3F %23',
      'user and password are written user:password@, with the signs : @ / % ? # in them as %3A %40 %2F %25 %3F %23',
    );
  }
}

function isEncoded(part: string): boolean {
  try {
    return decodeURIComponent(part) !== '' && !/[/?#]/.test(part);
  } catch {
    return false;
  }
}

function checkedHosts(hosts: string): string {
  for (const host of hosts.split(',')) {
    const [, name = '', port] = /^([a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(host.trim()) ?? [];
    if (name === '' || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) {
      throw wrong(
        'den nævner ingen brugbar server; skriv navn eller navn:port, flere med komma imellem',
        'it names no usable server; write name or name:port, several with commas between',
      );
    }
  }
  return hosts;
}

function checkedOptions(query: string | undefined): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const pair of query ? query.split('&') : []) {
    const [name = '', value = ''] = pair.split('=');
    checkOption(name, flat(name), value.trim());
    options.set(flat(name), value.trim());
  }
  if (options.has('usercertfile') !== options.has('userkeyfile')) {
    throw wrong('userCertFile og userKeyFile hører sammen', 'userCertFile and userKeyFile go together');
  }
  return options;
}

function checkOption(shown: string, name: string, value: string): void {
  if (name === 'tlsverifycert' && value === 'false') {
    throw wrong(
      'tlsVerifyCert=false understøttes ikke; angiv serverens rodcertifikat med tlsCAFile eller NODE_EXTRA_CA_CERTS',
      'tlsVerifyCert=false is not supported; name the root certificate of the server with tlsCAFile or NODE_EXTRA_CA_CERTS',
    );
  }
  if (name === 'throwonappendfailure' && value === 'false') {
    throw wrong('throwOnAppendFailure=false kan ikke bruges', 'throwOnAppendFailure=false cannot be used');
  }
  if (FILES.includes(name)) return checkFile(shown, value);
  if (!isKnown(name, value)) {
    const word = /^\w{1,30}$/.test(shown) ? shown : '?';
    throw wrong(
      `valget ${word} kendes ikke eller har en umulig værdi`,
      `the option ${word} is unknown or has an impossible value`,
    );
  }
}

const isKnown = (name: string, value: string): boolean =>
  (FLAGS.includes(name) && /^(true|false)$/.test(value)) ||
  (NUMBERS.includes(name) && /^-?\d+$/.test(value)) ||
  (name === 'nodepreference' && PREFERENCES.includes(flat(value))) ||
  (name === 'connectionname' && value !== '');

function checkFile(option: string, value: string): void {
  try {
    accessSync(decodeURIComponent(value), constants.R_OK);
  } catch {
    throw wrong(`filen i ${option} kan ikke læses`, `the file in ${option} cannot be read`);
  }
}

const wrong = (da: string, en: string): Unusable =>
  new Unusable('store.wrong-url', {
    da: `EVENTSTORE_URL kan ikke bruges: ${da}. Eksempel: esdb://bruger:adgangskode@server1:2113,server2:2113?tls=true`,
    en: `EVENTSTORE_URL cannot be used: ${en}. Example: esdb://user:password@server1:2113,server2:2113?tls=true`,
  });
