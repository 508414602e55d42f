import { firstDayOf, lastDayOf, periodOf, periodsBetween } from './periods.js';

describe('months and quarters', () => {
  it.each([
    ['2026-05', '2026-05-01', '2026-05-31'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s begins on %s and ends on %s', (period, first, last) => {
    expect([firstDayOf(period), lastDayOf(period)]).toEqual([first, last]);
    const rhythm = period.includes('Q') ? 'quarterly' : 'monthly';
    expect([periodOf(first, rhythm), periodOf(last, rhythm)]).toEqual([period, period]);
  });

  it('follow each other from the one of a day to that of another', () => {
    expect(periodsBetween('2026-11-30', '2027-02-01', 'monthly')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(periodsBetween('2026-11-30', '2027-02-01', 'quarterly')).toEqual(['2026-Q4', '2027-Q1']);
    expect(periodsBetween('2026-11-30', '2026-11-29', 'monthly')).toEqual([]);
  });
});
