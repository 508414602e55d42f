import type { PersonCard, QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import type { Side } from '@rettidig/vocabulary';
import { AsOf, Day, Flag, FreeText, Id, ListOf, OneOf, sides } from '@rettidig/vocabulary';
import { organisationTexts } from '../free-texts.js';
import { historyOf } from '../history.js';
import type { Office, RepresentativeKind } from '../organisation.events.js';
import type { SeatOn } from '../seats.js';
import { seatsOn } from '../seats.js';
import { structureOn } from '../structure.js';
import { offices, representativeKinds } from '../words.js';
import { CommitteeShown, showCommittee } from './committee.answer.js';
import { maySeeNames } from './names-shown.js';
import type { OrganisationReference } from './organisation-reference.js';
import { askedAbout } from './organisation-reference.js';

export class GetCommittee {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @AsOf()
  asOf?: string;
}

/** A seat on a day. Whom it represents, and who holds it by name, are shown to those who work with them. */
export class SeatOfCommittee {
  @Id({ description: 'The seat.' })
  seatId!: string;

  @OneOf(sides, { description: 'Its side.' })
  side!: Side;

  @OneOf(offices, { description: 'The office that goes with it.', nullable: true })
  office!: Office | null;

  @OneOf(representativeKinds, { description: 'What its holder is.' })
  representativeKind!: RepresentativeKind;

  @Id({ description: 'Its holder on the day, by opaque id; null while it is vacant.', nullable: true })
  personId!: string | null;

  @FreeText({
    description: 'The name of its holder; null when vacant, not known, or not shown.',
    max: 200,
    nullable: true,
  })
  name!: string | null;

  @FreeText({ description: 'Whom the seat represents; null when not known or not shown.', max: 200, nullable: true })
  represents!: string | null;
}

/** A committee with its seats on a day. */
export class CommitteeAnswer extends CommitteeShown {
  @Day({ description: 'The day.' })
  validOn!: string;

  @Flag({ description: 'Names, and whom the seats represent, are shown to the caller.' })
  namesShown!: boolean;

  @ListOf(() => SeatOfCommittee, { description: 'Its seats on the day.', max: 500 })
  seatList!: SeatOfCommittee[];
}

export const getCommittee: QueryDefinition<GetCommittee, CommitteeAnswer, OrganisationReference> = {
  name: 'GetCommittee',
  parameters: GetCommittee,
  answer: CommitteeAnswer,
  path: '/committees/{committeeId}',
  tag: 'organisation',
  summary: { da: 'Et MED-udvalg med dets pladser', en: 'A committee with its seats' },
  refusals: ['organisation.committee-unknown'],
  handle: async (parameters, context) => {
    const { organisation, validOn } = askedAbout(parameters, context);
    const { committeeId } = parameters;
    const committee = historyOf(organisation).committees.get(committeeId);
    if (!committee) throw notFound('organisation.committee-unknown', { committeeId });
    const seats = seatsOn(organisation, committeeId, validOn);
    const namesShown = maySeeNames(context, committeeId, validOn);
    const cards = namesShown ? await context.people(seats.flatMap(idsOf)) : new Map<string, PersonCard>();
    const shown = {
      ...showCommittee(committee, structureOn(organisation, validOn), organisation),
      validOn,
      namesShown,
      seatList: seats.map((seat) => showSeat(seat, cards)),
    };
    return organisationTexts.shown(shown, context.views);
  },
};

const idsOf = ({ seatId, personId }: SeatOn): string[] => (personId === null ? [seatId] : [seatId, personId]);

function showSeat(seat: SeatOn, cards: ReadonlyMap<string, PersonCard>): SeatOfCommittee {
  const { seatId, side, office = null, representativeKind, personId } = seat;
  const name = personId === null ? null : (cards.get(personId)?.name ?? null);
  return { seatId, side, office, representativeKind, personId, name, represents: cards.get(seatId)?.name ?? null };
}
