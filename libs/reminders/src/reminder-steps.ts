import type { Decider, Instant, ReferencePart } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Step } from './step.js';
import type { ReminderStepsAgreed, ReminderStepsEvent } from './reminder-steps.events.js';

/** An agreement without where it stands, which is for readers alone. */
export interface AgreedSteps extends Omit<ReminderStepsAgreed['data'], 'source'> {
  readonly agreedAt: Instant;
}

/** What was agreed, by kind, in the order of agreement. */
export type ReminderSteps = Readonly<Record<string, readonly AgreedSteps[]>>;

export const reminderStepsDecider: Decider<ReminderSteps, ReminderStepsEvent> = {
  category: 'reminderSteps',
  initial: {},
  evolve: {
    ReminderStepsAgreed: (agreed, { source: _source, ...data }, { recordedAt }) => ({
      ...agreed,
      [data.kind]: [...(agreed[data.kind] ?? []), { ...data, agreedAt: recordedAt }],
    }),
  },
};

/** The part of the reference data that knows what a municipality agreed about its reminders. */
export const reminderStepsPart: ReferencePart<ReminderSteps> = {
  categories: [reminderStepsDecider.category],
  initial: reminderStepsDecider.initial,
  evolve: (agreed, event) => evolve(reminderStepsDecider, agreed, event),
};

/** What is agreed for a kind on a day: what began last, of two that begin on one day what was agreed last. */
export function agreedFor(agreed: ReminderSteps, kind: string, on: LocalDate): AgreedSteps | undefined {
  let held: AgreedSteps | undefined;
  for (const one of agreed[kind] ?? [])
    if (one.effectiveFrom <= on && (!held || one.effectiveFrom >= held.effectiveFrom)) held = one;
  return held;
}

/** The steps of a kind that are on, on a day. */
export const stepsInForce = (
  kind: { readonly name: string; readonly steps: readonly Step[] },
  agreed: ReminderSteps,
  on: LocalDate,
): readonly Step[] => (agreedFor(agreed, kind.name, on)?.steps ?? kind.steps).filter((step) => step.on);
