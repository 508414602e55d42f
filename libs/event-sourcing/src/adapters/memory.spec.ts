import { LeaseLost } from '../errors.js';
import { START } from '../event.js';
import { NO_STREAM } from '../event-store.js';
import { eventStoreContract, leaseOf, placeOf, someEvent, someEvents } from '../testing/index.js';
import { MemoryEventStore } from './memory.js';

eventStoreContract('the memory store', () => Promise.resolve(new MemoryEventStore()));

describe('the memory store', () => {
  it('keeps what an event was when it was appended, whatever becomes of the object afterwards', async () => {
    const store = new MemoryEventStore();
    const data = { list: ['a'], absent: undefined };
    await store.append('thing-1', NO_STREAM, [someEvent('a', data)]);
    data.list.push('b');
    const [event] = await store.readAll({ after: START });
    expect(event!.data).toEqual({ list: ['a'] });
    expect(Object.keys(event!.data)).toEqual(['list']);
    expect(() => (event!.data as typeof data).list.push('c')).toThrow(TypeError);
  });

  it('refuses an event id that is known from another stream', async () => {
    const store = new MemoryEventStore();
    await store.append('thing-1', NO_STREAM, someEvents('a', 1));
    await expect(store.append('thing-2', NO_STREAM, someEvents('a', 1))).rejects.toMatchObject({ actual: NO_STREAM });
  });

  it('takes a lease from its holder when it is told to, and the next one has it with its place', async () => {
    const store = new MemoryEventStore();
    const { position } = await store.append('thing-1', NO_STREAM, someEvents('a', 1));
    const first = await leaseOf(store, 'one');
    await first.save(START);
    store.takeAway('one');
    expect(first.lost.aborted).toBe(true);
    await expect(first.save(position)).rejects.toBeInstanceOf(LeaseLost);
    const next = await leaseOf(store, 'one');
    await first.release();
    await next.save(position);
    await next.release();
    expect(await placeOf(store, 'one')).toBe(position);
  });
});
