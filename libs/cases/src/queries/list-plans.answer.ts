import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import { FreeText, Id, Name, OneOf, pageWith } from '@rettidig/vocabulary';
import { acts, roles } from '../words.js';
import { withCase } from './case-in-list.answer.js';
import { PlanShown } from './plan.answer.js';

/** The plan of one duty that is still to be discussed, with its case. */
export class PlanListItem extends withCase(PlanShown) {
  @Id({ description: 'The requirement: this committee, before that act.' })
  requirementId!: string;

  @Id({ description: 'Who owns the case; null when nobody does.', nullable: true })
  ownerId!: string | null;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  ownerName!: string | null;

  @Id({ description: 'The committee; null when none could be found.', nullable: true })
  committeeId!: string | null;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @OneOf(roles, { description: 'The primary review, or the local item beside it.' })
  role!: RequiredReview['role'];

  @FreeText({ description: 'The same in words.', max: 100 })
  roleText!: string;

  @OneOf(acts, { description: 'Before which act.' })
  before!: BeforeAct;

  @FreeText({ description: 'The same in words.', max: 100 })
  beforeText!: string;
}

export class PlanList extends pageWith(() => PlanListItem, {
  items: 'The plans of this page.',
  total: 'All plans that match, on all pages.',
  facets: 'Counts by health (whatever was asked for), committee, kind and unit.',
}) {}
