import { columnOf, type Segment } from './pdf.columns.js';

/** A line of a table without ruled lines. */
export interface TableLine {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** Lines of one row lie at one distance, give or take this share of it. */
const SAME_DISTANCE = 1.06;
/** Rows lie further apart than the lines of a cell by this share at least: the space that is left around a cell. */
const ROW_DISTANCE = 1.15;

const distances = (lines: readonly TableLine[]): number[] => lines.slice(1).map(({ y }, at) => lines[at]!.y - y);

/** How wide the first word of a text is, taken from the width of all of it. */
function firstWord({ text, x, end }: Segment): number {
  const [word = ''] = text.split(' ', 1);
  return ((end - x) * word.length) / Math.max(1, text.length);
}

/** Where the columns of a table end on the right, at least. */
const rightOf = (column: number, stops: readonly number[], right: number): number => stops[column] ?? right;

/** Whether a cell goes on from one line to the next: the next word had no room any more. */
function wraps(upper: Segment, lower: Segment, size: number, right: number): boolean {
  return upper.end + firstWord(lower) + size / 4 > right - size;
}

const inColumn = (line: TableLine, column: number, stops: readonly number[]): Segment | undefined =>
  line.segments.find((segment) => columnOf(segment, stops) === column);

/** Whether a line can only go on with the one above it: no cell begins in it, and one of them was full. */
export function goesOn(upper: TableLine, lower: TableLine, stops: readonly number[], right: number): boolean {
  const pairs = lower.segments.map((segment) => {
    const column = columnOf(segment, stops);
    return { segment, above: inColumn(upper, column, stops), edge: rightOf(column, stops, right) };
  });
  return (
    pairs.every(({ above }) => above !== undefined) &&
    pairs.some(({ segment, above, edge }) => wraps(above!, segment, lower.size, edge))
  );
}

/** Whether a line as close to the one above it as any in the table goes on with it in the first column. */
export function trails(lines: readonly TableLine[], next: TableLine, stops: readonly number[], right: number): boolean {
  const last = lines.at(-1)!;
  const closest = Math.min(...distances(lines));
  return last.y - next.y <= closest * SAME_DISTANCE && goesOn(last, next, stops, right);
}

/**
 * The rows of a table without ruled lines: where all of its lines lie at two distances, a smaller one inside cells and a
 * larger one between rows, every row begins in the first column, and every other line can only go on with the one
 * above it. Undefined where that is not so: then nobody knows where the rows begin.
 */
export function rowsIn(
  lines: readonly TableLine[],
  stops: readonly number[],
  right: number,
): TableLine[][] | undefined {
  const all = distances(lines);
  const closest = Math.min(...all);
  const rows: TableLine[][] = [[lines[0]!]];
  for (const [at, distance] of all.entries()) {
    const line = lines[at + 1]!;
    if (distance > closest * ROW_DISTANCE) {
      if (!inColumn(line, 0, stops)) return undefined;
      rows.push([line]);
    } else {
      if (distance > closest * SAME_DISTANCE || !goesOn(lines[at]!, line, stops, right)) return undefined;
      rows.at(-1)!.push(line);
    }
  }
  return rows.length > 1 ? rows : undefined;
}
