import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound, Refused } from '@rettidig/event-sourcing';
import { ADMINISTRATION } from '@rettidig/vocabulary';
import type { Organisation } from '../organisation.js';
import { appointmentsOf } from './appointments.js';
import type { Appointment, Functions } from './functions.js';
import { functionsDecider } from './functions.js';
import type { FunctionsEvent } from './functions.events.js';

/** What commands on functions look up. */
export interface FunctionsReference {
  readonly organisation: Organisation;
}

/** A command on functions. */
export type FunctionsCommand<Message extends object, Answer extends object> = CommandDefinition<
  Functions,
  FunctionsEvent,
  Message,
  FunctionsReference,
  Answer
>;

/** What all commands on functions share: one stream, and facts that are never stale. */
export const functionsCommand = <Message extends object, Answer extends object = never>(
  definition: Omit<FunctionsCommand<Message, Answer>, 'decider' | 'kind' | 'target' | 'tag'>,
): FunctionsCommand<Message, Answer> => ({
  ...definition,
  decider: functionsDecider,
  kind: 'fact',
  target: { only: ADMINISTRATION },
  tag: 'organisation',
});

/**
 * An appointment that was not recorded in error.
 * @throws Refused 404 `organisation.appointment-unknown`; `organisation.appointment-in-error`
 */
export function knownAppointment(functions: Functions, appointmentId: string): Appointment {
  const one = appointmentsOf(functions).get(appointmentId);
  if (!one) throw notFound('organisation.appointment-unknown', { appointmentId });
  if (one.inError !== null) throw new Refused('organisation.appointment-in-error', { appointmentId });
  return one;
}

/** Whose it is to say who stands in for them: the person's own. */
export function ownedBy(functions: Functions, appointmentId: string): { readonly ownerId?: string | null } {
  const one = appointmentsOf(functions).get(appointmentId);
  return one?.to === 'substitute' ? { ownerId: one.of } : {};
}
