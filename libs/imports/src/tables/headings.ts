import type { TableRow } from '@rettidig/documents';
import type { Column, TableDefinition } from './column.js';

/** A table whose headings were understood, though some may be missing. */
export interface Recognised<Table extends TableDefinition> {
  readonly table: Table;
  /** Where each understood column stands, from 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly missing: readonly Column[];
  /** Headings that nothing is read from. */
  readonly ignored: readonly string[];
  /** Cells of the row with the headings. */
  readonly width: number;
  /** The rows below the headings. */
  readonly rows: readonly TableRow[];
}

/** Rows in which the headings are looked for: a title and some lines about the extract may stand above them. */
const ROWS_ABOVE = 10;

/** Headings are compared without case, signs, and what stands in brackets: `Dækker enheder (numre, komma)`. */
const bare = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The table that the headings fit best; undefined when they fit none in at least two columns. */
export function recognise<Table extends TableDefinition>(
  rows: readonly TableRow[],
  tables: readonly Table[],
): Recognised<Table> | undefined {
  const candidates = rows
    .slice(0, ROWS_ABOVE)
    .flatMap((row, at) => tables.map((table) => seen(row, table, rows.slice(at + 1))));
  return candidates
    .filter(({ places }) => places.size >= 2)
    .reduce<Recognised<Table> | undefined>((best, next) => (best && !isBetter(next, best) ? best : next), undefined);
}

/** Fewer missing columns first, then more understood ones. */
const isBetter = (next: Recognised<TableDefinition>, best: Recognised<TableDefinition>): boolean =>
  next.missing.length - next.places.size < best.missing.length - best.places.size;

function seen<Table extends TableDefinition>(
  { cells }: TableRow,
  table: Table,
  rows: readonly TableRow[],
): Recognised<Table> {
  const headings = cells.map(bare);
  const places = new Map<string, number>();
  for (const { key, heading, also = [] } of table.columns) {
    const understood = [heading.da, heading.en, ...also].map(bare);
    const at = headings.findIndex((one) => one !== '' && understood.includes(one));
    if (at >= 0) places.set(key, at);
  }
  const understood = new Set(places.values());
  return {
    table,
    places,
    missing: table.columns.filter(({ key, needs }) => needs !== 'nothing' && !places.has(key)),
    ignored: cells.filter((cell, at) => cell !== '' && !understood.has(at)),
    width: cells.length,
    rows,
  };
}
