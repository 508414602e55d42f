import { Unrecoverable } from '../effect-queue.js';

/** What may be a code: words without blanks. Everything else may hold data and is not kept. */
const CODE = /^[\w.-]{1,80}$/;

/** Says in one word why a run failed: the error's code, or else the name of its class. Never its text. */
export function failureCode(error: unknown): string {
  if (error instanceof Unrecoverable) return CODE.test(error.code) ? error.code : 'Unrecoverable';
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const word = [code, error instanceof Error ? error.constructor.name : undefined, name].find(
    (candidate) => typeof candidate === 'string' && CODE.test(candidate),
  );
  return (word as string | undefined) ?? 'Error';
}
