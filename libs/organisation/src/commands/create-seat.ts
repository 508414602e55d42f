import type { Side } from '@rettidig/vocabulary';
import { Day, Id, OneOf, sides } from '@rettidig/vocabulary';
import { officesIn } from '../checks.js';
import type { Office, RepresentativeKind } from '../organisation.events.js';
import { offices, representativeKinds } from '../words.js';
import { CreatedSeat } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** A committee has a seat from a day on (J1). Whom it represents by name stands outside the log. */
export class CreateSeat {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @OneOf(sides, { description: 'Which side the seat belongs to.', example: 'employees' })
  side!: Side;

  @OneOf(offices, {
    description: 'The office that goes with the seat, if any (J2, J3).',
    example: 'deputyChair',
    optional: true,
  })
  office?: Office;

  @OneOf(representativeKinds, { description: 'What its holder is (J10).', example: 'unionRepresentative' })
  representativeKind!: RepresentativeKind;

  @Day({ description: 'First day of the seat.', example: '2025-01-01' })
  from!: string;
}

export const createSeat = organisationCommand({
  name: 'CreateSeat',
  message: CreateSeat,
  path: '/committees/{committeeId}/seats',
  summary: { da: 'Opret en plads i et MED-udvalg', en: 'Create a seat in a committee' },
  refusals: [
    'organisation.committee-unknown',
    'organisation.committee-not-there',
    'organisation.office-of-other-side',
    'organisation.chair-exists',
  ],
  resource: (organisation, { committeeId }, context) => officesIn(organisation, committeeId, context),
  decide: (organisation, message, context) =>
    told(organisation, { type: 'SeatCreated', data: { seatId: context.newId('seat'), ...message } }),
  answer: (_organisation, _message, context): CreatedSeat => ({ seatId: context.newId('seat') }),
  answerType: CreatedSeat,
});
