import { MemoryEventStore } from './adapters/memory.js';
import { idOf } from './ids.js';
import { RecentStreams } from './recent-streams.js';
import { metadata } from './testing/decider-spec.js';

async function world(budget = 10) {
  const store = new MemoryEventStore();
  const lengths = new Map<string, number>();
  const grow = async (stream: string, count: number) => {
    const length = lengths.get(stream) ?? 0;
    const events = Array.from({ length: count }, (_, index) => ({
      id: idOf(stream, String(length + index)),
      ...{ type: 'Grown', data: { n: length + index }, meta: metadata() },
    }));
    await store.append(stream, length - 1, events);
    lengths.set(stream, length + count);
  };
  await grow('thing-a', 4);
  const read = jest.spyOn(store, 'readStream');
  const upcasters = { Grown: [(data: object) => ({ ...data, raised: true })] };
  return { store, grow, read, streams: new RecentStreams(store, upcasters, budget) };
}

describe('streams read before', () => {
  it('are read on from where they were, and are the same as read whole', async () => {
    const { grow, read, streams } = await world();
    const first = await streams.read('thing-a');
    await grow('thing-a', 2);
    const second = await streams.read('thing-a');
    expect(read.mock.calls).toEqual([
      ['thing-a', 0],
      ['thing-a', 4],
    ]);
    expect(second.map(({ revision, data }) => [revision, data])).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => [n, { n, raised: true }]),
    );
    expect(first).toHaveLength(4);
  });

  it('give way to those read later, and are then read whole again', async () => {
    const { grow, read, streams } = await world(10);
    await grow('thing-b', 4);
    await grow('thing-c', 4);
    for (const stream of ['thing-a', 'thing-b', 'thing-a', 'thing-c']) await streams.read(stream);
    read.mockClear();
    expect(await streams.read('thing-a')).toHaveLength(4);
    expect(await streams.read('thing-b')).toHaveLength(4);
    expect(read.mock.calls).toEqual([
      ['thing-a', 4],
      ['thing-b', 0],
    ]);
  });

  it('are not kept when one alone is more than all may be', async () => {
    const { read, streams } = await world(3);
    await streams.read('thing-a');
    await streams.read('thing-a');
    expect(read.mock.calls.map(([, from]) => from)).toEqual([0, 0]);
  });
});
