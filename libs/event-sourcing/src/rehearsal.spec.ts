import { memoryEngine, requestOf } from './testing/memory-engine.js';
import { bookWhatIsSent, parcelsFeature } from './testing/parcels.js';

async function started() {
  const made = memoryEngine([{ ...parcelsFeature, reactions: [bookWhatIsSent] }]);
  await made.engine.start();
  running.push(made.engine);
  return made;
}
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
});

const send = (to = 'Ribe') => requestOf('SendParcel', { to, note: 'fragile' });

const dataOf = (events: readonly { readonly type: string; readonly data: object }[]) =>
  events.map(({ type, data }) => ({ type, data }));

describe('a rehearsal', () => {
  it('tells what a command would record, and neither records it nor makes a key for it', async () => {
    const { engine, store, privateStore } = await started();
    const { stream, before, added } = await (await engine.rehearsal()).command(send());
    expect(before).toEqual([]);
    expect(dataOf(added)).toEqual([{ type: 'ParcelSent', data: { to: 'Ribe', note: 'fragile', price: 0 } }]);
    expect(await store.readStream(stream)).toEqual([]);
    expect(await privateStore.hasNoKeys()).toBe(true);
  });

  it('goes on from what was rehearsed before: in the same stream and in the reference data', async () => {
    const { engine, store } = await started();
    const { subjectId } = await engine.dispatch(send());
    await engine.settled();
    const head = await store.head();
    const rehearsal = await engine.rehearsal();
    await rehearsal.command(requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId }));
    const again = await rehearsal.command(requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId }));
    expect(again.before.map(({ type, revision }) => [type, revision])).toEqual([
      ['ParcelSent', 0],
      ['ParcelBooked', 1],
      ['ParcelRedirected', 2],
    ]);
    expect(again.added).toEqual([]);
    await rehearsal.command(requestOf('SetPrice', { price: 42 }));
    const { added } = await rehearsal.command(send());
    expect(added[0]!.data).toMatchObject({ price: 42 });
    expect(await store.head()).toBe(head);
  });

  it('refuses what the command itself would refuse, rights included', async () => {
    const { engine } = await started();
    const rehearsal = await engine.rehearsal();
    await expect(rehearsal.command(send(''))).rejects.toMatchObject({ code: 'parcel.nowhere' });
    const nobody = requestOf('RedirectParcel', { to: 'Tarm' }, { subjectId: '5d3bd0f5-5c0e-4f43-9d2b-000000000001' });
    await expect(rehearsal.command(nobody)).rejects.toMatchObject({ code: 'parcel.unknown' });
    const barred = memoryEngine([parcelsFeature], { authorize: () => ({ allow: false, reason: 'access.no' }) });
    await barred.engine.start();
    running.push(barred.engine);
    await expect((await barred.engine.rehearsal()).command(send())).rejects.toMatchObject({ code: 'access.no' });
  });

  it('comes out as doing it does, reactions included', async () => {
    const { engine, store, views } = await started();
    const request = send();
    const rehearsal = await engine.rehearsal();
    const { stream, added } = await rehearsal.command(request);
    const consequences = rehearsal.consequencesOf(added, views);
    const rehearsed = [...added];
    for (const consequence of consequences) rehearsed.push(...(await rehearsal.command(consequence)).added);
    await engine.dispatch(request);
    await engine.settled();
    const done = await store.readStream(stream);
    expect(rehearsed.map(({ id, type }) => [id, type])).toEqual(done.map(({ id, type }) => [id, type]));
    expect(done).toHaveLength(2);
  });
});
