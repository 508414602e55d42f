import type { ListPage, QueryDefinition } from '@rettidig/event-sourcing';
import { isOneOf, listQuery, sharesOneOf } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName } from '@rettidig/organisation';
import {
  asOfInstant,
  Codes,
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

  @Repeated()
  @Ids({ description: 'Said at one of these meetings.', optional: true })
  meeting?: string[];

  @Repeated()
  @Codes(['notRaised', 'demandsOnly'], {
    description: 'Choices not to raise a breach, or lists of demands alone.',
    optional: true,
  })
  form?: ('notRaised' | 'demandsOnly')[];

  @OneOf(['on', '-on'], { description: 'Order; `-on`, the latest first, when left out.', optional: true })
  sort?: string;
}

/** One choice not to raise a breach, with how many demands came instead; or a list of demands alone. */
export class BreachListItem {
  @Id({ description: 'The record.' })
  breachId!: string;

  @Id({ description: 'The committee in which it was said.' })
  committeeId!: string;

  @FreeText({ description: 'Its name.', max: 200 })
  committeeName!: string;

  @Day({ description: 'The day on which it was said.' })
  on!: string;

  @Id({ description: 'The meeting at which it was said; null when that is not told.', nullable: true })
  meetingId!: string | null;

  @Flag({ description: 'The employee side said that it raises no breach; false for a list of demands alone.' })
  notRaised!: boolean;

  @Ids({ description: 'The cases that the choice is about; no others. Empty for a list of demands alone.' })
  caseIds!: string[];

  @Flag({
    description: 'The right to raise a breach on later cases of principle is kept; null for a list of demands alone.',
    nullable: true,
  })
  reservesLaterCases!: boolean | null;

  @Count({ description: 'Demands raised.' })
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
    { description: 'Counts by committee and by form for the same filters.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}

type Row = Omit<BreachListItem, 'committeeName' | 'reservesLaterCases' | 'caseIds' | 'notRaised'> & {
  readonly notRaised: number;
  readonly reservesLaterCases: number;
  readonly caseIds: string;
};

const FORM = `case not_raised when 1 then 'notRaised' else 'demandsOnly' end`;

const breaches = listQuery({
  name: 'breaches',
  from: '{breach}',
  columns: [
    'id as breachId',
    'committee_id as committeeId',
    'meeting_id as meetingId',
    'not_raised as notRaised',
    'day as "on"',
    'case_ids as caseIds',
    'reserves_later_cases as reservesLaterCases',
    'demands',
    'json_array_length(answered) as answered',
  ],
  tieBreaker: 'id',
  filters: {
    committee: isOneOf('committee_id'),
    case: sharesOneOf('case_ids'),
    meeting: isOneOf('meeting_id'),
    form: isOneOf(FORM),
  },
  sorts: { on: ['day'] },
  defaultSort: '-on',
  facets: { committee: { sql: 'committee_id', ignores: 'committee' }, form: { sql: FORM, ignores: 'form' } },
  versioned: true,
});

export const listBreaches: QueryDefinition<ListBreaches, BreachList, { readonly organisation: Organisation }> = {
  name: 'ListBreaches',
  parameters: ListBreaches,
  answer: BreachList,
  path: '/breaches',
  tag: 'breaches',
  summary: {
    da: 'Brud-sager, der ikke blev rejst, og lister af krav',
    en: 'Breaches not raised, and lists of demands',
  },
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
  notRaised: row.notRaised === 1,
  reservesLaterCases: row.notRaised === 1 ? row.reservesLaterCases === 1 : null,
});
