import type { PoliticalBody } from '@rettidig/vocabulary';
import {
  Count,
  Day,
  Flag,
  FreeText,
  Id,
  ListOf,
  One,
  OneOf,
  Pattern,
  Patterns,
  politicalBodies,
} from '@rettidig/vocabulary';
import type { FollowUpKind, ItemForm } from '../meeting.events.js';
import { followUpKinds, itemForms } from '../words.js';
import { FollowUpDueGiven } from './agree-follow-up.js';
import { SeatAttendance } from './record-attendance.js';
import { TIME_OF_DAY } from './schedule-meeting.js';

/** How the meeting was called, for one that is not known yet. */
export class ImportedMeeting {
  @Pattern(TIME_OF_DAY, { description: 'Start, local time of day.', optional: true })
  startsAt?: string;
  @Pattern(TIME_OF_DAY, { description: 'End, local time of day.', optional: true })
  endsAt?: string;
  @FreeText({ description: 'Where.', max: 200, optional: true })
  place?: string;
  @Flag({ description: 'Outside the yearly plan.' })
  extraordinary!: boolean;
}

export class ImportedSummaryRow {
  @FreeText({ description: 'The remark of the employee side.', max: 4000 })
  employeeSide!: string;
  @FreeText({ description: 'What management does about it.', max: 4000 })
  managementSide!: string;
  @FreeText({ description: 'Where it stands.', max: 300 })
  reference!: string;
}

export class ImportedFollowUp {
  @Id({ description: 'Follows from meeting, item and place, so that it is agreed once.' })
  followUpId!: string;
  @OneOf(followUpKinds, { description: 'Its kind.' })
  kind!: FollowUpKind;
  @FreeText({ description: 'What is to be done; no names.', max: 1000, multiline: true })
  what!: string;
  @One(() => FollowUpDueGiven, { description: 'When it is due.' })
  due!: FollowUpDueGiven;
  @FreeText({ description: 'Where it stands.', max: 300 })
  reference!: string;
}

export class ImportedPoliticalDate {
  @OneOf(politicalBodies, { description: 'The political body.' })
  body!: PoliticalBody;
  @Day({ description: 'The day.' })
  on!: string;
}

/** One point of the agenda as the minutes have it. */
export class ImportedItem {
  @Count({ description: 'Its number.', min: 1, max: 500 })
  number!: number;
  @FreeText({ description: 'Its title; no names.', max: 300 })
  title!: string;
  @Flag({ description: 'Comes back at every meeting.' })
  standing!: boolean;
  @OneOf(itemForms, { description: 'How it was handled; left out when the minutes do not say.', optional: true })
  form?: ItemForm;
  @ListOf(() => ImportedSummaryRow, { description: 'The joint summary of a talk without minutes.', optional: true })
  jointSummary?: ImportedSummaryRow[];
  @ListOf(() => ImportedFollowUp, { description: 'What was agreed to be done.' })
  followUps!: ImportedFollowUp[];
  @Patterns(/^[\w.-]{1,20}$/, { description: 'Annexes by number.' })
  annexes!: string[];
  @ListOf(() => ImportedPoliticalDate, { description: 'When a political body has it before it.' })
  politicalDates!: ImportedPoliticalDate[];
  @FreeText({ description: 'Where it stands.', max: 300 })
  reference!: string;
}

export class ImportedNumber {
  @FreeText({ description: 'The other system.', max: 100 })
  system!: string;
  @FreeText({ description: 'The number there.', max: 100 })
  value!: string;
}

/** What minutes say, as a person accepted it. Names of persons never stand in it. */
export class ImportMinutes {
  @Id({ description: 'The import.' })
  importId!: string;
  @Id({ description: 'The committee that met.' })
  committeeId!: string;
  @Day({ description: 'The day on which it met; not after today.' })
  heldOn!: string;
  @One(() => ImportedMeeting, { description: 'How the meeting was called.' })
  called!: ImportedMeeting;
  @ListOf(() => SeatAttendance, {
    description: 'Who came, every seat with a holder; left out when that is not settled.',
    max: 200,
    optional: true,
  })
  attendance?: SeatAttendance[];
  @Flag({
    description: 'Who came takes the place of what is recorded, while the minutes are not approved.',
    optional: true,
  })
  replacesAttendance?: boolean;
  @ListOf(() => ImportedItem, { description: 'The agenda.', max: 200 })
  items!: ImportedItem[];
  @ListOf(() => ImportedNumber, { description: 'Numbers of the minutes in other systems.' })
  externalNumbers!: ImportedNumber[];
  @Day({ description: 'The day that the document is dated.', optional: true })
  documentDate?: string;
  @Flag({ description: 'Whether numbers, date, annexes and political days are told by this import first.' })
  tellsDocument!: boolean;
  @FreeText({ description: 'Which minutes, for the source of each fact.', max: 200 })
  reference!: string;
}
