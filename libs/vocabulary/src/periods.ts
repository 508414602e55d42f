import type { LocalDate } from './dates.js';
import { plusCalendarDays } from './dates.js';

/** A quarter in which a sample is drawn: `2026-Q4`. */
export const drawingPattern = /^20\d{2}-Q[1-4]$/;

/** A month `2026-05` or a quarter `2026-Q2`. */
export const periodPattern = /^20\d{2}-(Q[1-4]|0[1-9]|1[0-2])$/;

export type Rhythm = 'monthly' | 'quarterly';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The month in which a period begins, 1 to 12, and how many months it has. */
function monthsOf(period: string): { readonly year: number; readonly first: number; readonly months: number } {
  const year = Number(period.slice(0, 4));
  const quarter = /Q([1-4])$/.exec(period)?.[1];
  return quarter
    ? { year, first: Number(quarter) * 3 - 2, months: 3 }
    : { year, first: Number(period.slice(5)), months: 1 };
}

/** The first day of a month or quarter. */
export function firstDayOf(period: string): LocalDate {
  const { year, first } = monthsOf(period);
  return `${year}-${twoDigits(first)}-01`;
}

/** The first day after it. */
function dayAfter(period: string): LocalDate {
  const { year, first, months } = monthsOf(period);
  const next = first + months;
  return next > 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(next)}-01`;
}

/** The last day of a month or quarter. */
export const lastDayOf = (period: string): LocalDate => plusCalendarDays(dayAfter(period), -1);

/** The month or quarter that a day lies in. */
export function periodOf(day: LocalDate, rhythm: Rhythm): string {
  if (rhythm === 'monthly') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The periods from that of one day to that of another, in order; none when the second is earlier. */
export function periodsBetween(from: LocalDate, to: LocalDate, rhythm: Rhythm): string[] {
  const periods: string[] = [];
  for (let day = from; day <= to; day = dayAfter(periods.at(-1)!)) periods.push(periodOf(day, rhythm));
  return periods;
}
