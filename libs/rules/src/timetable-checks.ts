import type { AvoidWindow, Calendar, ClosingDays, DayCount, DayKind, YearlyDay } from '@rettidig/calendar';
import { calendarOf } from '@rettidig/calendar';
import { impossible, Refused } from '@rettidig/event-sourcing';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { RuleBook } from './rule-book.js';
import type { LocalTimetable } from './timetable.events.js';

/**
 * Refuses closing days that cannot be told apart from earlier ones, that name days or windows that do not exist, or that
 * leave a year without a workday: nothing could be due in it.
 */
export function checkClosingDays(closingDays: ClosingDays, ruleBook: RuleBook): void {
  const { version, yearly, avoid } = closingDays;
  const taken = version === 'standard' || ruleBook.closingDays.some(({ value }) => value.version === version);
  if (taken) throw new Refused('rules.closing-days-taken', { version });
  const window = avoid.findIndex((one) => !isWindow(one));
  if (window >= 0) throw impossible('rules.avoid-window-unclear', { number: window + 1 });
  const named = [...yearly, ...avoid.flatMap((one) => ('week' in one ? [] : [one.from, one.to]))];
  const missing = named.find((one) => !existsInSomeYear(one));
  if (missing) throw impossible('rules.yearly-day-unknown', { month: missing.month, day: missing.day });
  const year = yearWithoutWorkdays(closingDays);
  if (year !== undefined) throw impossible('rules.no-workday-left', { year });
}

/** From a day to a day, or a week; not both, and not half. */
function isWindow(window: AvoidWindow): boolean {
  const said = Object.keys(window).sort().join(' ');
  return said === 'from to' || said === 'week';
}

/** 29 February exists in some years. */
const existsInSomeYear = ({ month, day }: YearlyDay): boolean => day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();

/** A year has at least 260 days from Monday to Friday, and no more than 11 of them are holidays. */
const NEVER_TOO_MANY = 240;

function yearWithoutWorkdays(closingDays: ClosingDays): number | undefined {
  const { yearly, single, effectiveFrom } = closingDays;
  if (yearly.length + single.length <= NEVER_TOO_MANY) return undefined;
  const calendar = calendarOf(() => closingDays, closingDays.version);
  const first = Number(effectiveFrom.slice(0, 4));
  const years = Array.from({ length: 2100 - first + 1 }, (_year, at) => first + at);
  return years.find((year) => !hasWorkday(year, calendar));
}

function hasWorkday(year: number, { isWorkday }: Calendar): boolean {
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = plusCalendarDays(day, 1))
    if (isWorkday(day)) return true;
  return false;
}

type Step = 'alignment' | 'draftReady' | 'contactCommittee' | 'itemsDue' | 'materialDue';

/** What must not come after what. Items may be due later than papers go out: some agendas are sent twice. */
const order: readonly (readonly [Step, Step])[] = [
  ['alignment', 'draftReady'],
  ['alignment', 'contactCommittee'],
  ['alignment', 'materialDue'],
  ['draftReady', 'contactCommittee'],
  ['draftReady', 'itemsDue'],
  ['draftReady', 'materialDue'],
  ['contactCommittee', 'materialDue'],
];

/** So many days of a later kind reach back at least as far as the same number of an earlier one. */
const kinds: readonly DayKind[] = ['calendar', 'weekdayInclSaturday', 'workday'];

/**
 * Refuses a version that the committee has used, and steps that stand in the wrong order on whatever day the meeting is.
 * Days of different kinds that only sometimes do are let through: a plan shows each with its date.
 */
export function checkTimetable(timetable: LocalTimetable, { timetables }: RuleBook): void {
  const { committeeId, version } = timetable;
  const theirs = timetables.filter(({ value }) => value.committeeId === committeeId);
  if (theirs.some(({ value }) => value.version === version)) throw new Refused('rules.timetable-taken', { version });
  for (const [first, then] of order) {
    const [early, late] = [timetable[first], timetable[then]];
    if (early && late && isAlwaysLater(early, late)) {
      throw impossible('rules.timetable-collides', { first, firstDays: early.count, then, thenDays: late.count });
    }
  }
}

/** Whether so many days before a meeting lie closer to it than so many others, whenever it is. */
const isAlwaysLater = (one: DayCount, other: DayCount): boolean =>
  one.count < other.count && kinds.indexOf(one.kind) <= kinds.indexOf(other.kind);
