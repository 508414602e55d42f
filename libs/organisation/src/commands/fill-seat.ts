import { Day, Id } from '@rettidig/vocabulary';
import { officesIn } from '../checks.js';
import { historyOf } from '../history.js';
import { organisationCommand, told } from './organisation-command.js';

/** A person holds a seat for a time. */
class FillSeat {
  @Id({ description: 'The seat.' })
  seatId!: string;

  @Id({ description: 'The person, by opaque id; names stand outside the log.' })
  personId!: string;

  @Day({ description: 'First day of the term.', example: '2025-01-01' })
  from!: string;

  @Day({ description: 'First day after the term, when known beforehand (J6).', example: '2026-06-01', optional: true })
  to?: string;
}

export const fillSeat = organisationCommand({
  name: 'FillSeat',
  message: FillSeat,
  path: '/seats/{seatId}/holder',
  summary: { da: 'Besæt en plads', en: 'Fill a seat' },
  refusals: [
    'organisation.seat-unknown',
    'organisation.ends-before-it-starts',
    'organisation.seat-not-there',
    'organisation.seat-taken',
  ],
  resource: (organisation, { seatId }, context) =>
    officesIn(organisation, historyOf(organisation).seats.get(seatId)?.committeeId, context),
  decide: (organisation, message) => told(organisation, { type: 'SeatFilled', data: { ...message } }),
});
