import type { ListRequest, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { broad, hasWords, isAtLeast, isOneOf, listQuery, sharesOneOf } from '@rettidig/event-sourcing';
import {
  Codes,
  Day,
  dayOf,
  decidingBodies,
  FreeText,
  Ids,
  OneOf,
  PageParameters,
  pagingOf,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import type { DecidingBody } from '@rettidig/vocabulary';
import type { ExplainedCause, MissCause } from '../change.events.js';
import { CASES_VIEW } from '../projections/cases.js';
import { registerStates } from '../register.words.js';
import type { RegisterState } from '../story/register-rows.js';
import { explainedCauses, missCauses } from '../words.js';
import { MissedReviewList } from './list-missed-reviews.answer.js';
import { csvColumns, csvRow } from './missed-reviews.csv.js';
import { endersOf, itemOf } from './missed-review.item.js';
import type { RegisterColumns } from './missed-review.item.js';
import { contextAsOf, namingOf, unitsBelow } from './naming.js';
import type { NameReference, Naming } from './naming.js';
import { inOrder } from './periods.js';

const sorts = {
  decidedOn: ['day'],
  foundOn: ['found_day'],
  daysToFound: ['coalesce(days_to_found, -1000000)'],
  number: ['number_order'],
  committee: ['committee_id', 'day'],
};
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListMissedReviews extends PageParameters {
  @Day({ description: 'Decided on this day or later; rows without any day are left out.', optional: true })
  from?: string;

  @Day({ description: 'Decided on this day or earlier; "at the latest" counts as that day.', optional: true })
  to?: string;

  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for rows without a unit.',
    optional: true,
  })
  unit?: string;

  @Repeated()
  @Ids({ description: 'Rows of these committees.', optional: true })
  committee?: string[];

  @Repeated()
  @Codes(registerStates, { description: 'Rows in these states; `missed` when left out.', optional: true })
  state?: RegisterState[];

  @Pattern(/^[A-Za-z][A-Za-z0-9,]{0,300}$/, { description: 'Kinds of change, by commas.', optional: true })
  kind?: string;

  @Repeated()
  @Codes(missCauses, { description: 'How it was missed.', optional: true })
  cause?: MissCause[];

  @Repeated()
  @Codes(explainedCauses, { description: 'What a side says was the cause.', optional: true })
  explanation?: ExplainedCause[];

  @Repeated()
  @Codes(decidingBodies, { description: 'Who decided; `notStated` too.', optional: true })
  body?: DecidingBody[];

  @FreeText({ description: 'Words in title or numbers, also inside longer words.', max: 200, optional: true })
  text?: string;

  @Day({ description: 'Found on this day or later.', optional: true })
  foundFrom?: string;

  @Day({ description: 'Found on this day or earlier.', optional: true })
  foundTo?: string;

  @OneOf(orders, { description: 'Order; `-decidedOn`, the latest first, when left out.', optional: true })
  sort?: string;
}

const register = listQuery({
  name: 'missed-reviews',
  from: '{requirement}',
  columns: ['*'],
  tieBreaker: 'requirement_id',
  filters: {
    unit: isOneOf('unit_id'),
    committee: isOneOf('committee_id'),
    from: broad(1, isAtLeast('day')),
    to: broad(1, { column: 'day', sql: ":column <= :value and day <> ''" }),
    kind: broad(1, isOneOf('kind')),
    body: broad(1, isOneOf('body')),
    foundFrom: broad(2, isAtLeast('found_day')),
    foundTo: broad(2, { column: 'found_day', sql: ":column <= :value and found_day <> ''" }),
    state: broad(2, isOneOf('state')),
    cause: broad(2, isOneOf('cause')),
    explanation: broad(2, sharesOneOf('explanations')),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: '-decidedOn',
  facets: {
    state: { sql: 'state', ignores: 'state' },
    kind: { sql: 'kind' },
    cause: { sql: 'cause' },
    committee: { sql: 'committee_id' },
    body: { sql: 'body' },
    unit: { sql: 'unit_id' },
    explanation: { sql: 'explanations', each: true },
  },
  versioned: true,
  // A planned date that passed shows from the day after it, although nothing happened in the log.
  always: { sql: 'shown_from <= :today', bind: (moment) => ({ today: dayOf(moment) }) },
});

type Context = QueryContext<NameReference>;

function requestOf(parameters: ListMissedReviews, { now, reference }: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, kind, state, ...filters } = parameters;
  const { from, to, foundFrom, foundTo } = filters;
  inOrder(from, to);
  inOrder(foundFrom, foundTo);
  const paging = pagingOf({ sort, limit, cursor, asOf }, now);
  const days = [dayOf(paging.asOf ?? now), from, to];
  return {
    ...paging,
    filters: {
      ...filters,
      kind: kind?.split(','),
      state: state ?? ['missed'],
      unit: unitsBelow(unit, days, reference),
    },
  };
}

const naming = ({ reference, language, now }: Context): Naming => namingOf(reference, language, dayOf(now));

/** The register: what was not MED-treated before decision or start, in the same words for both sides. */
export const listMissedReviews: QueryDefinition<ListMissedReviews, MissedReviewList, NameReference> = {
  name: 'ListMissedReviews',
  parameters: ListMissedReviews,
  answer: MissedReviewList,
  path: '/missed-reviews',
  tag: 'register',
  summary: { da: 'Ikke MED-behandlet før beslutning', en: 'Not MED-treated before decision' },
  refusals: ['cursor.unknown', 'change.unit-unknown', 'change.period-ends-before-it-starts'],
  handle: async (parameters, context) => {
    const page = register.run<RegisterColumns>(context.views.view(CASES_VIEW), requestOf(parameters, context));
    const people = await context.people(endersOf(page.items));
    const names = naming(contextAsOf(context, parameters.asOf));
    return { ...page, items: page.items.map((row) => itemOf(row, names, people)) };
  },
  csv: {
    fileName: { da: 'ikke-med-behandlet', en: 'missed-reviews' },
    columns: csvColumns,
    *rows(parameters, context) {
      const names = naming(contextAsOf(context, parameters.asOf));
      const all = register.all<RegisterColumns>(context.views.view(CASES_VIEW), requestOf(parameters, context));
      for (const row of all) yield csvRow(itemOf(row, names, new Map()), names);
    },
  },
};
