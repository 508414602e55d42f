import type { MemoryEventStore } from './adapters/memory.js';
import type { RecordedEvent } from './event.js';
import type { AnyReaction } from './reaction.js';
import { memoryEngine, requestOf } from './testing/memory-engine.js';
import { bookWhatIsSent, parcelsFeature } from './testing/parcels.js';
import { leaseOf, placeOf, savePlace } from './testing/places.js';

type Made = ReturnType<typeof memoryEngine>;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** Books what is sent, and remembers whose hands an event went through. */
const booking = (handled: string[]): AnyReaction => ({
  ...bookWhatIsSent,
  on: {
    ParcelSent: (event: RecordedEvent) => {
      handled.push(event.id);
      return bookWhatIsSent.on.ParcelSent!(event as never, {} as never);
    },
  },
});

/** A process of its own on the log of another, or on a new one. */
function processOn(first: Made | undefined, reactions: readonly AnyReaction[], brought = {}): Made {
  const shared = first && { store: first.store, privateStore: first.privateStore, codec: first.codec };
  const world = memoryEngine([{ ...parcelsFeature, reactions }], { ...shared, ...brought });
  stops.push(() => world.engine.stop());
  return world;
}

const send = ({ engine }: Made, note = 'x') => engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note }));

const stateOf = async ({ engine }: Made) => (await engine.status()).reactions.map(({ state }) => state);

/** Polls until it holds; fails by itself after four seconds. */
async function eventually(holds: () => Promise<boolean> | boolean) {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 800) throw new Error('it never held');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function bookedOnce({ store }: Made, parcels: number) {
  const count = async () => {
    const all = await store.readAll({ after: '', limit: 1000 });
    return all.filter(({ type }) => type === 'ParcelBooked').map(({ stream }) => stream);
  };
  await eventually(async () => (await count()).length >= parcels);
  expect(new Set(await count()).size).toBe(parcels);
  expect(await count()).toHaveLength(parcels);
}

describe('a reaction in two processes on one log', () => {
  it('runs in one of them, and in the other when the first stops: nothing twice, nothing lost', async () => {
    const [here, there]: [string[], string[]] = [[], []];
    const one = processOn(undefined, [booking(here)]);
    await one.engine.start();
    const other = processOn(one, [booking(there)]);
    await other.engine.start();
    expect([await stateOf(one), await stateOf(other)]).toEqual([['running'], ['standing-by']]);
    for (let n = 0; n < 5; n++) await send(n % 2 === 0 ? one : other);
    await one.engine.settled();
    expect([here.length, there.length]).toEqual([5, 0]);

    const sending = (async () => {
      for (let n = 0; n < 20; n++) await send(other);
    })();
    await one.engine.stop();
    await sending;
    await bookedOnce(other, 25);
    expect(await stateOf(other)).toEqual(['running']);
    expect(new Set([...here, ...there]).size).toBe(25);
    expect(here.filter((id) => there.includes(id))).toEqual([]);
  });

  it('goes on in the other where the first was frozen and lost its lease, and the first does nothing more', async () => {
    const [here, there]: [string[], string[]] = [[], []];
    let thaw = (): void => {};
    const frozen = new Promise<void>((resolve) => (thaw = resolve));
    const one = processOn(undefined, [booking(here)]);
    const dispatch = one.engine.dispatch.bind(one.engine);
    let isFrozen = false;
    jest.spyOn(one.engine, 'dispatch').mockImplementation(async (request) => {
      if (isFrozen && request.command === 'BookParcel') await frozen;
      return dispatch(request);
    });
    await one.engine.start();
    const other = processOn(one, [booking(there)]);
    await other.engine.start();
    await send(one);
    await one.engine.settled();

    isFrozen = true;
    for (let n = 0; n < 3; n++) await send(other);
    await eventually(() => here.length === 2);
    (one.store as MemoryEventStore).takeAway(bookWhatIsSent.name);
    await bookedOnce(other, 4);
    expect(there).toHaveLength(3);
    thaw();
    await eventually(async () => (await stateOf(one))[0] === 'standing-by');
    await bookedOnce(other, 4);
    expect(here).toHaveLength(2);
    expect((await one.engine.status()).reactions[0]!.trouble).toBeUndefined();

    await other.engine.stop();
    await send(one);
    await bookedOnce(one, 5);
    expect(here).toHaveLength(3);
  });

  it('saves no place once its lease is lost', async () => {
    const one = processOn(undefined, [booking([])]);
    await one.engine.start();
    await send(one);
    await one.engine.settled();
    const place = (await one.engine.status()).reactions[0]!.position;
    (one.store as MemoryEventStore).takeAway(bookWhatIsSent.name);
    const lease = await leaseOf(one.store, bookWhatIsSent.name);
    await send(one);
    await one.engine.stop();
    await lease.release();
    expect(lease.position! <= place).toBe(true);
    expect(await placeOf(one.store, bookWhatIsSent.name)).toBe(lease.position);
  });

  it('is left to others by a process without reactions', async () => {
    const here: string[] = [];
    const api = processOn(undefined, [booking(here)], { reactions: false });
    await api.engine.start();
    await send(api);
    await api.engine.settled();
    expect([here, await stateOf(api)]).toEqual([[], []]);
    const worker = processOn(api, [booking(here)]);
    await worker.engine.start();
    await bookedOnce(api, 1);
  });
});

describe('a reaction whose place is none of its log', () => {
  it.each([
    ['ahead of it, as after a restore', 'ffffffffffffffff', 'store.checkpoint-ahead'],
    ['between its events', '0000000000000001', 'store.checkpoint-of-another-log'],
    ['no place at all', 'zzzz', 'store.checkpoint-damaged'],
  ])('stands still and says so while the others go on: %s', async (_case, place, error) => {
    const here: string[] = [];
    const broken = { ...booking([]), name: 'broken' };
    const first = processOn(undefined, []);
    await first.engine.start();
    await send(first);
    await savePlace(first.store, 'broken', place);
    const world = processOn(first, [broken, booking(here)]);
    await world.engine.start();
    await bookedOnce(world, 1);
    const reactions = (await world.engine.status()).reactions;
    expect(reactions.map(({ name, trouble }) => [name, trouble?.error])).toEqual([
      ['broken', error],
      [bookWhatIsSent.name, undefined],
    ]);
    expect(reactions[0]!.trouble!.eventId).toBeNull();
  });
});

describe('a process of an older release', () => {
  const event = (id: string) => ({
    ...{ id, type: 'ParcelPainted', data: {} },
    meta: { ...requestOf('x', {}), commandHash: '', recordedAt: '', causationId: '', basis: '', schema: 1 },
  });

  it('stops before what it does not understand: views, reactions, commands; and says what it is', async () => {
    const here: string[] = [];
    const world = processOn(undefined, [booking(here)], { patience: 50 });
    await world.engine.start();
    const { stream, subjectId } = await send(world);
    await world.engine.settled();
    const { position, revision } = await world.store.append(stream, 1, [event('newer-1')]);
    const later = await send(world);
    const newer = { code: 'event-type.unknown', details: { type: 'ParcelPainted' } };
    await expect(world.engine.dispatch(requestOf('WeighParcel', { grams: 1 }, { subjectId }))).rejects.toMatchObject(
      newer,
    );
    await expect(world.engine.queryContext({ id: 'a', role: 'b' }, 'da').readStream(stream)).rejects.toMatchObject(
      newer,
    );
    await eventually(async () => (await world.engine.status()).unknown !== null);
    await eventually(async () => (await world.engine.status()).reactions[0]!.trouble !== undefined);
    const status = await world.engine.status();
    expect(status).toMatchObject({ ready: false, unknown: { type: 'ParcelPainted' }, trouble: 'event-type.unknown' });
    expect(status.reactions[0]!.trouble).toMatchObject({ error: 'event-type.unknown', eventId: null });
    expect(status.views[0]!.position < position).toBe(true);
    expect(here).toHaveLength(1);
    await expect(world.engine.reached(later.position)).rejects.toMatchObject({ code: 'view-behind' });
    await world.engine.stop();
    expect((await placeOf(world.store, bookWhatIsSent.name))! < position).toBe(true);
    expect(revision).toBe(2);
  });

  it('starts all the same on a log that holds it, so that it can say so', async () => {
    const world = processOn(undefined, [booking([])]);
    await world.store.append('parcel-1', -1, [event('newer-1')]);
    await world.engine.start();
    expect(await world.engine.status()).toMatchObject({ ready: false, unknown: { type: 'ParcelPainted' } });
  });
});
