import { dayCountText } from '@rettidig/calendar';
import type {
  CsvColumn,
  Instant,
  Language,
  QueryContext,
  QueryDefinition,
  RecordedEvent,
} from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import {
  ADMINISTRATION,
  asOfInstant,
  Day,
  dayInCsv,
  dayOf,
  OneOf,
  PageParameters,
  Pattern,
} from '@rettidig/vocabulary';
import { kindText } from '../kinds.js';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider, ruleBookKnownAt, ruleSetOn } from '../rule-book.js';
import type { TimelinessTarget, TimelyInterval } from '../timetable.events.js';
import { timelinessTargetOn } from '../timetables.js';
import { timelyIntervals } from '../timely-intervals.words.js';
import { cursorAfter, placeOf } from './pages.js';
import type { TimelinessTargetShown } from './timeliness-target.answer.js';
import { TimelinessTargetList } from './timeliness-target.answer.js';

export class ListTimelinessTargets extends PageParameters {
  @Pattern(/^[a-z][A-Za-z]{1,59}$/, { description: 'Only those of this kind of change.', optional: true })
  kind?: string;

  @OneOf(timelyIntervals, { description: 'Only those of this interval.', optional: true })
  interval?: TimelyInterval;

  @Day({ description: 'Only what holds on this day.', optional: true })
  holdsOn?: string;
}

type Context = QueryContext<{ readonly ruleBook: RuleBook }>;
type Row = Omit<TimelinessTargetShown, 'source'>;

const column = (key: string, da: string, en: string): CsvColumn => ({ key, heading: { da, en } });

/** How early MED is to be involved, by kind of change (A15). A kind that is missing has no target. */
export const listTimelinessTargets: QueryDefinition<ListTimelinessTargets, TimelinessTargetList, Context['reference']> =
  {
    name: 'ListTimelinessTargets',
    parameters: ListTimelinessTargets,
    answer: TimelinessTargetList,
    path: '/timeliness-targets',
    tag: 'rules',
    summary: {
      da: 'Aftalte mål for, hvor tidligt MED inddrages',
      en: 'Targets agreed on for how early MED is involved',
    },
    refusals: ['cursor.unknown'],
    handle: async (parameters, context) => {
      const place = placeOf(parameters, knownBy(parameters, context));
      const all = targetsKnownAt(parameters, context, place.at);
      const rows = all.filter(({ inEffect }) => parameters.holdsOn === undefined || inEffect);
      const holding = all.filter(({ inEffect }) => inEffect).length;
      return {
        items: await withSources(rows.slice(place.offset, place.offset + (parameters.limit ?? 50)), context),
        total: rows.length,
        facets: { inEffect: { true: holding, false: all.length - holding } },
        nextCursor: cursorAfter(parameters, place, rows.length),
      };
    },
    csv: {
      fileName: { da: 'maal-for-tidlig-inddragelse', en: 'timeliness-targets' },
      columns: [
        column('kind', 'Art', 'Kind'),
        column('interval', 'Tidsrum', 'Interval'),
        column('target', 'Mål', 'Target'),
        column('version', 'Version', 'Version'),
        column('effectiveFrom', 'Gælder fra', 'Effective from'),
        column('inEffect', 'Gælder på dagen', 'In effect on the day'),
      ],
      *rows(parameters, context) {
        const yes = { da: 'ja', en: 'yes' }[context.language];
        for (const row of targetsKnownAt(parameters, context, knownBy(parameters, context))) {
          const { kindText: kind, intervalText: interval, daysText: target, version, inEffect } = row;
          if (parameters.holdsOn !== undefined && !inEffect) continue;
          const effectiveFrom = dayInCsv(row.effectiveFrom);
          yield { kind, interval, target, version, effectiveFrom, inEffect: inEffect ? yes : '' };
        }
      },
    },
  };

/** The instant asked about, or the one from which all that is agreed now was known. */
const knownBy = ({ asOf }: ListTimelinessTargets, { reference, now }: Context): Instant =>
  asOfInstant(asOf, now) ?? reference.ruleBook.targets.at(-1)?.knownAt ?? '';

/** All that was agreed by an instant, by kind and interval; of one the latest first, which is the one that holds. */
function targetsKnownAt(wanted: ListTimelinessTargets, { language, reference, now }: Context, at: Instant): Row[] {
  const ruleBook = ruleBookKnownAt(reference.ruleBook, at);
  const on = wanted.holdsOn ?? dayOf(wanted.asOf === undefined ? now : at);
  const ruleSet = ruleSetOn(ruleBook, on);
  return ruleBook.targets
    .filter(({ value }) => (wanted.kind ?? value.kind) === value.kind)
    .filter(({ value }) => (wanted.interval ?? value.interval) === value.interval)
    .map(({ value, knownAt: agreedAt }) => ({
      ...value,
      agreedAt,
      inEffect: timelinessTargetOn(ruleBook, value, on) === value,
      kindText: kindText(value.kind, ruleSet)[language],
      intervalText: timelyIntervals[value.interval][language],
      daysText: targetText(value, language),
    }))
    .sort((one, other) => {
      const [before, after] = [orderOf(one), orderOf(other)];
      if (before !== after) return before < after ? -1 : 1;
      return other.effectiveFrom.localeCompare(one.effectiveFrom) || other.agreedAt.localeCompare(one.agreedAt);
    });
}

const orderOf = ({ kind, interval }: Pick<TimelinessTarget, 'kind' | 'interval'>): string => `${kind} ${interval}`;

/** `Mindst 42 kalenderdage.` */
function targetText({ days }: Pick<TimelinessTarget, 'days'>, language: Language): string {
  const count = dayCountText(days, language);
  return { da: `Mindst ${count}.`, en: `At least ${count}.` }[language];
}

const keyOf = ({ kind, interval, version }: Pick<TimelinessTarget, 'kind' | 'interval' | 'version'>): string =>
  `${kind} ${interval} ${version}`;

/** The rows with where each agreement stands, as it is opened from the log. */
async function withSources(rows: readonly Row[], context: Context): Promise<TimelinessTargetShown[]> {
  if (rows.length === 0) return [];
  const events = await context.readStream(`${ruleBookDecider.category}-${ADMINISTRATION}`);
  const sources = new Map<string, Source>();
  for (const { type, data } of events as readonly RecordedEvent[]) {
    if (type !== 'TimelinessTargetAgreed') continue;
    const target = data as TimelinessTarget;
    if (target.source) sources.set(keyOf(target), target.source);
  }
  return rows.map((row) => ({ ...row, source: sources.get(keyOf(row)) ?? null }));
}
