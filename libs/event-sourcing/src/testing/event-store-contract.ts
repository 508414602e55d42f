import { RevisionConflict, TryLater } from '../errors.js';
import { NO_STREAM, type EventStore, type ReadOptions } from '../event-store.js';
import { START, type NewEvent, type RecordedEvent } from '../event.js';
import { metadata } from './decider-spec.js';
import type { OtherWaysIn } from './lease-contract.js';
import { leasing, outliving, sharing, takingOver } from './lease-contract.js';
import { remembering } from './remembering-contract.js';
import { someEvent, someEvents } from './some-events.js';

/** Ids in order: what a reader got. */
const ids = (events: readonly NewEvent[]): string[] => events.map((event) => event.id);

async function everything(store: EventStore, options: ReadOptions): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (let after = options.after; ; after = all.at(-1)!.position) {
    const page = await store.readAll({ ...options, after });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** Follows until it has so many events, then aborts. */
async function follow(store: EventStore, options: ReadOptions, count: number): Promise<RecordedEvent[]> {
  const abort = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const batch of store.subscribe(options, abort.signal)) {
    seen.push(...batch);
    if (seen.length >= count) abort.abort();
  }
  return seen;
}

/**
 * What every adapter of the log does. `open` gives an empty log; the suite closes what it opened. Nothing here relies on
 * positions being gapless, or on nobody else writing other streams to the same server.
 */
export function eventStoreContract(name: string, open: () => Promise<EventStore>, more: OtherWaysIn = {}): void {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    const others: EventStore[] = [];
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      for (const opened of others.splice(0)) await opened.close();
      await store.close();
    });
    const also = (opening: (() => Promise<EventStore>) | undefined) => async (): Promise<EventStore> => {
      const other = await opening!();
      others.push(other);
      return other;
    };

    appending(() => store);
    repeating(() => store);
    reading(() => store);
    subscribing(() => store);
    remembering(() => store);
    leasing(() => store);
    if (more.reopen) outliving(() => store, also(more.reopen));
    if (more.openSecond) sharing(() => store, also(more.openSecond));
    if (more.openSecond && more.openImpatient) takingOver(() => store, also(more.openSecond), also(more.openImpatient));
    closing(() => store);
  });
}

function appending(store: () => EventStore): void {
  describe('appending', () => {
    it('answers with the last revision and position, and the events read back as they were given', async () => {
      const events = [
        someEvent('a', { text: 'æøå "quoted" \u{1f600}', nested: { list: [1, null, true] } }),
        someEvent('b'),
      ];
      const appended = await store().append('thing-1', NO_STREAM, events);

      const read = await store().readStream('thing-1');
      expect(appended).toEqual({ revision: 1, position: read[1]!.position });
      expect(read).toEqual(
        events.map((event, revision) => ({
          ...event,
          stream: 'thing-1',
          revision,
          position: read[revision]!.position,
        })),
      );
    });

    it.each([
      [
        'nothing that could be left out',
        { actor: { id: 'p', role: 'chair', onBehalfOf: 'q' }, byPerson: false, schema: 3 },
      ],
      ['everything that can be', { actor: { id: 'p', role: 'system' } }],
    ])('keeps metadata that leaves out %s', async (_case, changes) => {
      const meta = metadata({
        ...{ correlationId: 'asked', causationId: 'caused', basis: START, commandHash: 'f'.repeat(64) },
        ...{ recordedAt: '2026-04-24T10:00:00.123Z', ...changes },
      });
      const event = { ...someEvent('a', {}), meta };
      await store().append('thing-1', NO_STREAM, [event]);
      const [[ofStream], [ofAll]] = [await store().readStream('thing-1'), await store().readAll({ after: START })];
      expect(ofStream!.meta).toStrictEqual(meta);
      expect(ofAll).toStrictEqual(ofStream);
      expect((await follow(store(), { after: START }, 1))[0]).toStrictEqual(ofStream);
    });

    it('continues a stream at its revision, and streams count for themselves', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 2));
      await store().append('thing-2', NO_STREAM, someEvents('b', 1));
      const { revision } = await store().append('thing-1', 1, someEvents('c', 3));
      expect(revision).toBe(4);
      expect((await store().readStream('thing-1')).map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
    });

    it.each([
      ['a stream that does not exist', 'thing-2', 0, NO_STREAM],
      ['a stream that exists already', 'thing-1', NO_STREAM, 2],
      ['a revision that has passed', 'thing-1', 1, 2],
      ['a revision that has not come', 'thing-1', 3, 2],
    ])('refuses %s and says where it is', async (_case, stream, expected, actual) => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 3));
      const refused = store().append(stream, expected, someEvents('b', 2));
      await expect(refused).rejects.toBeInstanceOf(RevisionConflict);
      await expect(refused).rejects.toMatchObject({ stream, expected, actual });
      expect(await everything(store(), { after: START })).toHaveLength(3);
    });

    it('lets exactly one of many callers with the same expected revision through', async () => {
      const attempts = Array.from({ length: 30 }, (_, n) =>
        store().append('thing-1', NO_STREAM, someEvents(`${n}`, 2)),
      );
      const results = await Promise.allSettled(attempts);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ expected: NO_STREAM, actual: 1 });
      }
      expect(await store().readStream('thing-1')).toHaveLength(2);
    });

    it('refuses one of many callers without touching the others', async () => {
      await store().append('thing-0', NO_STREAM, someEvents('before', 1));
      const results = await Promise.allSettled(
        Array.from({ length: 40 }, (_, n) => store().append(`thing-${n}`, NO_STREAM, someEvents(`of ${n}`, 2))),
      );
      expect(results.map((result) => result.status)).toEqual(['rejected', ...Array<string>(39).fill('fulfilled')]);
      expect(await everything(store(), { after: START })).toHaveLength(1 + 39 * 2);
    });

    it('lets a caller build on an append that is not answered yet', async () => {
      const [first, second] = await Promise.all([
        store().append('thing-1', NO_STREAM, someEvents('a', 1)),
        store().append('thing-1', 0, someEvents('b', 1)),
      ]);
      expect(second.revision).toBe(1);
      expect(second.position > first.position).toBe(true);
    });

    it('refuses an append of nothing', async () => {
      await expect(store().append('thing-1', NO_STREAM, [])).rejects.toBeInstanceOf(RangeError);
    });
  });
}

function repeating(store: () => EventStore): void {
  describe('appending again', () => {
    it('answers the same events at the same revision as the first time', async () => {
      const events = someEvents('a', 3);
      const first = await store().append('thing-1', NO_STREAM, events);
      expect(await store().append('thing-1', NO_STREAM, events)).toEqual(first);
      await store().append('thing-1', 2, someEvents('b', 1));
      expect(await store().append('thing-1', NO_STREAM, events)).toEqual(first);
      expect(await everything(store(), { after: START })).toHaveLength(4);
    });

    it('answers repeats that arrive together alike', async () => {
      const events = someEvents('a', 2);
      const answers = await Promise.all(Array.from({ length: 5 }, () => store().append('thing-1', NO_STREAM, events)));
      expect(new Set(answers.map((answer) => answer.position)).size).toBe(1);
      expect(await store().readStream('thing-1')).toHaveLength(2);
    });

    it.each([
      ['other events', someEvents('b', 2)],
      ['some of them and another', [someEvent('a 0'), someEvent('b')]],
      ['more of them than there were', someEvents('a', 3)],
      ['them in another order', someEvents('a', 2).reverse()],
    ])('refuses %s at a revision that has passed', async (_case, events) => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 2));
      await expect(store().append('thing-1', NO_STREAM, events)).rejects.toMatchObject({
        expected: NO_STREAM,
        actual: 1,
      });
      expect(ids(await store().readStream('thing-1'))).toEqual(ids(someEvents('a', 2)));
    });

    it('refuses ids that stand elsewhere in the stream', async () => {
      await store().append('thing-1', NO_STREAM, someEvents('a', 2));
      await store().append('thing-1', 1, someEvents('b', 2));
      await expect(store().append('thing-1', 0, someEvents('b', 1))).rejects.toMatchObject({ expected: 0, actual: 3 });
    });
  });
}

function reading(store: () => EventStore): void {
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

function subscribing(store: () => EventStore): void {
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

function closing(store: () => EventStore): void {
  describe('closing', () => {
    it('finishes what was accepted, ends subscriptions, and then takes and gives nothing', async () => {
      const following = follow(store(), { after: START }, Infinity);
      const accepted = Array.from({ length: 20 }, (_, n) =>
        store().append(`thing-${n}`, NO_STREAM, someEvents(`${n}`, 1)),
      );
      await store().close();
      await store().close();
      expect(await Promise.all(accepted)).toHaveLength(20);
      expect((await following).length).toBeLessThanOrEqual(20);
      const later = [
        store().append('thing-x', NO_STREAM, someEvents('x', 1)),
        store().readStream('thing-1'),
        store().readAll({ after: START }),
        store().head(),
        store().countAfter(START),
        store().holds(START),
        store().lease('one', new AbortController().signal),
        store().park({ reaction: 'one', eventId: 'x', position: START, error: 'TypeError', attempts: 10 }),
        store().parked(),
      ];
      for (const refused of await Promise.allSettled<unknown>(later)) {
        expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(TryLater) as unknown });
      }
    });
  });
}
