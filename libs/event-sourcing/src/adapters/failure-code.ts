import { Unrecoverable } from '../effect-queue.js';

/** What may be a code: words without blanks. Everything else may hold data and is not kept. */
const CODE = /^[\w.-]{1,80}$/;

/** Says in one word why a run failed: the error's code, or else the name of its class. Never its text. */
export function failureCode(error: unknown): string {
  if (error instanceof Unrecoverable) return CODE.test(error.code) ? error.code : 'Unrecoverable';
  if (typeof error !== 'object' || error === null) return 'Error';
  const words: readonly unknown[] = [(error as { code?: unknown }).code, error.constructor?.name];
  return words.find((word): word is string => typeof word === 'string' && CODE.test(word)) ?? 'Error';
}
