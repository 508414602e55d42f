import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound, Refused } from '@rettidig/event-sourcing';
import { ADMINISTRATION, Id } from '@rettidig/vocabulary';
import { endsAfterStart } from '../checks.js';
import { overlap } from '../dated.js';
import type { Organisation } from '../organisation.js';
import { appointedTo, appointmentsOf } from './appointments.js';
import type { Appointment, Functions } from './functions.js';
import { functionsDecider } from './functions.js';
import type { FunctionsEvent } from './functions.events.js';

/** What commands on functions look up. */
export interface FunctionsReference {
  readonly organisation: Organisation;
}

type Definition<Message extends object, Answer extends object> = CommandDefinition<
  Functions,
  FunctionsEvent,
  Message,
  FunctionsReference,
  Answer
>;

/** What all commands on functions share: one stream, and facts that are never stale. */
export const functionsCommand = <Message extends object, Answer extends object = never>(
  definition: Omit<Definition<Message, Answer>, 'decider' | 'kind' | 'target' | 'tag'>,
): Definition<Message, Answer> => ({
  ...definition,
  decider: functionsDecider,
  kind: 'fact',
  target: { only: ADMINISTRATION },
  tag: 'organisation',
});

/** What whoever appoints somebody gets back. */
export class MadeAppointment {
  @Id({ description: 'The appointment.' })
  appointmentId!: string;
}

/** Refusals that every appointment can give. */
export const appointmentRefusals = ['organisation.ends-before-it-starts', 'organisation.appointed-already'] as const;

type Asked = Pick<Appointment, 'to' | 'of' | 'personId'> & {
  readonly from: string;
  readonly until?: string | undefined;
};

/**
 * Nothing is told twice of one time: a unit has one manager, and nobody is appointed twice to the same.
 * @throws Refused `organisation.appointed-already` with the appointment that it collides with.
 */
export function mayBeAppointed(functions: Functions, { to, of, personId, from, until = undefined }: Asked): void {
  endsAfterStart(from, until);
  const collides = appointedTo(functions, to, of).find(
    (one) => (to === 'unitManager' || one.personId === personId) && overlap(one.term, { from, to: until ?? null }),
  );
  if (!collides) return;
  const { appointmentId, term } = collides;
  throw new Refused('organisation.appointed-already', {
    appointmentId,
    ...{ from: term.from, until: term.to, newFrom: from, newUntil: until ?? null },
  });
}

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
