import type { CsvColumn, Instant, QueryContext, QueryDefinition, RecordedEvent } from '@rettidig/event-sourcing';
import type { PoliticalBody, Source } from '@rettidig/vocabulary';
import {
  ADMINISTRATION,
  asOfInstant,
  Day,
  dayInCsv,
  dayOf,
  OneOf,
  PageParameters,
  Pattern,
  politicalBodies,
} from '@rettidig/vocabulary';
import { kindText } from '../kinds.js';
import type { Readings } from '../readings.events.js';
import { readBy, readingsText } from '../readings.words.js';
import type { RuleBook } from '../rule-book.js';
import { ruleBookDecider, ruleBookKnownAt, ruleSetOn } from '../rule-book.js';
import { inForce } from '../timetables.js';
import { cursorAfter, placeOf } from './pages.js';
import type { ReadingsShown } from './readings.answer.js';
import { ReadingsList } from './readings.answer.js';

export class ListReadings extends PageParameters {
  @Pattern(/^[a-z][A-Za-z]{1,59}$/, { description: 'Only those of this kind of change.', optional: true })
  kind?: string;

  @OneOf(politicalBodies, { description: 'Only those of this body, and those of all bodies.', optional: true })
  body?: PoliticalBody;

  @Day({ description: 'Only what holds on this day.', optional: true })
  holdsOn?: string;
}

type Context = QueryContext<{ readonly ruleBook: RuleBook }>;
type Row = Omit<ReadingsShown, 'source'>;

const column = (key: string, da: string, en: string): CsvColumn => ({ key, heading: { da, en } });

/** How often politicians treat cases, by kind of change (A17). A kind that is missing is reckoned with one reading. */
export const listReadings: QueryDefinition<ListReadings, ReadingsList, Context['reference']> = {
  name: 'ListReadings',
  parameters: ListReadings,
  answer: ReadingsList,
  path: '/readings',
  tag: 'rules',
  summary: {
    da: 'Aftalt antal politiske behandlinger for hver slags sager',
    en: 'Political readings agreed on for each kind of case',
  },
  refusals: ['cursor.unknown'],
  handle: async (parameters, context) => {
    const place = placeOf(parameters, knownBy(parameters, context));
    const all = readingsKnownAt(parameters, context, place.at);
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
    fileName: { da: 'antal-behandlinger', en: 'readings' },
    columns: [
      column('kind', 'Art', 'Kind'),
      column('body', 'Politisk udvalg', 'Political body'),
      column('readings', 'Antal behandlinger', 'Readings'),
      column('meaning', 'Det betyder', 'What it means'),
      column('version', 'Version', 'Version'),
      column('effectiveFrom', 'Gælder fra', 'Effective from'),
      column('inEffect', 'Gælder på dagen', 'In effect on the day'),
    ],
    *rows(parameters, context) {
      const yes = { da: 'ja', en: 'yes' }[context.language];
      for (const row of readingsKnownAt(parameters, context, knownBy(parameters, context))) {
        const { kindText: kind, bodyText: body, readings, readingsText: meaning, version, inEffect } = row;
        if (parameters.holdsOn !== undefined && !inEffect) continue;
        const effectiveFrom = dayInCsv(row.effectiveFrom);
        yield { kind, body, readings, meaning, version, effectiveFrom, inEffect: inEffect ? yes : '' };
      }
    },
  },
};

/** The instant asked about, or the one from which all that is agreed now was known. */
const knownBy = ({ asOf }: ListReadings, { reference, now }: Context): Instant =>
  asOfInstant(asOf, now) ?? reference.ruleBook.readings.at(-1)?.knownAt ?? '';

/** All that was agreed by an instant, by kind and body; of one the latest first, which is the one that holds. */
function readingsKnownAt(wanted: ListReadings, { language, reference, now }: Context, at: Instant): Row[] {
  const ruleBook = ruleBookKnownAt(reference.ruleBook, at);
  const on = wanted.holdsOn ?? dayOf(wanted.asOf === undefined ? now : at);
  const ruleSet = ruleSetOn(ruleBook, on);
  const values = ruleBook.readings.map(({ value }) => value);
  return ruleBook.readings
    .filter(({ value }) => (wanted.kind ?? value.kind) === value.kind)
    .filter(({ value }) => [undefined, value.body].includes(wanted.body) || value.body === undefined)
    .map(({ value, knownAt: agreedAt }) => ({
      ...value,
      agreedAt,
      inEffect:
        inForce(
          values.filter((one) => keyOf(one) === keyOf(value)),
          on,
        ) === value,
      kindText: kindText(value.kind, ruleSet)[language],
      bodyText: readBy(value.body)[language],
      readingsText: readingsText(value.readings)[language],
    }))
    .sort((one, other) => {
      const [before, after] = [keyOf(one), keyOf(other)];
      if (before !== after) return before < after ? -1 : 1;
      return other.effectiveFrom.localeCompare(one.effectiveFrom) || other.agreedAt.localeCompare(one.agreedAt);
    });
}

const keyOf = ({ kind, body }: Pick<Readings, 'kind' | 'body'>): string => `${kind} ${body ?? ''}`;

/** The rows with where each agreement stands, as it is opened from the log. */
async function withSources(rows: readonly Row[], context: Context): Promise<ReadingsShown[]> {
  if (rows.length === 0) return [];
  const events = await context.readStream(`${ruleBookDecider.category}-${ADMINISTRATION}`);
  const sources = new Map<string, Source>();
  for (const { type, data } of events as readonly RecordedEvent[]) {
    if (type !== 'ReadingsAgreed') continue;
    const agreed = data as Readings;
    if (agreed.source) sources.set(`${keyOf(agreed)} ${agreed.version}`, agreed.source);
  }
  return rows.map((row) => ({ ...row, source: sources.get(`${keyOf(row)} ${row.version}`) ?? null }));
}
