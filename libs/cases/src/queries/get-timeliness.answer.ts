import { Count, Day, FreeText, Id, ListOf, Name, One, OneOf, Pattern } from '@rettidig/vocabulary';
import type { Maturity } from '../change.events.js';
import { timelyIntervals } from '@rettidig/rules';
import type { TimelyInterval } from '@rettidig/rules';
import { maturities, targetOrigins } from '../words.js';

const DAYS = { min: -100_000, max: 100_000, nullable: true } as const;

/** A part of a whole, with both numbers: "kun kendte sager". */
export class ShareShown {
  @Count({ description: 'How many.' })
  numerator!: number;

  @Count({ description: 'Of how many of which it is known; those of which it is not are left out.' })
  denominator!: number;

  @Count({ description: 'The same in whole per cent; null of none.', max: 100, nullable: true })
  percent!: number | null;

  @FreeText({ description: 'The same in words.', max: 100, example: '12 af 30, kun kendte sager (40 %)' })
  text!: string;
}

/** How the days of one interval are spread. Each number is one that really occurred (nearest rank). */
export class IntervalShown {
  @OneOf(timelyIntervals, { description: 'Which interval.' })
  interval!: TimelyInterval;

  @FreeText({ description: 'The same in words.', max: 100 })
  intervalText!: string;

  @Count({ description: 'Reviews of which both days are known.' })
  known!: number;

  @Count({ description: 'Reviews of which a day is not known exactly. Left out, and counted here.' })
  unknown!: number;

  @Count({ description: 'Reviews after which it has not come to that yet.' })
  pending!: number;

  @Count({ description: 'The fewest days; negative when it came before. Null when none is known.', ...DAYS })
  least!: number | null;

  @Count({ description: 'A quarter had at most so many days.', ...DAYS })
  lowerQuartile!: number | null;

  @Count({ description: 'Half had at most so many days.', ...DAYS })
  median!: number | null;

  @Count({ description: 'Three quarters had at most so many days.', ...DAYS })
  upperQuartile!: number | null;

  @Count({ description: 'The most days.', ...DAYS })
  most!: number | null;

  @Count({ description: 'The target that was asked about, in days of this kind; null: none was.', ...DAYS })
  target!: number | null;

  @OneOf(targetOrigins, {
    description: 'Which target counts: the one asked about, or those agreed for the kinds; null without any.',
    nullable: true,
  })
  targetFrom!: 'asked' | 'agreed' | null;

  @FreeText({ description: 'The same in words.', max: 100, nullable: true })
  targetFromText!: string | null;

  @One(() => ShareShown, {
    description:
      'Those with fewer days than the target; null without one. Of the targets agreed each review has the one that held for its kind on its day, in the days of that target; those without are no part of the share.',
    nullable: true,
  })
  underTarget!: ShareShown | null;

  @Count({ description: 'Reviews with known days for whose kind no target was agreed when they were held (A15).' })
  notAgreed!: number;
}

/** How far proposals had come when MED first saw them (A16). */
export class MaturityShown {
  @OneOf(maturities, { description: 'How far.' })
  maturity!: Maturity;

  @FreeText({ description: 'The same in words.', max: 100 })
  maturityText!: string;

  @One(() => ShareShown, {
    description: 'Cases first seen so; null for those of which it is not stated.',
    nullable: true,
  })
  share!: ShareShown | null;

  @Count({ description: 'How many cases.' })
  cases!: number;
}

/** Some reviews, measured together. */
export class TimelyGroupShown {
  @Id({ description: 'The unit; null when not grouped by it or not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst"; null when not grouped by it.', nullable: true })
  unitName!: string | null;

  @Pattern(/^[A-Za-z]+$/, { description: 'The kind of change; null when not grouped by it.', nullable: true })
  kind!: string | null;

  @FreeText({ description: 'The same in words.', max: 300, nullable: true })
  kindText!: string | null;

  @Id({ description: 'The committee; null when not grouped by it.', nullable: true })
  committeeId!: string | null;

  @Name({ description: 'Its name.', nullable: true })
  committeeName!: string | null;

  @Count({ description: 'Reviews.' })
  reviews!: number;

  @Count({ description: 'Cases whose first review is among them.' })
  cases!: number;

  @ListOf(() => IntervalShown, { description: 'The intervals, each with its spread.' })
  intervals!: IntervalShown[];

  @ListOf(() => MaturityShown, { description: 'How far the proposals had come at first involvement.' })
  maturity!: MaturityShown[];
}

/** How early MED was involved: distributions over reviews. */
export class Timeliness {
  @OneOf(['calendar', 'workday'], { description: 'The kind of days that all numbers of days are in.' })
  days!: 'calendar' | 'workday';

  @Day({ description: 'The first day of the period; null: without a beginning.', nullable: true })
  from!: string | null;

  @Day({ description: 'Its last day; null: without an end.', nullable: true })
  to!: string | null;

  @One(() => TimelyGroupShown, { description: 'All reviews together.' })
  all!: TimelyGroupShown;

  @ListOf(() => TimelyGroupShown, { description: 'By group, the largest first.', max: 200 })
  groups!: TimelyGroupShown[];

  @Count({ description: 'Groups altogether; the CSV has them all.' })
  totalGroups!: number;
}
