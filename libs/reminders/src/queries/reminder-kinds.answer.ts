import type { Instant, ListPage } from '@rettidig/event-sourcing';
import {
  Count,
  Day,
  Dictionary,
  Flag,
  FreeText,
  ListOf,
  Moment,
  One,
  OneOf,
  Pattern,
  Patterns,
} from '@rettidig/vocabulary';
import { ReminderStep } from '../commands/agree-reminder-steps.js';
import type { Lane } from '../kind.js';

export const lanes: readonly Lane[] = ['urgent', 'dated', 'notice'];

/** One step, in codes and in words. */
class ReminderStepShown extends ReminderStep {
  @Pattern(/^[a-zA-Z]+[+-][0-9]+$/, {
    description: 'What the step is called where mails are listed.',
    example: 'workday-10',
  })
  name!: string;

  @OneOf(lanes, {
    description: '`urgent`: at once. `dated`: with the morning mail. `notice`: as each person wants it.',
  })
  lane!: Lane;

  @FreeText({ description: 'When, in words.', max: 200 })
  whenText!: string;

  @FreeText({ description: 'Who, in words.', max: 500 })
  toText!: string;
}

/** What a municipality agreed on. */
class ReminderStepsShown {
  @Day({ description: 'First day on which it holds.' })
  effectiveFrom!: string;

  @ListOf(() => ReminderStepShown, { description: 'The steps; none: nobody is told.' })
  steps!: ReminderStepShown[];

  @Flag({ description: 'It says in words of its own what there is to do.' })
  hasOwnText!: boolean;

  @Moment({ description: 'When it was recorded.' })
  agreedAt!: Instant;
}

/** One kind of reminder as it goes on the day asked about. */
class ReminderKindShown {
  @Pattern(/^[a-zA-Z]+$/, { description: 'The kind.', example: 'itemDue' })
  kind!: string;

  @FreeText({ description: 'What it is about.', max: 300 })
  kindText!: string;

  @OneOf(lanes, { description: 'How it goes out, where a step does not say otherwise.' })
  lane!: Lane;

  @OneOf(['sendLate', 'skip'], {
    description: 'What becomes of a step whose day has passed when its date becomes known.',
  })
  whenPast!: 'sendLate' | 'skip';

  @Flag({ description: 'It cannot be switched off: who is told by it has to know.' })
  alwaysTold!: boolean;

  @ListOf(() => ReminderStepShown, { description: 'The steps that hold on the day.' })
  steps!: ReminderStepShown[];

  @ListOf(() => ReminderStepShown, { description: 'The steps of the product, which hold where nothing is agreed.' })
  defaultSteps!: ReminderStepShown[];

  @One(() => ReminderStepsShown, { description: 'What is agreed and holds on the day; null: nothing.', nullable: true })
  agreed!: ReminderStepsShown | null;

  @ListOf(() => ReminderStepsShown, { description: 'What is agreed and begins after the day.' })
  coming!: ReminderStepsShown[];

  @FreeText({ description: 'What there is to do, with its placeholders.', max: 1000 })
  text!: string;

  @FreeText({ description: 'The same as somebody could read it.', max: 2000 })
  exampleText!: string;
}

export class ReminderKindList implements ListPage<ReminderKindShown> {
  @ListOf(() => ReminderKindShown, { description: 'The kinds, in the order in which a mail tells of them.', max: 200 })
  items!: ReminderKindShown[];

  @Count({ description: 'How many there are.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by whether anything is agreed.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Patterns(/^[a-zA-Z]+$/, { description: 'What a text of your own can hold in braces, `{committee}`.' })
  placeholders!: string[];

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Always null: the list has one page.', nullable: true })
  nextCursor!: string | null;
}

export type { ReminderKindShown, ReminderStepShown, ReminderStepsShown };
