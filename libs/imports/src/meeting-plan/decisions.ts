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

  @ListOf(() => MeetingPlanConflictDecision, { description: 'Conflict by conflict.', max: 10_000, optional: true })
  conflicts?: MeetingPlanConflictDecision[];

  @OneOf(choices, {
    description: 'What is done about every other conflict. `stop` when left out.',
    example: 'stop',
    optional: true,
  })
  otherwise?: Choice;
}
