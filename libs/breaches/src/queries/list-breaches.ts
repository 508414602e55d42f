import type { QueryDefinition } from '@rettidig/event-sourcing';
import { isOneOf, listQuery, sharesOneOf } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName } from '@rettidig/organisation';
import { Codes, Count, Id, Ids, OneOf, PageParameters, pageWith, pagingOf, Repeated } from '@rettidig/vocabulary';
import { BreachInShort } from './breach-in-short.answer.js';

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
class BreachListItem extends BreachInShort {
  @Id({ description: 'The meeting at which it was said; null when that is not told.', nullable: true })
  meetingId!: string | null;

  @Count({ description: 'Demands raised.' })
  demands!: number;

  @Count({ description: 'Demands with at least one answer; an answer is not fulfilment.' })
  answered!: number;
}

export class BreachList extends pageWith(() => BreachListItem, {
  items: 'The records of this page.',
  total: 'All records that match, on all pages.',
  facets: 'Counts by committee and by form for the same filters.',
}) {}

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
    const page = breaches.run<Row>(views.view('breaches'), {
      ...pagingOf({ sort, limit, cursor, asOf }, now),
      filters,
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
