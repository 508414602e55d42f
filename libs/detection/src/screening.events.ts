import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

/**
 * Meetings of management with MED as a standing item (C1-C3). A forum is who meets and how often; each of its meetings
 * is a round. One stream holds a forum with all its rounds, `screeningForum-<uuid>`, so that a month or quarter has one
 * round and never two.
 */
export type ScreeningEvent =
  | ScreeningForumAgreed
  | ScreeningForumEnded
  | ScreeningRoundOpened
  | CandidateAdded
  | CandidateAssessed
  | ScreeningRoundHeld;

/** `Direktionens månedsmøde`, every month from a day on: from then a month without a round is visible. */
export type ScreeningForumAgreed = DomainEvent<
  'ScreeningForumAgreed',
  {
    readonly name: string;
    readonly rhythm: 'monthly' | 'quarterly';
    readonly from: LocalDate;
    readonly source?: Source;
  }
>;

/** It no longer meets from this day on; what was not held before stays visible. */
export type ScreeningForumEnded = DomainEvent<
  'ScreeningForumEnded',
  { readonly on: LocalDate; readonly reason: string }
>;

export type ScreeningRoundOpened = DomainEvent<
  'ScreeningRoundOpened',
  {
    readonly roundId: string;
    /** The month `2026-05` or the quarter `2026-Q2` that it is the round of. */
    readonly period: string;
    /** The day on which it meets. */
    readonly on: LocalDate;
  }
>;

/** Where a candidate comes from. */
export type CandidateOrigin =
  | { readonly possibleMissId: string }
  | { readonly roundId: string; readonly candidateId: string }
  | { readonly caseId: string }
  | { readonly manager: true };

export type CandidateAdded = DomainEvent<
  'CandidateAdded',
  {
    readonly roundId: string;
    readonly candidateId: string;
    readonly title: string;
    /** Tells the same title within the round without its words. */
    readonly titleKey?: string;
    readonly origin: CandidateOrigin;
    readonly unitId?: string;
  }
>;

/** Shall it go to MED: yes or no, where, when, why, who (C2). `later`: asked again in the next round. */
export type CandidateAssessed = DomainEvent<
  'CandidateAssessed',
  {
    readonly roundId: string;
    readonly candidateId: string;
    readonly outcome: 'yes' | 'no' | 'later';
    readonly committeeId?: string;
    /** By when it shall be with that committee. */
    readonly by?: LocalDate;
    readonly why: string;
    /** A function, never a person's name. */
    readonly who?: string;
    readonly caseId?: string;
  }
>;

/** The round is closed; refused while a candidate is not assessed. */
export type ScreeningRoundHeld = DomainEvent<
  'ScreeningRoundHeld',
  { readonly roundId: string; readonly heldOn: LocalDate }
>;

export const screeningSealedFields: SealedFields = {
  ScreeningForumAgreed: [{ path: 'source.reference' }],
  ScreeningForumEnded: [{ path: 'reason' }],
  CandidateAdded: [{ path: 'title' }],
  CandidateAssessed: [{ path: 'why' }, { path: 'who' }],
};
