import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { NO_STREAM, RevisionConflict, START, TryLater } from '@rettidig/event-sourcing';
import type { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';
import { someEvent, someEvents } from '@rettidig/event-sourcing/testing';
import type { EventStoreDb } from '../support/eventstoredb/start.js';
import { waitFor } from '../support/wait.js';
import { everything, Follower, openLog, throwAwayPrefix, serversAndLogs } from './opened.js';

/** Quick to give up on a call, patient with the whole, so that a test lasts as long as what it waits for. */
const QUICK = { callMs: 400, patienceMs: 30_000 };

const { start, open } = serversAndLogs(QUICK);

/** Appends to streams of their own, all at once. */
const manyAppends = (store: EventStoreDbEventStore, name: string, count = 40): Promise<unknown>[] =>
  Array.from({ length: count }, (_, n) => store.append(`thing-${name}${n}`, NO_STREAM, someEvents(`${name} ${n}`, 1)));

/** Does as a program of its own what only shows where the bare client is used, and so that it ends. */
const bare = (server: EventStoreDb): EventStoreDBClient => EventStoreDBClient.connectionString(server.url);

interface Defect {
  readonly what: string;
  readonly guard: () => Promise<void>;
}

/** What the client does by itself, in the words of whoever found it, and a test that it does not reach us. */
const defects: Readonly<Record<string, Defect>> = {
  D1: {
    what: 'a search for the cluster that failed is remembered for ever by appends',
    guard: async () => {
      const server = await start({ nodes: 3 });
      const store = await open(server, { patienceMs: 1500 });
      const client = bare(server);
      for (const node of [0, 1, 2]) await server.shutDown(node);
      const away = store.append('thing-1', NO_STREAM, someEvents('a', 1));
      await expect(away).rejects.toMatchObject({ code: expect.stringMatching(/unreachable|outcome-unknown/) });
      await expect(client.appendToStream('bare', jsonEvent({ type: 'a', data: {} }))).rejects.toThrow('discover');
      for (const node of [0, 1, 2]) await server.startNode(node);

      await waitFor(() => store.append('thing-1', NO_STREAM, someEvents('a', 1)).then(() => true));
      await expect(client.appendToStream('bare', jsonEvent({ type: 'a', data: {} }))).rejects.toThrow('discover');
      await client.dispose();
    },
  },
  D2: {
    what: 'an error in answer to what the server can is remembered for ever by appends',
    guard: async () => {
      const server = await start({ faults: { internalFeatures: 1 } });
      const store = await open(server);
      await server.fault({ internalFeatures: 1 });
      await server.cutConnections();
      const { features } = await server.counts();
      await waitFor(() => store.append('thing-1', NO_STREAM, someEvents('a', 1)).then(() => true));
      expect((await server.counts()).features).toBe(features); // what appends do not ask cannot fail them
      expect(await everything(store)).toHaveLength(1);
    },
  },
  D3: {
    what: 'a connection that breaks fails the appends of all clients in the process',
    guard: async () => {
      const [one, other] = [await start(), await start()];
      const [storeOfOne, storeOfOther] = [await open(one), await open(other, { callMs: 5000 })];
      await storeOfOne.append('thing-1', NO_STREAM, someEvents('before', 1));
      await storeOfOther.append('thing-1', NO_STREAM, someEvents('before', 1));
      const { appends } = await other.counts();
      other.freeze();
      const pending = manyAppends(storeOfOther, 'pending');
      await Promise.all([one.cutConnections(), ...manyAppends(storeOfOne, 'cut')]);
      other.thaw();
      await Promise.all(pending);
      expect((await other.counts()).appends).toBe(appends + 40); // none of them had to be tried again
      expect(await everything(storeOfOther)).toHaveLength(41);
      expect(await everything(storeOfOne)).toHaveLength(41);
    },
  },
  D4: {
    what: 'an append that is not answered waits for ever',
    guard: async () => {
      const server = await start();
      const lines: string[] = [];
      const store = await open(server, { log: (line) => lines.push(line) });
      await server.fault({ endAppends: 1 });
      expect(await store.append('thing-1', NO_STREAM, someEvents('a', 1))).toMatchObject({ revision: 0 });
      expect(lines).toEqual([]); // another call is enough, the connection is sound
      await server.fault({ silent: ['appends'] });
      const appending = store.append('thing-1', 0, someEvents('b', 2));
      await waitFor(async () => (await server.counts()).appends > 3);
      await server.fault({ silent: [] });
      expect(await appending).toMatchObject({ revision: 2 });
      expect(await everything(store)).toHaveLength(3);
    },
  },
  D5: {
    what: 'an append waits for ever where the server does not say what it can',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      await server.fault({ silent: ['features'] });
      await server.cutConnections();
      expect(await store.append('thing-1', NO_STREAM, someEvents('a', 1))).toMatchObject({ revision: 0 });
    },
  },
  D6: {
    what: 'data that JSON cannot hold ends the process, and the append waits for ever',
    guard: async () => {
      const store = await open(await start());
      const circular: Record<string, unknown> = {};
      circular.itself = circular;
      for (const data of [{ amount: 1n }, circular]) {
        const refused = store.append('thing-1', NO_STREAM, [someEvent('a'), someEvent('b', data)]);
        await expect(refused).rejects.toBeInstanceOf(TypeError);
      }
      const changed = { name: 'as it was given' };
      const appending = store.append('thing-1', NO_STREAM, [someEvent('a', changed)]);
      changed.name = 'changed while it was written';
      await appending;
      expect((await everything(store)).map(({ data }) => data)).toEqual([{ name: 'as it was given' }]);
    },
  },
  D7: {
    what: 'throwOnAppendFailure=false answers a conflict with a wrong revision',
    guard: async () => {
      const server = await start();
      const url = `${server.url}&throwOnAppendFailure=false`;
      await expect(openLog(url)).rejects.toMatchObject({ code: 'store.wrong-url' });
      const store = await open(server);
      await store.append('thing-1', NO_STREAM, someEvents('a', 3));
      const conflict = store.append('thing-1', NO_STREAM, someEvents('b', 1));
      await expect(conflict).rejects.toMatchObject({ expected: NO_STREAM, actual: 2 });
    },
  },
  D8: {
    what: 'a conflict has no message',
    guard: async () => {
      const store = await open(await start());
      const conflict = store.append('thing-1', 4, someEvents('a', 1));
      await expect(conflict).rejects.toThrow('stream thing-1 is at revision -1, expected 4');
      await expect(conflict).rejects.toBeInstanceOf(RevisionConflict);
    },
  },
  D9: {
    what: 'errors of the steps before a call have no class of their own',
    guard: async () => {
      const server = await start();
      const store = await open(server, { patienceMs: 800 });
      await server.shutDown();
      const calls = [
        store.append('thing-1', NO_STREAM, someEvents('a', 1)),
        store.readStream('thing-1'),
        store.countAfter(START),
        store.head(),
        store.parked(),
      ];
      for (const call of await Promise.allSettled<unknown>(calls)) {
        expect(call).toMatchObject({ status: 'rejected', reason: expect.any(TryLater) });
      }
      expect(store.status()).toMatchObject({ trouble: 'store.unreachable' });
      await server.startNode();
      await waitFor(() => store.status().trouble === null && store.status().subscription === 'live');
    },
  },
  D10: {
    what: 'a second answer to an append ends the process',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      const { appends } = await server.counts();
      await server.fault({ answerTwice: 5 });
      await Promise.all(manyAppends(store, 'a'));
      expect((await server.counts()).appends).toBe(appends + 40); // nor does it end the call, and what waits in it
      expect(await everything(store)).toHaveLength(40);
    },
  },
  D11: {
    what: 'a subscription that failed is not closed, one that the server ended has no error',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      const follower = new Follower(store);
      const drops = [() => server.endSubscriptions(), () => server.tooSlow(), () => server.cutConnections()];
      for (const [index, drop] of drops.entries()) {
        await waitFor(() => store.status().subscription === 'live');
        const { subscriptions } = await server.counts();
        await drop();
        await waitFor(async () => (await server.counts()).subscriptions > subscriptions);
        await store.append('thing-1', index - 1, someEvents(`after drop ${index}`, 1));
        await waitFor(() => follower.seen.length === index + 1);
        expect(await server.counts()).toMatchObject({ subscriptions: subscriptions + 1, live: 1 });
      }
      await follower.stop();
    },
  },
  D12: {
    what: 'a drop that nobody listens for ends the process',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      for (let drop = 0; drop < 3; drop += 1) {
        await waitFor(() => store.status().subscription === 'live');
        await server.cutConnections();
        await waitFor(() => store.status().subscription !== 'live');
      }
      await waitFor(() => store.status().subscription === 'live');
    },
  },
  D13: {
    what: 'a subscription stands still after an error in what is done at a checkpoint',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      const follower = new Follower(store);
      const append = (n: number) => store.append('thing-1', n - 1, someEvents(`${n}`, 1));
      for (let n = 0; n < 5; n += 1) {
        await server.systemEvents(200);
        await append(n);
      }
      await waitFor(() => follower.seen.length === 5);
      expect((await server.counts()).subscriptions).toBe(1);
      await follower.stop();
    },
  },
  D14: {
    what: 'leaving the loop over a subscription leaves it open at the server',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      await store.append('thing-1', NO_STREAM, someEvents('a', 3));
      for (let times = 0; times < 3; times += 1) {
        for await (const page of store.subscribe({ after: START }, new AbortController().signal)) {
          expect(page.length).toBeGreaterThan(0);
          break;
        }
      }
      expect(await server.counts()).toMatchObject({ live: 1, subscriptions: 1 });

      await server.fault({ silent: ['subscriptions'] });
      await store.append('thing-1', 2, someEvents('unheard', 1));
      await waitFor(async () => (await server.counts()).subscriptions > 1);
      await server.fault({ silent: [] });
      const follower = new Follower(store);
      await waitFor(() => follower.seen.length === 4);
      await follower.stop();
      expect((await server.counts()).live).toBe(1);
      await store.close();
      await waitFor(async () => (await server.counts()).live === 0);
    },
  },
  D15: {
    what: 'a subscription stays where it is when its node goes, and is not made again',
    guard: async () => {
      const server = await start({ nodes: 3 });
      const store = await open(server);
      const follower = new Follower(store);
      await store.append('thing-1', NO_STREAM, someEvents('a', 1));
      await waitFor(() => follower.seen.length === 1);
      await server.kill(0);
      await server.elect(1);
      await store.append('thing-1', 0, someEvents('b', 1));
      await waitFor(() => follower.seen.length === 2);
      await follower.stop();
    },
  },
  D16: {
    what: 'where the server stands still, calls end after 20 seconds or not at all',
    guard: async () => {
      const server = await start();
      const store = await open(server, { patienceMs: 1000 });
      await store.append('thing-1', NO_STREAM, someEvents('a', 1));
      server.freeze();
      const events = someEvents('b', 1);
      await expect(store.append('thing-1', 0, events)).rejects.toMatchObject({ code: 'store.outcome-unknown' });
      await expect(store.head()).rejects.toMatchObject({ code: 'store.unreachable' });
      expect(store.status().trouble).toBe('store.unreachable');
      server.thaw();
      await waitFor(() => store.append('thing-1', 0, events).then(() => true));
      expect(await everything(store)).toHaveLength(2);
      await waitFor(() => store.status().trouble === null);
    },
  },
  D17: {
    what: 'the channel stays open when the client is disposed of',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      expect((await server.counts()).connections).toBeGreaterThan(0);
      await store.close();
      await waitFor(async () => (await server.counts()).connections === 0);
    },
  },
  'beside D6': {
    what: 'appends that wait for the connection to take more end the process when it breaks',
    guard: async () => {
      const server = await start();
      const store = await open(server);
      server.freeze();
      const text = 'x'.repeat(100_000);
      const pending = Array.from({ length: 60 }, (_, n) =>
        store.append(`thing-${n}`, NO_STREAM, [someEvent(`${n}`, { text })]),
      );
      await waitFor(() => store.status().trouble !== null);
      server.thaw();
      await Promise.all(pending);
      expect(await everything(store)).toHaveLength(60);
    },
  },
  'beside D14': {
    what: 'a read ends early, as if there were no more, when its client is disposed of',
    guard: async () => {
      const server = await start();
      const lines: string[] = [];
      const store = await open(server, { log: (line) => lines.push(line) });
      const text = 'x'.repeat(400);
      for (let n = 0; n < 3000; n += 1000) {
        const events = Array.from({ length: 1000 }, (_, index) => someEvent(`${n + index}`, { text }));
        await store.append('thing-1', n - 1, events);
      }
      await server.fault({ silent: ['appends'] });
      const appending = store.append('thing-2', NO_STREAM, someEvents('a', 1));
      for (let readsAfter = 0; readsAfter < 5; readsAfter += lines.length > 2 ? 1 : 0) {
        expect((await store.readStream('thing-1')).length).toBe(3000);
      }
      await server.fault({ silent: [] });
      await appending;
    },
  },
};

describe('what the client does wrong does not reach us', () => {
  it.each(Object.entries(defects).map(([name, { what, guard }]) => [name, what, guard] as const))(
    '%s: %s',
    async (_name, _what, guard) => guard(),
    60_000,
  );
});

it('a prefix keeps logs on one server apart', async () => {
  const server = await start();
  const [one, other] = [await open(server, { prefix: 'one' }), await open(server, { prefix: throwAwayPrefix() })];
  await one.append('thing-1', NO_STREAM, someEvents('a', 1));
  expect(await other.head()).toBe(START);
  expect(await everything(other)).toEqual([]);
});

it('a subscription that is refused says why', async () => {
  const server = await start();
  const store = await open(server);
  await waitFor(() => store.status().subscription === 'live');
  await server.fault({ refuse: 'access-denied' });
  await server.endSubscriptions();
  await waitFor(() => store.status().subscription === 'failed');
  expect(store.status().trouble).toBe('store.access-denied');
});
