import { randomUUID } from 'node:crypto';
import {
  type AllStreamSubscription,
  END,
  EventStoreDBClient,
  jsonEvent,
  type Position,
  START,
  type StreamSubscription,
  StreamDeletedError,
  streamNameFilter,
  TimeoutError,
} from '@eventstore/db-client';
import { waitFor } from '../wait.js';
import { type EventStoreDb, startEventStoreDb } from './start.js';

/** Processes take a while to start on a busy machine. */
jest.setTimeout(30_000);

let db: EventStoreDb;
let client: EventStoreDBClient;
beforeAll(async () => {
  db = await startEventStoreDb();
  client = EventStoreDBClient.connectionString(db.url);
});
afterEach(async () => {
  await db.fault({ silent: [], slowConsumer: 'dropped', refusesInvalidPositions: false });
});
afterAll(async () => {
  await client.dispose();
  await db.stop();
});

const some = (count: number, text = '') =>
  Array.from({ length: count }, (_, index) => jsonEvent({ type: `Happened${index}`, data: { text } }));
const aStream = () => `stream-${randomUUID()}`;

/** What a subscription tells, in order. */
function listen(subscription: AllStreamSubscription | StreamSubscription) {
  const told: string[] = [];
  const errors: unknown[] = [];
  subscription.on('confirmation', () => told.push('confirmed'));
  subscription.on('caughtUp' as never, () => told.push('caught up'));
  subscription.on('fellBehind' as never, () => told.push('fell behind'));
  subscription.on('data', ({ event }) => told.push(event!.type));
  subscription.on('error', (error) => errors.push(error));
  return { told, errors, stop: () => subscription.unsubscribe() };
}

const seen = (listener: { told: string[] }, what: string, times = 1) =>
  waitFor(() => listener.told.filter((each) => each === what).length >= times);

describe('a subscription to a stream', () => {
  it('is confirmed, catches up, says so once and goes on live', async () => {
    const stream = aStream();
    await client.appendToStream(stream, some(100));
    const listener = listen(client.subscribeToStream(stream, { fromRevision: 96n }));
    await seen(listener, 'caught up');
    await client.appendToStream(stream, some(2));
    await seen(listener, 'Happened1');
    expect(listener.told).toEqual(
      ['confirmed', 'Happened97', 'Happened98', 'Happened99', 'caught up', 'Happened0', 'Happened1'], // behind 96
    );
    await listener.stop();
  });

  it('waits for a stream that is not there, and ends with one that is deleted for good', async () => {
    const stream = aStream();
    const listener = listen(client.subscribeToStream(stream));
    await seen(listener, 'confirmed');
    await client.appendToStream(stream, some(1));
    await seen(listener, 'Happened0');
    await client.tombstoneStream(stream);
    await waitFor(() => listener.errors.length > 0);
    expect(listener.errors).toEqual([expect.any(StreamDeletedError)]);
  });
});

describe('a subscription to $all', () => {
  it('begins behind its position', async () => {
    const stream = aStream();
    const { position } = await client.appendToStream(stream, some(3));
    const listener = listen(client.subscribeToAll({ fromPosition: position! }));
    await seen(listener, 'caught up');
    await client.appendToStream(stream, some(1));
    await seen(listener, 'Happened0');
    expect(listener.told).toEqual(['confirmed', 'caught up', 'Happened0']);
    await listener.stop();
  });

  it('from the end gives what is new', async () => {
    const listener = listen(client.subscribeToAll({ fromPosition: END }));
    await seen(listener, 'caught up');
    await client.appendToStream(aStream(), some(1));
    await seen(listener, 'Happened0');
    expect(listener.told).toEqual(['confirmed', 'caught up', 'Happened0']);
    await listener.stop();
  });

  it('with a filter gives its streams, and checkpoints for the others, which go forward only', async () => {
    const prefix = `mine-${randomUUID()}`;
    const checkpoints: Position[] = [];
    const filter = streamNameFilter({
      prefixes: [`${prefix}-`],
      checkpointInterval: 1,
      checkpointReached: (_, position) => void checkpoints.push(position),
    });
    await client.appendToStream(aStream(), some(200));
    const { position } = await client.appendToStream(`${prefix}-a`, some(1));
    await client.appendToStream(aStream(), some(200));
    const listener = listen(client.subscribeToAll({ filter, fromPosition: START }));
    await seen(listener, 'caught up');
    expect(listener.told).toEqual(['confirmed', 'Happened0', 'caught up']);
    const caughtUpWith = checkpoints.length;
    expect(caughtUpWith).toBeGreaterThanOrEqual(400 / 32 - 1);
    expect(checkpoints).toContainEqual(position);

    await client.appendToStream(aStream(), some(64));
    await waitFor(() => checkpoints.length >= caughtUpWith + 2);
    const commits = checkpoints.map(({ commit }) => commit);
    expect(commits).toEqual([...commits].sort((a, b) => Number(a - b)));
    await listener.stop();

    const resumed = listen(client.subscribeToAll({ filter, fromPosition: checkpoints.at(-1)! }));
    await seen(resumed, 'caught up');
    expect(resumed.told).toEqual(['confirmed', 'caught up']);
    await resumed.stop();
  });

  it('falls silent without ending, and goes on where it was', async () => {
    const listener = listen(client.subscribeToAll({ fromPosition: END }));
    await seen(listener, 'caught up');
    await db.fault({ silent: ['subscriptions'] });
    const stream = aStream();
    await client.appendToStream(stream, some(2));
    for await (const { event } of client.readStream(stream)) expect(listener.told).not.toContain(event!.type);
    await db.fault({ silent: [] });
    await client.appendToStream(stream, some(1));
    await seen(listener, 'Happened0', 2);
    expect(listener.told).toEqual(['confirmed', 'caught up', 'Happened0', 'Happened1', 'Happened0']);
    await listener.stop();
  });

  it('takes many events of one append, when its reader does', async () => {
    const listener = listen(client.subscribeToAll({ fromPosition: END }));
    await seen(listener, 'caught up');
    for (let round = 0; round < 10; round++) await client.appendToStream(aStream(), some(120));
    await seen(listener, 'Happened119', 10);
    expect(listener.errors).toEqual([]);
    await listener.stop();
  });
});

describe('a reader that is too slow', () => {
  /** More than what lies in buffers on the way. */
  const flood = async () => {
    for (let round = 0; round < 20; round++) await client.appendToStream(aStream(), some(20, 'x'.repeat(20_000)));
  };

  it('is dropped while live, as by 23.10', async () => {
    const subscription = client.subscribeToAll({ fromPosition: END });
    const listener = listen(subscription);
    await seen(listener, 'caught up');
    subscription.pause();
    await flood();
    subscription.resume();
    await waitFor(() => listener.errors.length > 0);
    expect(listener.errors).toEqual([expect.any(TimeoutError)]);
    expect(String(listener.errors[0])).toContain(
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
    );
    expect(listener.told.length).toBeLessThan(400);
  });

  it('falls behind and catches up again, as from 24.2', async () => {
    await db.fault({ silent: [], slowConsumer: 'falls-behind' });
    const subscription = client.subscribeToAll({ fromPosition: END });
    const listener = listen(subscription);
    await seen(listener, 'caught up');
    subscription.pause();
    await flood();
    subscription.resume();
    await seen(listener, 'Happened19', 20);
    await seen(listener, 'caught up', 2);
    expect(listener.told).toContain('fell behind');
    expect(listener.told.filter((each) => each.startsWith('Happened'))).toHaveLength(400);
    await listener.stop();
  });

  it('is found on demand', async () => {
    const listener = listen(client.subscribeToAll({ fromPosition: END }));
    await seen(listener, 'caught up');
    await db.tooSlow();
    await waitFor(() => listener.errors.length > 0);
    expect(listener.errors).toEqual([expect.any(TimeoutError)]);
  });
});

describe('a position that is none', () => {
  const positions = async () => {
    const { position } = await client.appendToStream(aStream(), some(1));
    const { commit } = position!;
    return {
      within: { commit: commit + 1n, prepare: commit + 1n },
      behind: { commit: commit * 2n, prepare: commit * 2n },
    };
  };
  const read = async (fromPosition: Position) => {
    try {
      for await (const event of client.readAll({ fromPosition })) return event;
      return 'nothing';
    } catch (error) {
      return error;
    }
  };

  it('behind the end is taken by 23.10, which says nothing; within a record it fails somehow', async () => {
    const { within, behind } = await positions();
    expect(await read(behind)).toBe('nothing');
    expect(await read(within)).toMatchObject({ type: 'unknown' });
    const listener = listen(client.subscribeToAll({ fromPosition: behind }));
    await seen(listener, 'caught up');
    await client.appendToStream(aStream(), some(1));
    await seen(listener, 'Happened0');
    await listener.stop();
  });

  it('is refused by 24.10', async () => {
    await db.fault({ refusesInvalidPositions: true });
    const { within, behind } = await positions();
    for (const position of [within, behind]) {
      expect(String(await read(position))).toContain('Trying to read from an invalid position.');
      const listener = listen(client.subscribeToAll({ fromPosition: position }));
      await waitFor(() => listener.errors.length > 0);
      expect(listener.errors[0]).toMatchObject({ code: 3 });
    }
  });
});
