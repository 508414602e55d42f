import { randomUUID } from 'node:crypto';
import { END, EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { waitFor } from '../wait.js';
import { type EventStoreDb, startEventStoreDb } from './start.js';

/** Processes take a while to start on a busy machine. */
jest.setTimeout(30_000);

let db: EventStoreDb;
let clients: EventStoreDBClient[] = [];
beforeEach(async () => {
  db = await startEventStoreDb({ nodes: 3 });
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  clients = [];
  await db.stop();
});

function connect(url = db.url): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  clients.push(client);
  return client;
}
/** A client of this node alone. */
const connectTo = (node: number) => connect(`esdb://127.0.0.1:${db.ports[node]}?tls=false`);

const happened = () => jsonEvent({ id: randomUUID(), type: 'Happened', data: {} });
const failure = (promise: Promise<unknown>) => promise.then(String, (error: unknown) => error);
async function count(client: EventStoreDBClient, stream: string): Promise<number> {
  let events = 0;
  for await (const { event } of client.readStream(stream)) events += event ? 1 : 0;
  return events;
}

/** As a careful caller does it: the same event at the same revision until it is answered. */
async function surely(client: () => EventStoreDBClient, stream: string): Promise<bigint> {
  const event = happened();
  let revision = -2n;
  await waitFor(async () => {
    const { nextExpectedRevision } = await client().appendToStream(stream, event, { expectedRevision: NO_STREAM });
    revision = nextExpectedRevision;
    return true;
  });
  return revision;
}

it('a client of the cluster finds the leader, and the other nodes read along', async () => {
  await connect().appendToStream('a', [happened(), happened()]);
  expect((await db.counts(0)).appends).toBe(1);
  for (const node of [1, 2]) await waitFor(async () => (await count(connectTo(node), 'a')) === 2);
});

it('a follower passes on what it is asked to write, with the answer of the leader', async () => {
  const client = connectTo(1);
  const event = happened();
  const first = await client.appendToStream('a', event, { expectedRevision: NO_STREAM });
  expect(await connectTo(0).appendToStream('a', event, { expectedRevision: NO_STREAM })).toEqual(first);
  const conflict = client.appendToStream('a', happened(), { expectedRevision: 7n });
  await expect(conflict).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
  await client.deleteStream('a', { expectedRevision: 0n });
  await client.tombstoneStream('b', { expectedRevision: NO_STREAM });
  await expect(client.appendToStream('b', happened())).rejects.toMatchObject({ type: 'stream-deleted' });
});

it('who insists on the leader is sent to it by a follower', async () => {
  const client = connectTo(1);
  const append = () => client.appendToStream('a', happened(), { requiresLeader: true });
  expect(await failure(append())).toMatchObject({
    type: 'not-leader',
    leader: { address: '127.0.0.1', port: db.ports[0] },
  });
  await waitFor(async () => (await append()).success);
  expect((await db.counts(0)).appends).toBe(1);
});

it('a subscription to a follower gives what the leader writes', async () => {
  const types: string[] = [];
  const subscription = connectTo(2).subscribeToAll({ fromPosition: END });
  subscription.on('data', ({ event }) => types.push(event!.type)).on('error', () => undefined);
  subscription.on('caughtUp' as never, () => types.push('caught up'));
  await waitFor(() => types.length === 1);
  await connectTo(0).appendToStream('a', [happened(), happened()]);
  await waitFor(() => types.length === 3);
  expect(types).toEqual(['caught up', 'Happened', 'Happened']);
  await subscription.unsubscribe();
});

it('the leader dies in the middle of many appends: each is written once, whatever its caller saw', async () => {
  const client = connect();
  await client.appendToStream('a', happened());
  const streams = Array.from({ length: 100 }, (_, index) => `stream-${index}`);
  const appends = streams.map((stream) => surely(() => client, stream));
  await waitFor(async () => (await db.counts(0)).appends > 1);
  await db.kill(0);
  expect(db.leader).toBeNull();
  await db.elect(1);
  expect(new Set(await Promise.all(appends))).toEqual(new Set([0n]));
  for (const stream of streams) expect(await count(connectTo(1), stream)).toBe(1);

  await db.startNode(0);
  expect(await count(connectTo(0), 'stream-99')).toBe(1);
  expect(db.leader).toBe(1);
});

it('without a leader nothing is written, and reading goes on', async () => {
  const client = connectTo(1);
  await client.appendToStream('a', happened());
  await db.depose();
  expect(String(await failure(client.appendToStream('a', happened())))).toContain('Server Is Not Ready');
  expect(await count(client, 'a')).toBe(1);
});

it('a leader that was frozen while another took over cannot write any more', async () => {
  const old = connectTo(0);
  await old.appendToStream('a', happened());
  db.freeze(0);
  const late = failure(old.appendToStream('a', happened(), { expectedRevision: 0n }));
  await db.elect(1);
  await connectTo(1).appendToStream('a', happened(), { expectedRevision: 0n });
  db.thaw(0);
  expect(await late).toBeInstanceOf(Error); // a conflict, or an unknown outcome: it depends on what it hears first
  for (const node of [0, 1, 2]) await waitFor(async () => (await count(connectTo(node), 'a')) === 2);
  await connectTo(1).appendToStream('a', happened(), { expectedRevision: 1n });
  for (const node of [0, 1, 2]) await waitFor(async () => (await count(connectTo(node), 'a')) === 3);
});
