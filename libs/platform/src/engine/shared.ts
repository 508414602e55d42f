import { OwnerLock, SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import { BullMqEffectQueue, EventStoreDbEventStore, PostgresPrivateStore } from '@rettidig/event-sourcing/shared';
import type { SharedEngines } from '../config/config.js';
import { dataFiles } from './data-folder.js';
import type { Engines, Opening } from './engines.js';

/** The log, the queue and the private store that several processes share, and views that each has for itself. */
export async function openShared(shared: SharedEngines, opening: Opening): Promise<Engines> {
  const { dataDir, log, closing, withQueue } = opening;
  const { callMs, patienceMs, leaseMs, startMs } = shared;
  const files = dataFiles(dataDir);
  const lock = OwnerLock.take(files.views);
  closing.add('the lock of the views', () => lock.release());
  const store = await EventStoreDbEventStore.open({
    ...shared.eventStore,
    ...{ callMs, patienceMs, leaseMs, startMs, log },
  });
  closing.add('the log', () => store.close());
  const privateStore = await PostgresPrivateStore.open({ ...shared.privateStore, startMs, log });
  closing.add('the private store', () => privateStore.close());
  // What is in hand of a process that died is taken over after the same time, whoever keeps account of it.
  const queue = withQueue
    ? await BullMqEffectQueue.open({ ...shared.redis, log, lock: leaseMs, lost: leaseMs / 2 })
    : undefined;
  if (queue) closing.add('the queue', (milliseconds) => queue.close(milliseconds));
  const views = new SqliteReadDatabase(files.views, log);
  closing.add('the views', () => views.close());
  return { store, privateStore, queue, views, isShared: true };
}
