import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { ChangeKind } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate, LocalDate, Source } from '@rettidig/vocabulary';

/**
 * Something that may have needed MED and is no case yet: reported by a person, or suspected from the wording of a
 * political agenda. A question, never a claim: it stands on the list "Til vurdering", beside the register and never in its
 * total, until it becomes a case or both chairs dismiss it with a reason. Stream `possibleMiss-<uuid>`; for a suspicion
 * the id follows from the item.
 */
export type PossibleMissEvent =
  | PossibleMissReported
  | UnregisteredChangeSuspected
  | PossibleMissConfirmed
  | ConfirmedCaseReassessed
  | PossibleMissDismissed
  | PossibleMissReopened
  | DismissalRechecked;

/** A person asks. A title and what is known is enough. */
export type PossibleMissReported = DomainEvent<
  'PossibleMissReported',
  {
    readonly title: string;
    readonly whatIsKnown?: string;
    readonly unitId?: string;
    readonly decider?: DecidingBody;
    /** When it was or will be decided, as well as it is known. */
    readonly when?: FuzzyDate;
    /** The meeting of a committee at which it was told. */
    readonly meetingId?: string;
    readonly itemId?: string;
    readonly source?: Source;
  }
>;

/** Words of a political agenda that read like a change nobody registered, with the words and a score (F, J of peers.md row 60). */
export type UnregisteredChangeSuspected = DomainEvent<
  'UnregisteredChangeSuspected',
  {
    readonly agendaId: string;
    readonly itemId: string;
    /** Wording of the item when it was suspected, sealed. */
    readonly title: string;
    /** 0 to 1. */
    readonly score: number;
    readonly kinds: readonly { readonly kind: ChangeKind; readonly score: number }[];
    /** The words that gave the hit, sealed, each with its word list. */
    readonly hits: readonly { readonly listId: string; readonly word: string }[];
    readonly listsVersion: string;
    /** Of the item: tells another wording from the same one. */
    readonly fingerprint: string;
    readonly body: DecidingBody;
    readonly on: LocalDate;
  }
>;

/** Who registered or changed the case: the mirror itself is the system's. */
interface DoneBy {
  readonly personId: string;
  readonly role: string;
}

/** It became a case: mirrored from the case that names it as its origin. */
export type PossibleMissConfirmed = DomainEvent<
  'PossibleMissConfirmed',
  {
    readonly caseId: string;
    /** False: the case owes MED nothing, so that the question is not answered by it. Left out: it owes. */
    readonly hasDuty?: boolean;
    readonly by?: DoneBy;
  }
>;

/** A case that it became owes MED something now, or no longer: without a duty the question is back on the list. */
export type ConfirmedCaseReassessed = DomainEvent<
  'ConfirmedCaseReassessed',
  { readonly caseId: string; readonly hasDuty: boolean; readonly by: DoneBy }
>;

/** One of the two chairs says that it needs nothing, and why. By both, it is off the list and stays searchable. */
export type PossibleMissDismissed = DomainEvent<
  'PossibleMissDismissed',
  { readonly office: 'chair' | 'deputyChair'; readonly byBoth: boolean; readonly reason: string }
>;

/** It is back on the list: a re-check came to another result, or its wording changed. */
export type PossibleMissReopened = DomainEvent<'PossibleMissReopened', { readonly cause: 'recheck' | 'newWording' }>;

/** Somebody looked a second time at a dismissal that was drawn: it stood, or it is back on the list. */
export type DismissalRechecked = DomainEvent<
  'DismissalRechecked',
  {
    /** The quarter that it was drawn in: `2026-Q4`. Left out: the deputy chair brought it back, undrawn. */
    readonly drawing?: string;
    readonly stands: boolean;
    readonly reason: string;
  }
>;

export const possibleMissSealedFields: SealedFields = {
  PossibleMissReported: [{ path: 'title' }, { path: 'whatIsKnown' }, { path: 'source.reference' }],
  UnregisteredChangeSuspected: [{ path: 'title' }, { path: 'hits[].word' }],
  PossibleMissDismissed: [{ path: 'reason' }],
  DismissalRechecked: [{ path: 'reason' }],
};
