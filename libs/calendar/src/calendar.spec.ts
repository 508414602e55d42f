import type { ClosingDays } from './calendar.types.js';
import { calendarOf } from './calendar.js';
import { standardClosingDays } from './closing-days.js';
import { monthAfter, plusMonths } from './months.js';
import { isoWeekOf, mondayOf, weeksInYear, weekText } from './weeks.js';
import { dayCountText } from './words.js';

const calendar = calendarOf(() => standardClosingDays, 'standard');
const withDays = (changes: Partial<ClosingDays>) => calendarOf(() => ({ ...standardClosingDays, ...changes }), 'x');

describe('the days of a year', () => {
  it.each([
    // Year, Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday, weeks (domain.md section 4).
    [2025, '04-17', '04-18', '04-21', '05-29', '06-09', 52],
    [2026, '04-02', '04-03', '04-06', '05-14', '05-25', 53],
    [2027, '03-25', '03-26', '03-29', '05-06', '05-17', 52],
    [2028, '04-13', '04-14', '04-17', '05-25', '06-05', 52],
    [2029, '03-29', '03-30', '04-02', '05-10', '05-21', 52],
    [2030, '04-18', '04-19', '04-22', '05-30', '06-10', 52],
  ])('%i has its movable holidays and its weeks', (year, ...[maundy, good, monday, ascension, whit, weeks]) => {
    const movable = [maundy, good, monday, ascension, whit].map((day) => calendar.nameOf(`${year}-${day}`)?.da);
    expect(movable.map((name) => name?.toLowerCase())).toEqual([
      'skærtorsdag',
      'langfredag',
      'anden påskedag',
      'kristi himmelfartsdag',
      'anden pinsedag',
    ]);
    expect(weeksInYear(year)).toBe(weeks);
  });

  it('has Store bededag until 2023, and no workday lost to it after', () => {
    expect([calendar.isHoliday('2023-05-05'), calendar.isWorkday('2023-05-05')]).toEqual([true, false]);
    expect([calendar.isHoliday('2024-04-26'), calendar.isWorkday('2024-04-26')]).toEqual([false, true]);
    expect(calendar.nameOf('2024-04-26')).toBeNull();
  });

  it('takes the day that is both Whit Monday and Constitution Day for one holiday', () => {
    expect(calendar.nameOf('2028-06-05')).toEqual({ da: 'Anden Pinsedag', en: 'Whit Monday' });
    expect([calendar.isHoliday('2028-06-05'), calendar.isClosingDay('2028-06-05')]).toEqual([true, true]);
  });

  it('takes 1 May, 5 June, 24 and 31 December for no holidays; the last three are switched on', () => {
    const kinds = ['2026-05-01', '2026-06-05', '2026-12-24', '2026-12-31'].map((day) => [
      calendar.isHoliday(day),
      calendar.isClosingDay(day),
    ]);
    expect(kinds).toEqual([
      [false, false],
      [false, true],
      [false, true],
      [false, true],
    ]);
    expect(withDays({ yearly: [{ month: 5, day: 1 }] }).isClosingDay('2026-06-05')).toBe(false);
    expect(withDays({ yearly: [{ month: 5, day: 1 }] }).nameOf('2026-05-01')?.da).toBe('1. maj');
    expect(withDays({ single: ['2026-05-15'] }).nameOf('2026-05-15')?.en).toBe('Closing day');
  });

  it('avoids weeks and windows, also over New Year, which stay workdays', () => {
    const winter = { from: { month: 12, day: 20 }, to: { month: 1, day: 5 } };
    const july = { from: { month: 7, day: 1 }, to: { month: 7, day: 31 } };
    const avoiding = withDays({ avoid: [winter, july, { week: 42 }] });
    const days = ['2026-12-19', '2026-12-20', '2027-01-05', '2027-01-06', '2026-07-31', '2026-08-01', '2026-10-12'];
    expect(days.map(avoiding.isAvoided)).toEqual([false, true, true, false, true, false, true]);
    expect(avoiding.isWorkday('2026-10-12')).toBe(true);
    expect(calendar.isAvoided('2026-07-15')).toBe(false);
  });
});

describe('weeks', () => {
  it('begin on Monday and belong to the year of their Thursday', () => {
    expect(isoWeekOf('2027-01-01')).toEqual({ year: 2026, week: 53 });
    expect(isoWeekOf('2027-01-04')).toEqual({ year: 2027, week: 1 });
    expect(isoWeekOf('2024-12-30')).toEqual({ year: 2025, week: 1 });
    expect(mondayOf({ year: 2026, week: 53 })).toBe('2026-12-28');
    expect([weekText('2027-01-01', 'da'), weekText('2026-04-24', 'en')]).toEqual(['uge 53, 2026', 'week 17, 2026']);
  });
});

describe('one month from receipt', () => {
  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-03-30', '2026-04-30'],
    ['2026-12-15', '2027-01-15'],
  ])('from %s is %s: the same number, or the last of the month', (receipt, strict) => {
    expect(monthAfter(calendar, receipt, { rollForward: false })).toEqual({ strict, on: strict });
  });

  it('rolls forward to a workday only where that is asked for, and keeps the strict day', () => {
    expect(monthAfter(calendar, '2026-01-31', { rollForward: true })).toEqual({
      strict: '2026-02-28',
      on: '2026-03-02',
    });
    expect(monthAfter(calendar, '2026-11-24', { rollForward: true })).toEqual({
      strict: '2026-12-24',
      on: '2026-12-28',
    });
    expect(monthAfter(calendar, '2026-04-24', { rollForward: true }).on).toBe('2026-05-26');
  });

  it('counts months backwards too', () => {
    expect([plusMonths('2026-03-31', -1), plusMonths('2026-01-15', -13)]).toEqual(['2026-02-28', '2024-12-15']);
  });
});

it('always says which days are meant', () => {
  expect(dayCountText({ count: 14, kind: 'calendar' }, 'da')).toBe('14 kalenderdage');
  expect(dayCountText({ count: 1, kind: 'workday' }, 'da')).toBe('1 arbejdsdag');
  expect(dayCountText({ count: 4, kind: 'weekdayInclSaturday' }, 'en')).toBe('4 weekdays (incl. Saturday)');
});
