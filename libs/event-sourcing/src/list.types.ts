import type { Instant } from './event.js';
import type { SqlValue, ViewReader } from './projection.js';

/** One condition of a list. See `isOneOf`, `isAtLeast`, `hasWords` for the usual ones. */
export interface ListFilter {
  /**
   * `:column` stands for the column, `:value` for what the caller gave, `:values` for the members of what the caller
   * gave as a list: `:column in :values`. A function where the condition follows from what the caller gave.
   */
  readonly sql: string | ((value: never) => string);
  readonly column: string;
  /** What is bound to `:value`; the value as it is when left out. */
  readonly bind?: (value: never) => SqlValue;
  /**
   * How much it leaves: 0 little (a unit, an owner; so when left out), 1 more (a kind, a period), 2 nearly all (the
   * state that most rows have). The tables change too fast for statistics, so this tells which indexes are worth it: of
   * one question only the narrowest filters are looked up, the others are checked row by row.
   */
  readonly breadth?: number;
}

/** Counts per value, for the same filters as the list. */
export interface ListFacet {
  /** A column or expression; with `each`, one that holds a JSON array whose members are counted. Never null. */
  readonly sql: string;
  readonly each?: boolean;
  /** Counts as if this one filter were not set, so that a caller sees what else there is. */
  readonly ignores?: string;
  /**
   * Selects `value` and `count` for all current rows together, out of a table that keeps count of them. Asked instead of
   * the rows where they would all be looked at: such a count would grow with the table, however few rows match.
   */
  readonly ofAll?: string;
}

/**
 * A list over one table of a view: what can be filtered, sorted, counted. Written once per query; everything else
 * (keyset paging, totals, facets, `asOf`, export) follows. Costs grow with the rows that match, given indexes on what
 * is filtered and on the sorts.
 */
export interface ListDefinition<Filter extends string = string, Sort extends string = string> {
  /** Part of the cursor, so that a cursor of another list is refused. */
  readonly name: string;
  /** `{requirement}`. */
  readonly from: string;
  /** Columns and expressions of an item. */
  readonly columns: readonly string[];
  /** A column that no two rows of the list share: breaks ties of a sort. */
  readonly tieBreaker: string;
  readonly filters: Readonly<Record<Filter, ListFilter>>;
  /** Columns or expressions that are never null, all in one direction; `-name` turns a sort around. */
  readonly sorts: Readonly<Record<Sort, readonly string[]>>;
  readonly defaultSort: NoInfer<Sort> | `-${NoInfer<Sort>}`;
  readonly facets: Readonly<Record<string, ListFacet>>;
  /**
   * The table keeps versions: a row counts from `known_from` (inclusive) to `known_to` (exclusive, null for the current
   * one). Such a list answers `asOf`. Wants indexes on `known_from`, on `known_to` where it is not null, and the others
   * where it is null.
   */
  readonly versioned?: boolean;
  /** A condition of every question, with values that follow from the moment that is asked about. */
  readonly always?: { readonly sql: string; readonly bind: (moment: Instant) => Readonly<Record<string, SqlValue>> };
}

/** One question to a list. */
export interface ListRequest<Filter extends string = string> {
  /** Values by filter; what is undefined is not filtered by. */
  readonly filters: { readonly [Name in Filter]?: unknown };
  readonly sort?: string;
  /** 1 to 200; 50 when left out. */
  readonly limit?: number;
  readonly cursor?: string;
  /** What was known at this instant (inclusive). */
  readonly asOf?: Instant;
  readonly now: Instant;
}

/** What every list answers. */
export interface ListPage<Row> {
  readonly items: Row[];
  /** All rows that match, on all pages. */
  readonly total: number;
  readonly facets: Record<string, Record<string, number>>;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export interface ListQuery<Filter extends string> {
  /** @throws Refused `cursor.unknown` (of another question), `sort.unknown` */
  run<Row extends object>(view: ViewReader, request: ListRequest<Filter>): ListPage<Row>;
  /** The same rows in the same order, all of them; for exports. What is recorded meanwhile is not among them. */
  all<Row extends object>(view: ViewReader, request: ListRequest<Filter>): IterableIterator<Row>;
}
