import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { LocalDate, Source, Side } from '@rettidig/vocabulary';
import type { DecisionPowerDelegated, NoLocalCommitteeConfirmed, TransitionalBodyAgreed } from './agreements.events.js';
import type { StructureCorrected } from './corrections.events.js';
import type { CommitteeLevel, CommitteeKind, Office, RepresentativeKind } from './organisation.kinds.js';

export type * from './agreements.events.js';
export type * from './corrections.events.js';
export type * from './organisation.kinds.js';

/**
 * The story of the organisation: units, the MED committees that cover them, their seats, and the periods in which only
 * some levels are in force. One stream, `organisation-<administration>`, so that the rules of the tree hold in one
 * decision. Every fact carries the day from which it holds; when it was recorded stands in the metadata.
 */
export type OrganisationEvent = OrganisationFact | StructureImportChunk | StructureImported;

/** What can be so in an organisation. */
export type OrganisationFact =
  FactOfFiles | StructureCorrected | NoLocalCommitteeConfirmed | TransitionalBodyAgreed | DecisionPowerDelegated;

/** What a file can tell too; the rest is told by persons only. */
type FactOfFiles =
  | UnitEstablished
  | UnitRenamed
  | UnitMoved
  | UnitClosed
  | CommitteeEstablished
  | CommitteeCoverageChanged
  | CommitteeDissolved
  | TransitionPeriodDeclared
  | SeatCreated
  | SeatFilled
  | SeatVacated;

export type UnitEstablished = DomainEvent<
  'UnitEstablished',
  {
    readonly unitId: string;
    readonly name: string;
    readonly parentId: string | null;
    readonly validFrom: LocalDate;
    readonly source?: Source;
  }
>;
export type UnitRenamed = DomainEvent<
  'UnitRenamed',
  { readonly unitId: string; readonly name: string; readonly from: LocalDate }
>;
export type UnitMoved = DomainEvent<
  'UnitMoved',
  { readonly unitId: string; readonly parentId: string | null; readonly from: LocalDate }
>;
export type UnitClosed = DomainEvent<
  'UnitClosed',
  { readonly unitId: string; readonly on: LocalDate; readonly successors: readonly string[] }
>;

export type CommitteeEstablished = DomainEvent<
  'CommitteeEstablished',
  {
    readonly committeeId: string;
    readonly name: string;
    readonly level: CommitteeLevel;
    readonly kind: CommitteeKind;
    /** Units it covers, each with everything below it. */
    readonly covers: readonly string[];
    readonly parentId: string | null;
    readonly validFrom: LocalDate;
    /** First day on which it no longer exists; known beforehand for transitional bodies (B4). */
    readonly validTo?: LocalDate;
    readonly predecessors: readonly string[];
    readonly source?: Source;
  }
>;
export type CommitteeCoverageChanged = DomainEvent<
  'CommitteeCoverageChanged',
  { readonly committeeId: string; readonly covers: readonly string[]; readonly from: LocalDate }
>;
export type CommitteeDissolved = DomainEvent<
  'CommitteeDissolved',
  { readonly committeeId: string; readonly on: LocalDate }
>;

/** Only some levels are in force for a while (OvergangsMED: main and local, B1). `to` is exclusive. */
export type TransitionPeriodDeclared = DomainEvent<
  'TransitionPeriodDeclared',
  {
    readonly periodId: string;
    readonly levelsInForce: readonly CommitteeLevel[];
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly source?: Source;
  }
>;

export type SeatCreated = DomainEvent<
  'SeatCreated',
  {
    readonly seatId: string;
    readonly committeeId: string;
    readonly side: Side;
    readonly office?: Office;
    readonly representativeKind: RepresentativeKind;
    readonly from: LocalDate;
  }
>;
/** A person holds a seat; `to` is exclusive and may be known beforehand (J6). */
export type SeatFilled = DomainEvent<
  'SeatFilled',
  { readonly seatId: string; readonly personId: string; readonly from: LocalDate; readonly to?: LocalDate }
>;
export type SeatVacated = DomainEvent<'SeatVacated', { readonly seatId: string; readonly on: LocalDate }>;

/**
 * A fact from a file. It names no source of its own: which document it came from stands in the event's metadata, as
 * what caused it, so that nothing in it has to be sealed.
 */
export type ImportedFact = WithoutSource<FactOfFiles>;

type WithoutSource<Fact> = Fact extends { readonly type: infer Type extends string; readonly data: infer Data }
  ? DomainEvent<Type, Omit<Data, 'source'>>
  : never;

/**
 * Part of a structure that comes from a file, in the order of `number` from 1. Kept aside: it tells nothing until the
 * import is closed, so that nobody ever sees half a structure.
 */
export type StructureImportChunk = DomainEvent<
  'StructureImportChunk',
  {
    /** Names this run: it follows from the document and from all that the run is to record. */
    readonly importId: string;
    readonly number: number;
    readonly facts: readonly ImportedFact[];
  }
>;

/** All chunks of a structure came; from now on their facts hold, and count as known since now. */
export type StructureImported = DomainEvent<
  'StructureImported',
  { readonly importId: string; readonly chunks: number; readonly facts: number }
>;

/** Names of units and committees are public labels and stay readable; what people wrote is sealed. */
export const organisationSealedFields: SealedFields = {
  UnitEstablished: [{ path: 'source.reference' }],
  CommitteeEstablished: [{ path: 'source.reference' }],
  TransitionPeriodDeclared: [{ path: 'source.reference' }],
  StructureCorrected: [{ path: 'reason' }, { path: 'correction.isNow.matter' }, { path: 'source.reference' }],
  NoLocalCommitteeConfirmed: [{ path: 'source.reference' }],
  TransitionalBodyAgreed: [{ path: 'source.reference' }],
  DecisionPowerDelegated: [{ path: 'matter' }, { path: 'source.reference' }],
};
