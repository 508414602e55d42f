import { Refused } from './errors.js';
import type { Instant } from './event.js';
import { hashOf } from './ids.js';
import { decodeCursor, encodeCursor } from './list.cursor.js';
import type { CursorPlace } from './list.cursor.js';
import type { ListDefinition, ListFacet, ListPage, ListQuery, ListRequest } from './list.types.js';
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

/** A question with everything settled that pages must agree on. */
interface Question {
  readonly hash: string;
  readonly sort: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** Reads versions as of here; undefined reads the current ones. */
  readonly at: Instant | undefined;
  /** What the current versions are as of: where later pages read. */
  readonly pinned: Instant;
  readonly moment: Instant;
  readonly conditions: readonly Condition[];
  readonly parameters: Readonly<Record<string, SqlValue>>;
  readonly after: CursorPlace | undefined;
}

interface Condition {
  /** Undefined for what holds for every question. */
  readonly filter?: string;
  readonly sql: string;
}

function questionOf<Filter extends string>(
  definition: ListDefinition,
  view: ViewReader,
  request: ListRequest<Filter>,
): Question {
  const sort = request.sort ?? definition.defaultSort;
  const name = sort.replace(/^-/, '');
  if (!Object.hasOwn(definition.sorts, name)) throw new Refused('sort.unknown', {}, 400);
  const columns = definition.sorts[name]!;
  const hash = hashOf([definition.name, sort, request.filters, request.asOf ?? null]).slice(0, 16);
  const cursor = request.cursor === undefined ? undefined : decodeCursor(request.cursor, hash, columns.length + 1);
  const latest = definition.versioned ? latestVersion(definition, view) : '';
  const pinned = cursor?.at ?? request.asOf ?? latest;
  const moment = cursor?.moment ?? request.asOf ?? request.now;
  const filters = filtersOf(definition, request.filters, moment);
  return {
    hash,
    sort: [...columns, definition.tieBreaker],
    direction: sort.startsWith('-') ? 'desc' : 'asc',
    at: definition.versioned && pinned < latest ? pinned : undefined,
    pinned,
    moment,
    conditions: filters.conditions,
    parameters: { ...filters.parameters, at: pinned },
    after: cursor?.after,
  };
}

function latestVersion(definition: ListDefinition, view: ViewReader): Instant {
  return view.get<{ latest: Instant | null }>(`select max(known_from) as latest from ${definition.from}`)?.latest ?? '';
}

function filtersOf(
  definition: ListDefinition,
  given: Readonly<Record<string, unknown>>,
  moment: Instant,
): Pick<Question, 'conditions' | 'parameters'> {
  const conditions: Condition[] = definition.always ? [{ sql: definition.always.sql }] : [];
  const parameters: Record<string, SqlValue> = { ...definition.always?.bind(moment) };
  for (const [name, filter] of Object.entries(definition.filters)) {
    const value = given[name];
    if (value === undefined) continue;
    conditions.push({ filter: name, sql: filter.sql.replaceAll(':value', `:filter_${name}`) });
    parameters[`filter_${name}`] = filter.bind ? filter.bind(value as never) : (value as SqlValue);
  }
  return { conditions, parameters };
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

/** Two arms, so that the current rows are found by the indexes that hold only those. */
function sourceOf(definition: ListDefinition, question: Question): string {
  const { from } = definition;
  if (!definition.versioned) return from;
  if (question.at === undefined) return `(select * from ${from} where known_to is null)`;
  return (
    `(select * from ${from} where known_to is null and known_from <= :at` +
    ` union all select * from ${from} where known_to > :at and known_from <= :at)`
  );
}

const whereOf = (question: Question, ignored?: string): string[] => [
  '1',
  ...question.conditions
    .filter(({ filter }) => filter === undefined || filter !== ignored)
    .map(({ sql }) => `(${sql})`),
];

function afterOf(question: Question): string[] {
  if (!question.after) return [];
  const places = question.sort.map((_column, index) => `:after_${index}`);
  return [`(${question.sort.join(', ')}) ${question.direction === 'asc' ? '>' : '<'} (${places.join(', ')})`];
}

type Counts = Pick<ListPage<object>, 'total' | 'facets'>;

/** Facets that look at the same rows are counted in one statement, over those rows read once. */
function countsOf(definition: ListDefinition, view: ViewReader, question: Question): Counts {
  const all = Object.entries(definition.facets);
  let total = 0;
  const counted = new Map<string, Record<string, number>>();
  for (const ignored of new Set([undefined, ...all.map(([, facet]) => facet.ignores)])) {
    const facets = all.filter(([, facet]) => facet.ignores === ignored);
    const rows = view.all<CountRow>(countsSql(definition, question, facets, ignored), question.parameters);
    for (const row of rows) {
      if (row.facet < 0) {
        if (ignored === undefined) total = row.count;
        continue;
      }
      const name = facets[row.facet]![0];
      counted.set(name, { ...counted.get(name), [String(row.value)]: row.count });
    }
  }
  return { total, facets: Object.fromEntries(all.map(([name]) => [name, counted.get(name) ?? {}])) };
}

interface CountRow {
  readonly facet: number;
  readonly value: SqlValue;
  readonly count: number;
}

function countsSql(
  definition: ListDefinition,
  question: Question,
  facets: readonly (readonly [string, ListFacet])[],
  ignored: string | undefined,
): string {
  const columns = facets.map(([, facet], index) => `${facet.sql} as facet_${index}`);
  const matched =
    `select ${['1', ...columns].join(', ')} from ${sourceOf(definition, question)}` +
    ` where ${whereOf(question, ignored).join(' and ')}`;
  const counts = facets.map(([, facet], index) =>
    facet.each
      ? `select ${index}, one.value, count(*) from matched, json_each(facet_${index}) as one` +
        ` where facet_${index} <> '[]' group by one.value`
      : `select ${index}, facet_${index}, count(*) from matched group by facet_${index}`,
  );
  const total = 'select -1 as facet, null as value, count(*) as count from matched';
  return `with matched as materialized (${matched}) ${[total, ...counts].join(' union all ')}`;
}
