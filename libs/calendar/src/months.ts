import type { LocalDate } from '@rettidig/vocabulary';
import type { Calendar } from './calendar.types.js';
import { workdayOnOrAfter } from './counting.js';
import { dayAt, numberOf } from './day-numbers.js';

/** The same day number so many months later (earlier when negative), or the last day of a month that is too short. */
export function plusMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  const first = dateOf(year, month - 1 + months, 1);
  const last = dateOf(year, month + months, 0);
  return dayAt(Math.min(numberOf(first) + number - 1, numberOf(last)));
}

/** A day from a month that may lie outside the year; day 0 is the last of the month before. */
const dateOf = (year: number, month: number, day: number): LocalDate =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/**
 * One month from receipt (§ 21), or several: the same day number or the last of the month. `on` is the day that counts:
 * with `rollForward` the first workday from the strict day on, as Danish procedure law has it; nothing says so for this
 * agreement, so the strict day is kept as the one to be warned of.
 */
export function monthAfter(
  calendar: Calendar,
  receipt: LocalDate,
  { rollForward, months = 1 }: { readonly rollForward: boolean; readonly months?: number },
): { readonly strict: LocalDate; readonly on: LocalDate } {
  const strict = plusMonths(receipt, months);
  return { strict, on: rollForward ? workdayOnOrAfter(calendar, strict) : strict };
}
