import type { Calendar, ClosingDays } from '@rettidig/calendar';
import { calendarOf, standardClosingDays } from '@rettidig/calendar';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import type { Agreed, RuleBook } from './rule-book.js';
import type { LocalTimetable, PoliticalTimetable, TimelinessTarget, TimelyInterval } from './timetable.events.js';

/** What holds from a day on, until something later takes over. */
interface Dated {
  readonly effectiveFrom: LocalDate;
}

/** What holds on a day: the one with the latest first day, of two the one agreed last. */
export function inForce<Value extends Dated>(agreed: readonly Value[], on: LocalDate): Value | undefined {
  return agreed
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce<Value | undefined>(
      (held, next) => (held && held.effectiveFrom > next.effectiveFrom ? held : next),
      undefined,
    );
}

/** The closing days in force on a day; before the first agreed ones those that the product comes with. */
const closingDaysOn = ({ closingDays }: RuleBook, on: LocalDate): ClosingDays =>
  inForce(
    closingDays.map(({ value }) => value),
    on,
  ) ?? standardClosingDays;

const calendars = new WeakMap<RuleBook['closingDays'], Calendar>();

/**
 * The calendar that a rule book gives, made once for the closing days in it. Its version names those agreed last: they
 * come in one order and are never changed, so that one version tells all that were known.
 */
export function calendarIn(ruleBook: RuleBook): Calendar {
  const { closingDays } = ruleBook;
  const kept = calendars.get(closingDays);
  if (kept) return kept;
  const version = (closingDays.at(-1)?.value ?? standardClosingDays).version;
  const calendar = calendarOf((day) => closingDaysOn(ruleBook, day), version);
  calendars.set(closingDays, calendar);
  return calendar;
}

/** What a committee has agreed on that holds on a day; undefined: nothing ever. */
export const timetableOn = ({ timetables }: RuleBook, committeeId: string, on: LocalDate): LocalTimetable | undefined =>
  inForce(byKey(timetables, ({ value }) => value.committeeId).get(committeeId) ?? [], on);

/** What a political body wants that holds on a day; undefined: nothing ever. */
export const politicalTimetableOn = (
  { politicalTimetables }: RuleBook,
  body: DecidingBody,
  on: LocalDate,
): Omit<PoliticalTimetable, 'source'> | undefined =>
  inForce(byKey(politicalTimetables, ({ value }) => value.body).get(body) ?? [], on);

/** How early reviews of a kind held on a day are to be; undefined: nothing was agreed. */
export const timelinessTargetOn = (
  { targets }: RuleBook,
  { kind, interval }: Pick<TimelinessTarget, 'kind' | 'interval'>,
  on: LocalDate,
): Omit<TimelinessTarget, 'source'> | undefined =>
  inForce(byKey(targets, ({ value }) => targetKey(value)).get(targetKey({ kind, interval })) ?? [], on);

const targetKey = ({ kind, interval }: { readonly kind: string; readonly interval: TimelyInterval }): string =>
  `${kind} ${interval}`;

const indexes = new WeakMap<object, Map<string, unknown[]>>();

/** What was agreed by whom it is for, made once for a list. */
function byKey<Value>(
  agreed: readonly Agreed<Value>[],
  keyOf: (one: Agreed<Value>) => string,
): ReadonlyMap<string, readonly Value[]> {
  const kept = indexes.get(agreed) as Map<string, Value[]> | undefined;
  if (kept) return kept;
  const index = new Map<string, Value[]>();
  for (const one of agreed) index.set(keyOf(one), [...(index.get(keyOf(one)) ?? []), one.value]);
  indexes.set(agreed, index);
  return index;
}
