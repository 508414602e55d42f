/** `---|:--:|---`: the line below the headings of a table written with bars. */
const DASHES = /^[\s|:+-]*-[\s|:+-]*$/u;

/**
 * Which lines are rows of a table written with bars. Bars on both ends say so; without them a bar can stand in a title
 * (`Referat | LokalMED`), so the line beside it must have bars too.
 */
export function barRowsOf(raw: readonly string[]): ReadonlySet<number> {
  const filled = raw.map((line, at) => ({ at, line })).filter(({ line }) => line.trim() !== '');
  const rows = filled.filter(({ line }, place) => {
    if (!line.includes('|') || line.includes('\t')) return false;
    if (/^\s*\|.*\|\s*$/u.test(line)) return true;
    return [filled[place - 1], filled[place + 1]].some((beside) => beside?.line.includes('|'));
  });
  return new Set(rows.map(({ at }) => at));
}

/** The cells between the bars, without those that only the outer bars would make; one empty cell for a line of dashes. */
export const barCellsOf = (row: string): string[] =>
  DASHES.test(row) ? [''] : row.trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|');
