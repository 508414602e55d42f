import { NO_STREAM, type EventStore } from '../event-store.js';
import { START, type RecordedEvent } from '../event.js';
import { everything, follow, ids } from './reading-logs.js';
import { someEvent, someEvents } from './some-events.js';

/** What a log gives, part of the contract of an event store. */
export function reading(store: () => EventStore): void {
  const fill = async (): Promise<void> => {
    for (let n = 0; n < 12; n += 1) {
      await store().append(`${['thing', 'other', 'thingLike'][n % 3]}-${n}`, NO_STREAM, someEvents(`${n}`, 2));
    }
  };

  describe('reading', () => {
    it('gives nothing of an empty log', async () => {
      expect(await store().head()).toBe(START);
      expect(await store().readAll({ after: START })).toEqual([]);
      expect(await store().readStream('thing-1')).toEqual([]);
      expect(await store().countAfter(START)).toBe(0);
    });

    it('gives a stream from a revision on', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 4));
      expect(ids(await store().readStream('thing-1', 2))).toEqual(ids(someEvents('a', 4)).slice(2));
      expect(await store().readStream('thing-1', 4)).toEqual([]);
    });

    it('gives the log in the order of its positions, which compare as strings', async () => {
      await fill();
      const positions = (await everything(store(), { after: START })).map((event) => event.position);
      expect(positions).toHaveLength(24);
      expect([...new Set(positions)].sort()).toEqual(positions);
      expect(positions[0]! > START).toBe(true);
      expect(await store().head()).toBe(positions.at(-1));
    });

    it('gives pages that add up to the log, whatever their size', async () => {
      await fill();
      const all = ids(await everything(store(), { after: START }));
      for (const limit of [1, 5, 24, 100]) {
        expect(ids(await everything(store(), { after: START, limit }))).toEqual(all);
        expect((await store().readAll({ after: START, limit })).length).toBeLessThanOrEqual(limit);
      }
    });

    it('gives only what comes after a position', async () => {
      await fill();
      const all = await everything(store(), { after: START });
      expect(ids(await everything(store(), { after: all[9]!.position }))).toEqual(ids(all.slice(10)));
      expect(await store().readAll({ after: all.at(-1)!.position })).toEqual([]);
    });

    it('gives only streams of the categories asked for, in the order of the log', async () => {
      await fill();
      const all = await everything(store(), { after: START });
      const some = all.filter((event) => /^(thing|other)-/.test(event.stream));
      expect(ids(await everything(store(), { after: START, categories: ['thing', 'other'], limit: 3 }))).toEqual(
        ids(some),
      );
      expect(await store().readAll({ after: START, categories: ['thin'] })).toEqual([]);
    });

    it('counts what lies after a position', async () => {
      await fill();
      const all = await everything(store(), { after: START });
      expect(await store().countAfter(START)).toBe(24);
      expect(await store().countAfter(all[9]!.position)).toBe(14);
      expect(await store().countAfter(all[23]!.position)).toBe(0);
    });
  });
}

/** What it gives to those who follow it. */
export function subscribing(store: () => EventStore): void {
  describe('subscribing', () => {
    it('gives what was there and then what comes', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 3));
      const following = follow(store(), { after: START }, 5);
      await store().append('thing-1', 2, someEvents('b', 1));
      await store().append('thing-2', NO_STREAM, someEvents('c', 1));
      expect(ids(await following)).toEqual(ids([...someEvents('a', 3), ...someEvents('b', 1), ...someEvents('c', 1)]));
    });

    it('begins after a position and keeps to its categories', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 2));
      const after = await store().head();
      const following = follow(store(), { after, categories: ['other'] }, 2);
      await store().append('thing-1', 1, someEvents('b', 1));
      await store().append('other-1', NO_STREAM, someEvents('c', 1));
      await store().append('thing-1', 2, someEvents('d', 1));
      await store().append('other-1', 0, someEvents('e', 1));
      expect(ids(await following)).toEqual(ids([...someEvents('c', 1), ...someEvents('e', 1)]));
    });

    it('loses and doubles nothing while many append, for subscribers that start at any time', async () => {
      const writers = 8;
      const each = 25;
      const followers: Promise<RecordedEvent[]>[] = [];
      const write = async (writer: number): Promise<void> => {
        for (let n = 0; n < each; n += 1) {
          if (writer === 0 && n % 8 === 0) followers.push(follow(store(), { after: START, limit: 7 }, writers * each));
          await store().append(`thing-${writer}`, n - 1, [someEvent(`${writer} ${n}`)]);
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
      const all = ids(await everything(store(), { after: START }));
      expect(all).toHaveLength(writers * each);
      for (const seen of await Promise.all(followers)) expect(ids(seen)).toEqual(all);
    });

    it('ends when its signal aborts while it waits', async () => {
      const abort = new AbortController();
      const next = store().subscribe({ after: START }, abort.signal)[Symbol.asyncIterator]().next();
      setImmediate(() => abort.abort());
      expect(await next).toMatchObject({ done: true });
    });

    it('gives nothing when its signal was aborted before', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 1));
      const next = store().subscribe({ after: START }, AbortSignal.abort())[Symbol.asyncIterator]().next();
      expect(await next).toMatchObject({ done: true });
    });
  });
}
