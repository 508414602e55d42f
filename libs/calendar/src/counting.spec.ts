import { calendarOf } from './calendar.js';
import { standardClosingDays } from './closing-days.js';
import { daysBetween, plusDays, workdayOnOrAfter } from './counting.js';

const calendar = calendarOf(() => standardClosingDays, 'standard');
const free = calendarOf(() => ({ ...standardClosingDays, yearly: [] }), 'none');
const back = (day: string, count: number, kind: 'calendar' | 'workday' | 'weekdayInclSaturday') =>
  plusDays(calendar, day, { count: -count, kind });

describe('counting days', () => {
  it.each([
    [2025, 253, 250],
    [2026, 254, 251],
    [2027, 255, 253],
  ])('finds the workdays of %i, without and with the closing days', (year, without, withThem) => {
    const workdays = (of: typeof calendar) => daysBetween(of, `${year - 1}-12-31`, `${year}-12-31`, 'workday');
    expect([workdays(free), workdays(calendar)]).toEqual([without, withThem]);
  });

  it('does not count the day itself, and counts the one it lands on', () => {
    expect(back('2026-04-24', 14, 'calendar')).toBe('2026-04-10');
    expect(back('2026-04-24', 10, 'workday')).toBe('2026-04-10');
    expect(plusDays(calendar, '2026-04-23', { count: 1, kind: 'workday' })).toBe('2026-04-24');
    expect(plusDays(calendar, '2026-04-25', { count: 0, kind: 'workday' })).toBe('2026-04-25');
  });

  it('falls into no Easter trap', () => {
    expect(back('2026-04-10', 14, 'calendar')).toBe('2026-03-27');
    expect(back('2026-04-10', 10, 'workday')).toBe('2026-03-24');
  });

  it('counts Saturdays where the rules of procedure do', () => {
    // Halsnæs: "4 hverdage (inklusive lørdag)" before a Tuesday is the Thursday before, one day later than 4 workdays.
    expect(back('2026-09-15', 4, 'weekdayInclSaturday')).toBe('2026-09-10');
    expect(back('2026-09-15', 4, 'workday')).toBe('2026-09-09');
    expect(back('2026-09-14', 1, 'weekdayInclSaturday')).toBe('2026-09-12');
  });

  it('moves to a workday only where it is not one', () => {
    expect(workdayOnOrAfter(calendar, '2026-04-02')).toBe('2026-04-07');
    expect(workdayOnOrAfter(calendar, '2026-04-07')).toBe('2026-04-07');
  });

  it('knows no days before 1960 and after 2110', () => {
    expect(plusDays(calendar, '1970-01-01', { count: -366, kind: 'workday' })).toMatch(/^1968-07/);
    for (const day of ['1959-12-31', '2111-01-01', '2026-13-01', 'tomorrow'])
      expect(() => plusDays(calendar, day, { count: 1, kind: 'workday' })).toThrow(RangeError);
    expect(() => plusDays(calendar, '2110-12-30', { count: 9, kind: 'workday' })).toThrow(RangeError);
  });
});
