import type { AvoidWindow, ClosingDays, DayCount, DayKind, YearlyDay } from '@rettidig/calendar';
import type { PoliticalBody } from '@rettidig/vocabulary';
import { Count, Day, Days, ListOf, One, OneOf, Pattern, politicalBodies, SourceOfFact } from '@rettidig/vocabulary';
import type {
  LocalTimetable,
  PoliticalTimetable,
  TargetDays,
  TimelinessTarget,
  TimelyInterval,
} from './timetable.events.js';
import { timelyIntervals } from './timely-intervals.words.js';

/** Closing days and timetables as fields of messages and answers: what is agreed is shown in the same form. */

const VERSION = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,59}$/;
export const dayKinds: readonly DayKind[] = ['calendar', 'workday', 'weekdayInclSaturday'];
const source = { description: 'Where the agreement stands.', optional: true };

export class DayCountFields implements DayCount {
  @Count({ description: 'How many days.', min: 0, max: 366, example: 14 })
  count!: number;

  @OneOf(dayKinds, {
    description:
      'Which days: `calendar` all, `workday` Monday to Friday without holidays and closing days, `weekdayInclSaturday` as that with Saturdays.',
    example: 'calendar',
  })
  kind!: DayKind;
}

class YearlyDayFields implements YearlyDay {
  @Count({ description: 'The month.', min: 1, max: 12, example: 6 })
  month!: number;

  @Count({ description: 'The day of the month.', min: 1, max: 31, example: 5 })
  day!: number;
}

class AvoidWindowFields {
  @One(() => YearlyDayFields, { description: 'The first day; goes with `to`.', optional: true })
  from?: YearlyDayFields;

  @One(() => YearlyDayFields, { description: 'The last day, included; may lie in the next year.', optional: true })
  to?: YearlyDayFields;

  @Count({ description: 'A week by ISO 8601, instead of `from` and `to`.', min: 1, max: 53, optional: true })
  week?: number;
}

export class ClosingDaysFields implements Omit<ClosingDays, 'avoid'> {
  @Pattern(VERSION, { description: 'Unique within the rule book.', example: '2027' })
  version!: string;

  @Day({ description: 'First day on which they hold. Past days are accepted.', example: '2027-01-01' })
  effectiveFrom!: string;

  @ListOf(() => YearlyDayFields, {
    description:
      'Closed every year. Without agreement that is 5 June, 24 and 31 December: name those that shall go on.',
    example: [
      { month: 6, day: 5 },
      { month: 12, day: 24 },
      { month: 12, day: 31 },
    ],
    max: 366,
  })
  yearly!: YearlyDayFields[];

  @Days({ description: 'Closed once.', example: ['2027-05-07'], max: 366 })
  single!: string[];

  @ListOf(() => AvoidWindowFields, {
    description: 'Days on which no meeting is proposed, though they are no closing days: `from` and `to`, or a `week`.',
    example: [{ from: { month: 7, day: 1 }, to: { month: 7, day: 31 } }, { week: 42 }],
    max: 20,
  })
  avoid!: AvoidWindowFields[] & AvoidWindow[];
}

/** The deadlines of a committee without the committee: what is left out is not agreed. */
export class LocalTimetableFields implements Omit<LocalTimetable, 'committeeId'> {
  @Pattern(VERSION, { description: 'Unique for the committee.', example: '2027' })
  version!: string;

  @Day({ description: 'First day on which it holds. Past days are accepted.', example: '2027-01-01' })
  effectiveFrom!: string;

  @One(() => DayCountFields, { description: 'Items must be in: days before the meeting.', optional: true })
  itemsDue?: DayCountFields;

  @One(() => DayCountFields, {
    description: 'Agenda and annexes must be out: days before the meeting.',
    optional: true,
  })
  materialDue?: DayCountFields;

  @One(() => DayCountFields, {
    description: 'Expectations are aligned with MED before anything is drafted: days before the meeting.',
    optional: true,
  })
  alignment?: DayCountFields;

  @One(() => DayCountFields, {
    description: 'Papers must be there as a draft: days before the meeting.',
    optional: true,
  })
  draftReady?: DayCountFields;

  @One(() => DayCountFields, { description: 'The contact committee meets: days before the meeting.', optional: true })
  contactCommittee?: DayCountFields;

  @One(() => DayCountFields, { description: 'The sides hold pre-meetings: days before the meeting.', optional: true })
  preMeeting?: DayCountFields;

  @One(() => DayCountFields, { description: 'Minutes must be out: days after the meeting.', optional: true })
  minutesDue?: DayCountFields;

  @Count({
    description: 'Ordinary meetings in a calendar year, at least.',
    min: 0,
    max: 52,
    example: 4,
    optional: true,
  })
  minimumMeetings?: number;

  @One(() => SourceOfFact, source)
  source?: SourceOfFact;
}

export class PoliticalTimetableFields implements PoliticalTimetable {
  @OneOf(politicalBodies, { description: 'The political body.', example: 'socialCommittee' })
  body!: PoliticalBody;

  @Pattern(VERSION, { description: 'Unique for the body.', example: '2027' })
  version!: string;

  @Day({ description: 'First day on which it holds. Past days are accepted.', example: '2027-01-01' })
  effectiveFrom!: string;

  @One(() => DayCountFields, { description: 'The recommendation must be in: days before the body decides.' })
  recommendationDue!: DayCountFields;

  @One(() => SourceOfFact, source)
  source?: SourceOfFact;
}

export class TargetDaysFields implements TargetDays {
  @Count({ description: 'How many days at least.', min: 0, max: 3650, example: 42 })
  count!: number;

  @OneOf(['calendar', 'workday'], {
    description: 'Which days: `calendar` all, `workday` Monday to Friday without holidays and closing days.',
    example: 'calendar',
  })
  kind!: 'calendar' | 'workday';
}

/** A target without where it stands. */
export class TimelinessTargetFields implements Omit<TimelinessTarget, 'source'> {
  @Pattern(/^[a-z][A-Za-z]{1,59}$/, { description: 'The kind of change.', example: 'newService' })
  kind!: string;

  @OneOf(timelyIntervals, { description: 'What is measured.', example: 'meetingToDecision' })
  interval!: TimelyInterval;

  @Pattern(VERSION, { description: 'Unique for the kind and the interval.', example: '2027' })
  version!: string;

  @Day({
    description: 'Reviews held on this day or later are measured against it. Past days are accepted.',
    example: '2027-01-01',
  })
  effectiveFrom!: string;

  @One(() => TargetDaysFields, { description: 'So many days at least; a review with fewer is under the target.' })
  days!: TargetDaysFields;
}
