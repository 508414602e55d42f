import { RevisionConflict } from '../errors.js';
import { NO_STREAM, type EventStore } from '../event-store.js';
import { START } from '../event.js';
import { metadata } from './decider-spec.js';
import { everything, follow, ids } from './reading-logs.js';
import { someEvent, someEvents } from './some-events.js';

/** How a log takes events, part of the contract of an event store. */
export function appending(store: () => EventStore): void {
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

/** What it answers to events that come again. */
export function repeating(store: () => EventStore): void {
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
