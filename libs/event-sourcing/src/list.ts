import { encodeCursor } from './list.cursor.js';
import type { CursorPlace } from './list.cursor.js';
import { countsOf } from './list.counts.js';
import { questionOf, sourceOf, whereOf } from './list.question.js';
import type { Question } from './list.question.js';
import type { ListDefinition, ListQuery, ListRequest } from './list.types.js';
import type { SqlValue, ViewReader } from './projection.js';

export * from './list.filters.js';
export type * from './list.types.js';

const DEFAULT_LIMIT = 50;
const EXPORT_PAGE = 500;

/** Declares a list. */
export function listQuery<Filter extends string, Sort extends string>(
  definition: ListDefinition<Filter, Sort>,
): ListQuery<Filter> {
  return {
    run: <Row extends object>(view: ViewReader, request: ListRequest<Filter>) => {
      const question = questionOf(definition, view, request);
      const page = readPage<Row>(definition, view, question, request.limit ?? DEFAULT_LIMIT);
      return { items: page.items, ...countsOf(definition, view, question), nextCursor: page.next };
    },
    all: <Row extends object>(view: ViewReader, request: ListRequest<Filter>) =>
      allRows<Row>(definition, view, questionOf(definition, view, request)),
  };
}

function* allRows<Row extends object>(
  definition: ListDefinition,
  view: ViewReader,
  question: Question,
): IterableIterator<Row> {
  let after: CursorPlace | undefined;
  do {
    const page: Page<Row> = readPage<Row>(definition, view, { ...question, after }, EXPORT_PAGE);
    yield* page.items;
    after = page.last;
  } while (after);
}

interface Page<Row> {
  readonly items: Row[];
  readonly last: CursorPlace | undefined;
  readonly next: string | null;
}

function readPage<Row extends object>(
  definition: ListDefinition,
  view: ViewReader,
  question: Question,
  limit: number,
): Page<Row> {
  const keys = question.sort.map((column, index) => `${column} as key_${index}`);
  const sql =
    `select ${[...definition.columns, ...keys].join(', ')} from ${sourceOf(definition, question)}` +
    ` where ${[...whereOf(question), ...afterOf(question)].join(' and ')}` +
    ` order by ${question.sort.map((column) => `${column} ${question.direction}`).join(', ')} limit :limit`;
  const rows = view.all<Record<string, SqlValue>>(sql, {
    ...question.parameters,
    ...Object.fromEntries((question.after ?? []).map((value, index) => [`after_${index}`, value])),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const final = rows.length > limit ? items.at(-1) : undefined;
  const last = final && question.sort.map((_column, index) => final[`key_${index}`] as string | number);
  for (const item of items) for (const index of question.sort.keys()) delete item[`key_${index}`];
  const next = last
    ? encodeCursor({ hash: question.hash, at: question.pinned, moment: question.moment, after: last })
    : null;
  return { items: items as Row[], last, next };
}

function afterOf(question: Question): string[] {
  if (!question.after) return [];
  const places = question.sort.map((_column, index) => `:after_${index}`);
  return [`(${question.sort.join(', ')}) ${question.direction === 'asc' ? '>' : '<'} (${places.join(', ')})`];
}
