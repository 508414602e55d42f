import { Refused } from './errors.js';
import type { Instant } from './event.js';

/** Where a page ended: the values of the sort's columns and of the tie-breaker. */
export type CursorPlace = readonly (string | number)[];

interface Cursor {
  /** Of the question: a cursor goes on with the question that it came from and no other. */
  readonly hash: string;
  /** The versions that the first page read. */
  readonly at: Instant;
  /** When the first page was asked for. */
  readonly moment: Instant;
  readonly after: CursorPlace;
}

/** Opaque to callers: JSON in base64url. It holds nothing that the page before did not show. */
export const encodeCursor = ({ hash, at, moment, after }: Cursor): string =>
  Buffer.from(JSON.stringify([hash, at, moment, ...after])).toString('base64url');

/** @throws Refused `cursor.unknown`, 400: damaged, made up, or of another question. */
export function decodeCursor(text: string | undefined, hash: string, places: number): Cursor | undefined {
  if (text === undefined) return undefined;
  const [madeFor, at, moment, ...after] = parsed(text);
  if (
    madeFor !== hash ||
    !isInstant(moment) ||
    typeof at !== 'string' ||
    after.length !== places ||
    !after.every(isPlace)
  ) {
    throw new Refused('cursor.unknown', {}, 400);
  }
  return { hash, at, moment, after };
}

const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));

const isPlace = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}
