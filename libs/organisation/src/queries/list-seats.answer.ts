import type { LocalDate, Side } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  FreeText,
  Id,
  Numeric,
  OneOf,
  PageParameters,
  pageWith,
  Repeated,
  sides,
} from '@rettidig/vocabulary';
import type { Office, RepresentativeKind } from '../organisation.events.js';
import { offices, representativeKinds } from '../words.js';
import { whens, type When } from './terms.answer.js';

export const holderStates = ['held', 'vacant'] as const;
export type HolderState = (typeof holderStates)[number];

export class ListSeats extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Id({ description: 'Only seats of this committee.', optional: true })
  committee?: string;

  @Id({ description: 'Only terms of this person.', optional: true })
  person?: string;

  @Repeated()
  @Codes(sides, { description: 'Only seats of these sides.', optional: true })
  side?: Side[];

  @Repeated()
  @Codes(whens, {
    description: 'Terms and vacancies that are over, hold, or are to come on the day; those that hold when left out.',
    optional: true,
  })
  state?: When[];

  @Numeric()
  @Count({
    description: 'Only terms that end within so many calendar days after the day: who is to be followed (J6).',
    max: 36_500,
    optional: true,
  })
  endsWithinDays?: number;

  @Repeated()
  @Codes(holderStates, { description: 'Terms of holders, or vacancies.', optional: true })
  holder?: HolderState[];

  @OneOf(['committee', '-committee', 'from', '-from', 'to', '-to'], {
    description: 'Order; by committee, seat and day when left out. Without an end comes last.',
    optional: true,
  })
  sort?: string;
}

/** A seat with who holds it for a while, or that nobody does. */
export class SeatTermShown {
  @Id({ description: 'The seat.' })
  seatId!: string;

  @Id({ description: 'Its committee.' })
  committeeId!: string;

  @FreeText({ description: 'The name of the committee.', max: 200 })
  committeeName!: string;

  @OneOf(sides, { description: 'Its side.' })
  side!: Side;

  @OneOf(offices, { description: 'The office that goes with it.', nullable: true })
  office!: Office | null;

  @OneOf(representativeKinds, { description: 'What its holder is.' })
  representativeKind!: RepresentativeKind;

  @Id({ description: 'Its holder, by opaque id; null while it is vacant.', nullable: true })
  personId!: string | null;

  @FreeText({
    description: 'The name of its holder; null when vacant, not known, or not shown.',
    max: 200,
    nullable: true,
  })
  name!: string | null;

  @Day({ description: 'First day of the term or vacancy.' })
  from!: LocalDate;

  @Day({ description: 'First day after it; null while its end is open.', nullable: true })
  to!: LocalDate | null;

  @OneOf(whens, { description: 'Whether it is over, holds, or is to come on the day.' })
  state!: When;

  @Id({ description: 'Who holds the seat next; null when that is not known.', nullable: true })
  nextPersonId!: string | null;

  @Day({ description: 'From when on; null when that is not known.', nullable: true })
  nextFrom!: LocalDate | null;

  @Day({
    description: 'From when on nobody is known to hold it; null when somebody follows or no end is known.',
    nullable: true,
  })
  vacantFrom!: LocalDate | null;
}

export class SeatList extends pageWith(() => SeatTermShown, {
  items: 'The terms and vacancies of this page.',
  facets: 'Counts by side, state and holder; each as if it were not filtered by.',
}) {}
