import type { Rule } from './pdf.rules.js';

/** The ruled lines of a table: where its columns and its rows begin, and which of its cells are one. */
export interface Grid {
  /** Edges of the columns from left to right. */
  readonly xs: readonly number[];
  /** Edges of the rows from top to bottom. */
  readonly ys: readonly number[];
  /** Whether a line closes it above and below; it is open where a page ends in the middle of a row. */
  readonly closedAbove: boolean;
  readonly closedBelow: boolean;
  /** The cell that a place in a row and column belongs to: the upper left one of those that are one. */
  cellAt(row: number, column: number): { readonly row: number; readonly column: number };
}

/** Lines meet though so many points are between them. */
const MEETS = 2.5;
/** No column or row is narrower. */
const NARROWEST = 4;
/** What has more columns or rows is a drawing or a form, no table. */
const MOST_COLUMNS = 30;
const MOST_ROWS = 300;

const meet = (one: Rule, other: Rule): boolean =>
  one.across !== other.across &&
  other.at >= one.from - MEETS &&
  other.at <= one.to + MEETS &&
  one.at >= other.from - MEETS &&
  one.at <= other.to + MEETS;

/** Lines that hang together by meeting each other. */
function drawingsOf(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const drawings: Rule[][] = [];
  for (const rule of rules) {
    if (!left.delete(rule)) continue;
    const drawing = [rule];
    for (const one of drawing) {
      const met = [...left].filter((other) => meet(one, other));
      for (const other of met) left.delete(other);
      drawing.push(...met);
    }
    drawings.push(drawing);
  }
  return drawings;
}

/** Whether a line borders cells: it crosses another, or ends at one on both sides. What underlines a word does neither. */
function borders(rule: Rule, drawing: readonly Rule[]): boolean {
  const met = drawing.filter((other) => meet(rule, other)).map(({ at }) => at);
  const crosses = met.some((at) => at > rule.from + MEETS && at < rule.to - MEETS);
  return crosses || [rule.from, rule.to].every((end) => met.some((at) => Math.abs(at - end) <= MEETS));
}

/** Places from low to high, those that are one put together. */
function edges(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    if (found.length === 0 || place - found.at(-1)! > NARROWEST) found.push(place);
  }
  return found;
}

const lies = (rule: Rule, at: number, over: number): boolean =>
  Math.abs(rule.at - at) <= NARROWEST && rule.from <= over && rule.to >= over;

/** The table that lines draw; undefined where they draw something else. */
function gridOf(drawing: readonly Rule[]): Grid | undefined {
  const rules = drawing.filter((rule) => borders(rule, drawing));
  const [across, down] = [rules.filter((rule) => rule.across), rules.filter((rule) => !rule.across)];
  if (across.length === 0 || down.length === 0) return undefined;
  // A table may have no lines at its sides, above or below: its other lines say how far it goes.
  const xs = edges([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = edges([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]).reverse();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || columns > MOST_COLUMNS || rows < 1 || rows > MOST_ROWS) return undefined;
  const middle = (places: readonly number[], at: number): number => (places[at]! + places[at + 1]!) / 2;
  const above = (row: number, column: number): boolean =>
    across.some((rule) => lies(rule, ys[row]!, middle(xs, column)));
  const before = (row: number, column: number): boolean =>
    down.some((rule) => lies(rule, xs[column]!, middle(ys, row)));
  return {
    xs,
    ys,
    closedAbove: above(0, 0),
    closedBelow: above(rows, 0),
    cellAt(row, column) {
      let cell = { row, column };
      while (cell.row > 0 && !above(cell.row, column)) cell = { ...cell, row: cell.row - 1 };
      while (cell.column > 0 && !before(cell.row, cell.column)) cell = { ...cell, column: cell.column - 1 };
      return cell;
    },
  };
}

/** Whether a point lies in a table. */
export const holds = ({ xs, ys }: Grid, x: number, y: number): boolean =>
  x >= xs[0]! && x <= xs.at(-1)! && y <= ys[0]! && y >= ys.at(-1)!;

/** The ruled tables of a page from top to bottom; a table inside a cell of another one is part of that cell. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const grids = drawingsOf(rules).flatMap((drawing) => gridOf(drawing) ?? []);
  const inner = (grid: Grid): boolean =>
    grids.some((other) => other !== grid && holds(other, grid.xs[0]!, grid.ys[0]!) && area(other) > area(grid));
  return grids.filter((grid) => !inner(grid)).sort((a, b) => b.ys[0]! - a.ys[0]! || a.xs[0]! - b.xs[0]!);
}

const area = ({ xs, ys }: Grid): number => (xs.at(-1)! - xs[0]!) * (ys[0]! - ys.at(-1)!);
