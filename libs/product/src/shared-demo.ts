import { idOf, START, type EventStore, type Feature } from '@rettidig/event-sourcing';
import { dataFiles, makeFolder, openEngine, Rights, type SharedEngines } from '@rettidig/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { play, StoryClock } from './demo.js';

/** How long a second API waits while the first one plays, in milliseconds. */
const TURN_MS = 120_000;

/**
 * Fills an empty shared log with the story, under a lease, so that of several APIs one does it. A log that holds anything
 * else is left as it is; a story that a crash broke off is played to its end. Answers whether it was played now.
 */
export async function fillSharedWithDemo(
  { dataDir, shared }: { readonly dataDir: string; readonly shared: SharedEngines },
  features: readonly Feature[],
): Promise<boolean> {
  const { folder } = dataFiles(dataDir);
  makeFolder(folder);
  // Views of its own: this process's are filled from the log afterwards, as on every node.
  const beside = mkdtempSync(join(folder, '.demo-'));
  const clock = new StoryClock();
  const options = { dataDir: beside, shared, features, clock, rights: new Rights(), log: () => {}, isFilling: true };
  try {
    const running = await openEngine(options);
    try {
      return await underLease(running.store, async () => {
        if (!(await isEmptyOrDemo(running.store))) return false;
        await play(running, clock);
        return true;
      });
    } finally {
      await running.close();
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Does it unless it was done; whoever comes meanwhile waits, and finds it done. */
async function underLease(store: EventStore, work: () => Promise<boolean>): Promise<boolean> {
  const lease = await store.lease('demo', AbortSignal.timeout(TURN_MS));
  if (!lease) return false;
  try {
    const done = lease.position === undefined && (await work());
    if (done) await lease.save(await store.head());
    return done;
  } finally {
    await lease.release();
  }
}

async function isEmptyOrDemo(store: EventStore): Promise<boolean> {
  const [first] = await store.readAll({ after: START, limit: 1 });
  return !first || first.meta.correlationId === idOf('demo');
}
