import fc from 'fast-check';
import { countBelow, percentOf, spreadOf } from './timeliness.js';

const measured = (days: readonly number[]) => {
  const counted = new Map<number, number>();
  for (const one of days) counted.set(one, (counted.get(one) ?? 0) + 1);
  return { days: counted };
};

describe('how days are spread', () => {
  it('says what really occurred: the least number that a quarter, half, three quarters had at most', () => {
    expect(spreadOf(measured([40, 10, 20, 30]))).toEqual({
      known: 4,
      least: 10,
      lowerQuartile: 10,
      median: 20,
      upperQuartile: 30,
      most: 40,
    });
    expect(spreadOf(measured([7]))).toMatchObject({ lowerQuartile: 7, median: 7, upperQuartile: 7 });
    expect(spreadOf(measured([]))).toMatchObject({ known: 0, least: null, median: null, most: null });
  });

  it('is that of the sorted list, however the days come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 400 }), { minLength: 1, maxLength: 60 }), (days) => {
        const sorted = [...days].sort((one, other) => one - other);
        const at = (part: number) => sorted[Math.max(1, Math.ceil(part * sorted.length)) - 1];
        const { lowerQuartile, median, upperQuartile } = spreadOf(measured(days));
        expect([lowerQuartile, median, upperQuartile]).toEqual([at(0.25), at(0.5), at(0.75)]);
        expect(countBelow(measured(days), 14)).toBe(days.filter((one) => one < 14).length);
      }),
    );
  });

  it('has no share of nothing', () => {
    expect(percentOf(0, 0)).toBeNull();
    expect(percentOf(1, 3)).toBe(33);
  });
});
