import { deserialize, serialize } from 'node:v8';
import {
  categoryOf,
  FoldedReference,
  registryOf,
  SnapshotStore,
  type RecordedEvent,
  type ReferenceValues,
  type Snapshot,
} from '@rettidig/event-sourcing';
import { mustBePlain } from '../../libs/event-sourcing/src/adapters/plain-data.js';
import { features } from '../../libs/product/src/features.js';
import { logOf } from './town.js';

const { reference: parts, upcasters, knownTypes } = registryOf(features);
const categories = new Set(Object.values(parts).flatMap((part) => part.categories));

/** Keeps what a file would keep: copies, made piece by piece. */
class CopiedSnapshots extends SnapshotStore {
  private last: Snapshot | undefined;

  load(): Promise<Snapshot | undefined> {
    return Promise.resolve(this.last);
  }

  save({ position, landmark, pieces }: Snapshot): Promise<void> {
    const copies = [...pieces].map((piece) => {
      mustBePlain(piece.value);
      return deserialize(serialize(piece)) as typeof piece;
    });
    this.last = { position, landmark, pieces: copies };
    return Promise.resolve();
  }
}

/** Reference data that goes on from a snapshot, against the same folded in one go. */
export async function snapshotsEqualTheLog(log: readonly RecordedEvent[]): Promise<void> {
  const cut = Number.parseInt(log.at(-1)!.id.slice(0, 6), 16) % log.length;
  const snapshots = new CopiedSnapshots();
  await folded(log.slice(0, cut), snapshots);
  const troubles: string[] = [];
  const after = await folded(log, snapshots, (line) => troubles.push(line));
  expect(troubles).toEqual([]);
  const { position = '' } = (await snapshots.load()) ?? {};
  const missing = log.filter((event) => event.position > position && categories.has(categoryOf(event.stream)));
  expect(missing).toEqual([]);
  expect(after).toEqual(await folded(log));
}

async function folded(
  events: readonly RecordedEvent[],
  snapshots?: SnapshotStore,
  log?: (line: string) => void,
): Promise<ReferenceValues> {
  const store = await logOf(events);
  const options = { upcasters, knownTypes, ...(snapshots && { snapshots }), ...(log && { log }) };
  const reference = new FoldedReference(store, parts, options);
  await reference.start();
  await reference.stop();
  await store.close();
  return reference.current().value;
}
