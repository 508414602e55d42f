import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { NO_STREAM, START, type NewEvent } from '@rettidig/event-sourcing';
import type { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';
import { someEvent } from '@rettidig/event-sourcing/testing';
import { startEventStoreDb, type EventStoreDb } from '../support/eventstoredb/start.js';
import { waitFor } from '../support/wait.js';
import { everything, Follower, openLog } from './opened.js';

jest.setTimeout(60_000);

/** More than is kept in memory, and more than is counted one by one. */
const EVENTS = 9000;
const OF_OTHERS = 3000;
const AT_ONCE = 500;

describe('a long log, on a server with events of others', () => {
  let server: EventStoreDb;
  let client: EventStoreDBClient;
  let store: EventStoreDbEventStore;
  const ids: string[] = [];
  beforeAll(async () => {
    server = await startEventStoreDb();
    client = EventStoreDBClient.connectionString(server.url);
    store = await openLog(server.url);
    for (let n = 0; n < EVENTS; n += AT_ONCE) {
      await writeOthers(OF_OTHERS / (EVENTS / AT_ONCE));
      const events = Array.from({ length: AT_ONCE }, (_, index): NewEvent => someEvent(`${n + index}`));
      await store.append(`thing-${n}`, NO_STREAM, events);
      ids.push(...events.map(({ id }) => id));
    }
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await client?.dispose();
    await server?.stop();
  });

  const writeOthers = (count: number): Promise<unknown> =>
    client.appendToStream(
      `others-${randomUUID()}`,
      Array.from({ length: count }, () => jsonEvent({ type: 'a', data: { text: 'of others'.repeat(20) } })),
    );

  it('is read whole, in pages that hold no events of others', async () => {
    expect((await everything(store)).map(({ id }) => id)).toEqual(ids);
    const page = await store.readAll({ after: START, limit: 100 });
    expect(page.length).toBeGreaterThanOrEqual(50);
  });

  it('is followed from its beginning over from the server to memory, without a gap', async () => {
    const follower = new Follower(store);
    const more = someEvent('more');
    await store.append('thing-more', NO_STREAM, [more]);
    ids.push(more.id);
    await waitFor(() => follower.seen.length >= ids.length, 30_000);
    await follower.stop();
    expect(follower.ids).toEqual(ids);
  });

  it('is counted to the last event near its end, and told about from further back', async () => {
    const log = await everything(store);
    for (const left of [0, 1, 900, 4000]) expect(await store.countAfter(log.at(-1 - left)!.position)).toBe(left);
    const estimate = await store.countAfter(START);
    expect(estimate).toBeGreaterThan(ids.length * 0.7);
    expect(estimate).toBeLessThan(ids.length * 1.3);
  });

  it('holds the positions of its own events alone, however far back', async () => {
    const log = await everything(store);
    expect(await store.holds(log[3]!.position)).toBe(true);
    for await (const { event } of client.readAll({ maxCount: 400 })) {
      if (!event?.streamId.startsWith('others-')) continue;
      const [commit, prepare] = [event.position.commit, event.position.prepare].map((n) =>
        n.toString(16).padStart(16, '0'),
      );
      expect(await store.holds(`${commit}${prepare}`)).toBe(false);
      break;
    }
  });

  it('shows its end to a new process without looking through what others wrote since', async () => {
    const { position } = (await everything(store)).at(-1)!;
    for (let n = 0; n < 10; n += 1) await writeOthers(1000);
    expect(await store.head()).toBe(position);
    await (await store.lease('one', new AbortController().signal))!.release();

    const { reads } = await server.counts();
    const other = await openLog(server.url);
    expect(await other.head()).toBe(position);
    expect((await server.counts()).reads - reads).toBeLessThan(8);
    await other.close();
  });

  it('of a new prefix begins at the end', async () => {
    const { reads } = await server.counts();
    const other = await openLog(server.url, { prefix: 'new' });
    expect(await other.head()).toBe(START);
    expect((await server.counts()).reads - reads).toBeLessThan(8);
    await other.close();
  });

  it('goes on after a drop without reading again what others wrote meanwhile', async () => {
    await writeOthers(1000);
    await store.head();
    await waitFor(() => store.status().subscription === 'live');
    await server.cutConnections();
    const last = someEvent('after the drop');
    const follower = new Follower(store, await store.head());
    await store.append('thing-after', NO_STREAM, [last]);
    await waitFor(() => follower.seen.length === 1);
    expect(follower.ids).toEqual([last.id]);
    await follower.stop();
  });
});
