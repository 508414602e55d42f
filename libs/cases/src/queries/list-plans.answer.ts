import { Id, Name, pageWith } from '@rettidig/vocabulary';
import { withCase } from './case-in-list.answer.js';
import { withDuty } from './duty-in-list.answer.js';
import { PlanShown } from './plan.answer.js';

/** The plan of one duty that is still to be discussed, with its case. */
export class PlanListItem extends withCase(withDuty(PlanShown)) {
  @Id({ description: 'Who owns the case; null when nobody does.', nullable: true })
  ownerId!: string | null;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  ownerName!: string | null;
}

export class PlanList extends pageWith(() => PlanListItem, {
  items: 'The plans of this page.',
  total: 'All plans that match, on all pages.',
  facets: 'Counts by health (whatever was asked for), committee, kind and unit.',
}) {}
