/** One date on the way back from the decision, ready to be written. */
export interface StepShown {
  readonly step: string;
  readonly day: string;
  readonly slack: string;
  readonly rule: string;
}

/** How one duty of a case gets to its dates. */
export interface PlanOfDuty {
  readonly requirementId: string;
  /** Which committee, before what. */
  readonly duty: string;
  readonly health: 'onTrack' | 'atRisk' | 'pastLatestDate' | 'unconfirmed';
  readonly healthText: string;
  /** What has to be held before when, in a sentence. */
  readonly aim: string;
  readonly steps: readonly StepShown[];
  /** Each date of the case with what it asks for; empty where there is but one. */
  readonly bodies: readonly string[];
  readonly alternatives: readonly string[];
}

/** Why a case goes where it goes. */
export interface WhyShown {
  /** The duties, and the levels in force. */
  readonly because: readonly string[];
  /** The rules that decided, each with what it rests on and how much that can carry. */
  readonly decided: readonly string[];
  /** Levels that were passed by. */
  readonly stepsUp: readonly string[];
  /** Committees that one might have expected. */
  readonly notChosen: readonly string[];
  /** Every other rule, and why it did not decide. */
  readonly otherRules: readonly string[];
  /** Answers that would change it. */
  readonly whatIf: readonly string[];
  /** Which rules, and the structure of which day. */
  readonly basis: string;
}

/** How all that is still to be discussed stands: the same count and order whoever looks. */
export interface PlansShown {
  readonly total: number;
  readonly byHealth: readonly {
    readonly health: PlanOfDuty['health'];
    readonly text: string;
    readonly count: number;
    readonly cases: readonly { readonly number: string; readonly href: string }[];
  }[];
}
