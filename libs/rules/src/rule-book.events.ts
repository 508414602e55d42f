import type { DomainEvent, SealedFields, Text } from '@rettidig/event-sourcing';
import type { CommitteeLevel } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import type { ReadingsAgreed } from './readings.events.js';
import type {
  ClosingDaysAgreed,
  LocalTimetableAgreed,
  PoliticalTimetableAgreed,
  TimelinessTargetAgreed,
} from './timetable.events.js';

/**
 * The story of the rule book: which rule set, closing days, timetables, readings and targets hold from when. One stream,
 * `ruleBook-<administration>`.
 */
export type RuleBookEvent =
  | RuleSetPublished
  | ClosingDaysAgreed
  | LocalTimetableAgreed
  | PoliticalTimetableAgreed
  | TimelinessTargetAgreed
  | ReadingsAgreed;

export type RuleSetPublished = DomainEvent<'RuleSetPublished', { readonly ruleSet: RuleSet }>;

/** The rules of one municipality or administration, as data: published, versioned, never changed (B11). */
export interface RuleSet {
  /** `2026-1`: unique within the rule book. */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  /** The plain questions that managers answer about a change. */
  readonly questions: readonly Question[];
  /** In order of precedence: the first that matches decides the level, unless it only adds. */
  readonly rules: readonly Rule[];
  readonly sources: readonly RuleSource[];
}

/** A fact of a change, asked as a question that a manager can answer without knowing the agreement. */
export interface Question {
  /** camelCase; also the id of the fact and, where `kind` is set, of the kind of change. */
  readonly id: string;
  readonly text: Text;
  readonly type: 'yesNo' | 'number' | 'oneOf';
  readonly values?: readonly string[];
  /** The question names a kind of change: choosing that kind answers it with yes. */
  readonly kind?: boolean;
}

/** The answer to a question. Unknown is an answer. */
export type FactAnswer = 'yes' | 'no' | 'unknown' | number | (string & {});

/** Conditions are three-valued: an unknown answer makes them undetermined, not false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly op: 'is' | 'isNot' | 'atLeast' | 'atMost'; readonly value: FactAnswer }
  | { readonly always: true };

/** What a rule says when it matches. */
export type RuleOutcome =
  /** The committee of a fixed level. */
  | { readonly route: 'mainCommittee' }
  /** The committee at the level of the manager who decides, or who recommends to the politicians (§5). */
  | { readonly route: 'levelOfDecider' }
  /**
   * The committee of a stated level that covers the unit of the manager who decides, or else the unit that the change
   * hits. A level that is not in force on the day, or covers neither, gives way to the next one up (B1).
   */
  | { readonly route: 'committeeOfLevel'; readonly level: CommitteeLevel }
  /** The local committee of the unit gets an item of its own, never instead (B19). */
  | { readonly route: 'alsoLocalCommittee' }
  /** No MED duty. */
  | { readonly route: 'notMedRelevant' };

export interface Rule {
  /** camelCase, stable over versions: `newServiceToMainCommittee`. */
  readonly id: string;
  readonly when: Condition;
  readonly then: RuleOutcome;
  /** Why, in words for the person who registers. */
  readonly because: Text;
  readonly sourceIds: readonly string[];
  /** The unit's local committee gets no child item when this rule decides (B13). */
  readonly withoutLocalItem?: boolean;
  /** The secretary must confirm, because something decisive is unknown. */
  readonly secretaryConfirms?: boolean;
  /**
   * Later rules with another outcome that it takes cases from, and is meant to. Their order decides all the same; that
   * it is meant must be said where neither rule is an exception from the other.
   */
  readonly before?: readonly string[];
}

/** How much a rule's source can carry. */
export type SourceGrade = 'agreement' | 'decided' | 'statement' | 'plan';

export interface RuleSource {
  readonly id: string;
  readonly grade: SourceGrade;
  /** Agreement and paragraph, or minutes and line. */
  readonly reference: string;
}

/** Rule texts are published to everybody and name nobody; where an agreement stands is free text. */
export const ruleBookSealedFields: SealedFields = {
  ClosingDaysAgreed: [{ path: 'source.reference' }],
  LocalTimetableAgreed: [{ path: 'timetable.source.reference' }],
  PoliticalTimetableAgreed: [{ path: 'source.reference' }],
  TimelinessTargetAgreed: [{ path: 'source.reference' }],
  ReadingsAgreed: [{ path: 'source.reference' }],
};
