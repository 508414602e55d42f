import type { LocalDate } from '@rettidig/vocabulary';
import { isLocalDate, plusCalendarDays } from '@rettidig/vocabulary';
import type { BadRows } from '../tables/bad-rows.js';
import type { Cells } from '../tables/cells.js';

/** A period as the register keeps it: a row names the last day, `to` is the first day after it. */
export interface Period {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/**
 * The period of a row; a fault of the row when it ends before it starts. People write the last day (31-12-2026): this is
 * the one place where it becomes the first day after it.
 */
export function periodIn(cells: Cells): Period | undefined {
  const from = cells.day('from');
  const last = cells.day('to');
  if (from === undefined) return undefined;
  if (last === undefined) return { from };
  const to = plusCalendarDays(last, 1);
  if (last < from) cells.wrong('to', 'row.ends-before-it-starts', { from, to: last });
  else if (!isLocalDate(to)) cells.wrong('to', 'row.end-too-late', { to: last });
  else return { from, to };
  return undefined;
}

/** What could be read of rows, each key once: the first row counts, and every later one is a fault. */
export function onceEach<Row extends { readonly cells: Cells }>(
  rows: readonly (Row | undefined)[],
  column: string,
  keyOf: (row: Row) => string,
): Row[] {
  const first = new Map<string, number>();
  return rows.filter((row): row is Row => {
    if (!row) return false;
    const key = keyOf(row);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.cells.row);
    else row.cells.wrong(column, 'row.twice', { first: earlier });
    return earlier === undefined;
  });
}

/** Rows without a fault so far. */
export const faultless = <Row extends { readonly cells: Cells }>(rows: readonly Row[], bad: BadRows): Row[] =>
  rows.filter(({ cells }) => !bad.has(cells.row));
