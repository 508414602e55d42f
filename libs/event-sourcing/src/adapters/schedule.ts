import { CronExpressionParser } from 'cron-parser';
import type { Instant } from '../event.js';

const ZONE = 'Europe/Copenhagen';
const HOUR = 3_600_000;

/** The clock on the wall in Copenhagen, to the minute. */
const wall = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

/**
 * The first time of a cron pattern after an instant, by the clock on the wall in Copenhagen. A time that the wall clock
 * leaps over in spring comes an hour later, at the same distance from midnight; one that it shows twice in autumn counts
 * the first time only, unless the pattern takes every hour.
 * @throws RangeError for a pattern that is not five fields, or six with seconds first.
 */
export function nextTime(pattern: string, after: Instant): Instant {
  return new Date(nextMillis(pattern, Date.parse(after))).toISOString();
}

/** As `nextTime`, in milliseconds since 1970. */
export function nextMillis(pattern: string, after: number): number {
  if (!isSecondShowing(after)) return asked(pattern, after);
  // Asked in the middle of the repeated hour, the parser counts it for every pattern. Asked before, it knows better.
  const repeatedFrom = Math.floor(after / HOUR) * HOUR;
  const fromBefore = asked(pattern, repeatedFrom - 1);
  return fromBefore >= repeatedFrom + HOUR ? fromBefore : asked(pattern, after);
}

/** Whether the wall clock shows this minute for the second time. */
const isSecondShowing = (instant: number): boolean => wall.format(instant) === wall.format(instant - HOUR);

function asked(pattern: string, after: number): number {
  // Left to itself the parser fills up missing fields, knows nicknames, and draws lots for an H.
  const fields = pattern.trim().split(/\s+/);
  const drawsLots = /(^|[^a-z])h([^a-z]|$)/i.test(pattern);
  if (fields.length < 5 || fields.length > 6 || drawsLots) throw new RangeError(`no schedule: ${pattern}`);
  try {
    return CronExpressionParser.parse(fields.join(' '), { currentDate: after, tz: ZONE }).next().getTime();
  } catch {
    throw new RangeError(`no schedule: ${pattern}`);
  }
}
