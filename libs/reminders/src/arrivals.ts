import type { Calendar } from '@rettidig/calendar';
import { workdayOnOrAfter } from '@rettidig/calendar';
import type { Instant } from '@rettidig/event-sourcing';
import { later } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf, instantAt } from '@rettidig/vocabulary';
import type { ReminderItem } from './due.types.js';
import type { HeldStep, Lane, Occasion, ReminderKind, Step } from './kind.js';
import { WINDOW_MS } from './projections/windows.js';
import type { ReachedStep } from './steps.js';
import { isLate, reachedStep } from './steps.js';

/** When the morning mail goes out, Copenhagen time. */
export const MORNING = '07:00';

/** An occasion as it is found, in the view or in reference data. */
export interface FoundOccasion {
  readonly kind: ReminderKind;
  readonly occasion: Occasion;
  readonly subject: string | null;
  readonly armed: number;
  /** Null where nobody knows: then nothing was past when it came up. */
  readonly armedAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly number: string | null;
}

/** The day and the place at which it is looked. */
export interface Now {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly calendar: Calendar;
  /** The morning mail of a workday may go out. */
  readonly isMorningPast: boolean;
}

/** An instant on its day. */
export function nowAt(now: Instant, calendar: Calendar): Now {
  const today = dayOf(now);
  return { now, today, calendar, isMorningPast: calendar.isWorkday(today) && now >= instantAt(today, MORNING) };
}

/** The step that something has reached, and when it may be told. */
export interface Arrival {
  readonly item: ReminderItem;
  readonly step: Step;
  readonly lane: Lane;
  readonly window: Instant | null;
  readonly overtaken: readonly string[];
  /** See there. */
  readonly armedAt: FoundOccasion['armedAt'];
}

/** The step that something about a day has reached. */
export type ReachedAt = (anchor: LocalDate) => ReachedStep | undefined;

/** The steps that things of a kind have reached: worked out once for each day that they are about. */
export function reachedOn(
  { evenOnClosingDays }: ReminderKind,
  steps: readonly HeldStep[],
  { calendar, today }: Now,
): ReachedAt {
  const known = new Map<LocalDate, ReachedStep | undefined>();
  return (anchor) => {
    if (!known.has(anchor)) known.set(anchor, reachedStep(calendar, { steps, anchor, on: today, evenOnClosingDays }));
    return known.get(anchor);
  };
}

/** Names one reminder; with its receiver it is what somebody is told once. */
export const reminderKey = ({
  kind,
  item,
  step,
  anchor,
  armed,
}: Pick<ReminderItem, 'kind' | 'item' | 'step' | 'anchor' | 'armed'>): string =>
  `${kind}/${item}/${step}/${anchor}/${armed}`;

/** Where something stands that somebody may be reminded of; undefined while there is nothing to tell, or no more. */
export function arrivalOf(found: FoundOccasion, reachedAt: ReachedAt, at: Now): Arrival | undefined {
  const { kind, occasion, armedAt } = found;
  const { calendar, today } = at;
  if (occasion.until !== undefined && occasion.until <= today) return undefined;
  const reached = reachedAt(occasion.anchor);
  if (!reached) return undefined;
  const armedOn = armedAt === null ? reached.day : dayOf(armedAt);
  if (isLetBe(kind, reached, armedOn)) return undefined;
  const wasPast = reached.day < armedOn;
  const lane = reached.step.lane ?? kind.lane;
  const isDated = lane === 'dated';
  // What is told at once was never due before it came up.
  const dueOn = wasPast && !isDated ? firstDay(armedOn, kind, calendar) : reached.day;
  return {
    step: reached.step,
    lane,
    armedAt,
    overtaken: reached.before,
    window: isDated ? null : windowOf(found, dueOn, at),
    item: itemOf(found, reached, {
      dueOn,
      late: isLate(calendar, { lane, dueOn }, today),
      plannedLate: isDated && cameUpLate(found, reached.day, today),
    }),
  };
}

/** On the very day of a step too: the morning mail of that day may have been gone. */
const cameUpLate = ({ armedAt }: FoundOccasion, day: LocalDate, today: LocalDate): boolean =>
  armedAt !== null && day <= dayOf(armedAt) && day < today;

/**
 * A step whose day had passed when the thing came up, of a kind that lets it be; or one that was agreed on after both:
 * nobody agrees on a step to be told of what has long been.
 */
function isLetBe({ whenPast }: ReminderKind, { step: { since }, day }: ReachedStep, armedOn: LocalDate): boolean {
  if (day < armedOn && whenPast === 'skip') return true;
  return since !== undefined && day < since && armedOn < since;
}

/** Written out, like everything that is made for each thing that is due: there may be ten thousand. */
function itemOf(
  { kind, occasion, subject, armed, number }: FoundOccasion,
  { name: step }: ReachedStep,
  { dueOn, late, plannedLate }: Pick<ReminderItem, 'dueOn' | 'late' | 'plannedLate'>,
): ReminderItem {
  const { item, anchor, about } = occasion;
  const key = reminderKey({ kind: kind.name, item, step, anchor, armed });
  return { key, kind: kind.name, step, subject, item, anchor, armed, dueOn, late, plannedLate, about, number };
}

const firstDay = (day: LocalDate, { evenOnClosingDays }: ReminderKind, calendar: Calendar): LocalDate =>
  evenOnClosingDays ? day : workdayOnOrAfter(calendar, day);

/** The window of today in which it came up; null for one of another day, and for a step that was waited for. */
function windowOf({ openedAt, armedAt }: FoundOccasion, dueOn: LocalDate, { today }: Now): Instant | null {
  if (openedAt === null || armedAt === null || dayOf(openedAt) !== today) return null;
  return dayOf(armedAt) === dueOn ? openedAt : null;
}

/** Whether it may go out now: at once two minutes after its window opened, else from the morning of a workday. */
export function isReady({ window }: Pick<Arrival, 'window'>, { evenOnClosingDays }: ReminderKind, at: Now): boolean {
  if (window === null) return evenOnClosingDays === true || at.isMorningPast;
  return (evenOnClosingDays === true || at.calendar.isWorkday(at.today)) && at.now >= later(window, WINDOW_MS);
}
