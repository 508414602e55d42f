import type { Calendar, DayCount, DayKind } from '@rettidig/calendar';
import { plusDays, workdayOnOrAfter } from '@rettidig/calendar';
import type { LocalDate } from '@rettidig/vocabulary';
import { calendarDaysBetween, plusCalendarDays } from '@rettidig/vocabulary';
import type { HeldStep, Lane, Step } from './step.js';

/** Names a step by its days, `workday-20`: a part of the key of what was sent, so that the same days are the same step. */
export const stepName = ({ offset: { count, kind } }: Pick<Step, 'offset'>): string =>
  `${kind}${count < 0 ? '' : '+'}${count}`;

/** About how long a day of a kind lasts: five workdays and six weekdays fill a week. */
const LENGTHS: Readonly<Record<DayKind, number>> = { calendar: 5, weekdayInclSaturday: 6, workday: 7 };
/** Of counts of one length, 7 calendar days and 5 workdays, the one that closing days make longer lies further off. */
const FURTHER: Readonly<Record<DayKind, number>> = { calendar: 0, weekdayInclSaturday: 1, workday: 2 };

/** The order of steps, whatever days they are counted in. No two have the same rank, or one of them would never be told. */
export const rankOf = ({ count, kind }: DayCount): number =>
  count * LENGTHS[kind] * 3 + (count < 0 ? -FURTHER[kind] : FURTHER[kind]);

/** The days of a step by its name. */
export function daysOfName(name: string): DayCount {
  const [, kind, count] = /^([a-zA-Z]+)([+-]\d+)$/.exec(name) ?? [];
  return { count: Number(count), kind: kind as DayKind };
}

/** The rank of a step by its name. */
export const rankOfName = (name: string): number => rankOf(daysOfName(name));

/** In calendar days. */
const A_WEEK = 7;

const plusWeeks = (offset: DayCount, weeks: number): DayCount => ({ ...offset, count: offset.count + weeks * A_WEEK });

/** The days of a step that lie after a rank: of one that comes again its next time; undefined where there are none. */
export function offsetAfter({ offset, again }: Step, rank: number): DayCount | undefined {
  const before = rank - rankOf(offset);
  if (before < 0) return offset;
  if (again === undefined) return undefined;
  const weeks = Math.floor(before / rankOf({ ...offset, count: A_WEEK })) + 1;
  return plusWeeks(offset, weeks);
}

/** The day of a step. One that lands on a day off is moved to the next workday and stays the same step. */
export const stepDay = (calendar: Calendar, anchor: LocalDate, offset: DayCount): LocalDate =>
  workdayOnOrAfter(calendar, plusDays(calendar, anchor, offset));

/**
 * The last day that something can be about whose step has come by a day: an earlier one has come as well, so that what is
 * due is found without looking at each.
 */
export function maxAnchor(calendar: Calendar, { count, kind }: DayCount, day: LocalDate): LocalDate {
  const worked = calendar.isWorkday(day) ? day : plusDays(calendar, day, { count: -1, kind: 'workday' });
  if (count === 0 || kind === 'calendar') return plusCalendarDays(worked, -count);
  if (count < 0) return plusDays(calendar, worked, { count: -count, kind });
  return plusCalendarDays(plusDays(calendar, worked, { count: 1 - count, kind }), -1);
}

/** The step that something has reached. */
export interface ReachedStep {
  readonly step: HeldStep;
  readonly name: string;
  readonly day: LocalDate;
  /** Steps before it, by name. */
  readonly before: readonly string[];
}

/** Whether something is told too late: a notice may wait for the digest of the next workday. */
export const isLate = (
  calendar: Calendar,
  { lane, dueOn }: { readonly lane: Lane; readonly dueOn: LocalDate },
  today: LocalDate,
): boolean => (lane === 'notice' ? plusDays(calendar, dueOn, { count: 1, kind: 'workday' }) : dueOn) < today;

/** What is looked at: the steps that are on, the day that something is about, and the day of today. */
interface Looked {
  readonly steps: readonly HeldStep[];
  readonly anchor: LocalDate;
  readonly on: LocalDate;
  /** Steps stay where they land, whatever day that is. */
  readonly evenOnClosingDays?: boolean | undefined;
}

/** The last step whose day has come; undefined before the first. */
export function reachedStep(calendar: Calendar, looked: Looked): ReachedStep | undefined {
  const { steps, anchor, on, evenOnClosingDays } = looked;
  const dayOfStep = evenOnClosingDays ? plusDays : stepDay;
  const dayed = (step: HeldStep) => ({ step, day: dayOfStep(calendar, anchor, step.offset) });
  const come = steps
    .map((step) => (step.again === undefined ? dayed(step) : lastTime(step, looked, dayed)))
    .filter(({ day }) => day <= on)
    .sort((a, b) => rankOf(a.step.offset) - rankOf(b.step.offset));
  const last = come.at(-1);
  return last && { ...last, name: stepName(last.step), before: come.slice(0, -1).map(({ step }) => stepName(step)) };
}

/** The last time that a step has come which comes again; its first before that. Closing days can hold several back. */
function lastTime<Dayed extends { readonly day: LocalDate }>(
  step: HeldStep,
  { anchor, on }: Looked,
  dayed: (step: HeldStep) => Dayed,
): Dayed {
  let weeks = Math.max(0, Math.floor((calendarDaysBetween(anchor, on) - step.offset.count) / A_WEEK));
  const after = (count: number): Dayed => dayed({ ...step, offset: plusWeeks(step.offset, count) });
  while (weeks > 0 && after(weeks).day > on) weeks -= 1;
  return after(weeks);
}
