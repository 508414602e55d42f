import { startEventStoreDb } from '../support/eventstoredb/start.js';

/** A double of EventStoreDB that tells its parent where it is, until the parent is gone. */
async function main(): Promise<void> {
  const double = await startEventStoreDb();
  process.on('disconnect', () => void double.stop().then(() => process.exit(0)));
  process.send!(double.url);
}

void main();
