import type { DomainEvent } from '@rettidig/event-sourcing';
import type { Found } from './miss.events.js';
import type { DecidingBody, FuzzyDate, LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';

// What happened to a case in the world: recommended, decided, started, withdrawn.

/** A recommendation went to the politicians. */
export type RecommendationSubmitted = DomainEvent<
  'RecommendationSubmitted',
  {
    readonly to: PoliticalBody;
    readonly on: LocalDate;
    /** The decision that it is for, where the body treats the case several times (A17). */
    readonly pointId?: string;
    /** Requirements that were open: recommended before MED, still to be discussed. */
    readonly recommendedBeforeMed: readonly string[];
  }
>;
/** Somebody went on although something was missing: named, with a reason, at that moment (A1). */
export type RequirementBypassed = DomainEvent<
  'RequirementBypassed',
  { readonly requirementIds: readonly string[]; readonly act: 'recommendation'; readonly reason: string }
>;

export type DecisionRecorded = DomainEvent<
  'DecisionRecorded',
  {
    readonly decisionId: string;
    readonly body: DecidingBody;
    readonly when: FuzzyDate;
    readonly outcome: 'approved' | 'rejected' | 'postponed' | 'notStated';
    readonly pointId?: string;
    readonly found?: Found;
    readonly source?: Source;
  }
>;
/** The record of a decision was wrong: another day, another body, or no decision at all. The row stays. */
export type DecisionRecordCorrected = DomainEvent<
  'DecisionRecordCorrected',
  {
    readonly decisionId: string;
    readonly body: DecidingBody;
    readonly when: FuzzyDate;
    /** There was no such decision. */
    readonly neverTaken: boolean;
    readonly reason: string;
    /** Rows that were recorded in error because of it. */
    readonly recordedInError: readonly string[];
  }
>;
export type ImplementationStarted = DomainEvent<
  'ImplementationStarted',
  { readonly startId: string; readonly when: FuzzyDate; readonly found?: Found; readonly source?: Source }
>;
export type ChangeWithdrawn = DomainEvent<
  'ChangeWithdrawn',
  { readonly reason: string; readonly ends: readonly string[] }
>;
