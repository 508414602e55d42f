import { MemoryEventStore } from './adapters/memory.js';
import type { ReadOptions } from './event-store.js';
import { idOf } from './ids.js';
import { FoldedReference } from './reference-source.js';
import { metadata } from './testing/decider-spec.js';

/** Counts what is read, and can be made to hang. */
class WatchedStore extends MemoryEventStore {
  read: { categories: readonly string[] | undefined; count: number }[] = [];
  gate: Promise<void> = Promise.resolve();

  override async readAll(options: ReadOptions) {
    await this.gate;
    const page = await super.readAll(options);
    this.read.push({ categories: options.categories, count: page.length });
    return page;
  }
}

const append = async (store: MemoryEventStore, stream: string, data: object) => {
  const revision = (await store.readStream(stream)).length - 1;
  const id = idOf(stream, String(revision));
  return store.append(stream, revision, [{ id, type: 'PriceSet', data, meta: metadata() }]);
};

const prices = {
  categories: ['priceList'],
  initial: [],
  evolve: (all: number[], event: { data: object }) => [...all, (event.data as { price: number }).price],
};
const counts = { categories: ['priceList', 'rule'], initial: 0, evolve: (count: number) => count + 1 };

const started = async (store: MemoryEventStore, patience = 2000) => {
  const reference = new FoldedReference(store, { prices, counts }, { patience });
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
