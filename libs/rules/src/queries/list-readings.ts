import type { QueryDefinition } from '@rettidig/event-sourcing';
import type { PoliticalBody } from '@rettidig/vocabulary';
import { column, OneOf, politicalBodies } from '@rettidig/vocabulary';
import { readBy, readingsText } from '../readings.words.js';
import type { RuleBook } from '../rule-book.js';
import { agreedList, AgreedParameters } from './agreed-list.js';
import { kindColumn, versionCells, versionColumns } from './agreement.answer.js';
import { ReadingsList } from './readings.answer.js';

export class ListReadings extends AgreedParameters {
  @OneOf(politicalBodies, { description: 'Only those of this body, and those of all bodies.', optional: true })
  body?: PoliticalBody;
}

const readings = agreedList({
  type: 'ReadingsAgreed',
  in: (ruleBook) => ruleBook.readings,
  of: ({ body }) => body ?? '',
  matches: (value, { body }: ListReadings) => body === undefined || value.body === undefined || value.body === body,
  words: (value, language) => ({
    bodyText: readBy(value.body)[language],
    readingsText: readingsText(value.readings)[language],
  }),
});

/** How often politicians treat cases, by kind of change (A17). A kind that is missing is reckoned with one reading. */
export const listReadings: QueryDefinition<ListReadings, ReadingsList, { readonly ruleBook: RuleBook }> = {
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
  handle: readings.page,
  csv: {
    fileName: { da: 'antal-behandlinger', en: 'readings' },
    columns: [
      kindColumn,
      column('body', 'Politisk udvalg', 'Political body'),
      column('readings', 'Antal behandlinger', 'Readings'),
      column('meaning', 'Det betyder', 'What it means'),
      ...versionColumns,
    ],
    rows: (parameters, context) =>
      readings.rows(parameters, context).map((row) => ({
        ...{ kind: row.kindText, body: row.bodyText, readings: row.readings, meaning: row.readingsText },
        ...versionCells(row, context.language),
      })),
  },
};
