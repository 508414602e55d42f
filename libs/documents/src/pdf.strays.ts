import { setImmediate } from 'node:timers/promises';

/** How many files are being read; the listener is there as long as one is. */
let reading = 0;

/** Whether an error comes from inside the library: its stack leads through its one file. */
const isOfLibrary = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'stack' in reason && String(reason.stack).includes('unpdf');

/** Lets go of what the library lost; anything else ends the process, as it does without a listener. */
function onRejection(reason: unknown): void {
  if (isOfLibrary(reason)) return;
  if (process.listenerCount('unhandledRejection') === 1) throw reason;
}

/**
 * Does a piece of work with the library that reads PDFs. On some damaged files it leaves a rejected promise behind that
 * nobody waits for, beside the one it answers with; Node would end the whole process for it.
 */
export async function withoutStrays<Result>(work: () => Promise<Result>): Promise<Result> {
  if (reading === 0) process.on('unhandledRejection', onRejection);
  reading += 1;
  try {
    return await work();
  } finally {
    // Such promises are reported at the end of the turn in which they were rejected.
    await setImmediate();
    reading -= 1;
    if (reading === 0) process.off('unhandledRejection', onRejection);
  }
}
