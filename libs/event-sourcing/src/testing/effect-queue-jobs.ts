import type { EffectQueue, Job, QueueWork } from '../effect-queue.js';
import { pause } from '../waiting.js';

/** In milliseconds: what the queues of the suite wait after the first failure. */
export const FIRST_BACKOFF = 40;

/** How long something may take that will come, in milliseconds. */
export const SOON = 15_000;

/** Opens a queue on the place of a test; more than one stands for as many processes. */
export type Open = () => Promise<EffectQueue>;

/** Waits until a condition holds. */
export async function until(condition: () => boolean | Promise<boolean>, milliseconds = SOON): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await condition()); await pause(5)) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${condition.toString()}`);
  }
}

/** An instant so many milliseconds from now. */
export const inMillis = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** A job that is due. */
export const aJob = (key: string, more: Partial<Job> = {}): Job => ({
  kind: 'greet',
  key,
  runAt: inMillis(-1),
  data: {},
  ...more,
});

/** Work that does what it is told, without sweeps. */
export const workOf = (handle: QueueWork['handle'], more: Partial<QueueWork> = {}): QueueWork => ({
  handle,
  sweeps: [],
  concurrency: 10,
  attempts: () => 3,
  ...more,
});

/** A door that stays shut until it is opened. */
export function door(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}
