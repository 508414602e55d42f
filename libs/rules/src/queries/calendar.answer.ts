import type { Instant } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { Count, Day, Days, FreeText, ListOf, Moment } from '@rettidig/vocabulary';
import { ClosingDaysFields } from '../timetable.fields.js';

/** A holiday or a closing day. */
export class NamedDayShown {
  @Day({ description: 'The day.' })
  on!: LocalDate;

  @FreeText({ description: 'What it is called.', max: 100 })
  name!: string;

  @FreeText({ description: 'Its week, as it is printed.', example: 'uge 53, 2026', max: 20 })
  weekText!: string;
}

/** A week by ISO 8601 of the year. */
export class WeekShown {
  @Count({ description: 'Its number: 52 or 53 of them.', min: 1, max: 53 })
  week!: number;

  @Day({ description: 'Its Monday; of week 1 it may lie in the year before.' })
  from!: LocalDate;

  @Count({ description: 'Workdays in it.', max: 7 })
  workdays!: number;
}

export class MonthShown {
  @Count({ description: 'The month.', min: 1, max: 12 })
  month!: number;

  @Count({ description: 'Workdays in it.', max: 31 })
  workdays!: number;
}

/** Closing days as they were agreed; the first are those that the product comes with. */
export class ClosingDaysShown extends ClosingDaysFields {
  @Moment({ description: 'When they were recorded; null for those that the product comes with.', nullable: true })
  agreedAt!: Instant | null;
}

/** The days of a year: each judged by the closing days in force on it. */
export class CalendarAnswer {
  @Count({ description: 'The year.', min: 1970, max: 2100 })
  year!: number;

  @FreeText({ description: 'What is written into deadlines that are computed with this calendar.', max: 100 })
  version!: string;

  @Count({ description: 'Workdays in the year: Monday to Friday without holidays and closing days.', max: 366 })
  workdays!: number;

  @ListOf(() => NamedDayShown, { description: 'Public holidays, also those on a Saturday or Sunday.', max: 20 })
  holidays!: NamedDayShown[];

  @FreeText({ description: 'Where the holidays come from, with the licence of their data.', max: 300 })
  holidaysSource!: string;

  @ListOf(() => NamedDayShown, { description: 'Closing days that are no holidays.', max: 366 })
  closingDays!: NamedDayShown[];

  @Days({ description: 'Days on which no meeting is proposed, though people may work.', max: 366 })
  avoided!: LocalDate[];

  @ListOf(() => MonthShown, { description: 'The months.', max: 12 })
  months!: MonthShown[];

  @ListOf(() => WeekShown, { description: 'The weeks that belong to the year.', max: 53 })
  weeks!: WeekShown[];

  @ListOf(() => ClosingDaysShown, {
    description: 'All closing days ever agreed, in the order of recording.',
    max: 10_000,
  })
  agreed!: ClosingDaysShown[];
}
