import { FreeText, Id } from '@rettidig/vocabulary';
import { functionsCommand, knownAppointment, ownedBy } from './functions-command.js';

/** An appointment was recorded in error: it never was so. What is right is then recorded as it is. */
export class TakeBackAppointment {
  @Id({ description: 'The appointment.' })
  appointmentId!: string;

  @FreeText({ description: 'What was wrong.', example: 'Det var en anden enhed', max: 1000 })
  reason!: string;
}

export const takeBackAppointment = functionsCommand<TakeBackAppointment>({
  name: 'TakeBackAppointment',
  message: TakeBackAppointment,
  path: '/functions/{appointmentId}/error',
  summary: {
    da: 'Registrér, at en udpegning var registreret ved en fejl',
    en: 'Record that an appointment was recorded in error',
  },
  refusals: ['organisation.appointment-unknown', 'organisation.appointment-in-error'],
  resource: (functions, { appointmentId }) => ownedBy(functions, appointmentId),
  decide: (functions, message) => {
    knownAppointment(functions, message.appointmentId);
    return [{ type: 'AppointmentRecordedInError', data: { ...message } }];
  },
});
