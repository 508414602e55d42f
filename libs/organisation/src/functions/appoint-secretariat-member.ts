import { Day, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { committeeBegunBy } from '../checks.js';
import { historyOf } from '../history.js';
import { appointmentRefusals, functionsCommand, MadeAppointment, mayBeAppointed } from './functions-command.js';

/** A person is of the secretariat. Whoever has the seat of a secretary is so already, for that committee. */
export class AppointSecretariatMember {
  @Id({ description: 'The committee; left out for all of the administration.', optional: true })
  committeeId?: string;

  @Id({ description: 'The person, by opaque id; names stand outside the log.' })
  personId!: string;

  @Day({ description: 'First day.', example: '2026-01-01' })
  from!: string;

  @Day({ description: 'First day on which it no longer holds, when known beforehand.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const appointSecretariatMember = functionsCommand<AppointSecretariatMember, MadeAppointment>({
  name: 'AppointSecretariatMember',
  message: AppointSecretariatMember,
  path: '/secretariat-members',
  summary: { da: 'Registrér, hvem der er sekretariat', en: 'Record who is of the secretariat' },
  refusals: ['organisation.committee-unknown', 'organisation.committee-not-there', ...appointmentRefusals],
  decide: (functions, message, { reference, newId }) => {
    const { committeeId = null, personId, from, to } = message;
    if (committeeId !== null) committeeBegunBy(historyOf(reference.organisation), committeeId, from);
    mayBeAppointed(functions, { to: 'secretariat', of: committeeId, personId, from, until: to });
    const data = { appointmentId: newId('appointment'), ...message, committeeId };
    return [{ type: 'SecretariatMemberAppointed', data }];
  },
  answer: (_functions, _message, { newId }): MadeAppointment => ({ appointmentId: newId('appointment') }),
  answerType: MadeAppointment,
});
