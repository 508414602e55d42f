import type { Instant } from '@rettidig/event-sourcing';
import { hashOf, Refused } from '@rettidig/event-sourcing';
import type { PageParameters } from '@rettidig/vocabulary';

/** Where a page of a list in memory begins, and the instant whose knowledge all pages show. */
export interface Place {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * The place that a cursor names; the beginning, at an instant, without one. Later pages show what the first one did,
 * whatever is recorded meanwhile.
 * @throws Refused `cursor.unknown`, 400: damaged, made up, or of another question.
 */
export function placeOf(parameters: PageParameters, at: Instant): Place {
  const { cursor } = parameters;
  if (cursor === undefined) return { at, offset: 0 };
  const [madeFor, since, offset] = parsed(cursor);
  const isPlace = typeof since === 'string' && Number.isSafeInteger(offset) && (offset as number) >= 0;
  if (madeFor !== questionOf(parameters) || !isPlace) throw new Refused('cursor.unknown', {}, 400);
  return { at: since, offset: offset as number };
}

/** The cursor of the page after this one; null when it is the last. */
export function cursorAfter(parameters: PageParameters, { at, offset }: Place, total: number): string | null {
  const next = offset + (parameters.limit ?? 50);
  if (next >= total) return null;
  return Buffer.from(JSON.stringify([questionOf(parameters), at, next])).toString('base64url');
}

/** The filters and the order without the page. */
const questionOf = ({ cursor: _cursor, limit: _limit, ...question }: PageParameters): string =>
  hashOf(JSON.parse(JSON.stringify(question))).slice(0, 16);

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}
