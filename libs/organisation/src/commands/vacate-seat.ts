import { Day, Id } from '@rettidig/vocabulary';
import { officesIn } from '../checks.js';
import { historyOf } from '../history.js';
import { organisationCommand, told } from './organisation-command.js';

/** Nobody holds a seat from a day on, until it is filled again. */
class VacateSeat {
  @Id({ description: 'The seat.' })
  seatId!: string;

  @Day({ description: 'First day on which its holder no longer holds it.', example: '2026-06-01' })
  on!: string;
}

export const vacateSeat = organisationCommand({
  name: 'VacateSeat',
  message: VacateSeat,
  path: '/seats/{seatId}/vacancy',
  summary: { da: 'Registrér, at en plads bliver ledig', en: 'Vacate a seat' },
  refusals: ['organisation.seat-unknown', 'organisation.seat-vacant'],
  resource: (organisation, { seatId }, context) =>
    officesIn(organisation, historyOf(organisation).seats.get(seatId)?.committeeId, context),
  decide: (organisation, { seatId, on }) => told(organisation, { type: 'SeatVacated', data: { seatId, on } }),
});
