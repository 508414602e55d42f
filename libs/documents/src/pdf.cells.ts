import type { Grid } from './pdf.grids.js';
import type { Written } from './pdf.lines.js';
import { cutAtEdge, endOf, linesOf, textOf, type Piece } from './pdf.pieces.js';
import { goesOn, rowsIn, type TableLine } from './pdf.rows.js';

/** A ruled table as it is written. */
export interface WrittenTable extends Written {
  /** Edges of its columns. */
  readonly xs: readonly number[];
  /** Whether its first row has text but no line above it, its last one none below: the page may have cut it. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

/** A table with lines above, below and beside it, but perhaps none between its rows, has so many ruled rows at most. */
const HEADING_AND_BODY = 2;
/** So many lines must stand below each other before they can be rows without lines between them. */
const FEWEST_LINES = 3;

const columnAt = ({ xs }: Grid, { x, size }: Piece): number =>
  Math.max(0, Math.min(xs.length - 2, xs.filter((edge) => edge <= x + size / 4).length - 1));

/** Where letters stand rather than their feet: in the middle of a small one. */
export const middleOf = ({ y, size }: Piece): number => y + size / 4;

function rowAt({ ys }: Grid, piece: Piece): number {
  const row = ys.findIndex((edge) => edge < middleOf(piece));
  return row < 0 ? ys.length - 2 : Math.max(0, row - 1);
}

/** A piece divided at the edges between the cells of its row. */
function divided(piece: Piece, grid: Grid): Piece[] {
  const row = rowAt(grid, piece);
  return grid.xs.slice(1, -1).reduce<Piece[]>(
    (parts, edge, at) => {
      const [one, other] = [grid.cellAt(row, at), grid.cellAt(row, at + 1)];
      const same = one.row === other.row && one.column === other.column;
      return same ? parts : parts.flatMap((part) => cutAtEdge(part, edge));
    },
    [piece],
  );
}

/** What stands in each cell, by row and column. */
function cellsOf(pieces: readonly Piece[], grid: Grid): Piece[][][] {
  const cells = grid.ys.slice(1).map(() => grid.xs.slice(1).map((): Piece[] => []));
  for (const piece of pieces.flatMap((one) => divided(one, grid))) {
    const { row, column } = grid.cellAt(rowAt(grid, piece), columnAt(grid, piece));
    cells[row]![column]!.push(piece);
  }
  return cells;
}

/** The lines of a ruled row, each with what it has in every column. */
function linesIn(row: readonly (readonly Piece[])[], grid: Grid): TableLine[] {
  return linesOf(row.flat()).map(({ y, size, pieces }) => ({
    y,
    size,
    segments: row.flatMap((cell) => {
      const own = cell.filter((piece) => pieces.includes(piece));
      if (own.length === 0) return [];
      const x = Math.max(own[0]!.x, grid.xs[columnAt(grid, own[0]!)]!);
      return [{ x, end: Math.max(...own.map(endOf)), text: textOf(own) }];
    }),
  }));
}

/** Rows that no line divides in the body of a table: seen from the space between them, or from lines that never wrap. */
function looseRows(row: readonly (readonly Piece[])[], grid: Grid): TableLine[][] | undefined {
  const lines = linesIn(row, grid);
  if (lines.length < FEWEST_LINES) return undefined;
  const [stops, right] = [grid.xs.slice(1, -1), grid.xs.at(-1)!];
  const apart = rowsIn(lines, stops, right);
  if (apart) return apart;
  const wrapped = lines.slice(1).some((line, at) => goesOn(lines[at]!, line, stops, right));
  const full = lines.every(({ segments }) => segments.length > 1);
  return full && !wrapped ? lines.map((line) => [line]) : undefined;
}

const textsOf = (row: readonly (readonly Piece[])[]): string[] => row.map(textOf);

/** Writes a ruled table: a line for each row that has text, a cell for each column. */
export function writeTable(pieces: readonly Piece[], grid: Grid): WrittenTable {
  const cells = cellsOf(pieces, grid);
  const filled = cells.filter((row) => row.some((cell) => cell.length > 0));
  const rows = filled.flatMap((row) => {
    const body = cells.length <= HEADING_AND_BODY && row === cells.at(-1);
    const loose = body ? looseRows(row, grid) : undefined;
    if (!loose) return [textsOf(row)];
    return loose.map((lines) => {
      const [top, bottom] = [lines[0]!.y, lines.at(-1)!.y];
      const within = ({ y, size }: Piece): boolean => y <= top + size / 2 && y >= bottom - size / 2;
      return textsOf(row.map((cell) => cell.filter(within)));
    });
  });
  const lines = linesOf(pieces);
  return {
    xs: grid.xs,
    openAbove: !grid.closedAbove && filled[0] === cells[0],
    openBelow: !grid.closedBelow && filled.at(-1) === cells.at(-1),
    lines: rows.map((row) => row.join('\t')),
    first: lines[0]!.y,
    last: lines.at(-1)!.y,
    size: Math.max(lines[0]!.size, lines.at(-1)!.size),
  };
}
