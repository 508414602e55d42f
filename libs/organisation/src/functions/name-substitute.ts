import { impossible } from '@rettidig/event-sourcing';
import { Id } from '@rettidig/vocabulary';
import { appointing, AppointmentTerm } from './appointing.js';

/** A person stands in for another one for a while: both are told what the other one is told. */
export class NameSubstitute extends AppointmentTerm {
  @Id({ description: 'Who is away.' })
  personId!: string;

  @Id({ description: 'Who stands in.' })
  substituteId!: string;
}

export const nameSubstitute = appointing<NameSubstitute>({
  name: 'NameSubstitute',
  message: NameSubstitute,
  path: '/substitutes',
  summary: { da: 'Registrér en stedfortræder', en: 'Name a substitute' },
  refusals: ['organisation.substitute-of-oneself'],
  resource: (_functions, { personId }) => ({ ownerId: personId }),
  appoint: (message, appointmentId) => {
    const { personId, substituteId } = message;
    if (personId === substituteId) throw impossible('organisation.substitute-of-oneself');
    const data = { appointmentId, ...message };
    return { to: 'substitute', of: personId, personId: substituteId, event: { type: 'SubstituteNamed', data } };
  },
});
