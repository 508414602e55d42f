import type { Instant, ListPage } from '@rettidig/event-sourcing';
import { hashOf, Refused } from '@rettidig/event-sourcing';
import type { PageParameters } from '@rettidig/vocabulary';
import { asOfInstant } from '@rettidig/vocabulary';

/** A question to a list in memory, and the instant whose knowledge all its pages show. */
interface Asked {
  readonly at: Instant;
  readonly offset: number;
  readonly hash: string;
  readonly limit: number;
}

/**
 * What is asked for, pinned: later pages read what the first one read, whatever is recorded meanwhile. `latest`: when
 * the latest of what there is became known.
 * @throws Refused `cursor.unknown`, 400: damaged, made up, or of another question.
 */
export function asked(list: string, parameters: PageParameters, latest: Instant, now: Instant): Asked {
  const { cursor, limit = 50, ...question } = parameters;
  const hash = hashOf([list, JSON.parse(JSON.stringify(question))]).slice(0, 16);
  const place = cursor === undefined ? undefined : placeOf(cursor, hash);
  const at = place?.at ?? asOfInstant(parameters.asOf, now) ?? latest;
  return { at, offset: place?.offset ?? 0, hash, limit };
}

/** One page of rows that are already filtered and in order. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { at, offset, hash, limit }: Asked,
  facets: ListPage<Item>['facets'],
  show: (row: Row) => Item,
): ListPage<Item> {
  const next = offset + limit;
  const nextCursor = next < rows.length ? Buffer.from(JSON.stringify([hash, at, next])).toString('base64url') : null;
  return { items: rows.slice(offset, next).map(show), total: rows.length, facets, nextCursor };
}

/** Counts per value. */
export function countsOf<Row>(rows: readonly Row[], valueOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[valueOf(row)] = (counts[valueOf(row)] ?? 0) + 1;
  return counts;
}

const danish = new Intl.Collator('da');

/** By name as Danes sort, then by id, so that the order is always the same. */
export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  danish.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** Whether a name holds all words, in any case and also inside longer words. */
export function hasWords(name: string, words: string | undefined): boolean {
  const lower = name.toLocaleLowerCase('da');
  return (words ?? '')
    .toLocaleLowerCase('da')
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

function placeOf(cursor: string, hash: string): { at: Instant; offset: number } {
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
