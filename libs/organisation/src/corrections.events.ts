import type { DomainEvent } from '@rettidig/event-sourcing';
import type { LocalDate, Side, Source } from '@rettidig/vocabulary';
import type { CommitteeKind, CommitteeLevel, Office, RepresentativeKind } from './organisation.kinds.js';

/**
 * What can be corrected, and what can be told anew of it. A fact is found again by what it is about (`id`) and, where
 * there can be several, by its first day (`from`): the name that a unit has from a day on, the term of a person in a seat.
 */
export interface Correctable {
  readonly unit: { readonly validFrom: LocalDate };
  readonly unitName: { readonly name: string; readonly from: LocalDate };
  readonly unitParent: { readonly parentId: string | null; readonly from: LocalDate };
  /** `from` is the day of the closing. */
  readonly unitClosing: { readonly from: LocalDate; readonly successors: readonly string[] };
  /** `to` is its end, be it known at its start or by its dissolution; null: it goes on. */
  readonly committee: {
    readonly name: string;
    readonly level: CommitteeLevel;
    readonly kind: CommitteeKind;
    readonly parentId: string | null;
    readonly predecessors: readonly string[];
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
  readonly coverage: { readonly covers: readonly string[]; readonly from: LocalDate };
  readonly period: {
    readonly levelsInForce: readonly CommitteeLevel[];
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
  readonly seat: {
    readonly side: Side;
    readonly office: Office | null;
    readonly representativeKind: RepresentativeKind;
    readonly from: LocalDate;
  };
  readonly term: { readonly personId: string; readonly from: LocalDate; readonly to: LocalDate | null };
  readonly confirmation: { readonly from: LocalDate; readonly to: LocalDate | null };
  readonly agreement: { readonly from: LocalDate; readonly to: LocalDate | null };
  readonly delegation: {
    readonly unitId: string;
    readonly matter: string;
    readonly kinds: readonly string[];
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
}

/** One correction: what was wrong, and what is so; null: it never was so. */
export type Correction<What extends keyof Correctable = keyof Correctable> = {
  readonly [One in What]: {
    readonly what: One;
    readonly id: string;
    /** First day of the wrong fact, where `id` has several; null where it has one. */
    readonly from: LocalDate | null;
    readonly isNow: Partial<Correctable[One]> | null;
  };
}[What];

/**
 * Something recorded of the structure was wrong from the start, or its end became known. What was recorded stays: it is
 * what was known until then (B3).
 */
export type StructureCorrected = DomainEvent<
  'StructureCorrected',
  { readonly correctionId: string; readonly correction: Correction; readonly reason: string; readonly source?: Source }
>;
