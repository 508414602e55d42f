import type { QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { calendarIn, timelyIntervals } from '@rettidig/rules';
import type { TimelyInterval } from '@rettidig/rules';
import { asOfInstant, Count, dayOf, Numeric, OneOf } from '@rettidig/vocabulary';
import { CASES_VIEW } from '../projections/cases.js';
import { Timeliness } from './get-timeliness.answer.js';
import { contextAsOf, namingOf, unitsBelow } from './naming.js';
import type { NameReference } from './naming.js';
import { inOrder } from './periods.js';
import type { CountQuestion, DaysOf, GroupedBy } from './timeliness-counts.js';
import { countTimely } from './timeliness-counts.js';
import { TimelinessFilter } from './timeliness.parameters.js';
import { groupCells, groupColumns, groupShown } from './timeliness-shown.js';

const groupings = ['kind', 'unit', 'committee', 'unitAndKind'] as const;

export class GetTimeliness extends TimelinessFilter {
  @OneOf(groupings, { description: 'By what reviews are put together; by kind when left out.', optional: true })
  by?: GroupedBy;

  @OneOf(['calendar', 'workday'], {
    description: 'Which days are counted; calendar days when left out.',
    optional: true,
  })
  days?: 'calendar' | 'workday';

  @OneOf(timelyIntervals, { description: 'The interval that `target` is about.', optional: true })
  interval?: TimelyInterval;

  @Numeric()
  @Count({
    description:
      'Counts the reviews with fewer days than this in `interval`; when left out, the targets agreed for the kinds count.',
    max: 3650,
    optional: true,
  })
  target?: number;

  @Numeric()
  @Count({ description: 'How many groups at most; 50 when left out.', min: 1, max: 200, optional: true })
  limit?: number;
}

type Context = QueryContext<NameReference>;

const FIRST_DAY = '0000';
const LAST_DAY = '9999';

/** Which reviews somebody asks about. Units are those of the day asked about and of both ends of the period. */
function countQuestion(
  { from, to, unit, kind, committee, maturity, asOf }: TimelinessFilter,
  { now, reference }: Context,
): CountQuestion {
  inOrder(from, to);
  const at = asOfInstant(asOf, now);
  return {
    at: at ?? LAST_DAY,
    from: from ?? FIRST_DAY,
    to: to ?? LAST_DAY,
    units: unitsBelow(unit, [dayOf(at ?? now), from, to], reference),
    kinds: kind?.split(','),
    committees: committee,
    maturities: maturity,
  };
}

const daysOf = ({ days }: GetTimeliness, { reference }: Context): DaysOf => ({
  kind: days ?? 'calendar',
  calendar: calendarIn(reference.ruleBook),
  ruleBook: reference.ruleBook,
});

/** Early enough, measured (A15, A16, G4): days between papers, meeting, recommendation and decision. */
export const getTimeliness: QueryDefinition<GetTimeliness, Timeliness, NameReference> = {
  name: 'GetTimeliness',
  parameters: GetTimeliness,
  answer: Timeliness,
  path: '/timeliness',
  tag: 'register',
  summary: {
    da: 'Tidligt nok: dage mellem materiale, møde og beslutning',
    en: 'Early enough: days from papers to decision',
  },
  refusals: ['change.unit-unknown', 'change.period-ends-before-it-starts'],
  handle: (parameters, context) => {
    const [all] = counted(parameters, context, null);
    const groups = counted(parameters, context, parameters.by ?? 'kind');
    const asked = contextAsOf(context, parameters.asOf);
    const show = groupShown(namingOf(asked.reference, asked.language, dayOf(asked.now)), parameters);
    return {
      days: parameters.days ?? 'calendar',
      from: parameters.from ?? null,
      to: parameters.to ?? null,
      all: show(all!, null),
      groups: groups.slice(0, parameters.limit ?? 50).map((group) => show(group, parameters.by ?? 'kind')),
      totalGroups: groups.length,
    };
  },
  csv: {
    fileName: { da: 'tidligt-nok', en: 'timeliness' },
    columns: groupColumns,
    *rows(parameters, context) {
      const asked = contextAsOf(context, parameters.asOf);
      const by = parameters.by ?? 'kind';
      const show = groupShown(namingOf(asked.reference, asked.language, dayOf(asked.now)), parameters);
      for (const group of counted(parameters, context, by)) yield* groupCells(show(group, by));
    },
  },
};

const counted = (parameters: GetTimeliness, context: Context, by: GroupedBy | null) => {
  const asked = contextAsOf(context, parameters.asOf);
  return countTimely(context.views.view(CASES_VIEW), countQuestion(parameters, context), by, daysOf(parameters, asked));
};
