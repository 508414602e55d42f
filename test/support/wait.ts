import { setTimeout as pause } from 'node:timers/promises';

/** The longest pause between two looks. */
const LONGEST_PAUSE = 200;

/**
 * Waits until a condition holds, looking every few milliseconds, and less often the longer it takes; a condition that throws
 * does not hold yet.
 */
export async function waitFor(condition: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const begun = Date.now();
  let last: unknown;
  for (;;) {
    try {
      if (await condition()) return;
    } catch (error) {
      last = error;
      if (error instanceof Error && error.message.startsWith('the service ended')) throw error;
    }
    const waited = Date.now() - begun;
    if (waited > withinMs) throw new Error(`not within ${withinMs} ms`, { cause: last });
    await pause(Math.min(LONGEST_PAUSE, Math.max(10, waited / 20)));
  }
}
