import type { Instant, QueryDefinition } from '@rettidig/event-sourcing';
import type { PoliticalBody } from '@rettidig/vocabulary';
import {
  asOfInstant,
  column,
  Day,
  Id,
  OneOf,
  pageAsked,
  pageOf,
  PageParameters,
  politicalBodies,
} from '@rettidig/vocabulary';
import { withSources } from './agreement-sources.js';
import { versionCells, versionColumns } from './agreement.answer.js';
import type { TimetableContext } from './timetable-rows.js';
import { latestIn, timetableAgreements, timetablesKnownAt } from './timetable-rows.js';
import type { TimetableShown } from './timetable.answer.js';
import { TimetableList } from './timetable.answer.js';

export class ListTimetables extends PageParameters {
  @Id({ description: 'Only those of this committee.', optional: true })
  committee?: string;

  @OneOf(politicalBodies, { description: 'Only those of this political body.', optional: true })
  body?: PoliticalBody;

  @Day({ description: 'Only what holds on this day.', optional: true })
  holdsOn?: string;

  @OneOf(['name', '-name', 'effectiveFrom', '-effectiveFrom'], {
    description: 'Order; by name, of one committee or body the latest first, when left out.',
    optional: true,
  })
  sort?: string;
}

/** What committees and political bodies agreed on. One that is missing has agreed on nothing. */
export const listTimetables: QueryDefinition<ListTimetables, TimetableList, TimetableContext['reference']> = {
  name: 'ListTimetables',
  parameters: ListTimetables,
  answer: TimetableList,
  path: '/timetables',
  tag: 'rules',
  summary: { da: 'Aftalte frister', en: 'Deadlines agreed on' },
  refusals: ['cursor.unknown'],
  handle: async (parameters, context) => {
    const asked = pageAsked('timetables', parameters, knownBy(parameters, context));
    const all = timetablesKnownAt(parameters, context, asked.at);
    const rows = listed(all, parameters);
    const facets = {
      of: {
        committee: countOf(rows, ({ body }) => body === null),
        politicalBody: countOf(rows, ({ body }) => body !== null),
      },
      inEffect: {
        true: countOf(all, ({ inEffect }) => inEffect),
        false: countOf(all, ({ inEffect }) => !inEffect),
      },
    };
    const page = pageOf(rows, asked, facets, (row) => row);
    return { ...page, items: await withSources(page.items, context, timetableAgreements) };
  },
  csv: {
    fileName: { da: 'aftalte-frister', en: 'timetables' },
    columns: [
      column('name', 'MED-udvalg eller politisk udvalg', 'Committee or political body'),
      ...versionColumns,
      column('deadlines', 'Frister', 'Deadlines'),
    ],
    rows: (parameters, context) =>
      listed(timetablesKnownAt(parameters, context, knownBy(parameters, context)), parameters).map((row) => ({
        name: row.name,
        ...versionCells(row, context.language),
        deadlines: row.sentences.join(' '),
      })),
  },
};

/** The instant asked about, or the one from which all that is agreed now was known. */
const knownBy = ({ asOf }: ListTimetables, { reference, now }: TimetableContext): Instant =>
  asOfInstant(asOf, now) ?? latestIn(reference.ruleBook);

const countOf = (rows: readonly TimetableShown[], is: (row: TimetableShown) => boolean): number =>
  rows.filter(is).length;

const danish = new Intl.Collator('da');

/** What is asked for, in its order; the same timetables always in the same. */
function listed(all: readonly TimetableShown[], { holdsOn, sort = 'name' }: ListTimetables): TimetableShown[] {
  const turn = sort.startsWith('-') ? -1 : 1;
  const byName = (a: TimetableShown, b: TimetableShown): number => danish.compare(a.name, b.name);
  const byDay = (a: TimetableShown, b: TimetableShown): number => (a.effectiveFrom < b.effectiveFrom ? -1 : 1);
  const sameDay = (a: TimetableShown, b: TimetableShown): boolean => a.effectiveFrom === b.effectiveFrom;
  const first = (a: TimetableShown, b: TimetableShown): number => {
    if (sort.endsWith('name')) return turn * byName(a, b) || (sameDay(a, b) ? 0 : byDay(b, a));
    return (sameDay(a, b) ? 0 : turn * byDay(a, b)) || byName(a, b);
  };
  return all.filter(({ inEffect }) => holdsOn === undefined || inEffect).sort((a, b) => first(a, b) || later(a, b));
}

/** Of two that begin on one day the one agreed later comes first: it is the one that holds. */
const later = (a: TimetableShown, b: TimetableShown): number =>
  b.agreedAt.localeCompare(a.agreedAt) || a.version.localeCompare(b.version);
