import { NO_STREAM, TryLater, type NewEvent } from '@rettidig/event-sourcing';
import type { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';
import { someEvents } from '@rettidig/event-sourcing/testing';
import { startEventStoreDb, type EventStoreDb } from '../support/eventstoredb/start.js';
import { waitFor } from '../support/wait.js';
import { everything, Follower, openLog } from './opened.js';

const WRITERS = 20;
/** So long a call may take here; a test freezes for longer than that. */
const CALL_MS = 500;

interface Outage {
  readonly what: string;
  readonly nodes?: 1 | 3;
  readonly happens: (server: EventStoreDb, store: EventStoreDbEventStore) => Promise<void>;
}

/** Calls have failed of it. */
const isNoticed = (store: EventStoreDbEventStore): Promise<void> => waitFor(() => store.status().trouble !== null);

const outages: readonly Outage[] = [
  { what: 'a restart', happens: (server) => server.restart() },
  {
    what: 'a crash',
    happens: async (server) => {
      await server.kill();
      await server.startNode();
    },
  },
  {
    what: 'a server that stands still for a while',
    happens: async (server, store) => {
      server.freeze();
      await isNoticed(store);
      server.thaw();
    },
  },
  { what: 'connections that break', happens: (server) => server.cutConnections() },
  {
    what: 'connections that break after the write and before the answer',
    happens: (server) => server.fault({ cutAfterWrite: 5 }),
  },
  {
    what: 'connections that break now and then',
    happens: (server) => server.fault({ cutAtRandom: { probability: 0.02, seed: 7 } }),
  },
  { what: 'subscriptions that the server ends without a word', happens: (server) => server.endSubscriptions() },
  {
    what: 'subscriptions that stay open and say nothing more',
    happens: async (server) => {
      const { subscriptions } = await server.counts();
      await server.fault({ silent: ['subscriptions'] });
      await waitFor(async () => (await server.counts()).subscriptions > subscriptions);
      await server.fault({ silent: [] });
    },
  },
  { what: 'a reader that is too slow for the server', happens: (server) => server.tooSlow() },
  {
    what: 'a server that is not ready',
    happens: async (server, store) => {
      await server.fault({ refuse: 'not-ready' });
      await isNoticed(store);
      await server.fault({ refuse: null });
    },
  },
  { what: 'a leader that moves', nodes: 3, happens: (server) => server.elect(1) },
  {
    what: 'a leader that dies, another follows',
    nodes: 3,
    happens: async (server) => {
      await server.kill(0);
      await server.elect(2);
    },
  },
  {
    what: 'a leader that stands still while another takes over, and comes back',
    nodes: 3,
    happens: async (server, store) => {
      server.freeze(0);
      await server.elect(1);
      await isNoticed(store);
      server.thaw(0);
    },
  },
  {
    what: 'a time without a leader',
    nodes: 3,
    happens: async (server, store) => {
      await server.depose();
      await isNoticed(store);
      await server.elect(2);
    },
  },
];

/** What was acknowledged, and what was given up with a clear word. */
interface Written {
  readonly done: string[];
  readonly given: string[];
}

/** Appends one event after the other to its stream until it is told to stop; what was given up is tried again. */
async function write(store: EventStoreDbEventStore, writer: number, isOver: () => boolean): Promise<Written> {
  const written: Written = { done: [], given: [] };
  for (let n = 0; !isOver(); n += 1) {
    const events = someEvents(`${writer} ${n}`, 1 + (n % 2));
    await appendUntilDone(store, { stream: `thing-${writer}`, events, written });
  }
  return written;
}

async function appendUntilDone(
  store: EventStoreDbEventStore,
  { stream, events, written }: { stream: string; events: NewEvent[]; written: Written },
): Promise<void> {
  for (;;) {
    try {
      await store.append(stream, NO_STREAM + written.done.length, events);
      written.done.push(...events.map(({ id }) => id));
      return;
    } catch (error) {
      if (!(error instanceof TryLater)) throw error;
      written.given.push(error.code);
    }
  }
}

describe('the log through', () => {
  let server: EventStoreDb;
  let store: EventStoreDbEventStore;
  let beside: EventStoreDbEventStore;
  afterEach(async () => {
    await store?.close();
    await beside?.close();
    await server?.stop();
  });

  it.each(outages.map((outage) => [outage.what, outage] as const))(
    '%s: nothing acknowledged is lost, nothing doubled, and every follower sees exactly the log',
    async (_what, { nodes = 1, happens }) => {
      server = await startEventStoreDb({ nodes });
      const options = { callMs: CALL_MS, patienceMs: 5000 };
      [store, beside] = [await openLog(server.url, options), await openLog(server.url, options)];
      const followers = [store, beside, store].map((each) => new Follower(each));
      let isOver = false;
      const writing = Array.from({ length: WRITERS }, (_, writer) =>
        write(writer % 2 ? store : beside, writer, () => isOver),
      );
      await waitFor(() => followers[0]!.seen.length > WRITERS);
      await happens(server, store);
      const seen = followers[0]!.seen.length;
      await waitFor(() => followers[0]!.seen.length > seen + 2 * WRITERS, 30_000);
      isOver = true;
      const written = await Promise.all(writing);
      await server.fault({ cutAtRandom: null, cutAfterWrite: 0 });

      const log = await everything(store);
      const ids = log.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [writer, { done }] of written.entries()) {
        expect(log.filter(({ stream }) => stream === `thing-${writer}`).map(({ id }) => id)).toEqual(done);
      }
      for (const follower of followers) {
        await waitFor(() => follower.seen.length >= ids.length);
        await follower.stop();
        expect(follower.ids).toEqual(ids);
      }
      await waitFor(() => store.status().subscription === 'live' && store.status().trouble === null);
    },
    90_000,
  );

  it('a server that stands still for good: the log is closed in the time of a few calls all the same', async () => {
    server = await startEventStoreDb();
    store = await openLog(server.url, { callMs: CALL_MS, patienceMs: 60_000 });
    await store.lease('one', new AbortController().signal);
    const follower = new Follower(store);
    server.freeze();
    const appending = store.append('thing-1', NO_STREAM, someEvents('a', 1));
    const closed = store.close();
    await expect(appending).rejects.toMatchObject({ code: 'store.outcome-unknown' });
    await closed;
    await follower.stop();
    server.thaw();
  }, 20_000);
});
