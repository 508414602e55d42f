import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition holds, looking every few milliseconds; a condition that throws does not hold yet. */
export async function waitFor(condition: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const until = Date.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      if (await condition()) return;
    } catch (error) {
      last = error;
      if (error instanceof Error && error.message.startsWith('the service ended')) throw error;
    }
    if (Date.now() > until) throw new Error(`not within ${withinMs} ms`, { cause: last });
    await pause(10);
  }
}
