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

export class MadeCorrection {
  @Id({ description: 'The correction.' })
  correctionId!: string;
}

export class ConfirmedGap {
  @Id({ description: 'The confirmation.' })
  confirmationId!: string;
}

export class AgreedBody {
  @Id({ description: 'The agreement.' })
  agreementId!: string;
}

export class DelegatedPower {
  @Id({ description: 'The delegation.' })
  delegationId!: string;
}
