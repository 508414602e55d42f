import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Calendar, ClosingDays, DayKind } from './calendar.types.js';
import { closingDayName, isAvoidedOn, isClosedOn } from './closing-days.js';
import { dayAt, FIRST_DAY, LAST_DAY, numberOf, weekdayOf } from './day-numbers.js';
import { HOLIDAYS_VERSION, holidaysOf } from './holidays.js';

/** What is known of a day, in one number; 0 for a day that nobody asked about yet. */
const KNOWN = 1;
const HOLIDAY = 2;
const CLOSED = 4;
const AVOIDED = 8;
const SATURDAY = 16;
const SUNDAY = 32;

/** What keeps a day from being of a kind. */
const notOf: Readonly<Record<DayKind, number>> = {
  calendar: 0,
  workday: HOLIDAY | CLOSED | SATURDAY | SUNDAY,
  weekdayInclSaturday: HOLIDAY | CLOSED | SUNDAY,
};

/**
 * The calendar of a municipality. A day is judged by the closing days in force on that day, so that closing days agreed
 * for later leave the earlier ones as they were. `version` tells apart the closing days that it was made of.
 */
export function calendarOf(closingDaysInForce: (day: LocalDate) => ClosingDays, version: string): Calendar {
  const days = new Uint8Array(LAST_DAY - FIRST_DAY + 1);
  const learn = (number: number): number => (days[number - FIRST_DAY] = factsOf(number, closingDaysInForce));
  const facts = (number: number): number => days[number - FIRST_DAY] || learn(number);
  const has = (day: LocalDate, what: number): boolean => (facts(numberOf(day)) & what) !== 0;
  const counts = (number: number, kind: DayKind): boolean => (facts(number) & notOf[kind]) === 0;
  return {
    version: `${HOLIDAYS_VERSION}/${version}`,
    isHoliday: (day) => has(day, HOLIDAY),
    isClosingDay: (day) => has(day, CLOSED),
    isWorkday: (day) => counts(numberOf(day), 'workday'),
    isAvoided: (day) => has(day, AVOIDED),
    counts,
    nameOf: (day): Text | null => holidayName(day) ?? (has(day, CLOSED) ? closingDayName(day) : null),
  };
}

const holidayName = (day: LocalDate): Text | undefined => holidaysOf(Number(day.slice(0, 4))).get(day);

function factsOf(number: number, closingDaysInForce: (day: LocalDate) => ClosingDays): number {
  const day = dayAt(number);
  const closingDays = closingDaysInForce(day);
  const weekday = weekdayOf(number);
  return (
    KNOWN |
    (holidayName(day) ? HOLIDAY : 0) |
    (isClosedOn(closingDays, day) ? CLOSED : 0) |
    (isAvoidedOn(closingDays, day) ? AVOIDED : 0) |
    (weekday === 6 ? SATURDAY : 0) |
    (weekday === 7 ? SUNDAY : 0)
  );
}
