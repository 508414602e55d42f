import type { Calendar, DayCount, DayKind } from '@rettidig/calendar';
import { monthAfter, plusDays, weekText } from '@rettidig/calendar';
import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import {
  AsOf,
  asOfInstant,
  calendarDaysBetween,
  Count,
  Day,
  FreeText,
  ListOf,
  Numeric,
  OneOf,
  plusCalendarDays,
} from '@rettidig/vocabulary';
import type { RuleBook } from '../rule-book.js';
import { ruleBookKnownAt } from '../rule-book.js';
import { dayKinds } from '../timetable.fields.js';
import { calendarIn } from '../timetables.js';
import { NamedDayShown } from './calendar.answer.js';
import { daysSaid, monthsSaid } from './count.words.js';

export class CountDays {
  @Day({ description: 'The day that is counted from. It is not counted itself.', example: '2026-04-10' })
  from!: string;

  @Numeric()
  @Count({
    description: 'So many days later, or earlier when negative.',
    min: -366,
    max: 366,
    optional: true,
    example: -14,
  })
  days?: number;

  @OneOf(dayKinds, { description: 'Which days; all when left out.', optional: true })
  kind?: DayKind;

  @Numeric()
  @Count({ description: 'So many calendar months later, instead of days.', min: -12, max: 12, optional: true })
  months?: number;

  @OneOf(['true', 'false'], {
    description: 'Months that end on a day that is no workday go on to the next workday. Not when left out.',
    optional: true,
  })
  rollForward?: 'true' | 'false';

  @AsOf()
  asOf?: string;
}

/** Where counting ends, and why there. */
export class DaysCounted {
  @Day({ description: 'The day that was counted to. It is counted.' })
  on!: LocalDate;

  @Day({ description: 'The same, unless it was moved on to a workday: then the day to be warned of.' })
  strictOn!: LocalDate;

  @FreeText({ description: 'Its week, as it is printed.', example: 'uge 17, 2026', max: 20 })
  weekText!: string;

  @ListOf(() => NamedDayShown, { description: 'Holidays and closing days between that were not counted.', max: 600 })
  skipped!: NamedDayShown[];

  @FreeText({ description: 'The calendar that it was counted with.', max: 100 })
  version!: string;

  @FreeText({ description: 'In words, with what is counted and what is not.', max: 400 })
  sentence!: string;
}

/** A deadline worked out for somebody who wants to know how it comes about. */
export const countDays: QueryDefinition<CountDays, DaysCounted, { readonly ruleBook: RuleBook }> = {
  name: 'CountDays',
  parameters: CountDays,
  answer: DaysCounted,
  path: '/calendar/{from}/count',
  tag: 'rules',
  summary: { da: 'Regn en frist ud', en: 'Work out a deadline' },
  refusals: ['rules.count-unclear'],
  handle: (parameters, { reference, now, language }) => {
    const { from, days, kind = 'calendar', months } = parameters;
    if ((days === undefined) === (months === undefined)) throw impossible('rules.count-unclear');
    const at = asOfInstant(parameters.asOf, now);
    const calendar = calendarIn(at === undefined ? reference.ruleBook : ruleBookKnownAt(reference.ruleBook, at));
    const counted =
      months === undefined
        ? daysCounted(calendar, { from, count: { count: days!, kind } }, language)
        : monthsCounted(calendar, { from, months, rollForward: parameters.rollForward === 'true' }, language);
    return { ...counted, weekText: weekText(counted.on, language), version: calendar.version };
  },
};

type Counted = Omit<DaysCounted, 'weekText' | 'version'>;

function daysCounted(
  calendar: Calendar,
  { from, count }: { readonly from: LocalDate; readonly count: DayCount },
  language: Language,
): Counted {
  const on = plusDays(calendar, from, count);
  const skipped = skippedBetween(calendar, [from, on].sort(), count.kind).map(({ day, name }) => ({
    on: day,
    name: name[language],
    weekText: weekText(day, language),
  }));
  return { on, strictOn: on, skipped, sentence: daysSaid({ from, on, count }, language) };
}

function monthsCounted(
  calendar: Calendar,
  { from, ...span }: { readonly from: LocalDate; readonly months: number; readonly rollForward: boolean },
  language: Language,
): Counted {
  const { strict, on } = monthAfter(calendar, from, span);
  const sentence = monthsSaid({ from, months: span.months, strictOn: strict, on }, language);
  return { on, strictOn: strict, skipped: [], sentence };
}

/** Days with a name between two others that would have counted without it. */
function skippedBetween({ nameOf }: Calendar, [first, last]: readonly LocalDate[], kind: DayKind) {
  const between = Array.from({ length: Math.max(0, calendarDaysBetween(first!, last!) - 1) }, (_day, at) =>
    plusCalendarDays(first!, at + 1),
  );
  return between.flatMap((day) => {
    const name = nameOf(day);
    return name && kind !== 'calendar' && !isWeekend(day, kind) ? [{ day, name }] : [];
  });
}

function isWeekend(day: LocalDate, kind: DayKind): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || (weekday === 6 && kind === 'workday');
}
