import type { DomainEvent } from '@rettidig/event-sourcing';
import type { Assessment, RequiredReview } from '@rettidig/rules';

// What MED owes a case: the assessment, what people say against it, and what was settled.

/** A duty with its id: hash of case, committee, duty and act, stable over re-assessments. */
export interface Requirement extends RequiredReview {
  readonly requirementId: string;
}

export type MedInvolvementAssessed = DomainEvent<
  'MedInvolvementAssessed',
  {
    readonly relevance: Assessment['relevance'];
    /** All that stand after it, in order; those that stood before keep their ids. */
    readonly requirements: readonly Requirement[];
    /** Open ones that another committee or act took the place of. */
    readonly superseded: readonly string[];
    readonly explanation: Assessment['explanation'];
    readonly cause: 'registration' | 'facts' | 'decision' | 'start' | 'structure' | 'rules' | 'dispute' | 'override';
  }
>;

/** Somebody says that it is no MED case. Searchable, and reaches the deputy chair at once. */
export type DeclaredNotMedRelevant = DomainEvent<
  'DeclaredNotMedRelevant',
  { readonly reason: string; readonly ends: readonly string[] }
>;
/** Somebody looked a second time at such a declaration, drawn or not; one that does not stand is disputed with it. */
export type DeclarationRechecked = DomainEvent<
  'DeclarationRechecked',
  { readonly stands: boolean; readonly reason: string }
>;
/** Another committee or act than the rules say. */
export type AssessmentOverridden = DomainEvent<
  'AssessmentOverridden',
  { readonly requirements: readonly Requirement[]; readonly reason: string; readonly ends: readonly string[] }
>;
/** The deputy chair, or whoever looked at it again, disagrees with the assessment or with an act that lowered the duty. */
export type AssessmentDisputed = DomainEvent<
  'AssessmentDisputed',
  { readonly disputeId: string; readonly reason: string }
>;
/** Chair and deputy chair agreed; the second of the two settles it. */
export type DisputeSettled = DomainEvent<
  'DisputeSettled',
  {
    readonly disputeId: string;
    readonly office: 'chair' | 'deputyChair';
    readonly byBoth: boolean;
    readonly outcome: 'assessmentStands' | 'medRelevant' | 'notMedRelevant';
    readonly reason: string;
    /** Requirements that are open again because of it. */
    readonly reopens: readonly string[];
    readonly ends: readonly string[];
  }
>;
