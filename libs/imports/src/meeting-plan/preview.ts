import type { Words } from '@rettidig/vocabulary';
import { Count, Day, Dictionary, Flag, FreeText, Id, ListOf, OneOf, Pattern } from '@rettidig/vocabulary';
import { BadRowShown } from '../tables/bad-rows.js';
import type { Choice } from '../tables/choices.js';
import { choices } from '../tables/choices.js';
import type { MissingChoice } from './decisions.js';
import { missingChoices } from './decisions.js';

/** How many of each kind of thing the preview lists; the counts are of all. */
export const LISTED = 200;

/** What an entry comes to. */
export type Outcome = 'schedule' | 'move' | 'cancel' | 'unchanged' | 'differs' | 'asked' | 'past';

const outcomes: Words<Outcome> = {
  schedule: { da: 'indkaldes', en: 'is scheduled' },
  move: { da: 'flyttes', en: 'is moved' },
  cancel: { da: 'aflyses', en: 'is cancelled' },
  unchanged: { da: 'uændret', en: 'unchanged' },
  differs: {
    da: 'står i registeret med en anden tid eller et andet sted',
    en: 'stands in the register with another time or place',
  },
  asked: { da: 'indkaldes kun, hvis det vælges', en: 'is scheduled only when chosen' },
  past: { da: 'ligger før i dag og springes over', en: 'lies before today and is left out' },
};

/** A meeting of the plan. */
export class MeetingPlanEntryShown {
  @Count({ description: 'Its row in the table, or its place in the calendar by time, from 1.' })
  row!: number;

  @Day({ description: 'The day.' })
  on!: string;

  @FreeText({ description: 'Its title as written; null for a row of a table.', max: 200, nullable: true })
  summary!: string | null;

  @Pattern(/^\d{2}:\d{2}$/, { description: 'Start; null when not said.', example: '10:00', nullable: true })
  startsAt!: string | null;

  @Pattern(/^\d{2}:\d{2}$/, { description: 'End; null when not said.', example: '12:00', nullable: true })
  endsAt!: string | null;

  @FreeText({ description: 'Where; null when not said.', max: 200, nullable: true })
  place!: string | null;

  @FreeText({ description: 'The committee.', max: 200 })
  committee!: string;

  @OneOf(outcomes, { description: 'What comes of it.' })
  outcome!: Outcome;

  @FreeText({
    description: 'Why, where it is asked about, differs or is moved; null otherwise.',
    max: 1000,
    nullable: true,
  })
  why!: string | null;
}

/** The register says something else than an entry. */
export class MeetingPlanConflictShown {
  @Count({ description: 'The entry.' })
  row!: number;

  @FreeText({ description: 'The committee.', max: 200 })
  committee!: string;

  @FreeText({ description: 'What the register says.', max: 200 })
  inRegister!: string;

  @FreeText({ description: 'What the plan says.', max: 200 })
  inFile!: string;

  @OneOf(choices, { description: 'What would be done.' })
  choice!: Choice;

  @Flag({ description: 'Whether it can be updated: a meeting that was held or cancelled cannot be moved.' })
  updatable!: boolean;
}

/** An entry of a calendar that names no committee. */
export class MeetingPlanOtherEntry {
  @Count({ description: 'Its place in the calendar by time, from 1.' })
  row!: number;

  @Day({ description: 'The day.' })
  on!: string;

  @Pattern(/^\d{2}:\d{2}$/, { description: 'Start; null when not said.', example: '10:00', nullable: true })
  startsAt!: string | null;

  @Pattern(/^\d{2}:\d{2}$/, { description: 'End; null when not said.', example: '12:00', nullable: true })
  endsAt!: string | null;

  @FreeText({ description: 'Where; null when not said.', max: 200, nullable: true })
  place!: string | null;

  @FreeText({ description: 'Its title.', max: 200 })
  summary!: string;
}

/** A meeting to come that the register has and the plan has not. */
export class MissingMeetingShown {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @FreeText({ description: 'The committee.', max: 200 })
  committee!: string;

  @Day({ description: 'The day it is called for.' })
  on!: string;

  @FreeText({ description: 'What is asked.', max: 500 })
  sentence!: string;

  @OneOf(missingChoices, { description: 'What would be done.' })
  choice!: MissingChoice;

  @Count({ description: 'The entry whose day it gets; null when it is not moved.', nullable: true })
  row!: number | null;
}

/** What a meeting plan says, and what would come of it. */
export class MeetingPlanPreview {
  @Count({ description: 'Entries in the file.' })
  entryCount!: number;

  @Dictionary({ type: 'integer' }, { description: 'How many entries come to what.' })
  outcomes!: Record<string, number>;

  @ListOf(() => MeetingPlanEntryShown, { description: 'The first of the meetings.', max: LISTED })
  entries!: MeetingPlanEntryShown[];

  @Count({ description: 'Rows that cannot be read.' })
  badRowCount!: number;

  @ListOf(() => BadRowShown, { description: 'The first of them, with why and what to do.', max: LISTED })
  badRows!: BadRowShown[];

  @Count({ description: 'Entries of a calendar that name no committee: nothing comes of them.' })
  notUnderstoodCount!: number;

  @ListOf(() => MeetingPlanOtherEntry, { description: 'The first of them.', max: LISTED })
  notUnderstood!: MeetingPlanOtherEntry[];

  @Count({ description: 'Meetings of which the register says something else.' })
  conflictCount!: number;

  @ListOf(() => MeetingPlanConflictShown, { description: 'The first of them.', max: LISTED })
  conflicts!: MeetingPlanConflictShown[];

  @Count({
    description: 'Meetings to come of the same committees that the plan has not, up to a month around its days.',
  })
  missingCount!: number;

  @ListOf(() => MissingMeetingShown, { description: 'The first of them.', max: LISTED })
  missing!: MissingMeetingShown[];
}
