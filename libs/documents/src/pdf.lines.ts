import { cellsOf, segmentsIn, segmentsOf, SAME_COLUMN, stopsOf, type Segment } from './pdf.columns.js';
import { linesOf, type Line, type Piece } from './pdf.pieces.js';
import { rowsIn, trails, type TableLine } from './pdf.rows.js';

/** Text as it is written, and where on the page it stood. */
export interface Written {
  readonly lines: readonly string[];
  /** Feet of its first and last line, and the height of their letters. */
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Lines further apart than this many letter heights have an empty line between them. */
const PARAGRAPH_GAP = 2.2;

/** Whether a line can be part of a table with these stops: nothing in it runs across the first one. */
const fits = (segments: readonly Segment[], stops: readonly number[]): boolean => segments[0]!.end < stops[0]!;

/** Consecutive lines that belong to one table or to none. */
function tableEnd(rows: readonly TableLine[], from: number, stops: readonly number[], right: number): number {
  let end = from;
  for (let at = from; at < rows.length; at += 1) {
    const { segments } = rows[at]!;
    const further = segments.length > 1 || segments[0]!.x > stops[0]! - SAME_COLUMN;
    if (further) end = at;
    else if (!fits(segments, stops)) break;
  }
  // The first cell of the last row may be the longest one.
  const after = (at: number): boolean =>
    at > from + 1 && at < rows.length && fits(rows[at]!.segments, stops) && rows[at]!.segments.length === 1;
  while (after(end + 1) && trails(rows.slice(from, end + 1), rows[end + 1]!, stops, right)) end += 1;
  return end;
}

/** The cells of several lines, those of one column behind each other. */
function joinedCells(lines: readonly TableLine[], stops: readonly number[]): string[] {
  const cells = lines.map(({ segments }) => cellsOf(segments, stops));
  const columns = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) =>
    cells
      .map((ofLine) => ofLine[column] ?? '')
      .filter((text) => text !== '')
      .join(' '),
  );
}

/** Writes lines that stand close to each other; the columns are those of these lines alone. */
function writeBlock(lines: readonly Line[], right: number): string[] {
  const stops = stopsOf(lines);
  if (stops.length === 0)
    return lines.map((line) =>
      segmentsOf(line, stops)
        .map(({ text }) => text)
        .join('\t'),
    );
  const segments = segmentsIn(lines, stops);
  const rows = lines.map(({ y, size }, at): TableLine => ({ y, size, segments: segments[at]! }));
  const written: string[] = [];
  let at = 0;
  while (at < rows.length) {
    if (rows[at]!.segments.length > 1) {
      const end = tableEnd(rows, at, stops, right);
      const table = rows.slice(at, end + 1);
      const seen = rowsIn(table, stops, right) ?? table.map((line) => [line]);
      written.push(...seen.map((row) => joinedCells(row, stops).join('\t')));
      at = end + 1;
    }
    for (; at < rows.length && rows[at]!.segments.length === 1; at += 1) written.push(rows[at]!.segments[0]!.text);
  }
  return written;
}

/** Text that has no ruled lines around it: its columns divided by tabs. Its margin is that of the page on the right. */
export function writeText(pieces: readonly Piece[], margin: number): Written[] {
  const lines = linesOf(pieces);
  const blocks: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (!above || above.y - line.y > PARAGRAPH_GAP * Math.max(above.size, line.size)) blocks.push([]);
    blocks.at(-1)!.push(line);
  }
  return blocks.map((block) => ({
    lines: writeBlock(block, margin),
    first: block[0]!.y,
    last: block.at(-1)!.y,
    size: Math.max(block[0]!.size, block.at(-1)!.size),
  }));
}

/** Whether an empty line belongs between two parts of a page: they lie far apart, or side by side. */
export const apart = (upper: Written, lower: Written): boolean =>
  upper.last - lower.first > PARAGRAPH_GAP * Math.max(upper.size, lower.size) || lower.first > upper.last;
