import { Id } from '@rettidig/vocabulary';
import { committeeBegunBy } from '../checks.js';
import { historyOf } from '../history.js';
import { appointing, AppointmentTerm } from './appointing.js';

/** A person is of the secretariat. Whoever has the seat of a secretary is so already, for that committee. */
export class AppointSecretariatMember extends AppointmentTerm {
  @Id({ description: 'The committee; left out for all of the administration.', optional: true })
  committeeId?: string;

  @Id({ description: 'The person, by opaque id; names stand outside the log.' })
  personId!: string;
}

export const appointSecretariatMember = appointing<AppointSecretariatMember>({
  name: 'AppointSecretariatMember',
  message: AppointSecretariatMember,
  path: '/secretariat-members',
  summary: { da: 'Registrér, hvem der er sekretariat', en: 'Record who is of the secretariat' },
  refusals: ['organisation.committee-unknown', 'organisation.committee-not-there'],
  appoint: (message, appointmentId, { organisation }) => {
    const { committeeId = null, personId, from } = message;
    if (committeeId !== null) committeeBegunBy(historyOf(organisation), committeeId, from);
    const data = { appointmentId, ...message, committeeId };
    return { to: 'secretariat', of: committeeId, personId, event: { type: 'SecretariatMemberAppointed', data } };
  },
});
