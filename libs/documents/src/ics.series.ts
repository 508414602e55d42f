import ICAL from 'ical.js';
import { MOST_OCCURRENCES, MOST_SERIES_YEARS } from './limits.js';

/** Steps after which a series is given up: what it has yielded until then is far before or beyond what is wanted. */
const MOST_STEPS = 20_000;

/** A larger interval than this many days, weeks, months or years is no meeting. */
const MOST_INTERVAL = 60;

/** The parts that a rule may have, by how often it repeats. The library goes wrong, or on for ever, with others. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY'],
  WEEKLY: ['BYDAY'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'],
  YEARLY: ['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS'],
};

type Rule = ICAL.Recur;
const partsOf = (rule: Rule): Readonly<Record<string, readonly (string | number)[] | undefined>> => rule.parts;

/** Whether a rule is one that meetings follow, and that can be followed. */
function canBeFollowed(rule: Rule): boolean {
  const parts = partsOf(rule);
  const allowed = PARTS[rule.freq];
  if (!allowed || rule.interval < 1 || rule.interval > MOST_INTERVAL) return false;
  if (!Object.keys(parts).every((part) => allowed.includes(part))) return false;
  if (rule.freq === 'DAILY') return parts.BYDAY === undefined || rule.interval === 1;
  return rule.freq !== 'YEARLY' || parts.BYMONTH !== undefined || Object.keys(parts).length === 0;
}

/** The library turns 31 April into 1 May; days that a rule does not name are none of it. */
function isOf(rules: readonly Rule[], time: ICAL.Time): boolean {
  return rules.every((rule) => {
    const days = partsOf(rule).BYMONTHDAY;
    return !days || rule.freq !== 'YEARLY' || days.some((day) => Number(day) < 0 || Number(day) === time.day);
  });
}

/** When a series happens, in its own zone; `cut` when it goes on after, or began before, what is written out. */
export interface Series {
  readonly times: readonly ICAL.Time[];
  readonly cut: boolean;
}

/** The first year that matters: of a series that began long ago, the year before the file was made. */
function firstYear(event: ICAL.Component, start: ICAL.Time): number {
  const made = event.getFirstPropertyValue('dtstamp');
  const madeIn = made instanceof ICAL.Time ? made.year : start.year;
  return Math.max(start.year, Math.min(madeIn - 1, start.year + 100));
}

/**
 * Writes out a repeated event. Undefined for a rule that cannot be followed. The days that are excepted are left to the
 * caller, who compares them as times in Copenhagen.
 */
export function writeOut(event: ICAL.Component, start: ICAL.Time): Series | undefined {
  const rules = event.getAllProperties('rrule').map((property) => property.getFirstValue() as unknown as Rule);
  if (!rules.every(canBeFollowed)) return undefined;
  const steps = new ICAL.RecurExpansion({ component: event, dtstart: start });
  const from = firstYear(event, start);
  const until = start.clone();
  until.year = Math.max(from, start.year) + MOST_SERIES_YEARS;
  const times: ICAL.Time[] = [];
  let cut = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    // The types promise a time; at its end the library gives nothing.
    const time = steps.next() as ICAL.Time | undefined | null;
    if (!time) return { times, cut };
    if (times.length >= MOST_OCCURRENCES || time.compare(until) >= 0) return { times, cut: true };
    if (time.year < from) cut = true;
    else if (isOf(rules, time)) times.push(time.clone());
  }
  return { times, cut: true };
}
