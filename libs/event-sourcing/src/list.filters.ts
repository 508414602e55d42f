import type { ListFilter } from './list.types.js';

/** Any of some codes or ids. */
export const isOneOf = (column: string): ListFilter => ({ column, sql: ':column in :values' });

/** A column that holds a JSON array shares a member with what was given. */
export const sharesOneOf = (column: string): ListFilter => ({
  column,
  sql: `exists (select 1 from json_each(${column}) as had where had.value in :values)`,
});

export const isAtLeast = (column: string): ListFilter => ({ column, sql: ':column >= :value' });
export const isAtMost = (column: string): ListFilter => ({ column, sql: ':column <= :value' });

/**
 * Every given word occurs somewhere in a column of folded text, also inside a longer word: Danish compounds hide the
 * word that is looked for (`afdelingsleder` in `souschefafdelingslederne`), which an index of whole words cannot find.
 */
export const hasWords = (column: string): ListFilter => ({
  column,
  sql: `not exists (select 1 from json_each(:value) as word where instr(${column}, word.value) = 0)`,
  bind: (text: string) => JSON.stringify(foldText(text).split(/\s+/).filter(Boolean)),
  breadth: 2,
});

/** The same filter, leaving more: see `ListFilter.breadth`. */
export const broad = (breadth: 1 | 2, filter: ListFilter): ListFilter => ({ ...filter, breadth });

/** Text as it is searched: without regard to capitals, æ, ø and å included; one form of each letter. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase();
