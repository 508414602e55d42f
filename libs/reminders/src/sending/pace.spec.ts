import { Pace } from './pace.js';

/** Asks again whenever it is told to, and answers when each was let through, in seconds. */
function sent(pace: Pace, asked: readonly { key: string; isUrgent?: boolean; from?: number }[]): Map<string, number> {
  const waiting = asked.map(({ key, isUrgent = false, from = 0 }) => ({ key, isUrgent, now: 1e9 + from * 1000 }));
  const through = new Map<string, number>();
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.now - b.now);
    const one = waiting.shift()!;
    const wait = pace.wait(one);
    if (wait === 0) through.set(one.key, (one.now - 1e9) / 1000);
    else waiting.push({ ...one, now: one.now + wait });
  }
  return through;
}

const many = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, n) => ({ key: `mail ${n}`, ...more }));
const isWell = () => ({ trouble: null });

/** The most in any minute. */
function mostAMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60).length));
}

describe('the pace of mails', () => {
  it('is kept by however many are due at once, and no place stays empty', () => {
    const times = [...sent(new Pace(60, isWell), many(200)).values()];
    expect(mostAMinute(times)).toBe(60);
    expect(Math.max(...times)).toBe(199);
  });

  it('lets what is urgent go ahead of those who wait, and is kept all the same', () => {
    const urgent = Array.from({ length: 20 }, (_, n) => ({ key: `urgent ${n}`, isUrgent: true, from: 30.5 }));
    const through = sent(new Pace(60, isWell), [...many(100), ...urgent]);
    const times = [...through.values()];
    expect(mostAMinute(times)).toBeLessThanOrEqual(61);
    expect(Math.max(...urgent.map(({ key }) => through.get(key)!))).toBeLessThan(51);
    expect(Math.max(...times)).toBeLessThan(122);
  });

  it('is kept by what is urgent too', () => {
    const times = [...sent(new Pace(60, isWell), many(150, { isUrgent: true })).values()];
    expect(mostAMinute(times)).toBe(60);
  });

  it('has nobody wait after a quiet time', () => {
    const pace = new Pace(1, isWell);
    expect(pace.wait({ key: 'a', isUrgent: false, now: 1e9 })).toBe(0);
    expect(pace.wait({ key: 'b', isUrgent: false, now: 1e9 + 60_000 })).toBe(0);
  });

  it('lets one at a time try a server that takes nothing, more and more seldom, and all when it does again', () => {
    let trouble: string | null = 'mail.unreachable';
    const pace = new Pace(6000, () => ({ trouble }));
    const tried: number[] = [];
    for (let second = 0; second < 3600; second++)
      for (const key of ['a', 'b', 'c'])
        if (pace.wait({ key, isUrgent: false, now: 1e9 + second * 1000 }) === 0) tried.push(second);
    expect(tried.slice(0, 5)).toEqual([0, 15, 45, 105, 225]);
    expect(tried.length).toBeLessThan(17);
    trouble = null;
    const at = 1e9 + 3_600_000;
    expect([0, 1, 2].map((n) => pace.wait({ key: `${n}`, isUrgent: false, now: at + n * 10 }))).toEqual([0, 0, 0]);
  });

  it('holds nobody up when the clock is set back', () => {
    const pace = new Pace(1, isWell);
    const [now, dayBefore] = [1e12, 1e12 - 86_400_000];
    for (let n = 0; n < 5; n++) pace.wait({ key: `${n}`, isUrgent: false, now });
    expect(pace.wait({ key: 'next', isUrgent: false, now: dayBefore })).toBe(0);
    expect(pace.wait({ key: 'after', isUrgent: false, now: dayBefore })).toBe(60_000);
  });
});
