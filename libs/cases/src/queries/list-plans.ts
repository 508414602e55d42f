import type { ListRequest, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { broad, hasWords, isAtMost, isOneOf, listQuery } from '@rettidig/event-sourcing';
import type { Health, ReviewPlan } from '@rettidig/planning';
import { healthWords } from '@rettidig/planning';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import {
  Codes,
  Day,
  dayOf,
  FreeText,
  Id,
  Ids,
  OneOf,
  PageParameters,
  pagingOf,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import { planCounts } from '../projections/plan-counts.js';
import { NO_DAY } from '../projections/plan-rows.js';
import { PLANS_VIEW } from '../projections/plans.js';
import { acts, roles } from '../words.js';
import { caseInList } from './case-in-list.answer.js';
import type { PlanListItem } from './list-plans.answer.js';
import { PlanList } from './list-plans.answer.js';
import { parsed } from './missed-review.item.js';
import { contextAsOf, idOrNull, nameOf, namingOf, unitsBelow } from './naming.js';
import type { NameReference } from './naming.js';
import { inOrder } from './periods.js';
import { planning } from './plan-shown.js';
import { planColumns, planCsvRow } from './plans.csv.js';

const sorts = {
  pastFrom: ['past_from'],
  atRiskFrom: ['at_risk_from'],
  meeting: ['meeting_on'],
  number: ['number_order'],
};
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListPlans extends PageParameters {
  @Repeated()
  @Ids({ description: 'Plans for these committees.', optional: true })
  committee?: string[];

  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for cases without a unit.',
    optional: true,
  })
  unit?: string;

  @Id({ description: 'Cases of this owner.', optional: true })
  owner?: string;

  @Pattern(/^[A-Za-z][A-Za-z0-9,]{0,300}$/, { description: 'Kinds of change, by commas.', optional: true })
  kind?: string;

  @Repeated()
  @Codes(healthWords, { description: 'How they stand today, or at the moment that is asked about.', optional: true })
  health?: Health[];

  @Day({ description: 'The review must be held before this day or a later one.', optional: true })
  from?: string;

  @Day({ description: 'The review must be held before this day or an earlier one.', optional: true })
  to?: string;

  @FreeText({ description: 'Words in title or numbers, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(orders, { description: 'Order; `pastFrom`, the most urgent first, when left out.', optional: true })
  sort?: string;
}

/** The same as `healthOf` says of the plan, in the same order. */
const HEALTH =
  "case when unconfirmed_from <= :today then 'unconfirmed' when past_from <= :today then 'pastLatestDate'" +
  " when at_risk_from <= :today then 'atRisk' else 'onTrack' end";

/** What is in trouble is found by an index, for few plans are; what is on track is looked for among all. */
const troubled = (asked: readonly Health[]): string =>
  `${asked.includes('onTrack') ? '' : ':column <= :today and '}${HEALTH} in :values`;

interface Row {
  readonly requirement_id: string;
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly owner_id: string;
  readonly committee_id: string;
  readonly role: RequiredReview['role'];
  readonly before: BeforeAct;
  readonly plan: string;
}

const plans = listQuery({
  name: 'plans',
  from: '{plan}',
  columns: ['*'],
  tieBreaker: 'requirement_id',
  filters: {
    committee: broad(1, isOneOf('committee_id')),
    unit: isOneOf('unit_id'),
    owner: isOneOf('owner_id'),
    kind: broad(2, isOneOf('kind')),
    health: broad(1, { column: 'troubled_from', sql: (asked: readonly Health[]) => troubled(asked) }),
    from: broad(2, { column: 'review_before', sql: `:column >= :value and review_before <> '${NO_DAY}'` }),
    to: broad(1, isAtMost('review_before')),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: 'pastFrom',
  facets: {
    health: { sql: HEALTH, ignores: 'health', ofAll: planCounts(HEALTH) },
    committee: { sql: 'committee_id' },
    kind: { sql: 'kind' },
    unit: { sql: 'unit_id' },
  },
  versioned: true,
  // True of every plan: it says on which day the health is judged, which follows from no event.
  always: { sql: ':today is not null', bind: (moment) => ({ today: dayOf(moment) }) },
});

type Context = QueryContext<NameReference>;

function requestOf(parameters: ListPlans, { now, reference }: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, kind, ...filters } = parameters;
  inOrder(filters.from, filters.to);
  const paging = pagingOf({ sort, limit, cursor, asOf }, now);
  const units = unitsBelow(unit, [dayOf(paging.asOf ?? now)], reference);
  return { ...paging, filters: { ...filters, kind: kind?.split(','), unit: units } };
}

/** Every duty that is still to be discussed, with its way back from the decision. */
export const listPlans: QueryDefinition<ListPlans, PlanList, NameReference> = {
  name: 'ListPlans',
  parameters: ListPlans,
  answer: PlanList,
  path: '/plans',
  tag: 'plans',
  summary: {
    da: 'Baglæns planer for alt, der mangler i MED',
    en: 'Backward plans for all that is still to be discussed',
  },
  refusals: ['cursor.unknown', 'change.unit-unknown', 'change.period-ends-before-it-starts'],
  handle: async (parameters, context) => {
    const page = plans.run<Row>(context.views.view(PLANS_VIEW), requestOf(parameters, context));
    const people = await context.people([...new Set(page.items.map(({ owner_id }) => owner_id))]);
    const show = showing(contextAsOf(context, parameters.asOf));
    return {
      ...page,
      items: page.items.map((row) => ({ ...show(row), ownerName: nameOf(people, idOrNull(row.owner_id)) })),
    };
  },
  csv: {
    fileName: { da: 'planer', en: 'plans' },
    columns: planColumns,
    *rows(parameters, context) {
      const asked = contextAsOf(context, parameters.asOf);
      const show = showing(asked);
      const all = plans.all<Row>(context.views.view(PLANS_VIEW), requestOf(parameters, context));
      for (const row of all) yield planCsvRow(show(row), asked.language);
    },
  },
};

/** Shows rows in the reader's words. */
function showing({ reference, language, now }: Context): (row: Row) => Omit<PlanListItem, 'ownerName'> {
  const naming = namingOf(reference, language, dayOf(now));
  const show = planning(reference, naming, dayOf(now));
  return (row) => {
    const committeeId = idOrNull(row.committee_id);
    return {
      ...show(parsed<ReviewPlan>(row.plan), row.kind),
      requirementId: row.requirement_id,
      ...caseInList(row, naming),
      ownerId: idOrNull(row.owner_id),
      committeeId,
      committeeName: naming.committee(committeeId),
      role: row.role,
      roleText: naming.say(roles[row.role]),
      before: row.before,
      beforeText: naming.say(acts[row.before]),
    };
  };
}
