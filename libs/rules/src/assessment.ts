import type { CommitteeLevel } from '@rettidig/organisation';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import type { FactAnswer } from './rule-book.events.js';

/** What is known of a change when it is assessed. */
export interface ChangeToAssess {
  /** The kind chosen at registration: the id of a question marked `kind`, or `other`. */
  readonly kind: string;
  readonly facts: Readonly<Record<string, FactAnswer>>;
  /** The unit that the change hits; null is "ikke oplyst". */
  readonly unitId: string | null;
  readonly decider: DeciderOfChange;
}

/** Who decides, and at which manager's level: that is what fixes the MED level (§5). */
export interface DeciderOfChange {
  readonly body: DecidingBody;
  /** The unit of the manager who decides, or who recommends to the political body; null when not stated. */
  readonly managerUnitId: string | null;
}

/** Before which act MED must have been involved (A1, A10). */
export type BeforeAct = 'recommendation' | 'decision';

/** One duty: this committee, before that act. */
export interface RequiredReview {
  /** Null when no committee could be found: the duty stands, the committee is missing. */
  readonly committeeId: string | null;
  /** `localItem`: the local committee's own item beside the primary one (B19). */
  readonly role: 'primary' | 'localItem';
  readonly before: BeforeAct;
  readonly ruleId: string;
  readonly secretaryConfirms: boolean;
}

/** The whole answer to "is this a MED case, which committee, before what, why, and why not the others". */
export interface Assessment {
  readonly relevance: 'medRelevant' | 'notMedRelevant' | 'undetermined';
  readonly requirements: readonly RequiredReview[];
  readonly explanation: Explanation;
}

/** Codes and values; prose is made when it is read, in the reader's language. */
export interface Explanation {
  readonly ruleSetVersion: string;
  /** The day whose structure and rules were used. */
  readonly validOn: LocalDate;
  readonly levelsInForce: readonly CommitteeLevel[];
  readonly transitionPeriodId: string | null;
  /** Every rule of the set in order, with what became of it. */
  readonly verdicts: readonly RuleVerdict[];
  /** Questions that could still change the result. */
  readonly ask: readonly string[];
  /** For each open question, which answer would give what. */
  readonly wouldChange: readonly WouldChange[];
  /** Committees a reader might have expected, and why it is not them. */
  readonly notChosen: readonly NotChosen[];
  /** Steps up because a level was not in force or had no committee. */
  readonly stepsUp: readonly StepUp[];
  /** What the register of delegations says (B18); left out where it says nothing. */
  readonly delegation?: DelegationApplied;
}

/** A delegation that is about the change, and what became of it. Who decides is what people said: nothing is re-routed. */
export interface DelegationApplied {
  readonly delegationId: string;
  /** The unit whose manager may decide it. */
  readonly unitId: string;
  /** The level of that manager. */
  readonly level: CommitteeLevel;
  /**
   * `agrees` or `differs`: whoever is named stands at that level, or at another. While nobody is named: `routes`, its level
   * is used; `notUsed`, another rule says where the change goes.
   */
  readonly use: 'agrees' | 'differs' | 'routes' | 'notUsed';
}

export interface RuleVerdict {
  readonly ruleId: string;
  /** `decides`: fixes the level. `adds`: adds the local item. `precededBy`: matches, but an earlier rule decided. */
  readonly verdict: 'decides' | 'adds' | 'precededBy' | 'notMatched' | 'undetermined';
  /** The answers that the rule read. */
  readonly read: Readonly<Record<string, FactAnswer>>;
  readonly sourceIds: readonly string[];
}

export interface WouldChange {
  readonly fact: string;
  readonly answer: FactAnswer;
  readonly relevance: Assessment['relevance'];
  readonly committeeIds: readonly (string | null)[];
}

export interface NotChosen {
  readonly committeeId: string;
  readonly reason:
    | 'ruleNamesMainCommittee'
    | 'levelNotInForce'
    | 'ruleNamesOtherLevel'
    | 'notAtLevelOfDecider'
    | 'doesNotCoverDecider'
    | 'getsItsOwnItem'
    | 'budgetOnlyInMainCommittee'
    | 'notMedRelevant';
}

export interface StepUp {
  readonly level: CommitteeLevel;
  /** `noCommitteeForUnit`: of a level that a rule names, no committee covers the manager's unit or the unit hit. */
  readonly reason: 'levelNotInForce' | 'noCommitteeAtLevel' | 'noCommitteeForUnit' | 'deciderUnknown';
}
