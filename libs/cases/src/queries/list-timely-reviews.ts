import type { CsvColumn, ListPage, ListRequest, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { broad, hasWords, isAtLeast, isAtMost, isOneOf, listQuery } from '@rettidig/event-sourcing';
import { daysBetween } from '@rettidig/calendar';
import { calendarIn } from '@rettidig/rules';
import {
  Codes,
  column,
  Count,
  dayInCsv,
  dayOf,
  FreeText,
  notStated,
  Numeric,
  OneOf,
  pagingOf,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import type { Maturity } from '../change.events.js';
import { CASES_VIEW } from '../projections/cases.js';
import { PENDING, UNKNOWN } from '../story/timeliness-rows.js';
import type { PapersTiming } from '../words.js';
import { littleInfluence, maturities, papersTimings, targetNotAgreed } from '../words.js';
import { caseInList } from './case-in-list.answer.js';
import { TimelyReviewItem, TimelyReviewList } from './list-timely-reviews.answer.js';
import { contextAsOf, namingOf, unitsBelow } from './naming.js';
import type { NameReference } from './naming.js';
import { inOrder } from './periods.js';
import { targetsShown } from './review-targets.js';
import { TimelinessFilter } from './timeliness.parameters.js';

const sorts = { heldOn: ['held_on'], number: ['number_order'], committee: ['committee_id', 'held_on'] };
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListTimelyReviews extends TimelinessFilter {
  @Numeric()
  @Count({ min: 1, max: 200, description: 'How many items a page holds at most; 50 when left out.', optional: true })
  limit?: number;

  @Pattern(/^[A-Za-z0-9_-]{1,2000}$/, {
    description: 'Where the page before ended: its `nextCursor`. Goes with the same filters and sort only.',
    optional: true,
  })
  cursor?: string;

  @Repeated()
  @Codes([...Object.keys(papersTimings), 'unknown'], {
    description: 'How the papers stood to deadline and meeting; `unknown` where no dispatch is recorded.',
    optional: true,
  })
  papers?: string[];

  @OneOf(['true', 'false'], {
    description: 'Only those of which the first that MED saw was a finished proposal (A16), or only the others.',
    optional: true,
  })
  littleInfluence?: string;

  @FreeText({ description: 'Words in title or numbers, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(orders, { description: 'Order; `-heldOn`, the latest first, when left out.', optional: true })
  sort?: string;
}

interface Row {
  readonly review_id: string;
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly committee_id: string;
  readonly meeting_id: string;
  readonly held_on: string;
  readonly maturity: Maturity;
  readonly is_first: number;
  readonly little_influence: string;
  readonly aligned_on: string | null;
  readonly papers_on: string;
  readonly papers_timing: PapersTiming | 'unknown';
  readonly recommended_on: string;
  readonly decided_on: string;
}

/** The same as `leavesLittleInfluence`, of a row. */
const LITTLE_INFLUENCE = "case when is_first = 1 and maturity = 'final' then 'true' else 'false' end";

const reviews = listQuery({
  name: 'timely-reviews',
  from: '{timely}',
  columns: ['*', `${LITTLE_INFLUENCE} as little_influence`],
  tieBreaker: 'review_id',
  filters: {
    unit: isOneOf('unit_id'),
    committee: isOneOf('committee_id'),
    from: broad(1, isAtLeast('held_on')),
    to: broad(1, isAtMost('held_on')),
    kind: broad(1, isOneOf('kind')),
    maturity: broad(2, isOneOf('maturity')),
    papers: broad(2, isOneOf('papers_timing')),
    littleInfluence: broad(2, { column: LITTLE_INFLUENCE, sql: `${LITTLE_INFLUENCE} = :value` }),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: '-heldOn',
  facets: {
    kind: { sql: 'kind' },
    unit: { sql: 'unit_id' },
    committee: { sql: 'committee_id' },
    maturity: { sql: 'maturity' },
    papers: { sql: 'papers_timing' },
    littleInfluence: { sql: LITTLE_INFLUENCE },
  },
  versioned: true,
});

type Context = QueryContext<NameReference>;

function requestOf(parameters: ListTimelyReviews, { now, reference }: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, kind, ...filters } = parameters;
  inOrder(filters.from, filters.to);
  const paging = pagingOf({ sort, limit, cursor, asOf }, now);
  const days = [dayOf(paging.asOf ?? now), filters.from, filters.to];
  return { ...paging, filters: { ...filters, kind: kind?.split(','), unit: unitsBelow(unit, days, reference) } };
}

/** The reviews behind the distributions, one by one. */
export const listTimelyReviews: QueryDefinition<ListTimelyReviews, TimelyReviewList, NameReference> = {
  name: 'ListTimelyReviews',
  parameters: ListTimelyReviews,
  answer: TimelyReviewList,
  path: '/timely-reviews',
  tag: 'register',
  summary: { da: 'MED-behandlinger med dage fra materiale til beslutning', en: 'Reviews with their days' },
  refusals: ['cursor.unknown', 'change.unit-unknown', 'change.period-ends-before-it-starts'],
  handle: (parameters, context) => {
    const page: ListPage<Row> = reviews.run<Row>(context.views.view(CASES_VIEW), requestOf(parameters, context));
    return { ...page, items: page.items.map(showing(contextAsOf(context, parameters.asOf))) };
  },
  csv: {
    fileName: { da: 'med-behandlinger-tid', en: 'timely-reviews' },
    columns: columns(),
    *rows(parameters, context) {
      const asked = contextAsOf(context, parameters.asOf);
      const show = showing(asked);
      const words = { unknown: notStated[asked.language], notAgreed: targetNotAgreed[asked.language] };
      const all = reviews.all<Row>(context.views.view(CASES_VIEW), requestOf(parameters, context));
      for (const row of all) yield cells(show(row), words);
    },
  },
};

/** Shows rows in the reader's words, with the days between. */
function showing({ reference, language, now }: Context): (row: Row) => TimelyReviewItem {
  const naming = namingOf(reference, language, dayOf(now));
  const calendar = calendarIn(reference.ruleBook);
  const days = (from: string | null, to: string | null) =>
    from === null || to === null
      ? null
      : {
          calendarDays: daysBetween(calendar, from, to, 'calendar'),
          workdays: daysBetween(calendar, from, to, 'workday'),
        };
  const targetsOf = targetsShown(reference.ruleBook, calendar, naming);
  return (row) => {
    const isLate = row.little_influence === 'true';
    const [papersOn, recommendedOn, decidedOn] = [row.papers_on, row.recommended_on, row.decided_on].map(dayOrNull);
    const timing = row.papers_timing === 'unknown' ? null : row.papers_timing;
    const shown = {
      reviewId: row.review_id,
      ...caseInList(row, naming),
      committeeId: row.committee_id,
      committeeName: naming.committee(row.committee_id),
      meetingId: row.meeting_id,
      heldOn: row.held_on,
      maturity: row.maturity,
      maturityText: naming.say(maturities[row.maturity]),
      isFirst: row.is_first === 1,
      littleInfluence: isLate,
      littleInfluenceText: isLate ? naming.say(littleInfluence) : null,
      alignedOn: row.aligned_on,
      papersOn: papersOn!,
      papersTiming: timing,
      papersTimingText: timing && naming.say(papersTimings[timing]),
      recommendedOn: recommendedOn!,
      decidedOn: decidedOn!,
      isDecided: row.decided_on !== PENDING,
      papersToMeeting: days(papersOn!, row.held_on),
      meetingToRecommendation: days(row.held_on, recommendedOn!),
      meetingToDecision: days(row.held_on, decidedOn!),
    };
    return { ...shown, targets: targetsOf(shown) };
  };
}

const dayOrNull = (day: string): string | null => (day === UNKNOWN || day === PENDING ? null : day);

function columns(): CsvColumn[] {
  return [
    column('number', 'Sagsnummer', 'Case number'),
    column('title', 'Sag', 'Case'),
    column('kind', 'Art', 'Kind'),
    column('unit', 'Enhed', 'Unit'),
    column('committee', 'MED-udvalg', 'Committee'),
    column('heldOn', 'Drøftet', 'Held on'),
    column('maturity', 'Modenhed', 'Maturity'),
    column('influence', 'Indflydelse', 'Influence'),
    column('alignedOn', 'Forventninger afstemt', 'Expectations aligned'),
    column('papersOn', 'Materiale udsendt', 'Papers out'),
    column('papers', 'Materialet', 'Papers'),
    column('recommendedOn', 'Indstillet', 'Recommended'),
    column('decidedOn', 'Besluttet', 'Decided'),
    column('papersToMeeting', 'Kalenderdage fra materiale til møde', 'Calendar days from papers to meeting'),
    column('meetingToRecommendation', 'Kalenderdage fra møde til indstilling', 'Calendar days to recommendation'),
    column('meetingToDecision', 'Kalenderdage fra møde til beslutning', 'Calendar days to decision'),
    column('targets', 'Aftalte mål', 'Targets agreed'),
  ];
}

/** What nobody knows is written as such; what has not happened is empty. */
function cells(
  item: TimelyReviewItem,
  { unknown, notAgreed }: Readonly<Record<'unknown' | 'notAgreed', string>>,
): Record<string, string | number> {
  const day = (on: string | null, missing: string): string => (on === null ? missing : dayInCsv(on));
  return {
    number: item.number,
    title: item.title,
    kind: item.kindText,
    unit: item.unitName,
    committee: item.committeeName,
    heldOn: dayInCsv(item.heldOn),
    maturity: item.maturityText,
    influence: item.littleInfluenceText ?? '',
    alignedOn: day(item.alignedOn, ''),
    papersOn: day(item.papersOn, unknown),
    papers: item.papersTimingText ?? unknown,
    recommendedOn: day(item.recommendedOn, ''),
    decidedOn: day(item.decidedOn, item.isDecided ? unknown : ''),
    papersToMeeting: item.papersToMeeting?.calendarDays ?? '',
    meetingToRecommendation: item.meetingToRecommendation?.calendarDays ?? '',
    meetingToDecision: item.meetingToDecision?.calendarDays ?? '',
    targets: item.targets.map(({ text }) => text).join('; ') || notAgreed,
  };
}
