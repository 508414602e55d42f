import type { LocalDate } from '@rettidig/vocabulary';
import { dayMeant, exactDayOf, fitsWeekday, weekdayWord, type WrittenDay } from './dates.js';
import type { Confidence, Read } from './draft.js';
import { least, type Notes } from './notes.js';

interface Around {
  /** The day of the meeting, where it is known: a day without a year is one near it. */
  readonly heldOn?: Read<LocalDate> | undefined;
  readonly looksBack: boolean;
  readonly line: number;
}

/** The day that is meant in running text; a year that follows from the meeting's makes it less sure. */
export function dayRead(
  day: WrittenDay,
  { heldOn, looksBack, line }: Around,
  notes: Notes,
): { readonly on: LocalDate; readonly confidence: Confidence } | undefined {
  if (day.year === undefined && !heldOn) {
    notes.warn('minutes.year-unknown', line);
    return undefined;
  }
  const on = heldOn ? dayMeant(day, heldOn.value, looksBack) : exactDayOf(day);
  if (on === undefined) return undefined;
  if (!fitsWeekday(on, day.weekday)) {
    notes.warn('minutes.weekday-wrong', line, { day: on, weekday: weekdayWord(day.weekday ?? 0) });
    return { on, confidence: 'guess' };
  }
  const year: Confidence = day.year === undefined ? least('likely', heldOn?.confidence ?? 'guess') : 'certain';
  return { on, confidence: least(year, day.unclear ? 'likely' : 'certain') };
}
