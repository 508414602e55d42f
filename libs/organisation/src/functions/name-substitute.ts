import { impossible } from '@rettidig/event-sourcing';
import { Day, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { appointmentRefusals, functionsCommand, MadeAppointment, mayBeAppointed } from './functions-command.js';

/** A person stands in for another one for a while: both are told what the other one is told. */
export class NameSubstitute {
  @Id({ description: 'Who is away.' })
  personId!: string;

  @Id({ description: 'Who stands in.' })
  substituteId!: string;

  @Day({ description: 'First day.', example: '2026-07-06' })
  from!: string;

  @Day({ description: 'First day on which nobody stands in any longer; left out while not known.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const nameSubstitute = functionsCommand<NameSubstitute, MadeAppointment>({
  name: 'NameSubstitute',
  message: NameSubstitute,
  path: '/substitutes',
  summary: { da: 'Registrér en stedfortræder', en: 'Name a substitute' },
  refusals: ['organisation.substitute-of-oneself', ...appointmentRefusals],
  resource: (_functions, { personId }) => ({ ownerId: personId }),
  decide: (functions, message, { newId }) => {
    const { personId, substituteId, from, to } = message;
    if (personId === substituteId) throw impossible('organisation.substitute-of-oneself');
    mayBeAppointed(functions, { to: 'substitute', of: personId, personId: substituteId, from, until: to });
    return [{ type: 'SubstituteNamed', data: { appointmentId: newId('appointment'), ...message } }];
  },
  answer: (_functions, _message, { newId }): MadeAppointment => ({ appointmentId: newId('appointment') }),
  answerType: MadeAppointment,
});
