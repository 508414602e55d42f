import { Day, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { unitBegunBy } from '../checks.js';
import { historyOf } from '../history.js';
import { appointmentRefusals, functionsCommand, MadeAppointment, mayBeAppointed } from './functions-command.js';

/** A person is the manager of a unit: mails about its cases go to them. */
export class AppointUnitManager {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Id({ description: 'The person, by opaque id; names stand outside the log.' })
  personId!: string;

  @Day({ description: 'First day.', example: '2026-01-01' })
  from!: string;

  @Day({ description: 'First day on which it no longer holds, when known beforehand.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const appointUnitManager = functionsCommand<AppointUnitManager, MadeAppointment>({
  name: 'AppointUnitManager',
  message: AppointUnitManager,
  path: '/units/{unitId}/manager',
  summary: { da: 'Registrér, hvem der leder en enhed', en: 'Record who manages a unit' },
  refusals: ['organisation.unit-unknown', 'organisation.unit-not-there', ...appointmentRefusals],
  decide: (functions, message, { reference, newId }) => {
    const { unitId, personId, from, to } = message;
    unitBegunBy(historyOf(reference.organisation), unitId, from);
    mayBeAppointed(functions, { to: 'unitManager', of: unitId, personId, from, until: to });
    return [{ type: 'UnitManagerAppointed', data: { appointmentId: newId('appointment'), ...message } }];
  },
  answer: (_functions, _message, { newId }): MadeAppointment => ({ appointmentId: newId('appointment') }),
  answerType: MadeAppointment,
});
