import { NO_STREAM, TryLater } from '@rettidig/event-sourcing';
import { someEvent, someEvents } from '@rettidig/event-sourcing/testing';
import type { Faults } from '../support/eventstoredb/faults.js';
import { waitFor } from '../support/wait.js';
import { everything, Follower, serversAndLogs } from './opened.js';

const { start, open } = serversAndLogs({ patienceMs: 1000 });

describe('what the server answers to an append', () => {
  it.each<[NonNullable<Faults['refuse']>, string]>([
    ['access-denied', 'store.access-denied'],
    ['unauthenticated', 'store.access-denied'],
    ['not-ready', 'store.unreachable'],
    ['too-busy', 'store.outcome-unknown'],
    ['timeout', 'store.outcome-unknown'],
  ])('%s is told as %s, and passes with its reason', async (refuse, code) => {
    const server = await start();
    const store = await open(server);
    const events = someEvents('a', 1);
    await server.fault({ refuse });
    const refused = store.append('thing-1', NO_STREAM, events);
    await expect(refused).rejects.toBeInstanceOf(TryLater);
    await expect(refused).rejects.toMatchObject({ code });
    await server.fault({ refuse: null });
    await waitFor(() => store.append('thing-1', NO_STREAM, events).then(() => true));
    expect(await everything(store)).toHaveLength(1);
  });
});

describe('a large append', () => {
  /** Two of them are sent in a message each, three of them are more than a server takes. */
  const large = (n: number) => someEvent(`${n}`, { text: 'x'.repeat(510_000) });

  it('is one append, though it is sent in several messages, and comes whole to whoever follows', async () => {
    const store = await open(await start());
    const follower = new Follower(store);
    const events = [large(1), large(2)];
    const [written] = await Promise.all([
      store.append('thing-1', NO_STREAM, events),
      store.append('thing-2', NO_STREAM, someEvents('a', 1)),
    ]);
    expect(written).toMatchObject({ revision: 1 });
    await waitFor(() => follower.seen.length === 3);
    await follower.stop();
    expect(follower.seen.filter(({ stream }) => stream === 'thing-1').map(({ data }) => data)).toEqual(
      events.map(({ data }) => data),
    );
  });

  it('is refused when it is too large, and nothing of it is written', async () => {
    const store = await open(await start());
    const refused = store.append('thing-1', NO_STREAM, [large(1), large(2), large(3)]);
    await expect(refused).rejects.toMatchObject({ code: 'store.append-too-large' });
    expect(await everything(store)).toEqual([]);
    expect(await store.append('thing-1', NO_STREAM, someEvents('a', 1))).toMatchObject({ revision: 0 });
  });
});
