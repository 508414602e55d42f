import type { Calendar } from '@rettidig/calendar';
import { daysBetween, HOLIDAYS_SOURCE, mondayOf, standardClosingDays, weeksInYear, weekText } from '@rettidig/calendar';
import type { QueryDefinition } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { AsOf, asOfInstant, Count, dayOf, Numeric, plusCalendarDays } from '@rettidig/vocabulary';
import type { RuleBook } from '../rule-book.js';
import { ruleBookKnownAt } from '../rule-book.js';
import { calendarIn } from '../timetables.js';
import type { ClosingDaysShown, MonthShown, NamedDayShown, WeekShown } from './calendar.answer.js';
import { CalendarAnswer } from './calendar.answer.js';

export class GetCalendar {
  @Numeric()
  @Count({ description: 'The year; that of `asOf`, or this one, when left out.', min: 1970, max: 2100, optional: true })
  year?: number;

  @AsOf()
  asOf?: string;
}

/** Holidays, closing days, days to avoid, weeks and workdays of a year. */
export const getCalendar: QueryDefinition<GetCalendar, CalendarAnswer, { readonly ruleBook: RuleBook }> = {
  name: 'GetCalendar',
  parameters: GetCalendar,
  answer: CalendarAnswer,
  path: '/calendar',
  tag: 'rules',
  summary: { da: 'Helligdage, lukkedage og uger i et år', en: 'Holidays, closing days and weeks of a year' },
  handle: ({ year: asked, asOf }, { reference, now, language }) => {
    const at = asOfInstant(asOf, now);
    const ruleBook = at === undefined ? reference.ruleBook : ruleBookKnownAt(reference.ruleBook, at);
    const calendar = calendarIn(ruleBook);
    const year = asked ?? Number(dayOf(at ?? now).slice(0, 4));
    const days = daysOf(year);
    const named = (is: (day: LocalDate) => boolean): NamedDayShown[] =>
      days.filter(is).map((on) => ({ on, name: calendar.nameOf(on)![language], weekText: weekText(on, language) }));
    return {
      year,
      version: calendar.version,
      workdays: days.filter(calendar.isWorkday).length,
      holidays: named(calendar.isHoliday),
      holidaysSource: HOLIDAYS_SOURCE,
      closingDays: named((day) => calendar.isClosingDay(day) && !calendar.isHoliday(day)),
      avoided: days.filter(calendar.isAvoided),
      months: monthsOf(days, calendar),
      weeks: weeksOf(year, calendar),
      agreed: agreedIn(ruleBook),
    };
  },
};

function daysOf(year: number): LocalDate[] {
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_day, at) => plusCalendarDays(first, at)).filter((day) => day <= `${year}-12-31`);
}

const monthsOf = (days: readonly LocalDate[], { isWorkday }: Calendar): MonthShown[] =>
  Array.from({ length: 12 }, (_month, at) => ({
    month: at + 1,
    workdays: days.filter((day) => Number(day.slice(5, 7)) === at + 1 && isWorkday(day)).length,
  }));

const weeksOf = (year: number, calendar: Calendar): WeekShown[] =>
  Array.from({ length: weeksInYear(year) }, (_week, at) => {
    const from = mondayOf({ year, week: at + 1 });
    const before = plusCalendarDays(from, -1);
    return { week: at + 1, from, workdays: daysBetween(calendar, before, plusCalendarDays(before, 7), 'workday') };
  });

const agreedIn = ({ closingDays }: RuleBook): ClosingDaysShown[] => [
  { ...(standardClosingDays as ClosingDaysShown), agreedAt: null },
  ...closingDays.map(({ value, knownAt }) => ({ ...(value as ClosingDaysShown), agreedAt: knownAt })),
];
