import type { Language } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayAt, numberOf, weekdayOf } from './day-numbers.js';

/** A week by ISO 8601: `year` is the one that holds its Thursday, so 1 January 2027 lies in week 53 of 2026. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** The week of a day. Weeks begin on Monday; week 1 holds the first Thursday of the year. */
export function isoWeekOf(day: LocalDate): IsoWeek {
  const number = numberOf(day);
  const thursday = number + 4 - weekdayOf(number);
  const year = Number(dayAt(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) + 1 };
}

/** The day on which a week begins. */
export function mondayOf({ year, week }: IsoWeek): LocalDate {
  const inFirstWeek = numberOf(`${year}-01-04`);
  return dayAt(inFirstWeek + 1 - weekdayOf(inFirstWeek) + 7 * (week - 1));
}

/** 52 or 53: 28 December always lies in the last week. */
export const weeksInYear = (year: number): number => isoWeekOf(`${year}-12-28`).week;

/** `uge 53, 2026`. */
export function weekText(day: LocalDate, language: Language): string {
  const { year, week } = isoWeekOf(day);
  return `${language === 'da' ? 'uge' : 'week'} ${week}, ${year}`;
}
