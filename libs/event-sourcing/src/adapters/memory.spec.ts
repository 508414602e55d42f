import { START } from '../event.js';
import { NO_STREAM } from '../event-store.js';
import { eventStoreContract, someEvent, someEvents } from '../testing/event-store-contract.js';
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
});
