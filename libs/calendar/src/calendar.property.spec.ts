import fc from 'fast-check';
import { calendarOf } from './calendar.js';
import type { Calendar, DayKind } from './calendar.types.js';
import { standardClosingDays } from './closing-days.js';
import { daysBetween, plusDays, workdayOnOrAfter } from './counting.js';
import { plusMonths } from './months.js';
import { isoWeekOf, mondayOf, weeksInYear } from './weeks.js';

const MILLISECONDS = 86_400_000;
const text = (date: Date): string => date.toISOString().slice(0, 10);
const later = (day: string, days: number): string => text(new Date(Date.parse(day) + days * MILLISECONDS));

const days = fc.integer({ min: 0, max: 7670 }).map((days) => later('2020-01-01', days));
const years = Array.from({ length: 21 }, (_year, at) => 2020 + at);
const kinds = fc.constantFrom<DayKind>('calendar', 'workday', 'weekdayInclSaturday');
const counts = fc.integer({ min: -120, max: 120 });
/** The product's closing days, and others that come into force in the middle. */
const calendars = fc.constantFrom<Calendar>(
  calendarOf(() => standardClosingDays, 'standard'),
  calendarOf(
    (day) =>
      day < '2027-03-01'
        ? { ...standardClosingDays, yearly: [{ month: 12, day: 24 }] }
        : { ...standardClosingDays, single: ['2027-05-07', '2030-02-11', '2030-02-12'] },
    'changing',
  ),
);
const drawn = fc.record({ calendar: calendars, day: days, kind: kinds });
const holds = (property: fc.IRawProperty<unknown>): void =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 300 });

/** Easter Sunday by the algorithm of Meeus, Jones and Butcher, written from the book and not from the library. */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return text(new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)));
}

/** The holidays of a year as the act has them, without the library. */
function holidaysOf(year: number): Set<string> {
  const movable = [-3, -2, 0, 1, 39, 49, 50, ...(year < 2024 ? [26] : [])].map((days) => later(easterOf(year), days));
  return new Set([...movable, `${year}-01-01`, `${year}-12-25`, `${year}-12-26`]);
}

/** Whether a day counts, by the holidays above and by what weekday JavaScript takes it for. */
function countsByHand(calendar: Calendar, day: string, kind: DayKind): boolean {
  if (kind === 'calendar') return true;
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || (weekday === 6 && kind === 'workday')) return false;
  return !holidaysOf(Number(day.slice(0, 4))).has(day) && !calendar.isClosingDay(day);
}

describe('the calendar from 2020 to 2040', () => {
  it('has exactly the holidays that follow from Easter, as computed by hand', () => {
    const calendar = calendarOf(() => standardClosingDays, 'standard');
    for (const year of years) {
      const all = Array.from({ length: 366 }, (_day, at) => later(`${year}-01-01`, at)).filter((day) =>
        day.startsWith(String(year)),
      );
      expect(new Set(all.filter(calendar.isHoliday))).toEqual(holidaysOf(year));
    }
  });

  it('counts as somebody does who goes from day to day', () => {
    holds(
      fc.property(drawn, counts, ({ calendar, day, kind }, count) => {
        let [at, left] = [day, Math.abs(count)];
        while (left > 0) {
          at = later(at, Math.sign(count));
          if (countsByHand(calendar, at, kind)) left -= 1;
        }
        expect(plusDays(calendar, day, { count, kind })).toBe(at);
      }),
    );
  });

  it('counts the days between as somebody does who ticks them off', () => {
    holds(
      fc.property(drawn, fc.integer({ min: 0, max: 200 }), ({ calendar, day, kind }, span) => {
        const after = Array.from({ length: span }, (_day, at) => later(day, at + 1));
        const before = Array.from({ length: span }, (_day, at) => later(day, -at - 1));
        const ticked = (some: string[]): number => some.filter((one) => countsByHand(calendar, one, kind)).length;
        expect(daysBetween(calendar, day, later(day, span), kind)).toBe(ticked(after));
        expect(daysBetween(calendar, day, later(day, -span), kind)).toBe(0 - ticked(before));
      }),
    );
  });
});

describe('counting', () => {
  it('lands on a day of its kind, so many days away', () => {
    holds(
      fc.property(drawn, counts, ({ calendar, day, kind }, count) => {
        const landed = plusDays(calendar, day, { count, kind });
        if (count !== 0) expect(countsByHand(calendar, landed, kind)).toBe(true);
        expect(daysBetween(calendar, day, landed, kind)).toBe(count);
      }),
    );
  });

  it('comes back to the day it began on, when that is of the kind', () => {
    holds(
      fc.property(drawn, counts, ({ calendar, day, kind }, count) => {
        const from = plusDays(calendar, day, { count: 1, kind });
        const there = plusDays(calendar, from, { count, kind });
        expect(plusDays(calendar, there, { count: -count, kind })).toBe(from);
      }),
    );
  });

  it('adds up in one direction', () => {
    const few = fc.integer({ min: 0, max: 60 });
    holds(
      fc.property(drawn, few, few, fc.constantFrom(1, -1), ({ calendar, day, kind }, a, b, way) => {
        const first = plusDays(calendar, day, { count: way * a, kind });
        const both = plusDays(calendar, day, { count: way * (a + b), kind });
        expect(plusDays(calendar, first, { count: way * b, kind })).toBe(both);
      }),
    );
  });

  it('keeps the order of days, and more days lead farther', () => {
    holds(
      fc.property(drawn, days, counts, ({ calendar, day, kind }, other, count) => {
        const [first, second] = [day, other].sort() as [string, string];
        const at = (from: string, days: number): string => plusDays(calendar, from, { count: days, kind });
        // A day that does not count may land where the next one does: never after it.
        expect(at(first, count) <= at(second, count)).toBe(true);
        expect(at(day, count) < at(day, count + 1)).toBe(true);
      }),
    );
  });

  it('reaches as far with workdays as with weekdays at least, and with those as with calendar days', () => {
    holds(
      fc.property(drawn, fc.integer({ min: 0, max: 120 }), ({ calendar, day }, count) => {
        const at = (kind: DayKind): string => plusDays(calendar, day, { count, kind });
        expect(at('calendar') <= at('weekdayInclSaturday')).toBe(true);
        expect(at('weekdayInclSaturday') <= at('workday')).toBe(true);
      }),
    );
  });

  it('finds the next workday, the day itself first', () => {
    holds(
      fc.property(drawn, ({ calendar, day }) => {
        const after = workdayOnOrAfter(calendar, day);
        expect([day <= after, calendar.isWorkday(after)]).toEqual([true, true]);
        expect(daysBetween(calendar, day, after, 'workday')).toBe(calendar.isWorkday(day) ? 0 : 1);
      }),
    );
  });
});

describe('months', () => {
  it('keep the day number, or end on the last of the month, and never skip a month', () => {
    holds(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (day, months) => {
        const landed = plusMonths(day, months);
        const monthOf = (one: string): number => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(monthOf(landed) - monthOf(day)).toBe(months);
        const isLast = later(landed, 1).slice(8) === '01';
        expect(landed.slice(8) === day.slice(8) || (isLast && landed.slice(8) < day.slice(8))).toBe(true);
      }),
    );
  });
});

describe('weeks', () => {
  it('are 53 in the years that begin on a Thursday, or on a Wednesday when they are leap years', () => {
    for (const year of Array.from({ length: 131 }, (_year, at) => 1970 + at)) {
      const begins = new Date(Date.UTC(year, 0, 1)).getUTCDay();
      const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
      expect([year, weeksInYear(year)]).toEqual([year, begins === 4 || (begins === 3 && isLeap) ? 53 : 52]);
    }
  });

  it('follow on each other, each from Monday to Sunday', () => {
    holds(
      fc.property(days, (day) => {
        const week = isoWeekOf(day);
        const monday = mondayOf(week);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday <= day && day <= later(monday, 6)).toBe(true);
        expect(week.year).toBe(Number(later(monday, 3).slice(0, 4)));
        const next = isoWeekOf(later(monday, 7));
        expect(next.week).toBe(week.week === weeksInYear(week.year) ? 1 : week.week + 1);
      }),
    );
  });
});
