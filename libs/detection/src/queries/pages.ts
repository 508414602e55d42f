import type { Instant, ListPage } from '@rettidig/event-sourcing';
import { hashOf, Refused } from '@rettidig/event-sourcing';
import type { PageParameters } from '@rettidig/vocabulary';
import { asOfInstant } from '@rettidig/vocabulary';

/** A question to a list that is worked out anew, with the moment that all its pages are worked out for. */
export interface Asked {
  /** What was known at this instant; today is its day. */
  readonly moment: Instant;
  /** Up to here versions of rows are read; beyond the moment only where a clock was set back. */
  readonly at: Instant;
  readonly offset: number;
  readonly hash: string;
  readonly limit: number;
}

/** Later than every instant. */
const ALL_KNOWN = '9999';

/**
 * What is asked for, pinned: later pages are worked out for the moment of the first one.
 * @throws Refused `cursor.unknown`, 400: damaged, made up, or of another question.
 */
export function asked(list: string, parameters: PageParameters, now: Instant): Asked {
  const { cursor, limit = 50, ...question } = parameters;
  const hash = hashOf([list, JSON.parse(JSON.stringify(question))]).slice(0, 16);
  const place = cursor === undefined ? undefined : placeOf(cursor, hash);
  const asOf = place?.moment ?? asOfInstant(parameters.asOf, now);
  return { moment: asOf ?? now, at: asOf ?? ALL_KNOWN, offset: place?.offset ?? 0, hash, limit };
}

/** One page of rows that are already filtered and in order. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { moment, offset, hash, limit }: Asked,
  facets: ListPage<Item>['facets'],
  show: (row: Row) => Item,
): ListPage<Item> {
  const next = offset + limit;
  const cursor = Buffer.from(JSON.stringify([hash, moment, next])).toString('base64url');
  return {
    items: rows.slice(offset, next).map(show),
    total: rows.length,
    facets,
    nextCursor: next < rows.length ? cursor : null,
  };
}

/** Counts per value; a row may have several. */
export function countsOf<Row>(rows: readonly Row[], valuesOf: (row: Row) => readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of rows.flatMap(valuesOf)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function placeOf(cursor: string, hash: string): { moment: Instant; offset: number } {
  const [madeFor, moment, offset] = parsed(cursor);
  const isPlace = typeof moment === 'string' && Number.isSafeInteger(offset) && (offset as number) >= 0;
  if (madeFor !== hash || !isPlace) throw new Refused('cursor.unknown', {}, 400);
  return { moment, offset: offset as number };
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}
