import { Id } from '@rettidig/vocabulary';

/** What commands answer beside the receipt: the ids of what they made in the one stream of the organisation. */
export class EstablishedUnit {
  @Id({ description: 'The new unit.' })
  unitId!: string;
}

export class EstablishedCommittee {
  @Id({ description: 'The new committee.' })
  committeeId!: string;
}

export class CreatedSeat {
  @Id({ description: 'The new seat.' })
  seatId!: string;
}

export class DeclaredPeriod {
  @Id({ description: 'The new transition period.' })
  periodId!: string;
}
