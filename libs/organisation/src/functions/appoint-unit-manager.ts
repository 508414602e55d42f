import { Id } from '@rettidig/vocabulary';
import { unitBegunBy } from '../checks.js';
import { historyOf } from '../history.js';
import { appointing, AppointmentTerm } from './appointing.js';

/** A person is the manager of a unit: mails about its cases go to them. */
export class AppointUnitManager extends AppointmentTerm {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Id({ description: 'The person, by opaque id; names stand outside the log.' })
  personId!: string;
}

export const appointUnitManager = appointing<AppointUnitManager>({
  name: 'AppointUnitManager',
  message: AppointUnitManager,
  path: '/units/{unitId}/manager',
  summary: { da: 'Registrér, hvem der leder en enhed', en: 'Record who manages a unit' },
  refusals: ['organisation.unit-unknown', 'organisation.unit-not-there'],
  appoint: (message, appointmentId, { organisation }) => {
    const { unitId, personId, from } = message;
    unitBegunBy(historyOf(organisation), unitId, from);
    const data = { appointmentId, ...message };
    return { to: 'unitManager', of: unitId, personId, event: { type: 'UnitManagerAppointed', data } };
  },
});
