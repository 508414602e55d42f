import type { CsvColumn, Instant, ListPage } from '@rettidig/event-sourcing';
import { hashOf, Refused } from '@rettidig/event-sourcing';
import { Count, Dictionary, ListOf, Pattern } from './fields.js';
import type { PageParameters } from './lists.js';

/** A question to a list that is worked out in memory, and the instant whose knowledge all its pages show. */
export interface PageAsked {
  readonly at: Instant;
  readonly offset: number;
  readonly limit: number;
  /** Of the list, the filters and the order. */
  readonly hash: string;
}

/**
 * Which page is asked for: the one that its cursor names, else the first one, as known at an instant. Later pages show
 * what the first one did, whatever is recorded meanwhile.
 * @throws Refused `cursor.unknown`, 400: damaged, made up, or of another question.
 */
export function pageAsked(list: string, parameters: PageParameters, at: Instant): PageAsked {
  const { cursor, limit = 50, ...question } = parameters;
  const hash = hashOf([list, JSON.parse(JSON.stringify(question))]).slice(0, 16);
  const place = cursor === undefined ? { at, offset: 0 } : placeOf(cursor, hash);
  return { ...place, limit, hash };
}

/** One page of rows that are already filtered and in order. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { at, offset, limit, hash }: PageAsked,
  facets: ListPage<Item>['facets'],
  show: (row: Row) => Item,
): ListPage<Item> {
  const next = offset + limit;
  const nextCursor = next < rows.length ? Buffer.from(JSON.stringify([hash, at, next])).toString('base64url') : null;
  return { items: rows.slice(offset, next).map(show), total: rows.length, facets, nextCursor };
}

/** Counts per value; a row may have several. */
export function countsOf<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => string | readonly string[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of rows.flatMap(valuesOf)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function placeOf(cursor: string, hash: string): Pick<PageAsked, 'at' | 'offset'> {
  const [madeFor, at, offset] = parsed(cursor);
  const isPlace = typeof at === 'string' && Number.isSafeInteger(offset) && (offset as number) >= 0;
  if (madeFor !== hash || !isPlace) throw new Refused('cursor.unknown', {}, 400);
  return { at, offset: offset as number };
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}

/** What the page of a list says of itself, in the documentation. */
interface Frame {
  /** What its items are. */
  readonly items: string;
  /** What is counted in all, where that is not simply what matches. */
  readonly total?: string;
  /** What the counts are by. */
  readonly facets: string;
}

/** The answer class of a list: a page of its items, with all that every page says. To be extended by a class with a name. */
export function pageWith<Item extends object>(type: () => new () => Item, told: Frame): new () => ListPage<Item> {
  class Page implements ListPage<Item> {
    @ListOf(type, { description: told.items, max: 200 })
    items!: Item[];

    @Count({ description: told.total ?? 'All that match, on all pages.' })
    total!: number;

    @Dictionary({ type: 'object', additionalProperties: { type: 'integer' } }, { description: told.facets })
    facets!: Record<string, Record<string, number>>;

    @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
    nextCursor!: string | null;
  }
  return Page;
}

/** A column of a list that is exported. */
export const column = (key: string, da: string, en: string): CsvColumn => ({ key, heading: { da, en } });
