import { SAME_COLUMN } from './pdf.columns.js';
import { endOf, linesOf, type Piece } from './pdf.pieces.js';

/** A column of a newspaper has so many lines at least; what is shorter may be a row of a table. */
const FEWEST_LINES = 6;

/** The lowest foot of pieces. */
const bottomOf = (pieces: readonly Piece[]): number => Math.min(...pieces.map(({ y }) => y));

/** Where the file goes on at the top of a column to the right of what it wrote last. */
function jumpIn(pieces: readonly Piece[]): number {
  return pieces.findIndex((piece, at) => {
    const before = pieces.slice(0, at).filter(({ y }) => y <= piece.y + piece.size / 2);
    return (
      piece.y - (pieces[at - 1]?.y ?? piece.y) > (FEWEST_LINES - 1) * piece.size &&
      linesOf(before).length >= FEWEST_LINES &&
      before.every((one) => endOf(one) < piece.x)
    );
  });
}

/**
 * Text in newspaper columns, in the order of reading: one part for each column and one for what stands below. A file
 * writes such a column to its end before the next one begins, and a table row by row. One part where there are none.
 */
export function newspaperOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const at = jumpIn(pieces);
  const top = pieces[at];
  if (!top) return [pieces];
  const beside = ({ x, y }: Piece): boolean => x >= top.x - SAME_COLUMN && y <= top.y + top.size / 2;
  const stop = pieces.findIndex((piece, index) => index > at && !beside(piece));
  const end = stop < 0 ? pieces.length : stop;
  const [left, right, rest] = [pieces.slice(0, at), pieces.slice(at, end), pieces.slice(end)];
  const bottom = Math.min(bottomOf(left), bottomOf(right));
  const isTable = [...left, ...rest].some(({ x }) => Math.abs(x - top.x) <= SAME_COLUMN);
  const around = rest.every(({ y }) => y < bottom || y > top.y + top.size);
  if (isTable || !around || linesOf(right).length < FEWEST_LINES) return [pieces];
  return [left, ...newspaperOf(right), ...(rest.length > 0 ? [rest] : [])];
}
