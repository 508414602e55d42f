/**
 * What an error of the client means for us. The client throws three kinds: its own classes (with a `type`), bare errors
 * of gRPC (with a `code`, from the steps before a call: discovery, what the server can), and plain ones (text alone).
 */
export type Verdict =
  /** The stream is at another revision. */
  | 'conflict'
  /** There is no such stream. */
  | 'missing'
  /** The stream was deleted for ever. */
  | 'deleted'
  /** Wrong password, or the user may not. */
  | 'denied'
  /** The server's certificate is not one that we trust. */
  | 'bad-certificate'
  /** One side speaks TLS and the other does not. */
  | 'not-tls'
  /** There is no such place in the log. */
  | 'bad-position'
  | 'too-large'
  /** Nobody took it: nothing listens, no leader, the server is starting. */
  | 'not-taken'
  /** It may have been done or not: the connection was cut, the time was up, the server could not say. */
  | 'unknown'
  /** A mistake in a program: nothing to do with the connection. */
  | 'failed';

/** Our own time for a call was up. The client's deadlines do not cover all its calls. */
export class TimedOut extends Error {
  constructor() {
    super('no answer in time');
  }
}

/** The client was replaced while it worked on a call: what it read meanwhile may be cut short without an error. */
export class Replaced extends Error {
  constructor() {
    super('the connection was replaced');
  }
}

const BY_TYPE: Readonly<Record<string, Verdict>> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'missing',
  'stream-deleted': 'deleted',
  'access-denied': 'denied',
  'maximum-append-size-exceeded': 'too-large',
  'not-leader': 'not-taken',
};

/** Statuses of gRPC that mean one thing whatever the text. */
const BY_CODE: Readonly<Record<number, Verdict>> = { 7: 'denied', 8: 'too-large', 16: 'denied' };

const BY_TEXT: readonly (readonly [RegExp, Verdict])[] = [
  [/wrong version number|packet length too long|record layer|EPROTO/i, 'not-tls'],
  [/certificate|self.signed|unable to verify|altname|CERT_/i, 'bad-certificate'],
  [/invalid position/i, 'bad-position'],
  [/size exceeded|larger than max/i, 'too-large'],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|No connection established|Failed to discover/, 'not-taken'],
  [/Server Is Not Ready|Name resolution failed|Channel has been shut down/i, 'not-taken'],
];

/** By class, then by status, then by text: each is missing somewhere. */
export function verdictOf(error: unknown): Verdict {
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  const text = textOf(error);
  return (
    BY_TYPE[String(type)] ??
    (typeof code === 'number' ? BY_CODE[code] : undefined) ??
    BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ??
    (type !== undefined || code !== undefined || error instanceof TimedOut || error instanceof Replaced
      ? 'unknown'
      : 'failed')
  );
}

/** Whether the server answered the question, if not as we hoped. */
export const isAnswer = (verdict: Verdict): boolean =>
  ['conflict', 'missing', 'deleted', 'denied', 'bad-position', 'too-large'].includes(verdict);

/** Whether the same call may go through later without anybody doing anything about it. */
export const isPassing = (verdict: Verdict): boolean => verdict === 'not-taken' || verdict === 'unknown';

/**
 * Whether the client will go on failing with this by itself. It keeps the failed question what the server can for ever
 * (in a cluster also a failed discovery): bare errors come from there. A bare "unavailable" it does forget.
 */
export function isStuck(error: unknown): boolean {
  if (error instanceof TimedOut || error instanceof Replaced) return false;
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  return typeof type !== 'string' && code !== 14 && verdictOf(error) !== 'failed';
}

/** The text of an error, for a line in the log: texts of connections and of the server, never of events. */
function textOf(error: unknown): string {
  const { message, details } = (error ?? {}) as { message?: unknown; details?: unknown };
  return [message, details].filter((text) => typeof text === 'string' && text !== '').join(' ');
}

/** What a person has to mend is told by this code; undefined for all else. */
export const codeOfTrouble = (verdict: Verdict): string | undefined => TROUBLES[verdict];

const TROUBLES: Partial<Record<Verdict, string>> = {
  denied: 'store.access-denied',
  'bad-certificate': 'store.bad-certificate',
  'not-tls': 'store.bad-certificate',
};

/** What was thrown, as an error. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(typeof thrown));
