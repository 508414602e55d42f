import { dayCountText } from '@rettidig/calendar';
import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import { column, OneOf } from '@rettidig/vocabulary';
import type { RuleBook } from '../rule-book.js';
import type { TimelinessTarget, TimelyInterval } from '../timetable.events.js';
import { timelyIntervals } from '../timely-intervals.words.js';
import { agreedList, AgreedParameters } from './agreed-list.js';
import { kindColumn, versionCells, versionColumns } from './agreement.answer.js';
import { TimelinessTargetList } from './timeliness-target.answer.js';

export class ListTimelinessTargets extends AgreedParameters {
  @OneOf(timelyIntervals, { description: 'Only those of this interval.', optional: true })
  interval?: TimelyInterval;
}

const targets = agreedList({
  type: 'TimelinessTargetAgreed',
  in: (ruleBook) => ruleBook.targets,
  of: ({ interval }) => interval,
  matches: (value, { interval }: ListTimelinessTargets) => interval === undefined || value.interval === interval,
  words: (value, language) => ({
    intervalText: timelyIntervals[value.interval][language],
    daysText: targetText(value, language),
  }),
});

/** How early MED is to be involved, by kind of change (A15). A kind that is missing has no target. */
export const listTimelinessTargets: QueryDefinition<
  ListTimelinessTargets,
  TimelinessTargetList,
  { readonly ruleBook: RuleBook }
> = {
  name: 'ListTimelinessTargets',
  parameters: ListTimelinessTargets,
  answer: TimelinessTargetList,
  path: '/timeliness-targets',
  tag: 'rules',
  summary: { da: 'Aftalte mål for, hvor tidligt MED inddrages', en: 'Targets agreed on for how early MED is involved' },
  refusals: ['cursor.unknown'],
  handle: targets.page,
  csv: {
    fileName: { da: 'maal-for-tidlig-inddragelse', en: 'timeliness-targets' },
    columns: [
      kindColumn,
      column('interval', 'Tidsrum', 'Interval'),
      column('target', 'Mål', 'Target'),
      ...versionColumns,
    ],
    rows: (parameters, context) =>
      targets.rows(parameters, context).map((row) => ({
        ...{ kind: row.kindText, interval: row.intervalText, target: row.daysText },
        ...versionCells(row, context.language),
      })),
  },
};

/** `Mindst 42 kalenderdage.` */
function targetText({ days }: Pick<TimelinessTarget, 'days'>, language: Language): string {
  const count = dayCountText(days, language);
  return { da: `Mindst ${count}.`, en: `At least ${count}.` }[language];
}
