import { Refused } from '@rettidig/event-sourcing';
import { Day, Id } from '@rettidig/vocabulary';
import { endsAfterStart } from '../checks.js';
import { functionsCommand, knownAppointment, ownedBy } from './functions-command.js';

/** An appointment or a substitution ends. */
export class EndAppointment {
  @Id({ description: 'The appointment.' })
  appointmentId!: string;

  @Day({ description: 'First day on which it no longer holds.', example: '2026-09-01' })
  on!: string;
}

export const endAppointment = functionsCommand<EndAppointment>({
  name: 'EndAppointment',
  message: EndAppointment,
  path: '/functions/{appointmentId}/end',
  summary: { da: 'Registrér, at en udpegning ophører', en: 'End an appointment' },
  refusals: [
    'organisation.appointment-unknown',
    'organisation.appointment-in-error',
    'organisation.appointment-over',
    'organisation.ends-before-it-starts',
  ],
  resource: (functions, { appointmentId }) => ownedBy(functions, appointmentId),
  decide: (functions, message) => {
    const { term } = knownAppointment(functions, message.appointmentId);
    endsAfterStart(term.from, message.on);
    if (term.to !== null && term.to <= message.on)
      throw new Refused('organisation.appointment-over', { until: term.to, on: message.on });
    return [{ type: 'AppointmentEnded', data: { ...message } }];
  },
});
