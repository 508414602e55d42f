import { idOf, type SentFile } from '@rettidig/event-sourcing';
import { MOST_DOCUMENT_BYTES } from '@rettidig/documents';
import { importKinds, takeIn } from '@rettidig/imports';
import { SystemClock, type App } from '@rettidig/platform';
import { createHash } from 'node:crypto';
import { WatchedFolder } from './watched-folder.js';

/** How long between two looks at the folder, in milliseconds. */
const BETWEEN_SWEEPS_MS = 5000;
/** Whoever published the file is not known; what is recorded is recorded by the service. */
const ACTOR = { id: idOf('system', 'watched-folder'), role: 'system' } as const;

/** Takes in the political agendas that are published into a folder, until the answer is called. */
export function watchAgendas({ engine, privateStore, log, explain }: App, folder: string): () => Promise<void> {
  const kind = importKinds.find(({ name }) => name === 'politicalAgenda')!;
  const clock = new SystemClock();
  const take = (file: SentFile): Promise<void> => {
    // The same file again is the same act.
    const commandId = idOf(ACTOR.id, createHash('sha256').update(file.bytes).digest('hex'));
    const request = { actor: ACTOR, now: clock.now(), language: 'da', commandId, correlationId: commandId } as const;
    return takeIn(kind, file, { engine, privateStore }, request);
  };
  const watched = new WatchedFolder({
    ...{ folder, most: MOST_DOCUMENT_BYTES, take, explain },
    log: (level, line, fields) => log.line(level, line, fields),
  });
  return repeated(() =>
    watched.sweep().catch((error: unknown) => log.failure('the watched folder could not be looked at', error)),
  );
}

/** Does something again and again with a pause in between; answers how to stop, which waits for what is under way. */
function repeated(work: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();
  const next = (): void => {
    underWay = work().then(() => {
      if (!stopped) timer = setTimeout(next, BETWEEN_SWEEPS_MS).unref();
    });
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
