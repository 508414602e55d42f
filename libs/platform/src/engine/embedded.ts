import type { Clock } from '@rettidig/event-sourcing';
import {
  SqliteEffectQueue,
  SqliteEventStore,
  SqlitePrivateStore,
  SqliteReadDatabase,
} from '@rettidig/event-sourcing/adapters';
import type { Closing } from './closing.js';
import { dataFiles } from './data-folder.js';
import type { EngineLog, Engines } from './engines.js';

/** Everything in the files of one data folder, which this process has to itself. */
export function openEmbedded(dataDir: string, clock: Clock, log: EngineLog, closing: Closing): Engines {
  const files = dataFiles(dataDir);
  const store = SqliteEventStore.open(files.events);
  closing.add('the log', () => store.close());
  const privateStore = new SqlitePrivateStore(files.private);
  closing.add('the private store', () => privateStore.close());
  const queue = SqliteEffectQueue.open(files.queue, { clock, log });
  closing.add('the queue', (milliseconds) => queue.close(milliseconds));
  const views = new SqliteReadDatabase(files.views, log);
  closing.add('the views', () => views.close());
  return { store, privateStore, queue, views, isShared: false };
}
