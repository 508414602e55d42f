import {
  SqliteEffectQueue,
  SqliteEventStore,
  SqlitePrivateStore,
  SqliteReadDatabase,
} from '@rettidig/event-sourcing/adapters';
import { dataFiles } from './data-folder.js';
import type { Engines, Opening } from './engines.js';

/** Everything in the files of one data folder, which this process has to itself. */
export function openEmbedded({ dataDir, clock, log, closing, withQueue }: Opening): Engines {
  const files = dataFiles(dataDir);
  const store = SqliteEventStore.open(files.events);
  closing.add('the log', () => store.close());
  const privateStore = new SqlitePrivateStore(files.private);
  closing.add('the private store', () => privateStore.close());
  const queue = withQueue ? SqliteEffectQueue.open(files.queue, { clock, log }) : undefined;
  if (queue) closing.add('the queue', (milliseconds) => queue.close(milliseconds));
  const views = new SqliteReadDatabase(files.views, log);
  closing.add('the views', () => views.close());
  return { store, privateStore, queue, views, isShared: false };
}
