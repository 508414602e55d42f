import { MemoryEventStore } from './adapters/memory.js';
import type { ReadOptions } from './event-store.js';
import { idOf } from './ids.js';
import { KnownTypes } from './known-types.js';
import type { Snapshot } from './reference-snapshot.js';
import { SnapshotStore } from './reference-snapshot.js';
import type { ReferenceOptions } from './reference-source.js';
import { FoldedReference } from './reference-source.js';
import { metadata } from './testing/decider-spec.js';

/** Counts what is read, and can be made to hang. */
class WatchedStore extends MemoryEventStore {
  read: (ReadOptions & { count: number })[] = [];
  gate: Promise<void> = Promise.resolve();

  override async readAll(options: ReadOptions) {
    await this.gate;
    const page = await super.readAll(options);
    this.read.push({ ...options, count: page.length });
    return page;
  }
}

const append = async (store: MemoryEventStore, stream: string, data: object, type = 'PriceSet') => {
  const revision = (await store.readStream(stream)).length - 1;
  const id = idOf(stream, String(revision));
  return store.append(stream, revision, [{ id, type, data, meta: metadata() }]);
};

const prices = {
  categories: ['priceList'],
  initial: [],
  evolve: (all: number[], event: { data: object }) => [...all, (event.data as { price: number }).price],
};
const counts = { categories: ['priceList', 'rule'], initial: 0, evolve: (count: number) => count + 1 };

const started = async (store: MemoryEventStore, patience = 2000, options: ReferenceOptions = {}) => {
  const reference = new FoldedReference(store, { prices, counts }, { patience, ...options });
  await reference.start();
  stops.push(() => reference.stop());
  return reference;
};
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

describe('the reference data', () => {
  it('holds at the start what was appended before, each part from its own categories', async () => {
    const store = new WatchedStore();
    await append(store, 'priceList-all', { price: 1 });
    await append(store, 'rule-a', {});
    await append(store, 'other-a', {});
    const reference = await started(store);
    expect(reference.current()).toEqual({ value: { prices: [1], counts: 2 }, position: await store.head() });
  });

  it('has reached a position even when nothing of its own lies before it, without reading the rest', async () => {
    const store = new WatchedStore();
    for (let n = 0; n < 50; n++) await append(store, `other-${n}`, {});
    const reference = await started(store);
    const { position } = await append(store, 'other-last', {});
    expect((await reference.reached(position)).position).toBe(position);
    expect(
      store.read.filter(({ categories }) => categories?.includes('priceList')).every(({ count }) => count === 0),
    ).toBe(true);
  });

  it('is never older than the position that was asked for', async () => {
    const store = new WatchedStore();
    const reference = await started(store);
    for (let price = 1; price <= 20; price++) {
      const { position } = await append(store, 'priceList-all', { price });
      const [one, other] = await Promise.all([reference.reached(position), reference.reached(position)]);
      expect(one.value.prices).toHaveLength(price);
      expect(other).toEqual(one);
    }
  });

  it('leaves values that were handed out as they were', async () => {
    const store = new WatchedStore();
    const reference = await started(store);
    const before = reference.current();
    await reference.reached((await append(store, 'priceList-all', { price: 1 })).position);
    expect(before.value).toEqual({ prices: [], counts: 0 });
  });

  it('follows the log by itself, for queries', async () => {
    const store = new WatchedStore();
    const reference = await started(store);
    await append(store, 'priceList-all', { price: 7 });
    for (let n = 0; n < 100 && reference.current().position === ''; n++) await new Promise((r) => setTimeout(r, 5));
    expect(reference.current().value.prices).toEqual([7]);
  });

  it('asks the caller to come again when the store does not answer in time', async () => {
    const store = new WatchedStore();
    const reference = await started(store, 20);
    const { position } = await append(store, 'priceList-all', { price: 1 });
    let open = () => {};
    store.gate = new Promise((resolve) => (open = resolve));
    await expect(reference.reached(position)).rejects.toMatchObject({ code: 'reference-behind', retryAfterSeconds: 1 });
    open();
    expect((await reference.reached(position)).value.prices).toEqual([1]);
  });
});

describe('reference data that is asked for again and again', () => {
  it('never looks again through what it has looked through, whether there was anything of its own or not', async () => {
    const store = new WatchedStore();
    await append(store, 'priceList-all', { price: 1 });
    for (let n = 0; n < 5; n++) await append(store, `other-${n}`, {});
    const reference = await started(store);
    for (let n = 5; n < 10; n++) {
      const before = reference.current().position;
      store.read = [];
      const { position } = await append(store, `other-${n}`, {});
      await reference.reached(position);
      for (const { after } of store.read) expect(after >= before).toBe(true);
    }
    expect(reference.current().value).toEqual({ prices: [1], counts: 1 });
  });

  it('has no gap and nothing twice while it follows, is asked, and others append', async () => {
    const store = new WatchedStore();
    const reference = await started(store);
    const append1 = async (n: number) => {
      const { position } = await append(store, n % 3 === 0 ? `other-${n}` : `priceList-${n}`, { price: n });
      if (n % 2 === 0) await Promise.resolve();
      if (n % 5 !== 0) return;
      const { value } = await reference.reached(position);
      expect(value.prices).toContain(n % 3 === 0 ? n - 1 : n);
    };
    for (let from = 1; from < 300; from += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, n) => append1(from + n)));
      if (from % 3 === 0) await new Promise(setImmediate);
    }
    await reference.reached(await store.head());
    const all = (await store.readAll({ after: '', limit: 1000 })).filter(({ stream }) => stream.startsWith('price'));
    expect(reference.current().value.prices).toEqual(all.map(({ data }) => (data as { price: number }).price));
  });
});

describe('reference data before an event of a newer release', () => {
  const evolve = { PriceSet: () => ({}), RuleMade: () => ({}) };
  const knownTypes = new KnownTypes(
    ['priceList', 'rule'].map((category) => ({ decider: { category, initial: {}, evolve } })),
  );
  const newer = { code: 'event-type.unknown', details: { type: 'PriceGuessed' } };

  it('stops there, at the start and later, and refuses at once what lies beyond', async () => {
    const store = new WatchedStore();
    const running = await started(store, 60_000, { knownTypes });
    await append(store, 'priceList-all', { price: 1 });
    const last = await append(store, 'other-a', {}, 'WhateverItIs');
    const unknown = await append(store, 'priceList-all', { price: 2 }, 'PriceGuessed');
    await append(store, 'priceList-all', { price: 3 });
    for (const reference of [running, await started(store, 60_000, { knownTypes })]) {
      await expect(reference.reached(await store.head())).rejects.toMatchObject(newer);
      await expect(reference.reached(unknown.position)).rejects.toMatchObject(newer);
      expect((await reference.reached(last.position)).value).toEqual({ prices: [1], counts: 1 });
      expect(reference.unknown).toBe('PriceGuessed');
    }
  });
});

describe('a snapshot of the reference data', () => {
  /** Keeps it in memory, and can lose or refuse it. */
  class KeptSnapshots extends SnapshotStore {
    last: Snapshot | undefined;
    trouble: Error | undefined;

    load(): Promise<Snapshot | undefined> {
      return this.trouble ? Promise.reject(this.trouble) : Promise.resolve(this.last);
    }

    save({ position, landmark, pieces }: Snapshot): Promise<void> {
      if (this.trouble) return Promise.reject(this.trouble);
      this.last = { position, landmark, pieces: structuredClone([...pieces]) };
      return Promise.resolve();
    }
  }
  const filled = async (count: number) => {
    const store = new WatchedStore();
    for (let price = 1; price <= count; price++) await append(store, 'priceList-all', { price });
    return store;
  };

  it('is made at the stop, and the next start reads only what came since', async () => {
    const [store, snapshots] = [await filled(3), new KeptSnapshots()];
    const first = await started(store, 2000, { snapshots });
    await first.stop();
    expect(snapshots.last?.position).toBe(await store.head());
    await append(store, 'priceList-all', { price: 4 });
    store.read = [];
    const second = await started(store, 2000, { snapshots });
    expect(second.current()).toEqual({ value: { prices: [1, 2, 3, 4], counts: 4 }, position: await store.head() });
    expect(store.read.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(2);
  });

  it('is made meanwhile, when enough has passed, so that a crash costs little', async () => {
    const [store, snapshots] = [await filled(0), new KeptSnapshots()];
    const reference = await started(store, 2000, { snapshots });
    for (let n = 0; n < 5000; n++) await append(store, `other-${n}`, {});
    for (let n = 0; n < 800 && !snapshots.last; n++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(snapshots.last?.position).toBeDefined();
    await reference.stop();
  });

  it('of another log is not used', async () => {
    const snapshots = new KeptSnapshots();
    await (await started(await filled(5), 2000, { snapshots })).stop();
    const shorter = await started(await filled(2), 2000, { snapshots });
    expect(shorter.current().value).toEqual({ prices: [1, 2], counts: 2 });
    snapshots.last = { ...snapshots.last!, position: 'no place at all' };
    expect((await started(await filled(2), 2000, { snapshots })).current().value).toEqual({
      prices: [1, 2],
      counts: 2,
    });
  });

  it('of a log that went on differently is not used, even where its place is one of both', async () => {
    const snapshots = new KeptSnapshots();
    await (await started(await filled(5), 2000, { snapshots })).stop();
    const other = await filled(3);
    await append(other, 'priceList-b', { price: 8 });
    await append(other, 'priceList-b', { price: 9 });
    expect(await other.holds(snapshots.last!.position)).toBe(true);
    const reference = await started(other, 2000, { snapshots });
    expect(reference.current().value).toEqual({ prices: [1, 2, 3, 8, 9], counts: 5 });
  });

  it('without a part that there is now is not used', async () => {
    const [store, snapshots] = [await filled(2), new KeptSnapshots()];
    await (await started(store, 2000, { snapshots })).stop();
    snapshots.last = { ...snapshots.last!, pieces: [...snapshots.last!.pieces].slice(1) };
    expect((await started(store, 2000, { snapshots })).current().value).toEqual({ prices: [1, 2], counts: 2 });
  });

  it('that cannot be read or written is told, and does not stand in the way', async () => {
    const [store, snapshots, lines] = [await filled(2), new KeptSnapshots(), [] as string[]];
    snapshots.trouble = Object.assign(new Error('no space left in /somewhere/secret'), { code: 'ENOSPC' });
    const reference = await started(store, 2000, { snapshots, log: (line) => lines.push(line) });
    expect(reference.current().value).toEqual({ prices: [1, 2], counts: 2 });
    await reference.stop();
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/ENOSPC$/);
  });
});
