/** A mail server, as its address says. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * `always`: TLS from the first byte (smtps). `required`: STARTTLS, and nothing is sent without it. `none`: in the clear,
   * for a server on the same machine.
   */
  readonly tls: 'always' | 'required' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** What is wrong with an address of a mail server. */
export type SmtpUrlProblem = 'not-an-address' | 'unknown-parameter' | 'password-in-the-clear';

/**
 * Reads `smtp://host`, `smtp://user:password@host:587`, `smtps://host`, `smtp://localhost:1025?tls=no`. Ports left out
 * are 587 and 465.
 */
export function smtpServerOf(url: string): SmtpServer | SmtpUrlProblem {
  if (!URL.canParse(url)) return 'not-an-address';
  const parts = new URL(url);
  if (!isWhole(parts)) return 'not-an-address';
  if (!['', '?tls=no', '?tls=yes'].includes(parts.search)) return 'unknown-parameter';
  const tls = parts.protocol === 'smtps:' ? 'always' : parts.search === '?tls=no' ? 'none' : 'required';
  const login = loginOf(parts);
  if (login === undefined) return 'not-an-address';
  if (login && tls === 'none' && !isThisMachine(parts.hostname)) return 'password-in-the-clear';
  const port = parts.port === '' ? (tls === 'always' ? 465 : 587) : Number(parts.port);
  return { host: parts.hostname.replace(/^\[|\]$/g, ''), port, tls, login };
}

const isWhole = ({ protocol, hostname, pathname, hash }: URL): boolean =>
  /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname) && hash === '';

/** Null without a user; undefined when it cannot be read. */
function loginOf({ username, password }: URL): SmtpServer['login'] | undefined {
  if (username === '') return null;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
