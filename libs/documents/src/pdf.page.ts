import { middleOf, writeTable, type WrittenTable } from './pdf.cells.js';
import { holds, type Grid } from './pdf.grids.js';
import { apart, writeText, type Written } from './pdf.lines.js';
import { newspaperOf } from './pdf.newspaper.js';
import { endOf, type Piece } from './pdf.pieces.js';

/** The lines of a page, and where the ruled tables stand that its beginning or its end may cut. */
export interface Page {
  readonly lines: readonly string[];
  /** The first line of its first ruled table, and the last line of its last one. */
  readonly first?: { readonly line: number; readonly table: WrittenTable };
  readonly last?: { readonly line: number; readonly table: WrittenTable };
}

/** Edges of columns on two pages are the same give or take so many points. */
const SAME_EDGE = 3;

/** Where text ends on the right: as far from the edge of the page as it begins on the left, or where it does. */
const marginOf = (pieces: readonly Piece[], width: number): number =>
  pieces.reduce((margin, piece) => Math.max(margin, endOf(piece), width - piece.x), 0);

/** The parts of a page from top to bottom: its ruled tables, and the text between them. */
function partsOf(pieces: readonly Piece[], grids: readonly Grid[], width: number): (Written | WrittenTable)[] {
  const parts: (Written | WrittenTable)[] = [];
  const margin = marginOf(pieces, width);
  const text = (some: readonly Piece[]): void => {
    for (const part of newspaperOf(some)) if (part.length > 0) parts.push(...writeText(part, margin));
  };
  let left = [...pieces];
  for (const grid of grids) {
    const inside = left.filter((piece) => holds(grid, piece.x + piece.size / 4, middleOf(piece)));
    if (inside.length === 0) continue;
    const outside = left.filter((piece) => !inside.includes(piece));
    text(outside.filter(({ y }) => y >= grid.ys[0]!));
    parts.push(writeTable(inside, grid));
    left = outside.filter(({ y }) => y < grid.ys[0]!);
  }
  text(left);
  return parts;
}

/**
 * The lines of a page of a width in points, the columns of its tables divided by tabs, paragraphs that stand apart by an
 * empty line.
 */
export function writePage(pieces: readonly Piece[], grids: readonly Grid[], width: number): Page {
  const parts = partsOf(
    pieces.filter(({ text }) => text.trim() !== ''),
    grids,
    width,
  );
  const lines: string[] = [];
  let first: Page['first'];
  let last: Page['last'];
  for (const [at, part] of parts.entries()) {
    if (at > 0 && apart(parts[at - 1]!, part)) lines.push('');
    if ('xs' in part) first ??= { table: part, line: lines.length };
    lines.push(...part.lines);
    if ('xs' in part) last = { table: part, line: lines.length - 1 };
  }
  return { lines, ...(first ? { first } : {}), ...(last ? { last } : {}) };
}

/** Whether a row goes on behind a page break: no line ends it there, none begins it anew, and its columns are the same. */
function cutsRow(upper: WrittenTable | undefined, lower: WrittenTable | undefined): boolean {
  if (!upper?.openBelow || !lower?.openAbove || upper.xs.length !== lower.xs.length) return false;
  return upper.xs.every((edge, at) => Math.abs(edge - lower.xs[at]!) <= SAME_EDGE);
}

/** Two parts of a row as one. */
function bound(upper: string, lower: string): string {
  const rest = lower.split('\t');
  const cells = upper.split('\t').map((cell, at) => [cell, rest[at] ?? ''].filter((text) => text !== '').join(' '));
  return cells.join('\t');
}

/** A row that the next page may go on with: its line among all, and its table. */
interface Open {
  readonly row: number;
  readonly table: WrittenTable;
}

/** Writes a page behind others; answers the row that the next page may go on with. */
function append(lines: string[], { lines: own, first, last }: Page, above: Open | undefined): Open | undefined {
  if (lines.length > 0) lines.push('');
  const begin = lines.length;
  lines.push(...own);
  if (!first || !last) return undefined;
  const row = begin + last.line;
  if (!above || !cutsRow(above.table, first.table)) return { row, table: last.table };
  lines[above.row] = bound(lines[above.row]!, own[first.line]!);
  lines.splice(begin + first.line, 1);
  return { row: last.line === first.line ? above.row : row - 1, table: last.table };
}

/** The lines of all pages, an empty line between two; a row that a page break cuts is one line, where it began. */
export function writePages(pages: readonly Page[]): string[] {
  const lines: string[] = [];
  let above: Open | undefined;
  for (const page of pages) if (page.lines.length > 0) above = append(lines, page, above);
  return lines;
}
