import type { EventStore, Lease } from '../event-store.js';
import type { Position } from '../event.js';

/** A lease that nobody else has, or that its holder will let go of. */
export async function leaseOf(store: EventStore, name: string): Promise<Lease> {
  return (await store.lease(name, new AbortController().signal))!;
}

/** Where the last holder of a lease left off. */
export async function placeOf(store: EventStore, name: string): Promise<Position | undefined> {
  const lease = await leaseOf(store, name);
  await lease.release();
  return lease.position;
}

/** Leaves off at a place. */
export async function savePlace(store: EventStore, name: string, position: Position): Promise<void> {
  const lease = await leaseOf(store, name);
  await lease.save(position);
  await lease.release();
}
