import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { AvoidWindow, ClosingDays, YearlyDay } from './calendar.types.js';
import { isoWeekOf } from './weeks.js';

/**
 * What holds until a municipality agrees otherwise: 5 June, 24 and 31 December, as Danish framework contracts count
 * working days (domain.md section 4). Nothing is avoided.
 */
export const standardClosingDays: ClosingDays = {
  version: 'standard',
  effectiveFrom: '1970-01-01',
  yearly: [
    { month: 6, day: 5 },
    { month: 12, day: 24 },
    { month: 12, day: 31 },
  ],
  single: [],
  avoid: [],
};

/** `06-05`: days of a year compare as the end of a local date. */
const inYear = ({ month, day }: YearlyDay): string =>
  `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const closed = new WeakMap<ClosingDays, ReadonlySet<string>>();

/** Days of a year and days as such in one set, made once: a calendar asks for every day. */
function closedIn(closingDays: ClosingDays): ReadonlySet<string> {
  const kept = closed.get(closingDays);
  if (kept) return kept;
  const days = new Set([...closingDays.single, ...closingDays.yearly.map(inYear)]);
  closed.set(closingDays, days);
  return days;
}

/** Whether a municipality with these closing days is closed on a day by its own choice. */
export function isClosedOn(closingDays: ClosingDays, day: LocalDate): boolean {
  const days = closedIn(closingDays);
  return days.has(day) || days.has(day.slice(5));
}

/** Whether nobody proposes a meeting on a day. A window may run over New Year. */
export const isAvoidedOn = ({ avoid }: ClosingDays, day: LocalDate): boolean =>
  avoid.some((window) => isInWindow(window, day));

function isInWindow(window: AvoidWindow, day: LocalDate): boolean {
  if ('week' in window) return isoWeekOf(day).week === window.week;
  const [from, to, asked] = [inYear(window.from), inYear(window.to), day.slice(5)];
  return from <= to ? from <= asked && asked <= to : asked >= from || asked <= to;
}

const names: Readonly<Record<string, Text>> = {
  '05-01': { da: '1. maj', en: '1 May' },
  '06-05': { da: 'Grundlovsdag', en: 'Constitution Day' },
  '12-24': { da: 'Juleaftensdag', en: 'Christmas Eve' },
  '12-31': { da: 'Nytårsaftensdag', en: "New Year's Eve" },
};

/** What a closing day is called. */
export const closingDayName = (day: LocalDate): Text => names[day.slice(5)] ?? { da: 'Lukkedag', en: 'Closing day' };
