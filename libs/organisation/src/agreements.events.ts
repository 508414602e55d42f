import type { DomainEvent } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

/** Somebody looked: the unit has no local committee, and that is known, not overlooked (B12, B15). `to` is exclusive. */
export type NoLocalCommitteeConfirmed = DomainEvent<
  'NoLocalCommitteeConfirmed',
  {
    readonly confirmationId: string;
    readonly unitId: string;
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly source?: Source;
  }
>;

/**
 * There is an agreement on a transitional local committee. Until it takes effect the committee is planned, and everything
 * is treated above it (B4, B5). `to` is exclusive.
 */
export type TransitionalBodyAgreed = DomainEvent<
  'TransitionalBodyAgreed',
  {
    readonly agreementId: string;
    readonly committeeId: string;
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly source?: Source;
  }
>;

/** The manager of a unit may decide a matter: that is what fixes the level of MED (B18). `to` is exclusive. */
export type DecisionPowerDelegated = DomainEvent<
  'DecisionPowerDelegated',
  {
    readonly delegationId: string;
    readonly unitId: string;
    /** What may be decided, in words. */
    readonly matter: string;
    /** The kinds of change, as the rule sets have them, that this is; left out: none, it is read by people only. */
    readonly kinds?: readonly string[];
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly source?: Source;
  }
>;
