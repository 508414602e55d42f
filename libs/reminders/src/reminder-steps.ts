import type { Decider, Instant, ReferencePart } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf, plusCalendarDays } from '@rettidig/vocabulary';
import type { HeldStep, Step } from './step.js';
import { stepName } from './steps.js';
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
export const agreedFor = (agreed: ReminderSteps, kind: string, on: LocalDate): AgreedSteps | undefined =>
  lastBegun(agreed[kind] ?? [], on);

function lastBegun(agreed: readonly AgreedSteps[], on: LocalDate): AgreedSteps | undefined {
  let held: AgreedSteps | undefined;
  for (const one of agreed)
    if (one.effectiveFrom <= on && (!held || one.effectiveFrom >= held.effectiveFrom)) held = one;
  return held;
}

/**
 * The steps of a kind that are on, on a day. What is agreed does not reach back: a step holds from the day on which it
 * begins and was agreed, and one that held before goes on.
 */
export const stepsInForce = (
  kind: { readonly name: string; readonly steps: readonly Step[] },
  agreed: ReminderSteps,
  on: LocalDate,
): readonly HeldStep[] => heldOn(kind.steps, agreed[kind.name] ?? [], on);

function heldOn(own: readonly Step[], agreed: readonly AgreedSteps[], day: LocalDate): readonly HeldStep[] {
  const held = lastBegun(agreed, day);
  if (!held) return own.filter(({ on }) => on);
  const [agreedOn, begins] = [dayOf(held.agreedAt), held.effectiveFrom];
  const since = agreedOn > begins ? agreedOn : begins;
  const before = heldOn(own, agreed.slice(0, agreed.indexOf(held)), plusCalendarDays(since, -1));
  return held.steps
    .filter(({ on }) => on)
    .map((step) => {
      const same = before.find((one) => stepName(one) === stepName(step));
      return same ? { ...step, ...(same.since !== undefined && { since: same.since }) } : { ...step, since };
    });
}
