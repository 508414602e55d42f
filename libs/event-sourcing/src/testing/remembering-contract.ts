import { NO_STREAM, type EventStore } from '../event-store.js';
import { START } from '../event.js';
import { idOf } from '../ids.js';
import { someEvents } from './some-events.js';

/** What a log keeps and tells beside its events; part of the contract of an event store. */
export function remembering(store: () => EventStore): void {
  describe('remembering', () => {
    it('keeps parked events, once a reaction and event', async () => {
      const { position } = await store().append('thing-1', NO_STREAM, someEvents('a', 1));
      const parked = { reaction: 'one', eventId: idOf('a 0'), position, error: 'TypeError', attempts: 10 };
      expect(await store().parked()).toEqual([]);
      await store().park(parked);
      await store().park({ ...parked, reaction: 'two' });
      await store().park({ ...parked, attempts: 20 });
      expect(await store().parked()).toEqual([
        { ...parked, attempts: 20 },
        { ...parked, reaction: 'two' },
      ]);
    });

    it('knows the positions of its events, and no others', async () => {
      expect(await store().holds(START)).toBe(true);
      await store().append('thing-1', NO_STREAM, someEvents('a', 2));
      await store().append('other-1', NO_STREAM, someEvents('b', 1));
      const positions = (await store().readAll({ after: START })).map(({ position }) => position);
      for (const position of [START, ...positions]) expect(await store().holds(position)).toBe(true);
      const ahead = positions.at(-1)!.replaceAll(/[0-9a-f]/g, 'e');
      expect(await store().holds(ahead)).toBe(false);
    });

    it.each(['zzzz', '12', 'aaaa aaaa aaaa a', '{"commit":1}', ' '])(
      'does not take %j for a position',
      async (text) => {
        await store().append('thing-1', NO_STREAM, someEvents('a', 1));
        await expect(store().holds(text)).rejects.toBeInstanceOf(RangeError);
        await expect(store().readAll({ after: text })).rejects.toBeInstanceOf(RangeError);
      },
    );

    it('says how it stands without being asked for anything else', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 1));
      const abort = new AbortController();
      const following = store().subscribe({ after: START }, abort.signal)[Symbol.asyncIterator]();
      expect((await following.next()).value).toHaveLength(1);
      while (store().status().subscription !== 'live') await new Promise((resolve) => setTimeout(resolve, 5));
      abort.abort();
      expect(store().status()).toEqual({ trouble: null, subscription: 'live' });
    });
  });
}
