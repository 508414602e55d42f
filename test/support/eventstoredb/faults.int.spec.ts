import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM, StreamNotFoundError } from '@eventstore/db-client';
import { waitFor } from '../wait.js';
import { type EventStoreDb, type EventStoreDbOptions, startEventStoreDb } from './start.js';

/** Processes take a while to start on a busy machine. */
jest.setTimeout(30_000);

let db: EventStoreDb;
const clients: EventStoreDBClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await db.stop();
});

async function start(options?: EventStoreDbOptions): Promise<EventStoreDBClient> {
  db = await startEventStoreDb(options);
  return connect();
}

function connect(url = db.url): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  clients.push(client);
  return client;
}

const happened = (type = 'Happened') => jsonEvent({ id: randomUUID(), type, data: {} });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
async function length(client: EventStoreDBClient, stream: string): Promise<number> {
  let count = 0;
  for await (const event of client.readStream(stream)) count += event.event ? 1 : 0;
  return count;
}
/** A client that lost its connection needs a call to notice. */
const again = <T>(act: () => Promise<T>): Promise<T> => {
  let answer: T;
  return waitFor(async () => {
    answer = await act();
    return true;
  }).then(() => answer);
};

describe('the log', () => {
  it.each(['restart', 'kill'] as const)('is still there after a %s, on the same port', async (how) => {
    const client = await start();
    const event = happened();
    const first = await client.appendToStream('a', event, { expectedRevision: NO_STREAM });
    if (how === 'restart') await db.restart();
    else {
      await db.kill();
      await db.startNode();
    }
    expect(await again(() => length(client, 'a'))).toBe(1);
    expect(await client.appendToStream('a', event, { expectedRevision: NO_STREAM })).toEqual(first);
  });

  it('forgets the ids of appends without a revision when it is restarted, as the server does', async () => {
    const client = await start();
    const event = happened();
    await client.appendToStream('a', event);
    await client.appendToStream('a', event);
    expect(await length(client, 'a')).toBe(1);
    await db.restart();
    await again(() => length(client, 'a'));
    await client.appendToStream('a', event);
    expect(await length(client, 'a')).toBe(2);
  });

  it('goes back to an earlier state by a restore', async () => {
    const client = await start();
    await client.appendToStream('a', happened());
    const mark = await db.mark();
    await client.appendToStream('a', happened());
    await client.appendToStream('b', happened());
    await db.restore(mark);
    expect(await again(() => length(client, 'a'))).toBe(1);
    await expect(length(client, 'b')).rejects.toBeInstanceOf(StreamNotFoundError);
  });
});

describe('an append whose answer gets lost', () => {
  it('was written when the connection is cut after it; its repeat is answered as the first would have been', async () => {
    const client = await start();
    await db.fault({ cutAfterWrite: 1 });
    const event = happened();
    expect(await failure(client.appendToStream('a', event, { expectedRevision: NO_STREAM }))).toBeInstanceOf(Error);
    const repeat = await again(() => client.appendToStream('a', event, { expectedRevision: NO_STREAM }));
    expect(repeat).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await length(client, 'a')).toBe(1);
  });

  it('was not written when the connection is cut before it', async () => {
    const client = await start();
    await db.fault({ cutBeforeWrite: 1 });
    expect(await failure(client.appendToStream('a', happened(), { expectedRevision: NO_STREAM }))).toBeInstanceOf(
      Error,
    );
    expect(await again(() => failure(length(client, 'a')))).toBeInstanceOf(StreamNotFoundError);
  });

  it('is cut at random, the same way for the same seed', async () => {
    const client = await start();
    const round = async () => {
      await db.fault({ cutAtRandom: { probability: 0.3, seed: 7 } });
      const outcomes: boolean[] = [];
      for (let count = 0; count < 20; count++) {
        const outcome = await failure(client.appendToStream(randomUUID(), happened()));
        outcomes.push(outcome === 'no failure');
        await db.fault({ cutAtRandom: null });
        await again(() => client.getStreamMetadata('a'));
        await db.fault({ cutAtRandom: { probability: 0.3, seed: 7 + count } });
      }
      return outcomes;
    };
    const first = await round();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await round()).toEqual(first);
  });

  it('never comes when the server is silent, and lies in the log', async () => {
    const client = await start();
    await db.fault({ silent: ['appends'] });
    let isSettled = false;
    const append = failure(client.appendToStream('a', happened())).finally(() => (isSettled = true));
    await waitFor(async () => (await db.counts()).appends === 1);
    expect(await length(client, 'a')).toBe(1);
    expect(isSettled).toBe(false);
    await db.cutConnections();
    expect(await append).toBeInstanceOf(Error);
  });
});

describe('a server that stands still', () => {
  it('answers nothing while it is frozen, and goes on where it was', async () => {
    const client = await start();
    await client.appendToStream('a', happened());
    db.freeze();
    const event = happened();
    const onItsOwn = { credentials: { username: 'a', password: 'b' }, deadline: 200, expectedRevision: 0n };
    expect(await failure(client.appendToStream('a', event, onItsOwn))).toMatchObject({ type: 'deadline-exceeded' });
    const append = client.appendToStream('a', event, { expectedRevision: 0n });
    db.thaw();
    expect(await append).toMatchObject({ nextExpectedRevision: 1n });
    expect(await length(client, 'a')).toBe(2);
  });

  it.each(['features', 'reads', 'subscriptions'] as const)('does not answer %s', async (call) => {
    const client = await start();
    await db.fault({ silent: [call] });
    const asked = {
      features: () => client.appendToStream('a', happened()),
      reads: () => client.getStreamMetadata('a'),
      subscriptions: () =>
        new Promise((resolve, reject) => client.subscribeToAll().on('confirmation', resolve).on('error', reject)),
    };
    const outcome = failure(asked[call]());
    await waitFor(async () => (await db.counts())[call] === 1);
    await db.cutConnections();
    expect(await outcome).toBeInstanceOf(Error);
  });
});

describe('a server that refuses', () => {
  it.each([
    ['access-denied', { type: 'access-denied' }],
    ['unauthenticated', { code: 16 }],
    ['not-ready', { type: 'unavailable' }],
    ['too-busy', { type: 'unavailable' }],
    ['timeout', { type: 'timeout' }],
  ] as const)('with %s', async (refuse, expected) => {
    const client = await start({ faults: { refuse } });
    expect(await failure(length(client, 'a'))).toMatchObject(expected);
    const onItsOwn = { credentials: { username: 'a', password: 'b' } };
    expect(await failure(client.appendToStream('a', happened(), onItsOwn))).toMatchObject(expected);
    expect(await failure(client.appendToStream('a', happened()))).toBeInstanceOf(Error);
    await db.fault({ refuse: null });
    expect(await again(() => client.appendToStream('a', happened()))).toMatchObject({ success: true });
  });

  it('to tell its features, once', async () => {
    const client = await start();
    await db.fault({ internalFeatures: 1 });
    expect(await failure(client.appendToStream('a', happened()))).toMatchObject({ code: 13 });
    expect(await connect().appendToStream('a', happened())).toMatchObject({ success: true });
  });

  it('to append here, once: the client goes where it is sent', async () => {
    const client = await start();
    await db.fault({ notLeader: 1 });
    expect(await failure(client.appendToStream('a', happened()))).toMatchObject({ type: 'not-leader' });
    expect(await again(() => client.appendToStream('a', happened()))).toMatchObject({ success: true });
  });

  it('is an old one: features are unknown, and appends work on their own', async () => {
    const client = await start({ faults: { oldServer: true } });
    expect(await client.appendToStream('a', happened())).toMatchObject({ success: true });
  });
});

describe('with TLS', () => {
  it('serves who has the right password and trusts the certificate', async () => {
    const client = await start({ tls: true });
    expect(await client.appendToStream('a', happened())).toMatchObject({ success: true });
    expect(await length(client, 'a')).toBe(1);
  });

  it('refuses a wrong password, nobody, and $all to who is no administrator', async () => {
    await start({ tls: true, users: { reader: { password: 'secret' } } });
    const as = (who: string) => connect(db.url.replace('admin:changeit@', who));
    expect(await failure(length(as('reader:wrong@'), 'a'))).toMatchObject({ code: 16 });
    expect(await failure(length(as(''), 'a'))).toMatchObject({ type: 'access-denied' });
    expect(await failure(length(as('reader:secret@'), 'a'))).toBeInstanceOf(StreamNotFoundError);
    expect(await failure(length(as('reader:secret@'), '$all'))).toMatchObject({ type: 'access-denied' });
  });

  it('is not trusted without its certificate', async () => {
    await start({ tls: true });
    const client = connect(db.url.replace(/&tlsCAFile=.*/, ''));
    expect(await failure(length(client, 'a'))).toMatchObject({ type: 'unavailable' });
  });
});
