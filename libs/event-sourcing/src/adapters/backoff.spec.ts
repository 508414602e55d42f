import { backoffAfter } from './backoff.js';

describe('waiting between attempts', () => {
  const backoff = { first: 100, longest: 1000 };

  it('takes twice as long each time, up to the longest', () => {
    const waits = [1, 2, 3, 4, 5, 6, 5000].map((failures) => backoffAfter(failures, backoff, 1));
    expect(waits).toEqual([100, 200, 400, 800, 1000, 1000, 1000]);
  });

  it('is spread over the later half', () => {
    expect(backoffAfter(3, backoff, 0)).toBe(200);
    const waits = new Set(Array.from({ length: 200 }, () => backoffAfter(3, backoff)));
    expect(waits.size).toBeGreaterThan(20);
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(200);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(400);
  });
});
