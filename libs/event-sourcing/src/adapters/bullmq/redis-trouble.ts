import { TryLater } from '../../errors.js';

/** How long a caller should wait for Redis to come back, in seconds. */
const SECONDS = 5;

/** The codes of what a person must mend, by what Redis, TLS and the driver say. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/\b(NOAUTH|WRONGPASS|NOPERM)\b|invalid password|invalid username/i, 'queue.access-denied'],
  [/certificate|altnames/i, 'queue.bad-certificate'],
  [/protocol error|wrong version number|SSL routines/i, 'queue.not-redis'],
  [/\bOOM\b/, 'queue.full'],
  [/\b(READONLY|MISCONF)\b/, 'queue.read-only'],
];

/** What the driver says when there is nobody at the other end. */
const SILENT =
  /^(Connection is closed|Command timed out|connect |read |write |Stream isn't writeable|Command aborted|Reached the max retries|Ready check failed|Socket timeout|LOADING|BUSY)/;

/** The code of what stands in the way, for an error of a connection. */
export const troubleOf = (error: unknown): string => codeOf(error) ?? 'queue.unreachable';

/** Whether somebody must be told of it; that Redis is away is told once, by its connection. */
export const isOfConnection = (error: unknown): boolean => codeOf(error) !== undefined || SILENT.test(textOf(error));

/** What a caller is answered with; an error that is nobody's but ours is given back as it is. */
export function refusalOf(error: unknown): unknown {
  return isOfConnection(error) ? new TryLater(troubleOf(error), SECONDS) : error;
}

export const away = (code: string): TryLater => new TryLater(code, SECONDS);

const codeOf = (error: unknown): string | undefined => SAID.find(([said]) => said.test(textOf(error)))?.[1];

const textOf = (error: unknown): string => {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : '';
};

/** The versions of Redis whose scripts and blocking reads are known to work begin here. */
const OLDEST = [6, 2] as const;

/** What is wrong with a Redis that answers: it is too old, or it throws away what it was given when it is full. */
export function flawOf(info: string): string | null {
  const value = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const [major = 0, minor = 0] = value('redis_version').split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) return 'queue.too-old';
  return ['', 'noeviction'].includes(value('maxmemory_policy')) ? null : 'queue.evicts';
}
