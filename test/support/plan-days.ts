import type { ClosingDays, DayCount } from '@rettidig/calendar';

/*
 * The days of Denmark once more, by counting: nothing here comes from the product, so that both must be wrong in the
 * same way for a test to be fooled.
 */

const DAY = 86_400_000;

/** A day so many calendar days later. */
export const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** 1 for Monday to 7 for Sunday. */
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

/** Easter Sunday by the method of Meeus, Jones and Butcher. */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const h = (19 * a + b - d - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const afterEaster = Math.round((Date.parse(day) - Date.parse(easterOf(year))) / DAY);
  const movable = [-3, -2, 0, 1, 39, 49, 50, ...(year < 2024 ? [26] : [])];
  return movable.includes(afterEaster) || ['01-01', '12-25', '12-26'].includes(day.slice(5));
}

const standard: ClosingDays = {
  version: 'standard',
  effectiveFrom: '0000-00-00',
  yearly: [
    { month: 6, day: 5 },
    { month: 12, day: 24 },
    { month: 12, day: 31 },
  ],
  single: [],
  avoid: [],
};

/** The last of those with the latest first day that has come. */
export function lastInForce<Value extends { readonly effectiveFrom: string }>(
  agreed: readonly Value[],
  day: string,
): Value | undefined {
  const begun = agreed.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const latest = begun
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()
    .at(-1);
  return begun.filter(({ effectiveFrom }) => effectiveFrom === latest).at(-1);
}

const closedBy = (agreed: readonly ClosingDays[], day: string): ClosingDays => lastInForce(agreed, day) ?? standard;

const monthAndDay = (of: { readonly month: number; readonly day: number }): number => of.month * 100 + of.day;
const numberOf = (day: string): number => Number(day.slice(5, 7)) * 100 + Number(day.slice(8));

function isCounted(agreed: readonly ClosingDays[], day: string, lastWeekday: 5 | 6): boolean {
  const { yearly, single } = closedBy(agreed, day);
  const isClosed = single.includes(day) || yearly.some((one) => monthAndDay(one) === numberOf(day));
  return weekdayOf(day) <= lastWeekday && !isHoliday(day) && !isClosed;
}

/** Whether a day is a workday (arbejdsdag), under the closing days agreed in this order. */
export const isWorkday = (agreed: readonly ClosingDays[], day: string): boolean => isCounted(agreed, day, 5);

/** Whether a day lies in a time that nobody proposes meetings for. */
export function isAvoided(agreed: readonly ClosingDays[], day: string): boolean {
  return closedBy(agreed, day).avoid.some((window) => {
    if ('week' in window) return weekOf(day) === window.week;
    const [from, to, on] = [monthAndDay(window.from), monthAndDay(window.to), numberOf(day)];
    return from <= to ? from <= on && on <= to : on >= from || on <= to;
  });
}

/** The ISO week: that of the Thursday of the same week, counted from the one that holds 4 January. */
function weekOf(day: string): number {
  const thursday = later(day, 4 - weekdayOf(day));
  const first = `${thursday.slice(0, 4)}-01-04`;
  const firstThursday = later(first, 4 - weekdayOf(first));
  return (Date.parse(thursday) - Date.parse(firstThursday)) / (7 * DAY) + 1;
}

/** The day so many days of a kind before: one step back at a time. */
export function backFrom(agreed: readonly ClosingDays[], day: string, { count, kind }: DayCount): string {
  let [at, left] = [day, count];
  while (left > 0) {
    at = later(at, -1);
    if (kind === 'calendar' || isCounted(agreed, at, kind === 'workday' ? 5 : 6)) left -= 1;
  }
  return at;
}
