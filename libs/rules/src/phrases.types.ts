import type { CommitteeLevel, DelegationRead } from '@rettidig/organisation';
import type { Assessment, BeforeAct, DelegationApplied, NotChosen, RuleVerdict, StepUp } from './assessment.js';
import type { structureFacts } from './facts.js';
import type { FactAnswer, RuleSet, SourceGrade } from './rule-book.events.js';

/** Where sentences get names from. A committee without a name is called by what is known of it. */
export interface Names {
  readonly ruleSet: RuleSet;
  readonly committeeName: (committeeId: string) => string | undefined;
  readonly unitName: (unitId: string) => string | undefined;
  /** What was written on a delegation; left out where nobody shows it. */
  readonly delegation?: (delegationId: string) => DelegationRead | undefined;
}

/** Everything that can be said of an assessment in one language; the other one must say the same. */
export interface Phrases {
  readonly relevance: Readonly<Record<Assessment['relevance'], string>>;
  readonly before: Readonly<Record<BeforeAct, string>>;
  readonly level: Readonly<Record<CommitteeLevel, string>>;
  /** What holds in a transition period; the second is empty when every level is in force. */
  readonly levels: (inForce: string, notInForce: string) => string;
  readonly duty: (committee: string, before: string, because: string) => string;
  readonly localItem: (committee: string, before: string, because: string) => string;
  readonly noCommittee: (before: string, because: string) => string;
  readonly noRule: string;
  readonly notMed: (because: string) => string;
  readonly confirms: string;
  readonly confirmsOpenQuestion: string;
  readonly stepUp: Readonly<Record<StepUp['reason'], (level: string) => string>>;
  readonly notIn: (committee: string, because: string) => string;
  /** For a committee that has the case too, beside the one that treats it. */
  readonly notOnlyIn: (committee: string, because: string) => string;
  readonly notChosen: Readonly<Record<NotChosen['reason'], string>>;
  readonly whatIf: (question: string, answer: string, then: string) => string;
  readonly then: Readonly<Record<Assessment['relevance'], (committees: string) => string>>;
  /** Some of today's committees and no other. */
  readonly thenOnly: (committees: string) => string;
  readonly onlyRelevance: Readonly<Record<Assessment['relevance'], string>>;
  readonly answer: (answer: FactAnswer) => string;
  readonly answered: (question: string, answer: string) => string;
  readonly structure: Readonly<Record<(typeof structureFacts)[number], { readonly yes: string; readonly no: string }>>;
  /** What the register of delegations says, and what follows from it. */
  readonly delegation: Readonly<Record<DelegationApplied['use'], (unit: string, level: string) => string>>;
  readonly rule: Readonly<Record<RuleVerdict['verdict'], (because: string, read: string) => string>>;
  readonly grade: Readonly<Record<SourceGrade, string>>;
  readonly and: string;
  readonly unnamedCommittee: string;
  readonly unknownCommittee: string;
}
