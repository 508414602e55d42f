import type { Instant } from '@rettidig/event-sourcing';
import type { LocalDate, Side, Source, Validity } from '@rettidig/vocabulary';
import type { From } from './dated.js';
import type { CommitteeKind, CommitteeLevel, Office, RepresentativeKind } from './organisation.events.js';

/** Everything known of one unit over time. */
export interface UnitHistory {
  readonly unitId: string;
  readonly validFrom: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly successors: readonly string[];
  readonly names: readonly From<string>[];
  readonly parents: readonly From<string | null>[];
}

/** Everything known of one committee over time. */
export interface CommitteeHistory {
  readonly committeeId: string;
  readonly name: string;
  readonly level: CommitteeLevel;
  readonly kind: CommitteeKind;
  readonly parentId: string | null;
  readonly predecessors: readonly string[];
  /** Ends with what was known at its start or with its dissolution, whichever is earlier. */
  readonly validity: Validity;
  readonly dissolvedOn: LocalDate | null;
  readonly coverage: readonly From<readonly string[]>[];
  /** What was agreed on it as a transitional body; a transitional local committee counts only then (B5). */
  readonly agreements: readonly Agreement[];
}

/** Everything known of one seat over time. */
export interface SeatHistory {
  readonly seatId: string;
  readonly committeeId: string;
  readonly side: Side;
  readonly office?: Office;
  readonly representativeKind: RepresentativeKind;
  readonly from: LocalDate;
  readonly holders: readonly Holder[];
  /** Missing while nobody held it, or somebody does without a known end. */
  readonly lastEnd?: LastEnd;
}

/** From when nobody is known to hold a seat any more. */
interface LastEnd {
  readonly on: LocalDate;
  /** When it was recorded that it is that day; null where it is only tried what would be. */
  readonly knownAt: Instant | null;
}

/** A person in a seat. */
export interface Holder {
  readonly personId: string;
  readonly term: Validity;
}

interface Sourced {
  readonly term: Validity;
  readonly source?: Source;
}

/** Only some levels are in force for a while. */
export interface TransitionPeriod extends Sourced {
  readonly periodId: string;
  readonly levelsInForce: readonly CommitteeLevel[];
}

/** An agreement that a transitional body is in force. */
export interface Agreement extends Sourced {
  readonly agreementId: string;
}

/** Somebody looked and confirmed that a unit has no local committee (B12, B15). */
export interface Confirmation extends Sourced {
  readonly confirmationId: string;
  readonly unitId: string;
}

/** The manager of a unit may decide a matter (B18). */
export interface Delegation extends Sourced {
  readonly delegationId: string;
  readonly unitId: string;
  readonly matter: string;
  /** Kinds of change that cases are matched by; empty where nobody said. */
  readonly kinds: readonly string[];
}

/** The facts sorted by what they are about. */
export interface History {
  readonly units: ReadonlyMap<string, UnitHistory>;
  readonly committees: ReadonlyMap<string, CommitteeHistory>;
  readonly seats: ReadonlyMap<string, SeatHistory>;
  readonly seatsByCommittee: ReadonlyMap<string, readonly string[]>;
  /** Units that stood below a unit at some time, or will. */
  readonly everBelow: ReadonlyMap<string, ReadonlySet<string>>;
  /** In the order of their first day. */
  readonly periods: readonly TransitionPeriod[];
  readonly confirmations: readonly Confirmation[];
  readonly delegations: readonly Delegation[];
}

/** A history that is still being written: by whoever made it, before anybody else sees it. */
export interface Draft extends History {
  readonly units: Map<string, UnitHistory>;
  readonly committees: Map<string, CommitteeHistory>;
  readonly seats: Map<string, SeatHistory>;
  readonly seatsByCommittee: Map<string, readonly string[]>;
  readonly everBelow: Map<string, Set<string>>;
  periods: readonly TransitionPeriod[];
  confirmations: readonly Confirmation[];
  delegations: readonly Delegation[];
}
