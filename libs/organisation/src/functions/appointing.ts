import { Refused } from '@rettidig/event-sourcing';
import { Day, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { endsAfterStart } from '../checks.js';
import { overlap } from '../dated.js';
import { appointedTo } from './appointments.js';
import type { Appointment, Functions } from './functions.js';
import type { FunctionsCommand, FunctionsReference } from './functions-command.js';
import { functionsCommand } from './functions-command.js';
import type { FunctionsEvent } from './functions.events.js';

/** For how long somebody is appointed. */
export abstract class AppointmentTerm {
  @Day({ description: 'First day.', example: '2026-01-01' })
  from!: string;

  @Day({ description: 'First day on which it no longer holds, when known beforehand.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

/** What whoever appoints somebody gets back. */
class MadeAppointment {
  @Id({ description: 'The appointment.' })
  appointmentId!: string;
}

/** Who is appointed to what, and the event that says so. */
type Appointing = Pick<Appointment, 'to' | 'of' | 'personId'> & { readonly event: FunctionsEvent };

type Definition<Message extends object> = Omit<
  FunctionsCommand<Message, MadeAppointment>,
  'decider' | 'kind' | 'target' | 'tag' | 'decide' | 'answer' | 'answerType'
> & {
  /** What is special about this function is checked here. */
  readonly appoint: (message: Message, appointmentId: string, reference: FunctionsReference) => Appointing;
};

/** What all commands share that give somebody a function. */
export const appointing = <Message extends AppointmentTerm>({
  appoint,
  refusals,
  ...definition
}: Definition<Message>): FunctionsCommand<Message, MadeAppointment> =>
  functionsCommand({
    ...definition,
    refusals: [...refusals, 'organisation.ends-before-it-starts', 'organisation.appointed-already'],
    decide: (functions, message, { reference, newId }) => {
      const { event, ...asked } = appoint(message, newId('appointment'), reference);
      mayBeAppointed(functions, asked, message);
      return [event];
    },
    answer: (_functions, _message, { newId }): MadeAppointment => ({ appointmentId: newId('appointment') }),
    answerType: MadeAppointment,
  });

/**
 * Nothing is told twice of one time: a unit has one manager, and nobody is appointed twice to the same.
 * @throws Refused `organisation.appointed-already` with the appointment that it collides with.
 */
function mayBeAppointed(
  functions: Functions,
  { to, of, personId }: Omit<Appointing, 'event'>,
  { from, to: until }: AppointmentTerm,
): void {
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
