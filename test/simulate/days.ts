import type { DayCount } from '@rettidig/calendar';
import { backFrom, isWorkday, later } from '../support/plan-days.js';
import type { ToldTown } from './told.js';

type Closing = ToldTown['closingDays'];

/** Of each list of closing days, what was counted already: the same is asked every day as long as something lies open. */
const counted = new WeakMap<object, Map<string, string>>();

/** The day so many days before or after another: counted one at a time. */
export function dayFrom(closing: Closing, anchor: string, { count, kind }: DayCount): string {
  if (count < 0) return backFrom(closing, anchor, { count: -count, kind });
  let day = anchor;
  for (let left = count; left > 0;) {
    day = later(day, 1);
    if (kind === 'calendar' || isWorkday(closing, day)) left -= 1;
  }
  return day;
}

/** The day itself when it is a workday, else the next one. */
function workdayFrom(closing: Closing, day: string): string {
  let at = day;
  while (!isWorkday(closing, at)) at = later(at, 1);
  return at;
}

/** The day of a step: moved on to the next workday, unless people are told on any day. */
export function dayOfStep(closing: Closing, anchor: string, offset: DayCount, onAnyDay = false): string {
  const known = counted.get(closing) ?? new Map<string, string>();
  counted.set(closing, known);
  const name = `${closing.length} ${anchor} ${offset.count} ${offset.kind} ${onAnyDay}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const landed = dayFrom(closing, anchor, offset);
  const day = onAnyDay ? landed : workdayFrom(closing, landed);
  known.set(name, day);
  return day;
}
