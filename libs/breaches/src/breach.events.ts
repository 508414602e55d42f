import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

/**
 * What the sides did about missed reviews: the choice not to raise a breach with its reservation, and the demands with
 * their answers; or the demands alone. The word breach appears only where a person enters it. Stream `breach-<uuid>`.
 */
export type BreachEvent = BreachNotRaised | DemandsTabled | DemandRaised | DemandAnswered;

/** The employee side chose not to raise a breach on listed cases. Never a waiver for later ones (D2, D3). */
export type BreachNotRaised = DomainEvent<
  'BreachNotRaised',
  {
    readonly committeeId: string;
    readonly caseIds: readonly string[];
    readonly on: LocalDate;
    /** Whether breach may be raised on later cases of principle. */
    readonly reservesLaterCases: boolean;
    readonly reservation?: string;
    readonly meetingId?: string;
    readonly itemId?: string;
    readonly source?: Source;
  }
>;

/** A list of demands was put on the table of a meeting. What the employee side chose about a breach is not said by it. */
export type DemandsTabled = DomainEvent<
  'DemandsTabled',
  {
    readonly committeeId: string;
    readonly on: LocalDate;
    readonly meetingId: string;
    readonly itemId: string;
    readonly source?: Source;
  }
>;

export type DemandKind =
  'standingItem' | 'training' | 'mailboxAccess' | 'recurringOverview' | 'communication' | 'other';

/** A demand of the employee side, in its own words (E1). */
export type DemandRaised = DomainEvent<
  'DemandRaised',
  {
    readonly demandId: string;
    readonly number: number;
    readonly kind: DemandKind;
    readonly text: string;
    readonly on: LocalDate;
    readonly source?: Source;
  }
>;

/**
 * What an answer amounts to (E2, E9, E10, E12, E13). `openTo` is weaker than accepted and never counts as fulfilled;
 * `notClassified`: read from minutes, and nobody has said yet what it amounts to.
 */
export type AnswerKind =
  | 'accepted'
  | 'partlyAccepted'
  | 'decided'
  | 'actionAnnounced'
  | 'inProgress'
  | 'proposed'
  | 'openTo'
  | 'acknowledged'
  | 'noted'
  | 'disagreed'
  | 'refused'
  | 'notClassified';

/** Management's answer in parts, each with its kind; the scope granted may differ from the scope demanded (E5). */
export type DemandAnswered = DomainEvent<
  'DemandAnswered',
  {
    readonly demandId: string;
    readonly on: LocalDate;
    readonly parts: readonly {
      readonly kind: AnswerKind;
      readonly text: string;
      /** A function, never a person's name. */
      readonly owner?: string;
      readonly due?: LocalDate;
    }[];
    readonly source?: Source;
  }
>;

export const breachSealedFields: SealedFields = {
  BreachNotRaised: [{ path: 'reservation' }, { path: 'source.reference' }],
  DemandsTabled: [{ path: 'source.reference' }],
  DemandRaised: [{ path: 'text' }, { path: 'source.reference' }],
  DemandAnswered: [{ path: 'parts[].text' }, { path: 'parts[].owner' }, { path: 'source.reference' }],
};
