import type { Engine } from './engine.js';
import type { Feature } from './feature.js';
import { registryOf } from './registry.js';
import { memoryEngine, requestOf } from './testing/memory-engine.js';
import { bookWhatIsSent, parcelsFeature } from './testing/parcels.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function started(brought: Parameters<typeof memoryEngine>[1] = {}) {
  const world = memoryEngine([{ ...parcelsFeature, reactions: [bookWhatIsSent] }], brought);
  stops.push(() => world.engine.stop());
  await world.engine.start();
  return world;
}

const actor = { id: 'somebody', role: 'auditor' };
const send = (engine: Engine, note = 'hello') => engine.dispatch(requestOf('SendParcel', { to: 'Ribe', note }));

describe('the slices together', () => {
  const other = (changes: Partial<Feature>): Feature => ({
    ...{ name: 'other', commands: [], queries: [], projections: [], reactions: [], sealedFields: {}, refusals: {} },
    ...changes,
  });
  it.each([
    ['command', other({ commands: parcelsFeature.commands.slice(0, 1) }), 'the command SendParcel is there twice'],
    ['view', other({ projections: parcelsFeature.projections }), 'the view parcels is there twice'],
    ['sealed event type', other({ sealedFields: { ParcelSent: [] } }), 'ParcelSent is there twice'],
    ['reference part', other({ reference: parcelsFeature.reference! }), 'the reference part price is there twice'],
    [
      'reaction',
      other({ reactions: [bookWhatIsSent, bookWhatIsSent] }),
      'the reaction book-what-is-sent is there twice',
    ],
    ['slice', { ...other({}), name: 'parcels' }, 'the feature parcels is there twice'],
  ])('do not start when two claim one %s', (_what, feature, complaint) => {
    expect(() => registryOf([parcelsFeature, feature])).toThrow(complaint);
  });

  it('do not start with an answer that no class describes, or a class that nothing is answered with', () => {
    const [send] = parcelsFeature.commands;
    const { answerType, ...undescribed } = send!;
    expect(() => registryOf([other({ commands: [undescribed] })])).toThrow('SendParcel needs both');
    const { answer, ...silent } = send!;
    expect(() => registryOf([other({ commands: [silent] })])).toThrow('SendParcel needs both');
    expect(answer && answerType && registryOf([other({ commands: [send!] })]).commands.size).toBe(1);
  });

  it('name everything that is wrong at once', () => {
    const twice = other({ commands: parcelsFeature.commands, projections: parcelsFeature.projections });
    expect(() => registryOf([parcelsFeature, twice])).toThrow(/SendParcel.*SetPrice.*parcels/);
  });
});

describe('the engine', () => {
  it('has settled when views and reactions have seen all and nothing more comes', async () => {
    const { engine, store } = await started();
    for (let n = 0; n < 10; n++) await send(engine);
    await engine.settled();
    const status = await engine.status();
    expect(status).toMatchObject({ ready: true, lag: 0, parked: [], trouble: null, head: await store.head() });
    expect(status.views[0]!.position).toBe(status.head);
    expect(status.reactions[0]!.position).toBe(status.head);
    expect(await store.countAfter('')).toBe(20);
  });

  it('lets a reader wait for what was just written', async () => {
    const { engine, views } = await started();
    const { stream, position } = await send(engine);
    await engine.reached(position);
    expect(views.view('parcels').get('select 1 as here from {parcel} where id = :id', { id: stream })).toBeDefined();
  });

  it('refuses a place that the log never reached', async () => {
    const { engine } = await started();
    await expect(engine.reached('zzzz')).rejects.toMatchObject({ code: 'position.unknown', status: 400 });
  });

  it('gives a query the stream as it was known at an instant, opened', async () => {
    const { engine, clock } = await started();
    clock.set('2026-04-24T10:00:00.000Z');
    const { stream, subjectId } = await send(engine, 'for Ole');
    await engine.settled();
    clock.set('2026-04-25T10:00:00.000Z');
    await engine.dispatch(requestOf('WeighParcel', { grams: 1 }, { subjectId }));
    await engine.settled();
    const { readStream, now } = engine.queryContext(actor, 'da');
    expect(now).toBe('2026-04-25T10:00:00.000Z');
    const known = await readStream(stream, '2026-04-24T23:59:59.999Z');
    expect(known.map(({ type }) => type)).toEqual(['ParcelSent', 'ParcelBooked']);
    expect(known[0]!.data).toMatchObject({ note: 'for Ole' });
    expect((await readStream(stream)).length).toBe(3);
    expect(await readStream(stream, '2026-04-24T09:59:59.999Z')).toEqual([]);
  });

  it('shows a stream and a view alike as of an instant, also after the clock was set back', async () => {
    const { engine, clock, views } = await started();
    clock.set('2026-04-24T12:00:00.000Z');
    await send(engine);
    await engine.settled();
    clock.set('2026-04-24T11:00:00.000Z');
    const { stream } = await send(engine);
    await engine.settled();
    const { readStream } = engine.queryContext(actor, 'da');
    expect(views.view('parcels').get('select known_at from {parcel} where id = :id', { id: stream })).toEqual({
      known_at: '2026-04-24T12:00:00.000Z',
    });
    expect(await readStream(stream, '2026-04-24T11:30:00.000Z')).toEqual([]);
    expect(await readStream(stream, '2026-04-24T12:00:00.000Z')).toHaveLength(2);
  });

  it('decides commands on one stream one after the other, so that many at once all succeed', async () => {
    const { engine, store } = await started();
    const { subjectId, stream } = await send(engine);
    const weighings = Array.from({ length: 64 }, (_, grams) =>
      engine.dispatch(requestOf('WeighParcel', { grams }, { subjectId })),
    );
    await Promise.all(weighings);
    const weighed = (await store.readStream(stream)).filter(({ type }) => type === 'ParcelWeighed');
    expect(weighed).toHaveLength(64);
  });

  it('finishes what is in flight when it stops, and takes nothing new', async () => {
    const { engine, store } = await started();
    const inFlight = Array.from({ length: 10 }, () => send(engine));
    const stopped = engine.stop();
    await expect(send(engine)).rejects.toMatchObject({ code: 'stopping' });
    const receipts = await Promise.all(inFlight);
    await stopped;
    for (const { stream } of receipts) expect(await store.readStream(stream)).not.toHaveLength(0);
  });

  it('tells what it knew last while the store does not answer, and is not ready', async () => {
    const { engine, store } = await started();
    await send(engine);
    await engine.settled();
    const before = await engine.status();
    expect(before).toMatchObject({ ready: true, referenceTrouble: null, unknown: null });
    for (const asked of ['head', 'parked', 'countAfter'] as const)
      jest.spyOn(store, asked).mockReturnValue(new Promise<never>(() => {}));
    jest.spyOn(store, 'status').mockReturnValue({ trouble: 'store.unreachable', subscription: 'backing-off' });
    expect(await engine.status()).toEqual({ ...before, ready: false });
  });

  it('stops in the time it is given where the store does not answer', async () => {
    const { engine, store } = await started();
    let isReading = false;
    jest.spyOn(store, 'readStream').mockImplementation(() => {
      isReading = true;
      return new Promise<never>(() => {});
    });
    void send(engine);
    while (!isReading) await new Promise(setImmediate);
    await engine.stop(50);
    stops.pop();
    await expect(send(engine)).rejects.toMatchObject({ code: 'stopping' });
  });

  it('refuses a place between two events before it waits for it', async () => {
    const { engine } = memoryEngine([parcelsFeature]);
    const { position } = await send(engine);
    await send(engine);
    await expect(engine.reached(`${position}0`)).rejects.toMatchObject({ code: 'position.unknown', status: 400 });
  });

  it('is an error of the program, not of the caller, to send a command that there is not', async () => {
    const { engine } = await started();
    await expect(engine.dispatch(requestOf('FlyParcel', {}))).rejects.toThrow('there is no command FlyParcel');
  });
});
