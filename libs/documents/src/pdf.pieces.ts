/** A piece of text on a page, in points from its lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
  /** How wide the letters of its font are, as a share of their height; left out where nobody knows. */
  readonly letters?: ReadonlyMap<string, number>;
}

/** Pieces at one height, from left to right. */
export interface Line {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** Pieces whose feet differ by less than this share of the letters' height stand in one line. */
const SAME_LINE = 0.4;
/** A gap of this many letter heights is a space. */
const WORD_GAP = 0.15;
/** A letter whose width nobody knows is so wide: half its height is the mean of most fonts. */
const MEAN_LETTER = 0.5;
/** A space between two words is this much wider than it should be where a column begins behind it. */
const WIDER_SPACE = 0.1;

export const endOf = ({ x, width }: Piece): number => x + width;

/** Lines from top to bottom, the pieces of each from left to right. */
export function linesOf(pieces: readonly Piece[]): Line[] {
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

/** What stands between two pieces of one text that are so far apart: a space, or nothing inside a word. */
export const between = (gap: number, size: number): string => (gap > WORD_GAP * size ? ' ' : '');

/** The text of a cell: its lines, one behind the other. */
export function textOf(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces).map(({ pieces: ofLine, size }) =>
    ofLine.map((piece, at) => (at > 0 ? between(piece.x - endOf(ofLine[at - 1]!), size) : '') + piece.text).join(''),
  );
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

const widthOf = (text: string, { letters, size }: Piece): number =>
  [...text].reduce((sum, letter) => sum + (letters?.get(letter) ?? MEAN_LETTER) * size, 0);

/** A word begins at the start of a column give or take so many points. */
export const SAME_START = 1.5;

/** A piece divided at a space, with what the space measures: between the end before it and the start behind it. */
interface Cut {
  readonly before: Piece;
  readonly after: Piece;
}

/** Every way to divide a piece at a space; where the letters stand follows from their widths. */
function cutsOf(piece: Piece): Cut[] {
  return [...piece.text.matchAll(/(?<=\S)\s+(?=\S)/gu)].map((space) => {
    const [text, rest] = [piece.text.slice(0, space.index), piece.text.slice(space.index + space[0].length)];
    const width = Math.min(widthOf(rest, piece), piece.width);
    return {
      before: { ...piece, text, width: Math.min(widthOf(text, piece), piece.width) },
      after: { ...piece, text: rest, x: endOf(piece) - width, width },
    };
  });
}

/** How far the middle of the space that divides a piece lies from a place. */
const distance = ({ before, after }: Cut, x: number): number => Math.abs((endOf(before) + after.x) / 2 - x);

/** Divides a piece that runs over an edge between two columns at the space that lies on it; the library binds cells. */
export function cutAtEdge(piece: Piece, edge: number): Piece[] {
  if (piece.x >= edge || endOf(piece) <= edge + piece.size) return [piece];
  const [cut] = cutsOf(piece).sort((a, b) => distance(a, edge) - distance(b, edge));
  return cut && distance(cut, edge) <= piece.size ? [cut.before, cut.after] : [piece];
}

/** Whether more than a space divides a piece: a column may begin behind it. */
const isWide = ({ before, after }: Cut): boolean => {
  const space = (before.letters?.get(' ') ?? MEAN_LETTER / 2) + WIDER_SPACE;
  return after.x - endOf(before) > space * before.size;
};

/** Divides a piece where a word begins at the start of a column, behind more than a space if that is asked for. */
export function cutAtStart(piece: Piece, start: number, wide: boolean): Piece[] {
  if (!piece.letters || piece.x >= start || endOf(piece) <= start) return [piece];
  const [cut] = cutsOf(piece)
    .filter(({ before, after }) => Math.abs(after.x - start) <= SAME_START && after.x > endOf(before))
    .filter((one) => !wide || isWide(one));
  return cut ? [cut.before, cut.after] : [piece];
}

/** Where a column may begin inside a piece, with what stands before it. */
export const startsIn = (piece: Piece): { readonly before: string; readonly x: number }[] =>
  (piece.letters ? cutsOf(piece) : []).filter(isWide).map(({ before, after }) => ({ before: before.text, x: after.x }));
