import { between, cutAtStart, endOf, SAME_START, startsIn, type Line, type Piece } from './pdf.pieces.js';

/** Pieces that stand together: a cell, or a whole line where there are no columns. */
export interface Segment {
  readonly x: number;
  readonly end: number;
  readonly text: string;
}

/** A gap of this many letter heights is the gap between two columns. */
const COLUMN_GAP = 1.5;
/** Where other lines show a column to begin, a smaller gap is one too: a cell may be written full. */
const FULL_CELL_GAP = 0.6;
/** Columns begin at the same place give or take so many points. */
export const SAME_COLUMN = 3;
/** What has more columns is a drawing or a form, no table. */
const MOST_COLUMNS = 30;
/** A bullet or number and the gap before its text are no column of their own. */
const LABEL = /^([•●▪◦o*–-]|\(?\d{1,3}(\.\d{1,3})*[.)]?|\(?[a-zæøå][.)])$/i;
const LABEL_GAP = 4;
/** So many lines at least must show a column that begins behind a narrow gap. */
const FEWEST_NARROW = 3;

const startsAt = ({ x }: Piece, stops: readonly number[]): boolean =>
  stops.some((stop) => Math.abs(stop - x) <= SAME_COLUMN);

/** Whether a column begins after a gap: a wide one, or a smaller one where one of the stops is. */
const beginsColumn = (gap: number, piece: Piece, size: number, stops: readonly number[]): boolean =>
  gap > (startsAt(piece, stops) ? FULL_CELL_GAP : COLUMN_GAP) * size;

/** Cuts a line where its columns begin. */
export function segmentsOf({ pieces, size }: Line, stops: readonly number[]): Segment[] {
  const segments: { x: number; end: number; text: string }[] = [];
  for (const piece of pieces) {
    const segment = segments.at(-1);
    const gap = segment ? piece.x - segment.end : 0;
    const labelled =
      segments.length === 1 && LABEL.test(segment!.text) && gap < LABEL_GAP * size && !startsAt(piece, stops);
    if (!segment || (!labelled && beginsColumn(gap, piece, size, stops))) {
      segments.push({ x: piece.x, end: endOf(piece), text: piece.text });
    } else {
      segment.text += between(gap, size) + piece.text;
      segment.end = Math.max(segment.end, endOf(piece));
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }));
}

/** Places where a column begins in more than one line, from left to right; never the left edge of the text. */
export function stopsOf(lines: readonly Line[]): number[] {
  const starts = lines.flatMap((line) => segmentsOf(line, []).slice(1)).map(({ x }) => x);
  starts.sort((a, b) => a - b);
  const stops: number[] = [];
  for (const [at, x] of starts.entries()) {
    const known = stops.length > 0 && x - stops.at(-1)! <= SAME_COLUMN;
    if (!known && starts[at + 1]! - x <= SAME_COLUMN) stops.push(x);
  }
  if (stops.length > 0) stops.push(...narrowStops(lines, stops));
  return stops.length <= MOST_COLUMNS ? stops.sort((a, b) => a - b) : [];
}

/** Where words of a line begin behind a gap that is wider than a space, though no column need begin there. */
const narrowStarts = ({ pieces, size }: Line): number[] =>
  pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    const begins = before !== undefined && piece.x - endOf(before) > FULL_CELL_GAP * size && !LABEL.test(before.text);
    const inside = startsIn(piece).filter((start) => !LABEL.test(start.before));
    return [...(begins ? [piece.x] : []), ...inside.map(({ x }) => x)];
  });

/** In a block with columns, further ones behind narrow gaps: words begin at the same place in most of its lines. */
function narrowStops(lines: readonly Line[], stops: readonly number[]): number[] {
  const starts = lines.map((line) => ({ inside: narrowStarts(line), first: line.pieces[0]!.x }));
  const near = (x: number, other: number): boolean => Math.abs(x - other) <= SAME_START;
  const found: number[] = [];
  for (const x of starts.flatMap(({ inside }) => inside)) {
    if ([...stops, ...found].some((stop) => Math.abs(stop - x) <= SAME_COLUMN * 2)) continue;
    const begin = starts.filter(({ inside }) => inside.some((one) => near(one, x))).length;
    const all = starts.filter(({ inside, first }) => near(first, x) || inside.some((one) => near(one, x))).length;
    if (begin >= FEWEST_NARROW && all * 2 >= lines.length) found.push(x);
  }
  return found;
}

/** A line whose columns the library bound to one piece, divided where its neighbours show them to begin. */
const divided = (line: Line, stops: readonly number[], wide: boolean): Line => ({
  ...line,
  pieces: stops.reduce<readonly Piece[]>(
    (pieces, stop) => pieces.flatMap((piece) => cutAtStart(piece, stop, wide)),
    line.pieces,
  ),
});

const runsOver = ({ pieces }: Line, stops: readonly number[]): boolean =>
  pieces.some((piece) => stops.some((stop) => piece.x < stop - SAME_COLUMN && endOf(piece) > stop + SAME_COLUMN));

/**
 * The segments of lines that stand together. Between two lines with columns a narrow gap divides as well; inside a piece
 * a gap no wider than a space does so only where lines below each other have a word that begins with the column.
 */
export function segmentsIn(lines: readonly Line[], stops: readonly number[]): Segment[][] {
  const rows = lines.map((line) => segmentsOf(line, stops));
  const [first, last] = [rows.findIndex((row) => row.length > 1), rows.findLastIndex((row) => row.length > 1)];
  const runs = (at: number): boolean => at > first && at < last && runsOver(lines[at]!, stops);
  const begins = (at: number): boolean => divided(lines[at]!, stops, false).pieces.length > lines[at]!.pieces.length;
  const sure = (at: number): boolean => {
    const beside = [at - 1, at + 1].filter(runs);
    return beside.length > 0 && beside.every(begins);
  };
  return rows.map((row, at) =>
    at < first || at > last || first < 0 ? row : cutAtStops(divided(lines[at]!, stops, !sure(at)), stops),
  );
}

/** Cuts a line before every piece that begins with a column, however narrow the gap. */
function cutAtStops(line: Line, stops: readonly number[]): Segment[] {
  const parts: Piece[][] = [];
  for (const piece of line.pieces) {
    const begins = stops.some((stop) => Math.abs(stop - piece.x) <= SAME_START);
    if (begins || parts.length === 0) parts.push([piece]);
    else parts.at(-1)!.push(piece);
  }
  return parts.flatMap((pieces) => segmentsOf({ ...line, pieces }, stops));
}

/** The column of a segment, counted by the stops at or left of it. */
export const columnOf = ({ x }: Segment, stops: readonly number[]): number =>
  stops.filter((stop) => stop <= x + SAME_COLUMN).length;

/** A line with each segment in its column, and empty cells where it has none. */
export function cellsOf(segments: readonly Segment[], stops: readonly number[]): string[] {
  const cells: string[] = [];
  for (const segment of segments) {
    while (cells.length < columnOf(segment, stops)) cells.push('');
    cells.push(segment.text);
  }
  while (cells.length <= stops.length) cells.push('');
  return cells;
}
