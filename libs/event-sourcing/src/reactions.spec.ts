import { MemoryEventStore } from './adapters/memory.js';
import { TryLater } from './errors.js';
import { SYSTEM, type RecordedEvent } from './event.js';
import type { AnyReaction } from './reaction.js';
import { memoryEngine, requestOf } from './testing/memory-engine.js';
import { placeOf } from './testing/places.js';
import { bookWhatIsSent, parcelsFeature } from './testing/parcels.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

type Made = ReturnType<typeof memoryEngine>;

const made = (reactions: readonly AnyReaction[], brought: Parameters<typeof memoryEngine>[1] = {}): Made => {
  const world = memoryEngine([{ ...parcelsFeature, reactions }], brought);
  stops.push(() => world.engine.stop());
  return world;
};

const shared = ({ store, privateStore, codec }: Made) => ({ store, privateStore, codec });

const send = ({ engine }: Made, to = 'Ribe') => engine.dispatch(requestOf('SendParcel', { to, note: 'fragile' }));

/** For calling a reaction that looks at nothing. */
const NONE = {} as never;

const typesOf = async ({ store }: Made) => (await store.readAll({ after: '' })).map(({ type }) => type);

const named = (name: string, changes: Partial<AnyReaction>): AnyReaction => ({ ...bookWhatIsSent, name, ...changes });

/** Polls until it holds; fails by itself after two seconds. */
async function eventually(holds: () => Promise<boolean> | boolean) {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 400) throw new Error('it never held');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a reaction', () => {
  it('does by the system what its rule says, in the name of the event that caused it', async () => {
    const world = made([bookWhatIsSent]);
    await world.engine.start();
    const { stream, etag } = await send(world);
    await world.engine.settled();
    const [sent, booked] = await world.store.readStream(stream);
    expect(booked).toMatchObject({
      type: 'ParcelBooked',
      meta: { actor: SYSTEM, byPerson: false, causationId: sent!.id, correlationId: sent!.meta.correlationId },
    });
    expect(etag).toBe('"1"');
  });

  it('does nothing twice when it runs again over the same events', async () => {
    const first = made([bookWhatIsSent]);
    await first.engine.start();
    for (let n = 0; n < 5; n++) await send(first);
    await first.engine.settled();
    const before = await typesOf(first);
    await first.engine.stop();
    const lease = first.store.lease.bind(first.store);
    const placeless = async (name: string, signal: AbortSignal) => {
      const held = (await lease(name, signal))!;
      return { position: undefined, lost: held.lost, save: () => Promise.resolve(), release: () => held.release() };
    };
    jest.spyOn(first.store, 'lease').mockImplementation(placeless);
    const second = made([bookWhatIsSent], shared(first));
    await second.engine.start();
    await second.engine.settled();
    expect(await typesOf(second)).toEqual(before);
  });

  it('goes on after a crash with what it had not done, and only that', async () => {
    const first = made([bookWhatIsSent]);
    await first.engine.start();
    await send(first);
    await first.engine.settled();
    await first.engine.stop();
    const asleep = made([], shared(first));
    await asleep.engine.start();
    await send(asleep);
    await send(asleep);
    await asleep.engine.stop();
    const handled: string[] = [];
    const counting = named(bookWhatIsSent.name, {
      on: {
        ParcelSent: (event: RecordedEvent) => {
          handled.push(event.stream);
          return bookWhatIsSent.on.ParcelSent!(event as never, NONE);
        },
      },
    });
    const second = made([counting], shared(first));
    await second.engine.start();
    await second.engine.settled();
    expect(handled).toHaveLength(2);
    expect((await typesOf(second)).filter((type) => type === 'ParcelBooked')).toHaveLength(3);
  });

  it('that is new begins where it says: at the head, or at the start', async () => {
    const first = made([]);
    await first.engine.start();
    await send(first);
    await first.engine.stop();
    const second = made([named('from-head', { startAt: 'head' })], shared(first));
    await second.engine.start();
    await second.engine.settled();
    expect(await typesOf(second)).toEqual(['ParcelSent']);
    await send(second);
    await second.engine.settled();
    expect(await typesOf(second)).toEqual(['ParcelSent', 'ParcelSent', 'ParcelBooked']);
    await second.engine.stop();
    const third = made([named('from-start', { startAt: 'start' })], shared(first));
    await third.engine.start();
    await third.engine.settled();
    expect((await typesOf(third)).filter((type) => type === 'ParcelBooked')).toHaveLength(2);
  });

  it('sees views and reference data that hold its event, with its texts opened', async () => {
    const seen: unknown[] = [];
    const looking = named('looking', {
      on: {
        ParcelSent: (event: RecordedEvent, { views, reference }) => {
          const { stream } = event;
          const data = event.data as { note: string };
          const row = views
            .view('parcels')
            .get<{ note: string }>('select note from {parcel} where id = :id', { id: stream });
          seen.push([data.note, row?.note, (reference as { price: number }).price]);
          return [];
        },
      },
    });
    const world = made([looking]);
    await world.engine.start();
    await world.engine.dispatch(requestOf('SetPrice', { price: 3 }));
    await send(world);
    await world.engine.settled();
    expect(seen).toEqual([['fragile', 'fragile', 3]]);
  });

  it('takes a refusal for handled', async () => {
    const world = made([bookWhatIsSent, named('book-again', {})]);
    await world.engine.start();
    await send(world);
    await world.engine.settled();
    expect(await typesOf(world)).toEqual(['ParcelSent', 'ParcelBooked']);
    expect(await world.store.parked()).toEqual([]);
  });

  it('gives an event up after ten failures, shows it, and goes on with the next', async () => {
    let failures = 0;
    const failing = named('failing', {
      on: {
        ParcelSent: (event: RecordedEvent) => {
          if ((event.data as { to: string }).to !== 'nowhere')
            return bookWhatIsSent.on.ParcelSent!(event as never, NONE);
          failures++;
          throw new RangeError('secret of Ole');
        },
      },
    });
    const world = made([failing]);
    await world.engine.start();
    await send(world, 'nowhere');
    await send(world);
    await world.engine.settled();
    expect(await typesOf(world)).toEqual(['ParcelSent', 'ParcelSent', 'ParcelBooked']);
    expect(failures).toBe(10);
    expect(
      (await world.store.parked()).map(({ reaction, error, attempts }) => ({ reaction, error, attempts })),
    ).toEqual([{ reaction: 'failing', error: 'RangeError', attempts: 10 }]);
  });

  it('waits for ever for what is not the fault of the event, and says for what', async () => {
    let isDown = true;
    let tries = 0;
    const waiting = named('waiting', {
      on: {
        ParcelSent: (event: RecordedEvent) => {
          tries++;
          if (isDown) throw new TryLater('store.full', 1);
          return bookWhatIsSent.on.ParcelSent!(event as never, NONE);
        },
      },
    });
    const world = made([waiting], { firstPause: 0 });
    await world.engine.start();
    const { stream } = await send(world);
    await eventually(() => tries > 15);
    expect(await world.store.parked()).toEqual([]);
    expect((await world.engine.status()).reactions).toMatchObject([
      { name: 'waiting', trouble: { error: 'store.full' } },
    ]);
    isDown = false;
    await world.engine.settled();
    expect((await world.store.readStream(stream)).map(({ type }) => type)).toEqual(['ParcelSent', 'ParcelBooked']);
    expect((await world.engine.status()).reactions[0]!.trouble).toBeUndefined();
  });

  it('names a command that there is not, and its event is given up', async () => {
    const lost = named('lost', { on: { ParcelSent: () => [{ command: 'FlyParcel', subjectId: 'x', message: {} }] } });
    const world = made([lost]);
    await world.engine.start();
    await send(world);
    await world.engine.settled();
    expect(await world.store.parked()).toMatchObject([{ reaction: 'lost', error: 'Error' }]);
  });

  it('does not write its place for every event of others', async () => {
    const store = new MemoryEventStore();
    const saved: string[] = [];
    const lease = store.lease.bind(store);
    jest.spyOn(store, 'lease').mockImplementation(async (name, signal) => {
      const held = (await lease(name, signal))!;
      const save = held.save.bind(held);
      held.save = (position) => save(position).then(() => void saved.push(position));
      return held;
    });
    const world = made([named('idle', { on: { ParcelBooked: () => [] } })], { store });
    await world.engine.start();
    for (let n = 0; n < 20; n++) await send(world);
    await world.engine.settled();
    expect(saved).toEqual(['']);
    await world.engine.stop();
    expect(saved).toEqual(['', await store.head()]);
    expect(await placeOf(store, 'idle')).toBe(await store.head());
  });
});
