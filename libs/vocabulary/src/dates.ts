import { Temporal } from 'temporal-polyfill';

/** A day in Europe/Copenhagen, `YYYY-MM-DD`. Days compare as strings. */
export type LocalDate = string;

/** The time zone of every local date (design: two times on everything). */
const TIME_ZONE = 'Europe/Copenhagen';

/**
 * When something happened, as well as it is known. Unknown is a value (A8): it is never filled in.
 * `onOrBefore`: "senest"; `notStated`: "ikke oplyst".
 */
export type FuzzyDate = { readonly on: LocalDate } | { readonly onOrBefore: LocalDate } | { readonly notStated: true };

/** Whether a string is a day that exists, between 1970 and 2100: `2026-02-31` is not. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  if (value < '1970-01-01' || value > '2100-12-31') return false;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch {
    return false;
  }
}

/** Whether a value is exactly one of the three forms of a fuzzy date. */
export function isFuzzyDate(value: unknown): value is FuzzyDate {
  if (value === null || typeof value !== 'object') return false;
  const [only, ...rest] = Object.entries(value) as [string, unknown][];
  if (!only || rest.length > 0) return false;
  const [form, day] = only;
  return form === 'notStated' ? day === true : (form === 'on' || form === 'onOrBefore') && isLocalDate(day);
}

/** The latest day on which it can have happened; undefined when nothing is stated. */
export function latestDay(date: FuzzyDate): LocalDate | undefined {
  if ('on' in date) return date.on;
  return 'onOrBefore' in date ? date.onOrBefore : undefined;
}

/** The exact day, when it is known exactly. */
export const exactDay = (date: FuzzyDate): LocalDate | undefined => ('on' in date ? date.on : undefined);

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' });

/** Days of hours that were asked for, by the hour: Copenhagen's days begin with a full hour of UTC. */
const daysOfHours = new Map<string, LocalDate>();
const HOURS_KEPT = 10_000;

/** The day in Copenhagen on which an instant falls. */
export function dayOf(instant: string): LocalDate {
  const hour = instant.slice(0, 13);
  const known = instant.endsWith('Z') ? daysOfHours.get(hour) : undefined;
  if (known !== undefined) return known;
  const day = dayFormat.format(new Date(instant));
  if (daysOfHours.size >= HOURS_KEPT) daysOfHours.clear();
  if (instant.endsWith('Z')) daysOfHours.set(hour, day);
  return day;
}

const timeFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, timeStyle: 'short' });

/** The time of day in Copenhagen of an instant, `07:00`. */
export const timeOfDay = (instant: string): string => timeFormat.format(new Date(instant));

/** The last millisecond of a day in Copenhagen, as an instant: what `asOf` a date means. */
export function endOfDay(day: LocalDate): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(TIME_ZONE);
  return new Date(next.epochMilliseconds - 1).toISOString();
}

/** A time of day in Copenhagen, `07:00`, as an instant; one that the clocks skip is the moment after. */
export function instantAt(day: LocalDate, time: string): string {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time });
  return new Date(at.epochMilliseconds).toISOString();
}

/** Local dates are counted in UTC, where every day has as many milliseconds. */
const DAY = 86_400_000;

/** Calendar days from one day to another; negative when the second is earlier. */
export function calendarDaysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** A day so many calendar days later (earlier when negative). */
export const plusCalendarDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** A period of days; `to` is exclusive, null means open. */
export interface Validity {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Whether a period holds on a day. */
export const holdsOn = (validity: Validity, day: LocalDate): boolean =>
  validity.from <= day && (validity.to === null || day < validity.to);
