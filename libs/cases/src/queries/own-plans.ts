import type { Instant, ReadDatabase } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { planTable } from '../projections/plan-rows.js';
import { PLANS_VIEW } from '../projections/plans.js';
import { knownVersions } from '../projections/versions.js';
import { parsed } from './missed-review.item.js';

/** The plan of a duty that is still to be discussed, of a case that somebody owns. */
export interface OwnPlan {
  readonly requirementId: string;
  readonly changeId: string;
  readonly number: string;
  readonly plan: ReviewPlan;
  /** Rises with every change of it. */
  readonly version: number;
  readonly knownFrom: Instant;
}

interface Row {
  readonly requirement_id: string;
  readonly change_id: string;
  readonly number: string;
  readonly plan: string;
  readonly version: number;
  readonly known_from: string;
}

const OWN = knownVersions(
  planTable,
  'requirement_id, change_id, number, plan, version, known_from',
  'owner_id = :ownerId',
);

/** Of all cases of an owner, in the order of their numbers. */
export const ownPlans = (views: ReadDatabase, ownerId: string): OwnPlan[] =>
  views
    .view(PLANS_VIEW)
    .all<Row>(`select * from (${OWN}) order by number, requirement_id`, { ownerId, at: '9999' })
    .map((row) => ({
      requirementId: row.requirement_id,
      changeId: row.change_id,
      number: row.number,
      plan: parsed<ReviewPlan>(row.plan),
      version: row.version,
      knownFrom: row.known_from,
    }));
