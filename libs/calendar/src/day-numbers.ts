import type { LocalDate } from '@rettidig/vocabulary';

/** Local dates are counted in UTC, where every day has as many milliseconds. */
const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(day) / DAY;

/** The days that a calendar knows. Facts lie between 1970 and 2100; what is counted from them may fall beside. */
export const FIRST_DAY = dayNumber('1960-01-01');
export const LAST_DAY = dayNumber('2110-12-31');

/** Calendar days from 1 January 1970. Throws a `RangeError` for what no calendar knows. */
export const numberOf = (day: LocalDate): number => known(dayNumber(day), day);

/** Days that were asked for before: writing one out costs more than counting a fortnight. */
const written: LocalDate[] = [];

/** The day with a number. Throws a `RangeError` for what no calendar knows. */
export const dayAt = (number: number): LocalDate => written[number - FIRST_DAY] ?? write(number);

function write(number: number): LocalDate {
  const day = new Date(known(number, `day ${number}`) * DAY).toISOString().slice(0, 10);
  written[number - FIRST_DAY] = day;
  return day;
}

function known(number: number, called: string): number {
  if (Number.isInteger(number) && number >= FIRST_DAY && number <= LAST_DAY) return number;
  throw new RangeError(`${called} is no day between 1960 and 2110`);
}

/** 1 for Monday to 7 for Sunday. The first of January 1970 was a Thursday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;
