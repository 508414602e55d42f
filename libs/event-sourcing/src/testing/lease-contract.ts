import { LeaseLost } from '../errors.js';
import { NO_STREAM, type EventStore, type Lease } from '../event-store.js';
import { START, type Position } from '../event.js';
import { leaseOf, placeOf, savePlace } from './places.js';
import { someEvents } from './some-events.js';

/** How a suite gets at the log that it has open, beside the store in its hand. */
export interface OtherWaysIn {
  /** Opens it again after it was closed. */
  readonly reopen?: () => Promise<EventStore>;
  /** Opens it beside the first store, as another process does. */
  readonly openSecond?: () => Promise<EventStore>;
  /**
   * The same, with so little patience that whoever holds a lease counts as standing still at once. Goes with a first
   * store and a second one whose own patience is longer than a test.
   */
  readonly openImpatient?: () => Promise<EventStore>;
}

/** Two places of a log, the earlier one first. */
async function places(store: EventStore): Promise<[Position, Position]> {
  const { position } = await store.append('thing-1', NO_STREAM, someEvents('a', 1));
  return [position, (await store.append('thing-1', 0, someEvents('b', 1))).position];
}

/** Whether a promise is still open after the store has answered something else. */
async function isWaiting(store: EventStore, promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol();
  await store.head();
  return (await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 50, open))])) === open;
}

/** What one process may do at a time, with its place; part of the contract of an event store. */
export function leasing(store: () => EventStore): void {
  describe('leasing', () => {
    it('has no place before anybody saved one', async () => {
      const lease = await leaseOf(store(), 'one');
      expect(lease.position).toBeUndefined();
      expect(lease.lost.aborted).toBe(false);
      await lease.release();
      expect(await placeOf(store(), 'one')).toBeUndefined();
    });

    it('gives the next holder the last place, each name its own', async () => {
      const [earlier, later] = await places(store());
      const lease = await leaseOf(store(), 'one');
      await lease.save(START);
      await lease.save(earlier);
      await lease.save(later);
      await lease.release();
      await savePlace(store(), 'another-1', START);
      expect(await placeOf(store(), 'one')).toBe(later);
      expect(await placeOf(store(), 'another-1')).toBe(START);
    });

    it('never goes back to an earlier place, within a holder and after it', async () => {
      const [earlier, later] = await places(store());
      const lease = await leaseOf(store(), 'one');
      await lease.save(later);
      await lease.save(earlier);
      await lease.release();
      await savePlace(store(), 'one', earlier);
      await savePlace(store(), 'one', START);
      expect(await placeOf(store(), 'one')).toBe(later);
    });

    it('gives it to one at a time, in turn, each as soon as the one before lets go', async () => {
      const first = await leaseOf(store(), 'one');
      const waiting = [0, 1, 2].map(() => leaseOf(store(), 'one'));
      expect(await isWaiting(store(), Promise.race(waiting))).toBe(true);
      await first.release();
      const left = new Set(waiting);
      for (let held = 0; held < 3; held += 1) {
        const [next, lease] = await Promise.race([...left].map(async (one) => [one, await one] as const));
        left.delete(next);
        if (left.size > 0) expect(await isWaiting(store(), Promise.race(left))).toBe(true);
        await lease.release();
      }
    });

    it('keeps names apart', async () => {
      const leases = await Promise.all(['one', 'two', 'one-more'].map((name) => leaseOf(store(), name)));
      for (const lease of leases) await lease.release();
      expect(leases).toHaveLength(3);
    });

    it('gives nothing to those who stop waiting, before or meanwhile, and the others keep their turn', async () => {
      expect(await store().lease('one', AbortSignal.abort())).toBeUndefined();
      const first = await leaseOf(store(), 'one');
      const impatient = new AbortController();
      const gone = store().lease('one', impatient.signal);
      const patient = leaseOf(store(), 'one');
      impatient.abort();
      expect(await gone).toBeUndefined();
      await first.release();
      await (await patient).release();
    });

    it('takes no place from somebody who let go', async () => {
      const [earlier] = await places(store());
      const lease = await leaseOf(store(), 'one');
      await lease.release();
      await lease.release();
      await expect(lease.save(earlier)).rejects.toBeInstanceOf(LeaseLost);
      expect(await placeOf(store(), 'one')).toBeUndefined();
    });

    it('is no event of the log', async () => {
      const [, later] = await places(store());
      await savePlace(store(), 'one', later);
      expect(await store().head()).toBe(later);
      expect(await store().countAfter(START)).toBe(2);
      expect(await store().readAll({ after: START })).toHaveLength(2);
    });
  });
}

/** What is there when the log is opened again. */
export function outliving(store: () => EventStore, reopen: () => Promise<EventStore>): void {
  describe('opened again', () => {
    it('has the places of leases, whether they were let go or not, and nobody has them', async () => {
      const [earlier, later] = await places(store());
      await savePlace(store(), 'released', earlier);
      await (await leaseOf(store(), 'held')).save(later);
      await store().close();
      const again = await reopen();
      expect(await placeOf(again, 'released')).toBe(earlier);
      expect(await placeOf(again, 'held')).toBe(later);
    });

    it('has its events and what was parked', async () => {
      const [earlier, later] = await places(store());
      const parked = { reaction: 'one', eventId: 'x', position: earlier, error: 'TypeError', attempts: 10 };
      await store().park(parked);
      const before = await store().readAll({ after: START });
      await store().close();
      const again = await reopen();
      expect(await again.readAll({ after: START })).toEqual(before);
      expect(await again.head()).toBe(later);
      expect(await again.parked()).toEqual([parked]);
    });
  });
}

/** What holds between two processes on one log. */
export function sharing(store: () => EventStore, openSecond: () => Promise<EventStore>): void {
  describe('with a second process', () => {
    it('shows each what the other appended', async () => {
      const second = await openSecond();
      const [, later] = await places(store());
      expect(await second.head()).toBe(later);
      expect(await second.readAll({ after: START })).toEqual(await store().readStream('thing-1'));
      const appended = await second.append('thing-2', NO_STREAM, someEvents('c', 1));
      expect(await store().head()).toBe(appended.position);
      expect((await store().readAll({ after: later })).map(({ stream }) => stream)).toEqual(['thing-2']);
    });

    it('holds a lease in one of them, and hands it over at once with its place', async () => {
      const second = await openSecond();
      const [earlier] = await places(store());
      const first = await leaseOf(store(), 'one');
      const next = leaseOf(second, 'one');
      expect(await isWaiting(second, next)).toBe(true);
      await first.save(earlier);
      await first.release();
      const lease = await next;
      expect(lease.position).toBe(earlier);
      await lease.release();
    });

    it('gives a lease that both ask for to one of them', async () => {
      const second = await openSecond();
      const asked = [leaseOf(store(), 'one'), leaseOf(second, 'one')];
      const holder = await Promise.race(asked.map(async (lease, index) => ({ index, lease: await lease })));
      const other = asked[1 - holder.index]!;
      expect(await isWaiting(store(), other)).toBe(true);
      await holder.lease.release();
      await (await other).release();
    });

    it('lets go of leases when it is closed', async () => {
      const second = await openSecond();
      const [earlier] = await places(store());
      await (await leaseOf(second, 'one')).save(earlier);
      await second.close();
      expect(await placeOf(store(), 'one')).toBe(earlier);
    });
  });
}

/** What becomes of a lease whose holder counts as standing still. */
export function takingOver(
  store: () => EventStore,
  openSecond: () => Promise<EventStore>,
  openImpatient: () => Promise<EventStore>,
): void {
  describe('with a lease that was taken over', () => {
    const takenOver = async (): Promise<{ first: Lease; next: Lease; places: [Position, Position] }> => {
      const both = await places(store());
      const first = await leaseOf(store(), 'one');
      await first.save(both[0]);
      return { first, next: await leaseOf(await openImpatient(), 'one'), places: both };
    };

    it('goes on at the place that was saved', async () => {
      const { next, places } = await takenOver();
      expect(next.position).toBe(places[0]);
    });

    it('takes nothing any more from the holder before, who is told', async () => {
      const { first, next, places } = await takenOver();
      await expect(first.save(places[1])).rejects.toBeInstanceOf(LeaseLost);
      expect(first.lost.aborted).toBe(true);
      expect(next.lost.aborted).toBe(false);
      await next.save(places[0]);
      await next.release();
      expect(await placeOf(store(), 'one')).toBe(places[0]);
    });

    it('stays with the new holder when the one before lets go', async () => {
      const { first, next, places } = await takenOver();
      const third = await openSecond();
      const waiting = leaseOf(third, 'one');
      await first.release();
      expect(await isWaiting(third, waiting)).toBe(true);
      await next.save(places[1]);
      await next.release();
      expect((await waiting).position).toBe(places[1]);
    });
  });
}
