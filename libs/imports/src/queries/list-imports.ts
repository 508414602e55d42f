import type { QueryDefinition } from '@rettidig/event-sourcing';
import { isOneOf, listQuery } from '@rettidig/event-sourcing';
import { Codes, Count, OneOf, PageParameters, pageWith, pagingOf, Repeated } from '@rettidig/vocabulary';
import type { ImportKindName } from '../import.events.js';
import type { ImportStatus } from '../words.js';
import { importKindNames, importStatuses } from '../words.js';
import { ImportInShort } from './import-in-short.answer.js';

export class ListImports extends PageParameters {
  @Repeated()
  @Codes(importKindNames, { description: 'Imports of these kinds.', optional: true })
  kind?: ImportKindName[];

  @Repeated()
  @Codes(importStatuses, { description: 'Imports in these states.', optional: true })
  status?: ImportStatus[];

  @Repeated()
  @Codes(['folder', 'person'], { description: 'How they came.', optional: true })
  from?: ('folder' | 'person')[];

  @OneOf(['receivedAt', '-receivedAt', 'kind', '-kind'], {
    description: 'Order; `-receivedAt`, the latest first, when left out.',
    optional: true,
  })
  sort?: string;
}

/** One imported document. Its name and what stands in it are shown to those who may see names only. */
class ImportListItem extends ImportInShort {
  @Count({ description: 'Facts recorded by it.' })
  facts!: number;
}

export class ImportList extends pageWith(() => ImportListItem, {
  items: 'The imports of this page.',
  total: 'All imports that match, on all pages.',
  facets: 'Counts by kind, by state and by how they came, for the same filters.',
}) {}

type Row = Omit<ImportListItem, 'fromFolder'> & { readonly fromFolder: number };

const CAME = `case from_folder when 1 then 'folder' else 'person' end`;

const imports = listQuery({
  name: 'imports',
  from: '{import}',
  columns: [
    'id',
    'kind',
    'status',
    'format',
    'bytes',
    'from_folder as fromFolder',
    'received_at as receivedAt',
    'facts',
    'set_aside_because as setAsideBecause',
  ],
  tieBreaker: 'id',
  filters: { kind: isOneOf('kind'), status: isOneOf('status'), from: isOneOf(CAME) },
  sorts: { receivedAt: ['received_at'], kind: ['kind', 'received_at'] },
  defaultSort: '-receivedAt',
  facets: {
    kind: { sql: 'kind', ignores: 'kind' },
    status: { sql: 'status', ignores: 'status' },
    from: { sql: CAME, ignores: 'from' },
  },
  versioned: true,
});

export const listImports: QueryDefinition<ListImports, ImportList, unknown> = {
  name: 'ListImports',
  parameters: ListImports,
  answer: ImportList,
  path: '/imports',
  tag: 'imports',
  summary: { da: 'Indlæste dokumenter', en: 'Imported documents' },
  refusals: ['cursor.unknown'],
  handle: ({ sort, limit, cursor, asOf, ...filters }, { views, now }) => {
    const page = imports.run<Row>(views.view('imports'), { ...pagingOf({ sort, limit, cursor, asOf }, now), filters });
    return { ...page, items: page.items.map((row) => ({ ...row, fromFolder: row.fromFolder === 1 })) };
  },
};
