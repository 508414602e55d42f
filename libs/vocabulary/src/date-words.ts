import type { FuzzyDate, LocalDate } from './dates.js';
import { dayOf, timeOfDay } from './dates.js';
import { notStated } from './words.js';

type Language = 'da' | 'en';

/** A day as it is printed in Danish documents, in both languages: `24.04.2026`. */
export const dayInWords = (day: LocalDate): string => day.split('-').reverse().join('.');

/** A day as spreadsheets in Denmark read it: `24-04-2026`. */
export const dayInCsv = (day: LocalDate): string => day.split('-').reverse().join('-');

/** An instant as spreadsheets in Denmark read it, in Copenhagen: `24-04-2026 07:00`. */
export const momentInCsv = (instant: string): string => `${dayInCsv(dayOf(instant))} ${timeOfDay(instant)}`;

const onOrBefore = { da: 'senest', en: 'on or before' };

/** `24.04.2026`, `senest 24.04.2026`, `ikke oplyst`; the form of a day may be another. */
export function fuzzyInWords(date: FuzzyDate, language: Language, day = dayInWords): string {
  if ('on' in date) return day(date.on);
  return 'onOrBefore' in date ? `${onOrBefore[language]} ${day(date.onOrBefore)}` : notStated[language];
}

/** The day in Copenhagen on which an instant falls, as it is printed. */
export const instantInWords = (instant: string): string => dayInWords(dayOf(instant));
