/** A piece of text on a page, in points from its lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
}

/** Pieces that stand together: a cell, or a whole line where there are no columns. */
interface Segment {
  readonly x: number;
  readonly end: number;
  readonly text: string;
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** Pieces whose feet differ by less than this share of the letters' height stand in one line. */
const SAME_LINE = 0.4;
/** A gap of this many letter heights is the gap between two columns. */
const COLUMN_GAP = 1.5;
/** Where other lines show a column to begin, a smaller gap is one too: a cell may be written full. */
const FULL_CELL_GAP = 0.6;
/** A gap of this many letter heights is a space. */
const WORD_GAP = 0.15;
/** Lines further apart than this many letter heights have an empty line between them. */
const PARAGRAPH_GAP = 2.2;
/** Columns begin at the same place give or take so many points. */
const SAME_COLUMN = 3;
/** What has more columns is a drawing or a form, no table. */
const MOST_COLUMNS = 30;
/** A bullet or number and the gap before its text are no column of their own. */
const LABEL = /^([•●▪◦o*–-]|\(?\d{1,3}(\.\d{1,3})*[.)]?|\(?[a-zæøå][.)])$/i;
const LABEL_GAP = 4;

const endOf = ({ x, width }: Piece): number => x + width;

/** Lines from top to bottom, the pieces of each from left to right. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - piece.y <= SAME_LINE * Math.max(line.size, piece.size)) {
      line.pieces.push(piece);
      line.size = Math.max(line.size, piece.size);
    } else {
      lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
    }
  }
  for (const line of lines) line.pieces.sort((a, b) => a.x - b.x);
  return lines;
}

/** Whether a column begins after a gap: a wide one, or a smaller one where one of the stops is. */
function beginsColumn(gap: number, { x }: Piece, size: number, stops: readonly number[]): boolean {
  const atStop = stops.some((stop) => Math.abs(stop - x) <= SAME_COLUMN);
  return gap > (atStop ? FULL_CELL_GAP : COLUMN_GAP) * size;
}

/** Cuts a line where its columns begin. */
function segmentsOf({ pieces, size }: Line, stops: readonly number[]): Segment[] {
  const segments: { x: number; end: number; text: string }[] = [];
  for (const piece of pieces) {
    const segment = segments.at(-1);
    const gap = segment ? piece.x - segment.end : 0;
    const labelled = segments.length === 1 && LABEL.test(segment!.text) && gap < LABEL_GAP * size;
    if (!segment || (!labelled && beginsColumn(gap, piece, size, stops))) {
      segments.push({ x: piece.x, end: endOf(piece), text: piece.text });
    } else {
      segment.text += (gap > WORD_GAP * size ? ' ' : '') + piece.text;
      segment.end = Math.max(segment.end, endOf(piece));
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }));
}

/** Places where a column begins in more than one line, from left to right; never the left edge of the text. */
function stopsOf(lines: readonly Line[]): number[] {
  const starts = lines.flatMap((line) => segmentsOf(line, []).slice(1)).map(({ x }) => x);
  starts.sort((a, b) => a - b);
  const stops: number[] = [];
  for (const [at, x] of starts.entries()) {
    const known = stops.length > 0 && x - stops.at(-1)! <= SAME_COLUMN;
    if (!known && starts[at + 1]! - x <= SAME_COLUMN) stops.push(x);
  }
  return stops.length <= MOST_COLUMNS ? stops : [];
}

/** A line with each segment in its column, counted by the stops at or left of it. */
function cellsOf(segments: readonly Segment[], stops: readonly number[]): string[] {
  const cells: string[] = [];
  for (const { x, text } of segments) {
    const column = stops.filter((stop) => stop <= x + SAME_COLUMN).length;
    while (cells.length < column) cells.push('');
    cells.push(text);
  }
  return cells;
}

/** Whether a line can be part of a table with these stops: nothing in it runs across the first one. */
const fits = (segments: readonly Segment[], stops: readonly number[]): boolean => segments[0]!.end < stops[0]!;

/** Consecutive lines that belong to one table or to none. */
function tableEnd(rows: readonly Segment[][], from: number, stops: readonly number[]): number {
  let end = from;
  for (let at = from; at < rows.length; at += 1) {
    const segments = rows[at]!;
    const further = segments.length > 1 || segments[0]!.x > stops[0]! - SAME_COLUMN;
    if (further) end = at;
    else if (!fits(segments, stops)) break;
  }
  return end;
}

/** Whether lines lie so far apart that an empty one belongs between them. */
const apart = (upper: Line, lower: Line): boolean =>
  upper.y - lower.y > PARAGRAPH_GAP * Math.max(upper.size, lower.size);

/** Writes lines that stand close to each other; the columns are those of these lines alone. */
function writeBlock(lines: readonly Line[]): string[] {
  const stops = stopsOf(lines);
  const rows = lines.map((line) => segmentsOf(line, stops));
  if (stops.length === 0) return rows.map((segments) => segments.map(({ text }) => text).join('\t'));
  const written: string[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = rows[at]!.length > 1 ? tableEnd(rows, at, stops) : at - 1;
    for (; at <= end; at += 1) {
      const cells = cellsOf(rows[at]!, stops);
      while (cells.length <= stops.length) cells.push('');
      written.push(cells.join('\t'));
    }
    for (; at < rows.length && rows[at]!.length === 1; at += 1) written.push(rows[at]![0]!.text);
  }
  return written;
}

/** The lines of a page, the columns of its tables divided by tabs, paragraphs that stand apart by an empty line. */
export function writePage(pieces: readonly Piece[]): string[] {
  const lines = linesOf(pieces.filter(({ text }) => text.trim() !== ''));
  const blocks: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || apart(lines[at - 1]!, line)) blocks.push([]);
    blocks.at(-1)!.push(line);
  }
  return blocks.flatMap((block, at) => (at === 0 ? writeBlock(block) : ['', ...writeBlock(block)]));
}
