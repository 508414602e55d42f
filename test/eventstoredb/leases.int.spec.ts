import { LeaseLost, NO_STREAM, TryLater, type Lease } from '@rettidig/event-sourcing';
import type { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';
import { leaseOf, placeOf, someEvents } from '@rettidig/event-sourcing/testing';
import { startEventStoreDb, type EventStoreDb } from '../support/eventstoredb/start.js';
import { waitFor } from '../support/wait.js';
import { openLog } from './opened.js';

jest.setTimeout(60_000);

/** How long a holder may be silent here, in milliseconds. */
const LEASE_MS = 600;

describe('a lease in the log', () => {
  let server: EventStoreDb;
  let [holder, other]: EventStoreDbEventStore[] = [];
  let places: string[];
  beforeEach(async () => {
    server = await startEventStoreDb();
    const options = { callMs: 300, patienceMs: 900, leaseMs: LEASE_MS };
    [holder, other] = [await openLog(server.url, options), await openLog(server.url, options)];
    await holder.append('thing-1', NO_STREAM, someEvents('a', 3));
    places = (await holder.readStream('thing-1')).map(({ position }) => position);
  });
  afterEach(async () => {
    await holder?.close();
    await other?.close();
    await server?.stop();
  });

  const beats = async (): Promise<number> => (await server.counts()).appends;
  /** Waits until it was kept alive for more than its time. */
  const outlived = async (): Promise<void> => {
    const before = await beats();
    await waitFor(async () => (await beats()) > before + 4);
  };

  it('is kept while its holder lives, and nobody else gets it', async () => {
    const lease = await leaseOf(holder!, 'one');
    let next: Lease | undefined;
    const waiting = leaseOf(other!, 'one').then((taken) => (next = taken));
    await outlived();
    expect([next, lease.lost.aborted]).toEqual([undefined, false]);
    await lease.release();
    await (await waiting).release();
  });

  it.each([
    ['a restart of the server', () => server.restart()],
    ['broken connections', () => server.cutConnections()],
    [
      'a server that stands still for longer than the lease lasts',
      async () => {
        server.freeze();
        // It is given up after all the patience, which is longer than the lease.
        await expect(holder!.append('thing-2', NO_STREAM, someEvents('b', 1))).rejects.toBeInstanceOf(TryLater);
        server.thaw();
      },
    ],
  ])('outlives %s', async (_what, happens) => {
    const lease = await leaseOf(holder!, 'one');
    let next: Lease | undefined;
    const waiting = leaseOf(other!, 'one').then((taken) => (next = taken));
    await happens();
    await waitFor(() => lease.save(places[0]!).then(() => true));
    await outlived();
    expect([next, lease.lost.aborted]).toEqual([undefined, false]);
    await lease.save(places[1]!);
    await lease.release();
    expect((await waiting).position).toBe(places[1]);
  });

  it('goes on where a save was written and not answered in time', async () => {
    const lease = await leaseOf(holder!, 'one');
    await server.fault({ silent: ['appends'] });
    await expect(lease.save(places[0]!)).rejects.toBeInstanceOf(TryLater);
    await server.fault({ silent: [] });
    await waitFor(() => lease.save(places[1]!).then(() => true));
    expect(lease.lost.aborted).toBe(false);
    await lease.release();
    expect(await placeOf(other!, 'one')).toBe(places[1]);
  });

  it('is told to a holder that stood still, by its own next beat', async () => {
    const sleepy = await openLog(server.url, { leaseMs: 4000 });
    const lease = await leaseOf(sleepy, 'one');
    const next = await leaseOf(other!, 'one');
    await waitFor(() => lease.lost.aborted);
    await expect(lease.save(places[0]!)).rejects.toBeInstanceOf(LeaseLost);
    await next.release();
    await sleepy.close();
  });
});
