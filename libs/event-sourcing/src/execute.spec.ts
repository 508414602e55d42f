import fc from 'fast-check';
import { RevisionConflict } from './errors.js';
import type { Authorize } from './execute.js';
import { uuidv5 } from './ids.js';
import { memoryEngine, requestOf } from './testing/memory-engine.js';
import { parcelsFeature } from './testing/parcels.js';

const COMMAND = '5d3bd0f5-5c0e-4f43-9d2b-000000000001';

async function started(brought: Parameters<typeof memoryEngine>[1] = {}) {
  const made = memoryEngine([parcelsFeature], brought);
  await made.engine.start();
  running.push(made.engine);
  return made;
}
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
});

const send = (changes = {}) => requestOf('SendParcel', { to: 'Ribe', note: 'Ole is ill' }, changes);

describe('a command that begins something', () => {
  it('gives it an id and event ids that follow from the command', async () => {
    const { engine, store } = await started();
    const receipt = await engine.dispatch(send({ commandId: COMMAND }));
    expect(receipt).toMatchObject({
      subjectId: uuidv5(COMMAND, 'stream'),
      stream: `parcel-${uuidv5(COMMAND, 'stream')}`,
      revision: 0,
      etag: '"1"',
      answer: { to: 'Ribe' },
      created: true,
      repeated: false,
      appended: 1,
    });
    const [event] = await store.readStream(receipt.stream);
    expect(event!.id).toBe(uuidv5(COMMAND, '0'));
    expect(receipt.position).toBe(event!.position);
  });

  it('stores who, when, why and up to where the reference data was known', async () => {
    const { engine, store, clock } = await started();
    clock.set('2026-04-24T15:00:00.000Z');
    const priced = await engine.dispatch(requestOf('SetPrice', { price: 42 }));
    const { stream } = await engine.dispatch(send({ correlationId: 'asked', causationId: 'caused' }));
    const { meta, data } = (await store.readStream(stream))[0]!;
    expect(meta).toMatchObject({
      recordedAt: '2026-04-24T15:00:00.000Z',
      correlationId: 'asked',
      causationId: 'caused',
      basis: priced.position,
      schema: 1,
      byPerson: true,
    });
    expect(data).toMatchObject({ price: 42 });
  });

  it('keeps free text out of the log, and out of the hash of the body once the key is gone', async () => {
    const { engine, store, privateStore } = await started();
    const { stream } = await engine.dispatch(send({ commandId: COMMAND }));
    const hashBefore = (await store.readStream(stream))[0]!.meta.commandHash;
    expect(JSON.stringify(await store.readStream(stream))).not.toContain('Ole');
    await privateStore.eraseKey(stream);
    await expect(engine.dispatch(send({ commandId: COMMAND }))).rejects.toMatchObject({ code: 'command.key-reused' });
    expect(hashBefore).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes nothing when it is refused', async () => {
    const { engine, store } = await started();
    const refused = engine.dispatch(requestOf('SendParcel', { to: '', note: '' }));
    await expect(refused).rejects.toMatchObject({ code: 'parcel.nowhere', status: 422 });
    expect(await store.head()).toBe('');
  });
});

describe('a command that comes again', () => {
  it('gets its first answer, whatever happened since', async () => {
    const { engine, store } = await started();
    const first = await engine.dispatch(send({ commandId: COMMAND }));
    await engine.dispatch(requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId: first.subjectId, ifMatch: '"1"' }));
    const head = await store.head();
    expect(await engine.dispatch(send({ commandId: COMMAND }))).toEqual({ ...first, repeated: true });
    expect(await store.head()).toBe(head);
  });

  it('is refused with another body', async () => {
    const { engine } = await started();
    await engine.dispatch(send({ commandId: COMMAND }));
    const other = requestOf('SendParcel', { to: 'Tarm', note: '' }, { commandId: COMMAND });
    await expect(engine.dispatch(other)).rejects.toMatchObject({ code: 'command.key-reused', status: 422 });
  });

  it('is answered even where its ETag is stale by its own doing', async () => {
    const { engine } = await started();
    const { subjectId } = await engine.dispatch(send());
    const redirect = requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId, ifMatch: '"1"' });
    const first = await engine.dispatch(redirect);
    expect(await engine.dispatch(redirect)).toEqual({ ...first, repeated: true });
  });
});

describe('a change by a person', () => {
  it('needs the ETag of what it changes', async () => {
    const { engine } = await started();
    const { subjectId } = await engine.dispatch(send());
    const redirect = (ifMatch?: string) =>
      engine.dispatch(requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId, ...(ifMatch && { ifMatch }) }));
    await expect(redirect()).rejects.toMatchObject({ code: 'etag.missing', status: 428 });
    await expect(redirect('"0"')).rejects.toMatchObject({ code: 'etag.stale', status: 412 });
    expect(await redirect('"1"')).toMatchObject({ etag: '"2"' });
  });

  it('is not out of date because of what happened by itself', async () => {
    const { engine } = await started();
    const { subjectId } = await engine.dispatch(send());
    await engine.dispatch(requestOf('BookParcel', { ledger: 'main' }, { subjectId, byPerson: false }));
    const redirect = requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId, ifMatch: '"1"' });
    expect(await engine.dispatch(redirect)).toMatchObject({ revision: 2, etag: '"2"' });
  });

  it('on something that is not there is answered with not found', async () => {
    const { engine } = await started();
    const unknown = requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId: 'nobody', ifMatch: '"1"' });
    await expect(engine.dispatch(unknown)).rejects.toMatchObject({ code: 'parcel.unknown', status: 404 });
  });

  it('with nothing to do writes nothing', async () => {
    const { engine, store } = await started();
    const { subjectId, position } = await engine.dispatch(send());
    const same = await engine.dispatch(requestOf('RedirectParcel', { to: 'Ribe' }, { subjectId, ifMatch: '"1"' }));
    expect(same).toMatchObject({ revision: 0, position, created: false, repeated: false });
    expect(await store.head()).toBe(position);
  });

  it('is asked for with its resource, before its ETag is looked at', async () => {
    const asked: Parameters<Authorize>[] = [];
    const authorize: Authorize = (...ask) => {
      asked.push(ask);
      return ask[0] === 'RedirectParcel' ? { allow: false, reason: 'role.only-owner' } : { allow: true, reason: null };
    };
    const { engine } = await started({ authorize });
    const { subjectId } = await engine.dispatch(send());
    const redirect = requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId });
    await expect(engine.dispatch(redirect)).rejects.toMatchObject({ code: 'role.only-owner', status: 403 });
    expect(asked.at(-1)).toEqual(['RedirectParcel', redirect.actor, { ownerId: 'Ribe' }, '2026-04-24T14:00:00.000Z']);
  });
});

describe('two nodes on one log', () => {
  it('lose nothing and double nothing, in whatever order their commands meet', async () => {
    const weighing = fc.record({ node: fc.nat(1), key: fc.nat(5), delay: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(weighing, { minLength: 2, maxLength: 24 }), async (weighings) => {
        const one = await started();
        const other = await started({ store: one.store, privateStore: one.privateStore, codec: one.codec });
        const { subjectId, stream } = await one.engine.dispatch(send());
        const answers = await Promise.all(
          weighings.map(async ({ node, key, delay }) => {
            for (let turn = 0; turn < delay; turn++) await Promise.resolve();
            const commandId = uuidv5(COMMAND, String(key));
            const request = requestOf('WeighParcel', { grams: key }, { subjectId, commandId });
            return { key, receipt: await [one, other][node]!.engine.dispatch(request) };
          }),
        );
        const events = await one.store.readStream(stream);
        const keys = new Set(weighings.map(({ key }) => key));
        expect(
          events
            .slice(1)
            .map(({ data }) => (data as { grams: number }).grams)
            .sort(),
        ).toEqual([...keys].sort());
        for (const { key, receipt } of answers) {
          const same = answers.find((answer) => answer.key === key)!;
          expect(receipt.answer).toEqual(same.receipt.answer);
          expect(receipt.answer).toEqual({ weighings: receipt.revision });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('pause between tries for longer and longer, each as long as chance says, and give up in the end', async () => {
    const spreads: number[] = [];
    const spread = () => (spreads.push(0), 0);
    const { engine, store } = await started({ spread });
    const { subjectId } = await engine.dispatch(send());
    const append = jest.spyOn(store, 'append');
    append.mockImplementation((stream) => Promise.reject(new RevisionConflict(stream, 0, 1)));
    const weigh = () => engine.dispatch(requestOf('WeighParcel', { grams: 1 }, { subjectId }));
    await expect(weigh()).rejects.toMatchObject({ code: 'stream.busy', retryAfterSeconds: 1 });
    expect(append.mock.calls.length).toBe(spreads.length + 1);
    expect(spreads.length).toBeGreaterThan(10);
    append.mockRestore();
    expect((await weigh()).appended).toBe(1);
  });

  it('all get their turn where many append to one stream at once', async () => {
    const one = await started();
    const nodes = [one];
    for (let n = 0; n < 4; n++)
      nodes.push(await started({ store: one.store, privateStore: one.privateStore, codec: one.codec }));
    const { subjectId, stream } = await one.engine.dispatch(send());
    const weigh = (grams: number) =>
      nodes[grams % 5]!.engine.dispatch(requestOf('WeighParcel', { grams }, { subjectId }));
    await Promise.all(Array.from({ length: 100 }, (_, grams) => weigh(grams)));
    expect(await one.store.readStream(stream)).toHaveLength(101);
  });

  it('lets one of two changes of the same version through', async () => {
    const one = await started();
    const other = await started({ store: one.store, privateStore: one.privateStore, codec: one.codec });
    const { subjectId } = await one.engine.dispatch(send());
    const redirect = (to: string) => requestOf('RedirectParcel', { to }, { subjectId, ifMatch: '"1"' });
    const outcomes = await Promise.allSettled([
      one.engine.dispatch(redirect('Tarm')),
      other.engine.dispatch(redirect('Skive')),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'etag.stale' });
  });
});
