import type { ListPage, QueryDefinition } from '@rettidig/event-sourcing';
import { isOneOf, listQuery, sharesOneOf } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName } from '@rettidig/organisation';
import {
  asOfInstant,
  Count,
  Day,
  Dictionary,
  Flag,
  FreeText,
  Id,
  Ids,
  ListOf,
  OneOf,
  PageParameters,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';

export class ListBreaches extends PageParameters {
  @Repeated()
  @Ids({ description: 'In these committees.', optional: true })
  committee?: string[];

  @Repeated()
  @Ids({ description: 'About one of these cases.', optional: true })
  case?: string[];

  @OneOf(['on', '-on'], { description: 'Order; `-on`, the latest first, when left out.', optional: true })
  sort?: string;
}

/** One choice not to raise a breach, with how many demands came instead. */
export class BreachListItem {
  @Id({ description: 'The record.' })
  breachId!: string;

  @Id({ description: 'The committee in which it was said.' })
  committeeId!: string;

  @FreeText({ description: 'Its name.', max: 200 })
  committeeName!: string;

  @Day({ description: 'The day on which it was said.' })
  on!: string;

  @Ids({ description: 'The cases that the choice is about; no others.' })
  caseIds!: string[];

  @Flag({ description: 'The right to raise a breach on later cases of principle is kept.' })
  reservesLaterCases!: boolean;

  @Count({ description: 'Demands raised instead.' })
  demands!: number;

  @Count({ description: 'Demands with at least one answer; an answer is not fulfilment.' })
  answered!: number;
}

export class BreachList implements ListPage<BreachListItem> {
  @ListOf(() => BreachListItem, { description: 'The records of this page.', max: 200 })
  items!: BreachListItem[];

  @Count({ description: 'All records that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by committee for the same filters.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}

type Row = Omit<BreachListItem, 'committeeName' | 'reservesLaterCases' | 'caseIds'> & {
  readonly reservesLaterCases: number;
  readonly caseIds: string;
};

const breaches = listQuery({
  name: 'breaches',
  from: '{breach}',
  columns: [
    'id as breachId',
    'committee_id as committeeId',
    'day as "on"',
    'case_ids as caseIds',
    'reserves_later_cases as reservesLaterCases',
    'demands',
    'json_array_length(answered) as answered',
  ],
  tieBreaker: 'id',
  filters: { committee: isOneOf('committee_id'), case: sharesOneOf('case_ids') },
  sorts: { on: ['day'] },
  defaultSort: '-on',
  facets: { committee: { sql: 'committee_id', ignores: 'committee' } },
  versioned: true,
});

export const listBreaches: QueryDefinition<ListBreaches, BreachList, { readonly organisation: Organisation }> = {
  name: 'ListBreaches',
  parameters: ListBreaches,
  answer: BreachList,
  path: '/breaches',
  tag: 'breaches',
  summary: { da: 'Brud-sager, der ikke blev rejst, med krav', en: 'Breaches not raised, with the demands instead' },
  refusals: ['cursor.unknown'],
  handle: ({ sort, limit, cursor, asOf, ...filters }, { views, now, reference }) => {
    const instant = asOfInstant(asOf, now);
    const page = breaches.run<Row>(views.view('breaches'), {
      filters,
      now,
      ...(sort && { sort }),
      ...(limit && { limit }),
      ...(cursor && { cursor }),
      ...(instant && { asOf: instant }),
    });
    return { ...page, items: page.items.map((row) => itemOf(row, reference.organisation)) };
  },
};

const itemOf = (row: Row, organisation: Organisation): BreachListItem => ({
  ...row,
  committeeName: committeeName(organisation, row.committeeId) ?? row.committeeId,
  caseIds: JSON.parse(row.caseIds) as string[],
  reservesLaterCases: row.reservesLaterCases === 1,
});
