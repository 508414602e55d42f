import type { RecordedEvent } from '../../event.js';
import { someEvent } from '../../testing/some-events.js';
import { tokenOf } from './position.js';
import { Ring } from './ring.js';

const at = (place: number): string => tokenOf({ commit: BigInt(place), prepare: BigInt(place) });
const event = (place: number, stream = 'thing-1'): RecordedEvent => ({
  ...someEvent(`${place}`),
  ...{ stream, revision: 0, position: at(place) },
});
const placesOf = (events: readonly RecordedEvent[] | undefined) => events?.map(({ position }) => position);

describe('the last events in memory', () => {
  it('are given after a position, also after one between them', () => {
    const ring = new Ring(at(10));
    for (const place of [20, 35, 40]) expect(ring.add(event(place))).toBe(true);
    expect(placesOf(ring.after(at(10), undefined, 9))).toEqual([at(20), at(35), at(40)]);
    expect(placesOf(ring.after(at(20), undefined, 1))).toEqual([at(35)]);
    expect(placesOf(ring.after(at(36), undefined, 9))).toEqual([at(40)]);
    expect(ring.after(at(40), undefined, 9)).toEqual([]);
    expect(ring.after(at(9), undefined, 9)).toBeUndefined();
    expect(ring.after('', undefined, 9)).toBeUndefined();
  });

  it('come once, though a subscription gives some of them again', () => {
    const ring = new Ring();
    expect([1, 2, 3].map((place) => ring.add(event(place)))).toEqual([true, true, true]);
    expect([2, 3, 1, 4].map((place) => ring.add(event(place)))).toEqual([false, false, false, true]);
    expect(placesOf(ring.after('', undefined, 9))).toEqual([1, 2, 3, 4].map(at));
  });

  it('are found by category', () => {
    const ring = new Ring();
    ring.add(event(1));
    ring.add(event(2, 'other-1'));
    ring.add(event(3, 'thingLike-1'));
    expect(placesOf(ring.after('', ['other', 'thingLike'], 9))).toEqual([2, 3].map(at));
    expect(ring.after('', ['thin'], 9)).toEqual([]);
  });

  it('are counted, and known by their positions, as far as they are kept', () => {
    const ring = new Ring(at(10));
    for (const place of [20, 30]) ring.add(event(place));
    expect([10, 19, 20, 30, 31].map((place) => ring.countAfter(at(place)))).toEqual([2, 2, 1, 0, 0]);
    expect(ring.countAfter(at(9))).toBeUndefined();
    expect([10, 20, 25, 30, 31].map((place) => ring.holds(at(place)))).toEqual([
      undefined,
      true,
      false,
      true,
      undefined,
    ]);
  });

  it.each([
    ['events', { events: 3, bytes: 1_000_000 }],
    ['bytes', { events: 1_000_000, bytes: 30 }],
  ])('are forgotten when they are too many %s, the first ones first', (_what, limits) => {
    const ring = new Ring('', limits);
    for (let place = 10; place <= 200; place += 10) ring.add(event(place));
    expect(ring.from > at(100)).toBe(true);
    expect(ring.after(at(100), undefined, 99)).toBeUndefined();
    const kept = ring.after(ring.from, undefined, 99)!;
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.length).toBeLessThan(8);
    expect(kept.at(-1)!.position).toBe(at(200));
  });
});
