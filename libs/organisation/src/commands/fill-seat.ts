import { Refused } from '@rettidig/event-sourcing';
import type { Validity } from '@rettidig/vocabulary';
import { Day, Id } from '@rettidig/vocabulary';
import { endsAfterStart, knownSeat, officesIn, overlap } from '../checks.js';
import { historyOf } from '../history.js';
import { organisationCommand } from './organisation-command.js';

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
  decide: (organisation, message) => {
    const { seatId, from, to } = message;
    const seat = knownSeat(organisation, seatId);
    endsAfterStart(from, to);
    if (from < seat.from) throw new Refused('organisation.seat-not-there', { seatId, on: from, from: seat.from });
    const term: Validity = { from, to: to ?? null };
    const other = seat.holders.find((holder) => overlap(holder.term, term));
    if (other)
      throw new Refused('organisation.seat-taken', { seatId, from: other.term.from, until: other.term.to ?? '–' });
    return [{ type: 'SeatFilled', data: { ...message } }];
  },
});
