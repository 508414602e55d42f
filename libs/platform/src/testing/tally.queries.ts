import { projection, type QueryDefinition } from '@rettidig/event-sourcing';
import { Codes, Count, FreeText, Id, ListOf, Numeric, Repeated } from '@rettidig/vocabulary';
import { kinds, Step, type TallyEvent } from './tally.commands.js';

class WhichTallies {
  @Repeated()
  @Codes(kinds, { description: 'Kinds.', optional: true })
  kind?: string[];

  @FreeText({ description: 'In the note.', max: 30, optional: true })
  text?: string;

  @Numeric()
  @Count({ description: 'Page size.', min: 1, max: 100, optional: true })
  limit?: number;
}

class TallyShown {
  @Id({ description: 'The tally.' })
  id!: string;

  @FreeText({ description: 'Its note.', max: 50 })
  note!: string;

  @Count({ description: 'Its total.' })
  total!: number;
}

class Tallies {
  @ListOf(() => TallyShown, { description: 'The tallies.' })
  items!: TallyShown[];

  @Count({ description: 'How many.' })
  total!: number;
}

/** The tallies and what they have come to. */
export const tallyView = projection<TallyEvent>({
  name: 'tally',
  version: 1,
  schema: ['create table {tally} (id text primary key, kind text, note text, total integer)'],
  on: {
    TallyStarted: (view, { stream, data }) =>
      view.run('insert into {tally} values (@id, @kind, @note, 0)', {
        id: stream.slice(6),
        kind: data.kind,
        note: data.note,
      }),
    TallyAdded: (view, { stream, data }) =>
      view.run('update {tally} set total = total + @by where id = @id', { id: stream.slice(6), by: data.by }),
  },
});

const listTallies: QueryDefinition<WhichTallies, Tallies, unknown> = {
  name: 'ListTallies',
  parameters: WhichTallies,
  answer: Tallies,
  path: '/tallies',
  tag: 'tallies',
  summary: { da: 'Optællinger', en: 'Tallies' },
  handle: (parameters, { views }) => {
    const items = rowsOf(parameters, views);
    return { items, total: items.length };
  },
  csv: {
    fileName: { da: 'optællinger.csv', en: 'tallies.csv' },
    columns: [
      { key: 'note', heading: { da: 'Bemærkning', en: 'Note' } },
      { key: 'total', heading: { da: 'I alt', en: 'Total' } },
    ],
    rows: (parameters, { views }) => rowsOf(parameters, views).map((row) => ({ ...row })),
  },
};

function rowsOf({ kind, text }: WhichTallies, views: { view: (name: string) => TallyReader }): TallyShown[] {
  return views
    .view('tally')
    .all<TallyShown & { kind: string }>('select * from {tally} order by note')
    .filter((row) => (kind?.includes(row.kind) ?? true) && row.note.includes(text ?? ''))
    .map(({ id, note, total }) => ({ id, note, total }));
}
interface TallyReader {
  all: <Row>(sql: string) => Row[];
}

const tryTally: QueryDefinition<Step, Step, unknown> = {
  name: 'TryTally',
  parameters: Step,
  answer: Step,
  path: '/tries',
  method: 'POST',
  tag: 'tallies',
  summary: { da: 'Prøv', en: 'Try' },
  handle: ({ by }) => ({ by: by + 1 }),
};

class WhoIs {
  @Id({ description: 'A person.' })
  id!: string;
}

const nameOf: QueryDefinition<WhoIs, TallyShown, unknown> = {
  name: 'NameOf',
  parameters: WhoIs,
  answer: TallyShown,
  path: '/names/{id}',
  tag: 'tallies',
  summary: { da: 'Navn', en: 'Name' },
  handle: async ({ id }, { people }) => ({ id, note: (await people([id])).get(id)?.name ?? '-', total: 0 }),
};

/** A list with an export, a question that is posted, and one about people. */
export const tallyQueries = [listTallies, tryTally, nameOf];
