import type { QueryDefinition } from '@rettidig/event-sourcing';
import { hasWords, impossible, isAtLeast, isAtMost, isOneOf, listQuery, sharesOneOf } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName } from '@rettidig/organisation';
import {
  Codes,
  Count,
  Day,
  Flag,
  FreeText,
  Ids,
  OneOf,
  PageParameters,
  pageWith,
  pagingOf,
  Repeated,
} from '@rettidig/vocabulary';
import type { MeetingStatus } from '../words.js';
import { meetingStatuses } from '../words.js';
import { MeetingInShort } from './meeting-in-short.answer.js';

const sorts = { on: ['day'], status: ['status', 'day'] };
const directions = ['on', '-on', 'status', '-status'];

export class ListMeetings extends PageParameters {
  @Repeated()
  @Ids({ description: 'Meetings of these committees.', optional: true })
  committee?: string[];

  @Repeated()
  @Codes(meetingStatuses, { description: 'Meetings in these states.', optional: true })
  status?: MeetingStatus[];

  @Repeated()
  @Ids({ description: 'Meetings with one of these cases on the agenda.', optional: true })
  case?: string[];

  @Day({ description: 'Held, or called for, on this day or later.', optional: true })
  from?: string;

  @Day({ description: 'Held, or called for, on this day or earlier.', optional: true })
  to?: string;

  @FreeText({ description: 'Words in the titles of the agenda, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(directions, { description: 'Order; `-on`, the latest first, when left out.', optional: true })
  sort?: string;
}

/** One meeting in the list. */
class MeetingListItem extends MeetingInShort {
  @Count({ description: 'Items on the agenda, without withdrawn ones.' })
  items!: number;

  @Ids({ description: 'The cases on the agenda, without those of withdrawn items.' })
  caseIds!: string[];

  @Count({ description: 'People present, deputies included; null until recorded.', nullable: true })
  present!: number | null;

  @Count({ description: 'People excused; null until recorded.', nullable: true })
  excused!: number | null;

  @Flag({ description: 'The minutes were approved by chair and deputy chair.' })
  minutesApproved!: boolean;
}

export class MeetingList extends pageWith(() => MeetingListItem, {
  items: 'The meetings of this page.',
  total: 'All meetings that match, on all pages.',
  facets: 'Counts by state and by committee for the same filters.',
}) {}

type Row = Omit<MeetingListItem, 'committeeName' | 'extraordinary' | 'minutesApproved' | 'caseIds'> & {
  readonly extraordinary: number;
  readonly minutesApproved: number;
  readonly caseIds: string;
};

const meetings = listQuery({
  name: 'meetings',
  from: '{meeting}',
  columns: [
    'id as meetingId',
    'committee_id as committeeId',
    'called_for as "on"',
    'held_on as heldOn',
    'starts_at as startsAt',
    'ends_at as endsAt',
    'extraordinary',
    'status',
    'items',
    'case_ids as caseIds',
    'present',
    'excused',
    'minutes_approved as minutesApproved',
  ],
  tieBreaker: 'id',
  filters: {
    committee: isOneOf('committee_id'),
    status: isOneOf('status'),
    case: sharesOneOf('case_ids'),
    from: isAtLeast('day'),
    to: isAtMost('day'),
    text: hasWords('titles'),
  },
  sorts,
  defaultSort: '-on',
  facets: {
    status: { sql: 'status', ignores: 'status' },
    committee: { sql: 'committee_id', ignores: 'committee' },
  },
  versioned: true,
});

export const listMeetings: QueryDefinition<ListMeetings, MeetingList, { readonly organisation: Organisation }> = {
  name: 'ListMeetings',
  parameters: ListMeetings,
  answer: MeetingList,
  path: '/meetings',
  tag: 'meetings',
  summary: { da: 'Møder i MED-udvalgene', en: 'Meetings of the committees' },
  refusals: ['meeting.period-ends-before-it-starts', 'cursor.unknown'],
  handle: ({ sort, limit, cursor, asOf, ...filters }, { views, now, reference }) => {
    const { from, to } = filters;
    if (from && to && to < from) throw impossible('meeting.period-ends-before-it-starts', { from, to });
    const page = meetings.run<Row>(views.view('meetings'), {
      ...pagingOf({ sort, limit, cursor, asOf }, now),
      filters,
    });
    return { ...page, items: page.items.map((row) => itemOf(row, reference.organisation)) };
  },
};

const itemOf = (row: Row, organisation: Organisation): MeetingListItem => ({
  ...row,
  committeeName: committeeName(organisation, row.committeeId) ?? row.committeeId,
  extraordinary: row.extraordinary === 1,
  minutesApproved: row.minutesApproved === 1,
  caseIds: [...new Set(JSON.parse(row.caseIds) as string[])],
});
