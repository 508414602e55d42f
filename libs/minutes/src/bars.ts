/** `---|:--:|---`: the line below the headings of a table written with bars. */
const DASHES = /^[\s|:+-]*-[\s|:+-]*$/u;

/**
 * Which lines are rows of a table written with bars. Bars on both ends say so; without them a bar can stand in a title
 * (`Referat | LokalMED`), so the line beside it must have bars too.
 */
export function barRowsOf(raw: readonly string[]): ReadonlySet<number> {
  const filled = raw.map((line, at) => ({ at, line })).filter(({ line }) => line.trim() !== '');
  const barred = filled.flatMap(({ at, line }, place) => {
    if (!line.includes('|') || line.includes('\t')) return [];
    const beside = [filled[place - 1], filled[place + 1]].some((one) => one?.line.includes('|'));
    return [{ at, bars: barsIn(line), sure: beside || /^\s*\|.*\|\s*$/u.test(line) }];
  });
  // A row alone below a heading (`Afbud:`) has as many bars as the rows of the table above.
  const widths = new Set(barred.filter(({ sure }) => sure).map(({ bars }) => bars));
  return new Set(barred.filter(({ sure, bars }) => sure || (bars > 1 && widths.has(bars))).map(({ at }) => at));
}

const barsIn = (line: string): number => line.split('|').length - 1;

/** The cells between the bars, without those that only the outer bars would make; one empty cell for a line of dashes. */
export const barCellsOf = (row: string): string[] =>
  DASHES.test(row) ? [''] : row.trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|');
