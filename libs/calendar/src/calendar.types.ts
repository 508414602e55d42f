import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';

/**
 * Which days are counted. `calendar`: all of them. `workday`: Monday to Friday without holidays and closing days
 * (arbejdsdag). `weekdayInclSaturday`: as that, with Saturdays (hverdag, as some rules of procedure count it).
 */
export type DayKind = 'calendar' | 'workday' | 'weekdayInclSaturday';

/** So many days of a kind: "14 kalenderdage". */
export interface DayCount {
  readonly count: number;
  readonly kind: DayKind;
}

/** A day that comes every year; `month` and `day` count from 1. */
export interface YearlyDay {
  readonly month: number;
  readonly day: number;
}

/** Days on which nobody is asked to meet, though they are no holidays: from a day to a day, both included, or an ISO week. */
export type AvoidWindow = { readonly from: YearlyDay; readonly to: YearlyDay } | { readonly week: number };

/** Days on which a municipality is closed beside the holidays. Agreed with a first day, never changed, only followed. */
export interface ClosingDays {
  /** Unique within the rule book. */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly yearly: readonly YearlyDay[];
  readonly single: readonly LocalDate[];
  readonly avoid: readonly AvoidWindow[];
}

/**
 * The days of a municipality: what is a holiday, what a closing day. The same answer for the same day, always. It knows
 * the days of 1960 to 2110 and throws a `RangeError` for others: facts lie between 1970 and 2100, and what is counted from
 * them may fall beside.
 */
export interface Calendar {
  /** Written into every deadline that was computed with it. */
  readonly version: string;
  /** A public holiday (helligdag). Saturdays and Sundays are none by themselves. */
  readonly isHoliday: (day: LocalDate) => boolean;
  /** The municipality is closed by its own choice. */
  readonly isClosingDay: (day: LocalDate) => boolean;
  readonly isWorkday: (day: LocalDate) => boolean;
  /** Whether a day is of a kind; the day is a number of calendar days from 1 January 1970, so that counting is cheap. */
  readonly counts: (dayNumber: number, kind: DayKind) => boolean;
  /** Nobody proposes a meeting on it. */
  readonly isAvoided: (day: LocalDate) => boolean;
  /** What the holiday or closing day is called; null for any other day. */
  readonly nameOf: (day: LocalDate) => Text | null;
}
