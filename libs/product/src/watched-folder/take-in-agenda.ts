import { hashOfBytes, idOf, type Effect, type SentFile } from '@rettidig/event-sourcing';
import { MOST_DOCUMENT_BYTES } from '@rettidig/documents';
import { importKinds, takeIn } from '@rettidig/imports';
import { SystemClock, type ServiceTools } from '@rettidig/platform';
import { WatchedFolder } from './watched-folder.js';

/** Whoever published the file is not known; what is recorded is recorded by the service. */
const ACTOR = { id: idOf('system', 'watched-folder'), role: 'system' } as const;

/** Takes in the political agendas that are published into a folder, once each, whichever process comes first. */
export function takeInAgenda(folder: string, { engine, privateStore, log, explain }: ServiceTools): Effect {
  const kind = importKinds.find(({ name }) => name === 'politicalAgenda')!;
  const clock = new SystemClock();
  const take = (file: SentFile): Promise<void> => {
    // The same file again is the same act.
    const commandId = idOf(ACTOR.id, hashOfBytes(file.bytes));
    const request = { actor: ACTOR, now: clock.now(), language: 'da', commandId, correlationId: commandId } as const;
    return takeIn(kind, file, { engine, privateStore }, request);
  };
  const watched = new WatchedFolder({
    ...{ folder, most: MOST_DOCUMENT_BYTES, take, explain },
    log: (level, line, fields) => log.line(level, line, fields),
  });
  return {
    name: 'take-in-agenda',
    every: '*/5 * * * * *',
    due: async ({ now }) => (await watched.settled()).map((key) => ({ key, runAt: now, about: {} })),
    check: async ({ key }) => ((await watched.has(key)) ? null : 'delivery-gone'),
    perform: ({ key }) => watched.takeIn(key),
  };
}
