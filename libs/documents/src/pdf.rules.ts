/** A straight line drawn on a page, in points from the lower left corner: across the page at a height, or down it. */
export interface Rule {
  readonly across: boolean;
  /** Where it lies: its height where it runs across, else its distance from the left. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What the library says is drawn on a page, in its own codes, with what each needs. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The library's codes, by name. */
export type Codes = Readonly<Record<string, number>>;

/** From a point of the page's drawing to a point of the page. */
type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** Nothing thicker is a line, in points; it is the ground that a cell is painted with. */
const THICKEST = 3;
/** Nothing shorter is the border of a cell; dots and dashes are put together before this counts. */
const SHORTEST = 4;
/** Lines that lie closer than this are one: a double line, or the borders of two cells side by side. */
const SAME = 2.5;
/** A gap along a line that the eye does not see, or that between two dashes. */
const DASH = 3;
/** A page with more lines is a drawing, and nobody looks for tables in it. */
const MOST_RULES = 2000;
/** How the library writes a path: the code of each step is followed by so many numbers. */
const STEPS: readonly number[] = [2, 2, 6, 4, 0];
const CLOSE = 4;

const numbersOf = (value: unknown): readonly number[] =>
  ArrayBuffer.isView(value) ? [...(value as Float32Array)] : Array.isArray(value) ? (value as number[]) : [];

function matrixOf(value: unknown): Matrix | undefined {
  const numbers = numbersOf(value);
  return numbers.length === 6 && numbers.every((one) => Number.isFinite(one))
    ? (numbers as unknown as Matrix)
    : undefined;
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];

/** The parts of a path, each a row of points; a curve counts with its end alone. */
function partsOf(path: readonly number[], matrix: Matrix): Point[][] {
  const parts: Point[][] = [];
  for (let at = 0; at < path.length;) {
    const step = path[at]!;
    const count = STEPS[step];
    if (count === undefined) return [];
    const part = parts.at(-1);
    if (step === CLOSE) {
      if (part) part.push(part[0]!);
    } else {
      const point = moved(matrix, path[at + count - 1] ?? NaN, path[at + count] ?? NaN);
      if (step === 0 || !part) parts.push([point]);
      else part.push(point);
    }
    at += 1 + count;
  }
  return parts;
}

/** A line between two points, where it runs along or down the page. */
function ruleOf([x, y]: Point, [u, v]: Point): Rule[] {
  const [width, height] = [Math.abs(u - x), Math.abs(v - y)];
  if (!(Math.min(width, height) <= THICKEST)) return [];
  return width > height
    ? [{ across: true, at: (y + v) / 2, from: Math.min(x, u), to: Math.max(x, u) }]
    : [{ across: false, at: (x + u) / 2, from: Math.min(y, v), to: Math.max(y, v) }];
}

/** A painted shape is a line where it is thin: word processors paint the borders of cells. A dot may be part of two. */
function painted(part: readonly Point[]): Rule[] {
  const [xs, ys] = [part.map(([x]) => x), part.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const [across, down] = [top - bottom <= THICKEST, right - left <= THICKEST];
  return [
    ...(across ? [{ across: true, at: (top + bottom) / 2, from: left, to: right }] : []),
    ...(down ? [{ across: false, at: (left + right) / 2, from: bottom, to: top }] : []),
  ];
}

const stroked = (part: readonly Point[]): Rule[] => part.slice(1).flatMap((point, at) => ruleOf(part[at]!, point));

/** How the paths of a page are drawn, by the library's codes: as painted shapes, as strokes. */
function kindsOf(codes: Codes): { readonly fills: Set<number>; readonly strokes: Set<number> } {
  const of = (...names: string[]): Set<number> => new Set(names.flatMap((name) => codes[name] ?? []));
  return {
    fills: of('fill', 'eoFill'),
    strokes: of('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'),
  };
}

/** Lines that lie on each other or go on from each other, as one. */
function merged(rules: readonly Rule[]): Rule[] {
  const rows: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    if (row && rule.at - row[0]!.at <= SAME) row.push(rule);
    else rows.push([rule]);
  }
  return rows.flatMap((row) => {
    const at = row.reduce((sum, rule) => sum + rule.at, 0) / row.length;
    const found: { across: boolean; at: number; from: number; to: number }[] = [];
    for (const { across, from, to } of row.sort((a, b) => a.from - b.from)) {
      const last = found.at(-1);
      if (last && from <= last.to + DASH) last.to = Math.max(last.to, to);
      else found.push({ across, at, from, to });
    }
    return found.filter(({ from, to }) => to - from >= SHORTEST);
  });
}

const HERE: Matrix = [1, 0, 0, 1, 0, 0];

/** Where the drawing stands on the page after an instruction; what it keeps it comes back to. */
function placeAfter(name: string, args: unknown, matrix: Matrix, kept: Matrix[]): Matrix {
  switch (name) {
    case 'save':
      kept.push(matrix);
      return matrix;
    case 'transform':
      return times(matrix, matrixOf(args) ?? HERE);
    case 'paintFormXObjectBegin':
      kept.push(matrix);
      return times(matrix, (Array.isArray(args) ? matrixOf(args[0]) : undefined) ?? HERE);
    case 'restore':
    case 'paintFormXObjectEnd':
      return kept.pop() ?? matrix;
    default:
      return matrix;
  }
}

const PLACES = ['save', 'restore', 'transform', 'paintFormXObjectBegin', 'paintFormXObjectEnd'];

/** The straight lines drawn on a page. */
export function rulesOf({ fnArray, argsArray }: Drawing, codes: Codes): Rule[] {
  const { fills, strokes } = kindsOf(codes);
  const places = new Map(PLACES.map((name) => [codes[name], name]));
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix = HERE;
  for (const [at, code] of fnArray.entries()) {
    const args = argsArray[at];
    matrix = placeAfter(places.get(code) ?? '', args, matrix, kept);
    if (code !== codes['constructPath'] || !Array.isArray(args)) continue;
    const [kind, paths] = args as readonly unknown[];
    const draw = fills.has(kind as number) ? painted : strokes.has(kind as number) ? stroked : undefined;
    const path = Array.isArray(paths) ? numbersOf(paths[0]) : [];
    for (const part of draw ? partsOf(path, matrix) : []) rules.push(...draw!(part));
  }
  const found = [true, false].flatMap((across) => merged(rules.filter((rule) => rule.across === across)));
  return found.length <= MOST_RULES ? found : [];
}
