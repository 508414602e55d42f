import type { LocalDate } from '@rettidig/vocabulary';
import type { Calendar, DayCount, DayKind } from './calendar.types.js';
import { dayAt, numberOf } from './day-numbers.js';

/**
 * The day so many days later, or earlier when the count is negative. The day itself is not counted, the one it lands on
 * is: 14 calendar days before a Friday is the Friday two weeks before ("senest 14 dage før"). Workdays and weekdays land
 * on a day of their kind; no days at all is the day itself, whatever it is.
 */
export function plusDays(calendar: Calendar, day: LocalDate, { count, kind }: DayCount): LocalDate {
  const from = numberOf(day);
  if (kind === 'calendar') return dayAt(from + count);
  const step = Math.sign(count);
  let at = from;
  for (let left = Math.abs(count); left > 0;) {
    at += step;
    if (calendar.counts(at, kind)) left -= 1;
  }
  return dayAt(at);
}

/**
 * How many days of a kind lie between two days, the first not counted, the second counted; negative when the second is
 * earlier. So `daysBetween(day, plusDays(day, n))` is n.
 */
export function daysBetween(calendar: Calendar, from: LocalDate, to: LocalDate, kind: DayKind): number {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (kind === 'calendar') return last - first;
  const step = Math.sign(last - first);
  let days = 0;
  for (let at = first; at !== last;) {
    at += step;
    if (calendar.counts(at, kind)) days += step;
  }
  return days;
}

/** The day itself when it is a workday, else the first one after. */
export const workdayOnOrAfter = (calendar: Calendar, day: LocalDate): LocalDate =>
  calendar.isWorkday(day) ? day : plusDays(calendar, day, { count: 1, kind: 'workday' });
