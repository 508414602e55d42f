import type { DomainEvent, SealedFields, Text } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';
import type { Step } from './step.js';

/** What a municipality agrees about its reminders. One stream, `reminderSteps-administration`. */
export type ReminderStepsEvent = ReminderStepsAgreed;

/** A kind of reminder goes in these steps from a day on, in place of those before; `[]` switches it off. */
export type ReminderStepsAgreed = DomainEvent<
  'ReminderStepsAgreed',
  {
    readonly kind: string;
    readonly steps: readonly Step[];
    /** The municipality's own words for what there is to do, with placeholders; left out: those of the product. */
    readonly text?: Text;
    readonly effectiveFrom: LocalDate;
    readonly source?: Source;
  }
>;

/** The words are the municipality's own and name nobody: they stand in every mail. */
export const reminderStepsSealedFields: SealedFields = { ReminderStepsAgreed: [{ path: 'source.reference' }] };
