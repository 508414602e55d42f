import type { Calendar } from '@rettidig/calendar';
import { daysBetween } from '@rettidig/calendar';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import { bindingDay } from './deadlines.js';
import type { Health, PlannedStep, ReviewPlan } from './plan.types.js';

/** The first day after an open decision or start was to happen: from then on it is not known whether it did. */
export function unconfirmedFrom({ bodies }: Pick<ReviewPlan, 'bodies'>): LocalDate | null {
  const days = bodies.filter(({ kind }) => kind === 'decision' || kind === 'start').map(({ day }) => day);
  const first = days.sort()[0];
  return first === undefined ? null : plusCalendarDays(first, 1);
}

/** How an open duty stands on a day. A date that passed with nothing recorded comes first: what to do about it is to ask. */
export function healthOf(plan: ReviewPlan, today: LocalDate): Health {
  const has = (from: LocalDate | null): boolean => from !== null && from <= today;
  if (has(unconfirmedFrom(plan))) return 'unconfirmed';
  if (has(plan.pastFrom)) return 'pastLatestDate';
  return has(plan.atRiskFrom) ? 'atRisk' : 'onTrack';
}

/** Workdays from today to a step; negative when its day has passed. Null where nothing can be late. */
export function slackOf(step: PlannedStep, calendar: Calendar, today: LocalDate): number | null {
  const day = bindingDay(step);
  return day === null ? null : daysBetween(calendar, today, day, 'workday');
}
