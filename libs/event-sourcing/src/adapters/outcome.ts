import { ComeAgain, Unrecoverable } from '../effect-queue.js';
import { failureCode } from './failure-code.js';

/** What becomes of a job whose run threw. Times are milliseconds since 1970. */
export type Outcome =
  | { readonly how: 'again'; readonly at: number }
  | { readonly how: 'failed'; readonly code: string }
  | { readonly how: 'hopeless'; readonly code: string };

/** @param stopped the run was told to stop because the process ends: then it does not count. */
export function outcomeOf(error: unknown, stopped: boolean, now: number): Outcome {
  if (error instanceof Unrecoverable) return { how: 'hopeless', code: failureCode(error) };
  const at = error instanceof ComeAgain ? Date.parse(error.at) : stopped ? now : undefined;
  if (at === undefined) return { how: 'failed', code: failureCode(error) };
  return Number.isNaN(at) ? { how: 'failed', code: 'RangeError' } : { how: 'again', at };
}
