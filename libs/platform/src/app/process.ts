import { Unusable } from '@rettidig/event-sourcing';
import type { Config } from '../config/config.js';
import type { App } from './create-app.js';

/** The exit code for what only a person can put right (EX_CONFIG of sysexits). */
const UNUSABLE = 78;
/** How long a stop may take, in milliseconds, before the process ends anyway. */
const STOP_MS = 10_000;
/** Ctrl+C reaches a process once itself and once more through npm: so soon, in milliseconds, it is the same one. */
const SAME_SIGNAL_MS = 500;
/** Connections that may wait to be accepted while the process is busy; Node's own 511 resets some of a thousand at once. */
const MOST_WAITING = 4096;

/** Told how to let go of what was opened, once there is something. */
export type OnStop = (close: () => Promise<void>) => void;

/**
 * Runs a service until it is asked to stop: then it finishes what it has begun, for ten seconds at most, and ends with 0.
 * Asked a second time it ends at once. What cannot be used is said in a sentence, with code 78.
 */
export function runProcess(main: (onStop: OnStop) => Promise<void>): void {
  const onStop = stopOnSignals();
  main(onStop).catch((error: unknown) => {
    if (error instanceof Unusable) {
      console.error(`\n${error.sentence.da}\n\n${error.sentence.en}\n`);
      process.exit(UNUSABLE);
    }
    console.error(error);
    process.exit(1);
  });
}

function stopOnSignals(): OnStop {
  // Before anything was opened there is nothing to finish.
  let close = (): Promise<void> => Promise.resolve();
  let askedAt: number | undefined;
  const stop = (): void => {
    const now = performance.now();
    if (askedAt !== undefined) {
      if (now - askedAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    askedAt = now;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return (opened) => (close = opened);
}

/**
 * Begins to answer, and tells at which address.
 * @throws Unusable `listen.refused` when the address is taken or not ours.
 */
export async function listen(app: App, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  try {
    await app.nest.listen({ port, host, backlog: MOST_WAITING });
    return await app.nest.getUrl();
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new Unusable('listen.refused', {
      da: `Der kan ikke lyttes på ${host}:${port} (${code}). Luk det andet program, eller vælg en anden port: PORT=${port + 1} npm start.`,
      en: `Cannot listen on ${host}:${port} (${code}). Stop the other program, or choose another port: PORT=${port + 1} npm start.`,
    });
  }
}
