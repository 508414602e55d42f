import type { Words } from '@rettidig/vocabulary';
import { Count, Id, ListOf, OneOf } from '@rettidig/vocabulary';
import type { BadRowChoice, Choice } from '../tables/choices.js';
import { badRowChoices, choices } from '../tables/choices.js';

/** What is done with entries of days gone by. */
export const pastChoices = {
  skip: { da: 'spring over', en: 'leave out' },
  include: { da: 'tag med', en: 'include' },
} satisfies Words<string>;

/** What is done about one entry where the register says something else. */
export class MeetingPlanConflictDecision {
  @Count({ description: 'The entry: its row in the table, its place in the calendar by time.', min: 1, example: 3 })
  row!: number;

  @OneOf(choices, { description: 'What is done.', example: 'update' })
  choice!: Choice;
}

/** Whether an entry whose title says more than the committee's name is a meeting of the committee. */
export const entryChoices = {
  leaveOut: { da: 'er ikke et møde i udvalget', en: 'is no meeting of the committee' },
  meeting: { da: 'er et møde i udvalget', en: 'is a meeting of the committee' },
} satisfies Words<string>;

/** What is done about one entry that is asked about. */
export class MeetingPlanEntryDecision {
  @Count({ description: 'The entry: its place in the calendar by time.', min: 1, example: 3 })
  row!: number;

  @OneOf(entryChoices, { description: 'What it is.', example: 'meeting' })
  choice!: keyof typeof entryChoices;
}

/** What is done about a meeting of the register that the plan has not. */
export const missingChoices = {
  keep: { da: 'behold mødet', en: 'keep the meeting' },
  cancel: { da: 'aflys mødet', en: 'cancel the meeting' },
  moveTo: { da: 'flyt mødet til en dag i planen', en: 'move the meeting to a day of the plan' },
} satisfies Words<string>;

export type MissingChoice = keyof typeof missingChoices;

/** What is done about one of them. */
export class MissingMeetingDecision {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @OneOf(missingChoices, { description: 'What is done.', example: 'moveTo' })
  choice!: MissingChoice;

  @Count({
    description: 'With `moveTo`: the entry whose day it gets, one of the same committee that would be called anew.',
    min: 1,
    example: 3,
    optional: true,
  })
  row?: number;
}

/** The choices of a person about a meeting plan. */
export class MeetingPlanDecisions {
  @Id({
    description: 'The committee whose meetings these are; by the names in the plan when left out.',
    optional: true,
  })
  committeeId?: string;

  @OneOf(pastChoices, {
    description: 'What is done with entries of days gone by. `skip` when left out.',
    example: 'skip',
    optional: true,
  })
  past?: keyof typeof pastChoices;

  @OneOf(badRowChoices, {
    description: 'Whether the good rows are imported without the bad ones. `stop` when left out.',
    example: 'stop',
    optional: true,
  })
  badRows?: BadRowChoice;

  @ListOf(() => MeetingPlanEntryDecision, {
    description: 'Entry by entry that is asked about; those left out are no meetings of the committee.',
    max: 10_000,
    optional: true,
  })
  entries?: MeetingPlanEntryDecision[];

  @ListOf(() => MissingMeetingDecision, {
    description: 'Meeting by meeting that the plan has not; those left out are kept.',
    max: 10_000,
    optional: true,
  })
  missing?: MissingMeetingDecision[];

  @ListOf(() => MeetingPlanConflictDecision, { description: 'Conflict by conflict.', max: 10_000, optional: true })
  conflicts?: MeetingPlanConflictDecision[];

  @OneOf(choices, {
    description: 'What is done about every other conflict. `stop` when left out.',
    example: 'stop',
    optional: true,
  })
  otherwise?: Choice;
}
