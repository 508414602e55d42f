import { once } from 'node:events';
import { createServer } from 'node:net';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { NO_STREAM, Unusable } from '@rettidig/event-sourcing';
import type { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';
import { someEvents } from '@rettidig/event-sourcing/testing';
import { CERTIFICATE, type EventStoreDb } from '../support/eventstoredb/start.js';
import { waitFor } from '../support/wait.js';
import { Follower, openLog, serversAndLogs } from './opened.js';

jest.setTimeout(60_000);

const { start, open } = serversAndLogs();

/** A port where nobody listens. */
async function emptyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await once(server.close(), 'close');
  return port;
}

describe('a start is refused with a sentence, in both languages,', () => {
  const withTls = (server: EventStoreDb, login: string, options: string): string =>
    `esdb://${login}127.0.0.1:${server.ports[0]!}?tls=true${options}`;
  const trusted = `&tlsCAFile=${CERTIFICATE.certificate}`;
  const users = { admin: { password: 'changeit', isAdmin: true }, guest: { password: 'guest', isAdmin: false } };

  const refusals: readonly [string, string, () => Promise<string>][] = [
    [
      'for a certificate that nobody vouches for',
      'store.bad-certificate',
      async () => withTls(await start({ tls: true, users }), 'admin:changeit@', ''),
    ],
    [
      'where the server speaks without TLS',
      'store.bad-certificate',
      async () => `esdb://127.0.0.1:${(await start()).ports[0]!}`,
    ],
    [
      'for a wrong password',
      'store.access-denied',
      async () => withTls(await start({ tls: true, users }), 'admin:wrong@', trusted),
    ],
    ['for nobody at all', 'store.access-denied', async () => withTls(await start({ tls: true, users }), '', trusted)],
    [
      'for a user who may not read everything',
      'store.access-denied',
      async () => withTls(await start({ tls: true, users }), 'guest:guest@', trusted),
    ],
    [
      'for a server without appends in batches',
      'store.old-server',
      async () => (await start({ faults: { oldServer: true } })).url,
    ],
    [
      'for a server that calls itself old',
      'store.old-server',
      async () => (await start({ faults: { version: '20.10.2' } })).url,
    ],
    ['where nobody listens', 'store.unreachable', async () => `esdb://127.0.0.1:${await emptyPort()}?tls=false`],
    [
      'where no node of a cluster listens',
      'store.unreachable',
      async () => `esdb://127.0.0.1:${await emptyPort()},127.0.0.1:${await emptyPort()}?tls=false`,
    ],
    [
      'for a cluster whose certificate nobody vouches for',
      'store.bad-certificate',
      async () => withTls(await start({ tls: true, users }), 'admin:changeit@', '').replace('esdb:', 'esdb+discover:'),
    ],
  ];

  it.each(refusals)('%s', async (_case, code, url) => {
    const refused = openLog(await url(), { callMs: 1000, patienceMs: 1000, startMs: 1500 });
    await expect(refused).rejects.toBeInstanceOf(Unusable);
    await expect(refused).rejects.toMatchObject({ code });
    const { sentence } = (await refused.catch((error: unknown) => error)) as Unusable;
    const { da, en } = sentence;
    expect(da).toMatch(/^.{40,} .+\.$/);
    expect(en).toMatch(/^.{40,} .+\.$/);
    expect(`${da}${en}`).not.toMatch(/changeit|wrong@|guest:/);
  });

  it('not where user and password are right', async () => {
    const server = await start({ tls: true, users });
    const store = await open(server);
    expect(await store.append('thing-1', NO_STREAM, someEvents('a', 1))).toMatchObject({ revision: 0 });
  });

  it('for a log of a newer program', async () => {
    const server = await start();
    const client = EventStoreDBClient.connectionString(server.url);
    await client.appendToStream('test.log', jsonEvent({ type: 'LogBegan', data: { format: 2 } }));
    await client.dispose();
    await expect(openLog(server.url)).rejects.toMatchObject({ code: 'store.newer-log' });
  });

  it.each(['', 'Rettidig', 'a-b', 'a'.repeat(41)])('for the prefix %j', async (prefix) => {
    await expect(openLog('esdb://127.0.0.1:1?tls=false', { prefix })).rejects.toMatchObject({
      code: 'store.wrong-prefix',
    });
  });
});

it('waits for a server that comes later', async () => {
  const server = await start();
  await server.shutDown();
  const opening = open(server, { callMs: 500, startMs: 30_000 });
  await server.startNode();
  const store = await opening;
  expect(await store.append('thing-1', NO_STREAM, someEvents('a', 1))).toMatchObject({ revision: 0 });
});

describe('what others did to our streams is named, never passed over:', () => {
  const lines: string[] = [];
  let server: EventStoreDb;
  let store: EventStoreDbEventStore;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    lines.length = 0;
    server = await start();
    store = await open(server, { callMs: 500, log: (line) => lines.push(line) });
    client = EventStoreDBClient.connectionString(server.url);
    await store.append('thing-1', NO_STREAM, someEvents('a', 2));
  });
  afterEach(() => client.dispose());

  const foreign = { metadata: { $correlationId: 'a', $causationId: 'b' }, type: 'SomethingHappened' };
  it.each([
    ['JSON without our metadata', jsonEvent({ type: 'SomethingHappened', data: {} })],
    ['JSON with metadata of others', jsonEvent({ ...foreign, data: {} })],
    ['what is no JSON', binaryEvent({ type: 'SomethingHappened', data: Buffer.from('{}') })],
  ])('%s', async (_case, event) => {
    const follower = new Follower(store);
    await client.appendToStream('test_thing-1', event);
    await expect(client.appendToStream('test_thing-2', jsonEvent({ type: 'a', data: {} }))).resolves.toBeDefined();

    await waitFor(() => store.status().subscription === 'failed');
    expect(store.status()).toEqual({ trouble: 'store.foreign-event', subscription: 'failed' });
    expect(lines).toContainEqual(expect.stringContaining(`store.foreign-event thing-1 ${event.id}`));
    expect(follower.seen).toHaveLength(2);
    await follower.stop();

    const { position } = (await store.readAll({ after: '' })).at(-1)!;
    const named = { code: 'store.foreign-event', details: { stream: 'thing-1', eventId: event.id } };
    await expect(store.readAll({ after: position })).rejects.toMatchObject(named);
    await expect(store.readStream('thing-1')).rejects.toMatchObject(named);
  });

  it.each([
    ['deleted', () => client.deleteStream('test_thing-1')],
    ['deleted for good', () => client.tombstoneStream('test_thing-1')],
    [
      'deleted and written again',
      async () => {
        await client.deleteStream('test_thing-1');
        await client.appendToStream('test_thing-1', jsonEvent({ type: 'a', data: {} }));
      },
    ],
    ['cut off at its beginning', () => client.setStreamMetadata('test_thing-1', { truncateBefore: 1 })],
  ])('a stream that was %s', async (_case, happens) => {
    await happens();
    const named = { code: 'store.stream-deleted', details: { stream: 'thing-1' } };
    await expect(store.readStream('thing-1')).rejects.toMatchObject(named);
  });

  it('a stream that was deleted and is taken for a new one', async () => {
    await client.deleteStream('test_thing-1');
    const appending = store.append('thing-1', NO_STREAM, someEvents('b', 1));
    await expect(appending).rejects.toMatchObject({ code: 'store.stream-deleted', details: { stream: 'thing-1' } });
  });

  it('an older log in the place of the one that was there', async () => {
    const mark = await server.mark();
    await store.append('thing-2', NO_STREAM, someEvents('b', 5));
    await server.restore(mark);
    await waitFor(() => store.status().trouble === 'store.log-shortened', 20_000);
    expect(store.status().subscription).toBe('failed');
    await expect(store.head()).rejects.toMatchObject({ code: 'store.log-shortened' });
  });
});
