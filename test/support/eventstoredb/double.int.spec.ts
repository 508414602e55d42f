import { randomUUID } from 'node:crypto';
import {
  ANY,
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  type ResolvedEvent,
  START,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type EventStoreDb, startEventStoreDb } from './start.js';

/** Processes take a while to start on a busy machine. */
jest.setTimeout(30_000);

let db: EventStoreDb;
let client: EventStoreDBClient;
beforeAll(async () => {
  db = await startEventStoreDb();
  client = EventStoreDBClient.connectionString(db.url);
});
afterAll(async () => {
  await client.dispose();
  await db.stop();
});

const happened = (type: string, data: object = {}) => jsonEvent({ id: randomUUID(), type, data: { ...data } });
const some = (count: number) => Array.from({ length: count }, (_, index) => happened(`Happened${index}`));
const aStream = () => `stream-${randomUUID()}`;

async function collect(events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const all: ResolvedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
const types = (events: readonly ResolvedEvent[]) => events.map(({ event }) => event!.type);

/** Credentials with a call make the client append without a batch. */
const ways = [
  ['in a batch', {}],
  ['on its own', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

describe.each(ways)('an append %s', (_, options) => {
  it('answers the revision and the position with which the event is read from the stream and from $all', async () => {
    const stream = aStream();
    const event = jsonEvent({ type: 'Happened', data: { text: 'æøå' }, metadata: { who: 'me' } });
    const first = await client.appendToStream(stream, event, { expectedRevision: NO_STREAM, ...options });
    const second = await client.appendToStream(stream, some(3), { expectedRevision: 0n, ...options });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(second.nextExpectedRevision).toBe(3n);

    const read = await collect(client.readStream(stream));
    expect(read[0]!.event).toMatchObject({
      id: event.id,
      revision: 0n,
      data: { text: 'æøå' },
      metadata: { who: 'me' },
    });
    expect(Math.abs(read[0]!.event!.created.getTime() - Date.now())).toBeLessThan(60_000);
    const positions = read.map(({ event: { position } = {} }) => position!);
    expect(positions[0]).toEqual(first.position);
    expect(positions[3]).toEqual(second.position);
    for (const { commit, prepare } of positions) expect(commit).toBe(prepare);
    const all = await collect(client.readAll({ fromPosition: positions[0]! }));
    expect(all.map(({ event: found }) => found!.position)).toEqual(positions);
    expect(all[0]!.commitPosition).toBe(first.position!.commit);
  });

  it('is refused when the stream is not as expected, with what it is', async () => {
    const stream = aStream();
    const append = (expectedRevision: bigint | typeof NO_STREAM | typeof STREAM_EXISTS) =>
      client.appendToStream(stream, some(1), { expectedRevision, ...options }).catch((error: unknown) => error);
    expect(await append(0n)).toMatchObject({ streamName: stream, expectedVersion: 0n, actualVersion: 'no_stream' });
    expect(await append(STREAM_EXISTS)).toBeInstanceOf(WrongExpectedVersionError);
    await append(NO_STREAM);
    await append(0n);
    expect(await append(NO_STREAM)).toMatchObject({ expectedVersion: 'no_stream', actualVersion: 1n });
    expect(await append(0n)).toMatchObject({ expectedVersion: 0n, actualVersion: 1n });
    expect(await append(7n)).toMatchObject({ expectedVersion: 7n, actualVersion: 1n });
    expect(await append(STREAM_EXISTS)).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(await collect(client.readStream(stream))).toHaveLength(3);
  });

  it('that repeats an earlier one is answered like that one, and written once', async () => {
    const stream = aStream();
    const events = some(3);
    for (const expectedRevision of [NO_STREAM, ANY] as const) {
      const first = await client.appendToStream(stream, events, { expectedRevision, ...options });
      await client.appendToStream(`${stream}-other`, some(1), options);
      expect(await client.appendToStream(stream, events, { expectedRevision, ...options })).toEqual(first);
    }
    const more = some(2);
    const last = await client.appendToStream(stream, more, { expectedRevision: 2n, ...options });
    expect(await client.appendToStream(stream, more, { expectedRevision: 2n, ...options })).toEqual(last);
    expect(await collect(client.readStream(stream))).toHaveLength(5);
  });

  it('that repeats an earlier one in part is a conflict', async () => {
    const stream = aStream();
    const [one, two, three] = some(3) as [ReturnType<typeof happened>, ReturnType<typeof happened>, never];
    await client.appendToStream(stream, [one, two], { expectedRevision: NO_STREAM, ...options });
    for (const expectedRevision of [NO_STREAM, ANY] as const) {
      const again = client.appendToStream(stream, [one, three], { expectedRevision, ...options });
      await expect(again).rejects.toBeInstanceOf(WrongExpectedVersionError);
    }
    const tail = client.appendToStream(stream, [one, two, three], { expectedRevision: NO_STREAM, ...options });
    await expect(tail).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  it('of more than 1 MiB is refused', async () => {
    const big = [happened('Big', { text: 'x'.repeat(600_000) }), happened('Big', { text: 'x'.repeat(600_000) })];
    const append = client.appendToStream(aStream(), big, options);
    await expect(append).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 });
  });
});

describe('a read', () => {
  it('of a stream goes both ways from any revision, which is included', async () => {
    const stream = aStream();
    await client.appendToStream(stream, some(100));
    const read = async (options: Parameters<typeof client.readStream>[1]) =>
      (await collect(client.readStream(stream, options))).map(({ event }) => Number(event!.revision));
    expect(await read({ maxCount: 3 })).toEqual([0, 1, 2]);
    expect(await read({ fromRevision: 97n })).toEqual([97, 98, 99]);
    expect(await read({ fromRevision: 200n })).toEqual([]);
    expect(await read({ direction: BACKWARDS, fromRevision: END, maxCount: 2 })).toEqual([99, 98]);
    expect(await read({ direction: BACKWARDS, fromRevision: 1n })).toEqual([1, 0]);
    expect(await read({})).toEqual(Array.from({ length: 100 }, (_, revision) => revision));
  });

  it('of $all goes both ways; backwards, an event does not lie at its own position', async () => {
    const streams = [aStream(), aStream()];
    for (const stream of [...streams, ...streams]) await client.appendToStream(stream, some(1));
    const forwards = await collect(client.readAll());
    const backwards = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END }));
    expect(backwards.map(({ event }) => event!.id).reverse()).toEqual(forwards.map(({ event }) => event!.id));
    const position = forwards.at(-2)!.event!.position!;
    const at = (direction: typeof FORWARDS | typeof BACKWARDS) =>
      collect(client.readAll({ direction, fromPosition: position, maxCount: 1 }));
    expect(await at(FORWARDS)).toEqual([forwards.at(-2)]);
    expect(await at(BACKWARDS)).toEqual([forwards.at(-3)]);
  });

  it('of $all meets events of the system, but not the epochs', async () => {
    await db.systemEvents(2);
    const events = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 2 }));
    expect(types(events)).toEqual(['$statsCollected', '$statsCollected']);
    expect(types(await collect(client.readAll()))).not.toContain('$epoch-information');
  });

  it('of a stream that is not there says so', async () => {
    await expect(collect(client.readStream(aStream()))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('keeps to the greatest count of the metadata, while $all shows everything', async () => {
    const stream = aStream();
    await client.setStreamMetadata(stream, { maxCount: 2 });
    await client.appendToStream(stream, some(5));
    expect(types(await collect(client.readStream(stream)))).toEqual(['Happened3', 'Happened4']);
    expect(types(await collect(client.readStream(stream, { fromRevision: 1n, maxCount: 1 })))).toEqual(['Happened3']);
    const inAll = (await collect(client.readAll())).filter(({ event }) => event!.streamId === stream);
    expect(inAll).toHaveLength(5);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 2 });
  });
});

describe('a stream that is deleted', () => {
  it('softly is not there, and begins anew behind its old events', async () => {
    const stream = aStream();
    await client.appendToStream(stream, some(2));
    await client.deleteStream(stream, { expectedRevision: 1n });
    await expect(collect(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
    const existing = client.appendToStream(stream, some(1), { expectedRevision: STREAM_EXISTS });
    await expect(existing).rejects.toBeInstanceOf(StreamDeletedError);

    const again = await client.appendToStream(stream, [happened('Again')], { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(types(await collect(client.readStream(stream)))).toEqual(['Again']);
  });

  it('softly comes back with new metadata too', async () => {
    const stream = aStream();
    await client.appendToStream(stream, some(2));
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { maxCount: 5 });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 5, truncateBefore: 2 });
    await client.appendToStream(stream, [happened('Again')]);
    expect(types(await collect(client.readStream(stream)))).toEqual(['Again']);
  });

  it('for good is refused for ever', async () => {
    const stream = aStream();
    await client.appendToStream(stream, some(2));
    await expect(client.tombstoneStream(stream, { expectedRevision: 0n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    await client.tombstoneStream(stream);
    await expect(collect(client.readStream(stream))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.appendToStream(stream, some(1))).rejects.toBeInstanceOf(StreamDeletedError);
    const [last] = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    expect(last!.event).toMatchObject({ streamId: stream, type: '$streamDeleted' });
  });

  it('without being there is a conflict', async () => {
    await expect(client.deleteStream(aStream())).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });
});

it('positions are offsets: none of them small, none of them one after the other', async () => {
  const positions = (await collect(client.readAll({ fromPosition: START }))).map(
    ({ event }) => event!.position!.commit,
  );
  expect(positions[0]! > 50n).toBe(true);
  const gaps = positions.slice(1).map((position, index) => position - positions[index]!);
  expect(gaps.every((gap) => gap > 50n)).toBe(true);
});
