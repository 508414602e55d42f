import type { Side } from '@rettidig/vocabulary';
import { isRow, type Line } from './lines.js';

/** Rows of one table in the minutes of an item, with its headings where they say whose the columns are. */
export interface Table {
  readonly header?: Header;
  readonly headerLines: readonly Line[];
  readonly rows: readonly Line[];
}

export interface Header {
  /** Which column is which side's, counted from the left. */
  readonly employees: number;
  readonly management: number;
  readonly kind: 'demands' | 'summary';
  /** The headings themselves say that it is this kind. */
  readonly said: boolean;
  readonly columns: number;
}

const EMPLOYEES = /medarbejder|personale|b-side|organisationsside|tillids/iu;
const MANAGEMENT = /leder|ledelse|a-side|forvaltning|direktion/iu;
const DEMANDS = /krav|(?:medarbejder|b-)side\S* ønsker/iu;
const SUMMARY = /bemærkning|opsamling|pointe|opfølgning|tilbagemelding|drøftelse|input|kommentar|synspunkt/iu;

/** The headings of a table with one column for each side, in either order. A first column may number the rows. */
function headerOf(line: Line): Header | undefined {
  const cells = line.cells;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || cells.length > 4 || filled.some((cell) => cell.length > 60 || /[.!?]$/u.test(cell)))
    return undefined;
  const sides = cells.map((cell) => sideOfHeading(cell));
  const [employees, management] = [sides.indexOf('employees'), sides.indexOf('management')];
  const demands = cells.findIndex((cell) => /^krav(?:et|ene)?$/iu.test(cell));
  const answers = cells.findIndex((cell) => /^(?:svar|ledelsens svar|tilbagemelding)$/iu.test(cell));
  const [left, right] = [employees >= 0 ? employees : demands, management >= 0 ? management : answers];
  if (left < 0 || right < 0 || left === right) return undefined;
  const text = line.text;
  const kind = DEMANDS.test(text) ? 'demands' : 'summary';
  return {
    employees: left,
    management: right,
    kind,
    said: kind === 'demands' || SUMMARY.test(text),
    columns: cells.length,
  };
}

function sideOfHeading(cell: string): Side | undefined {
  const [employees, management] = [EMPLOYEES.test(cell), MANAGEMENT.test(cell)];
  if (employees === management) return undefined;
  return employees ? 'employees' : 'management';
}

/** At most so many lines without cells may stand inside a table: more are text between two tables. */
const INSIDE = 2;

/** The tables in the lines of an item. A heading that comes again after a page break goes on with the same table. */
export function tablesIn(lines: readonly Line[]): {
  readonly tables: readonly Table[];
  readonly text: readonly Line[];
} {
  const groups = groupsOf(lines);
  const inTables = new Set(groups.flat());
  const tables: Table[] = [];
  for (const group of groups) {
    const headerLines = group.filter((line) => isRow(line) && headerOf(line) !== undefined);
    const rows = group.filter((line) => !headerLines.includes(line));
    const header = headerLines[0] ? headerOf(headerLines[0]) : undefined;
    const last = tables.at(-1);
    const sameHeader = header && last?.header && JSON.stringify(header) === JSON.stringify(last.header);
    const between = last ? lines.indexOf(group[0]!) - lines.indexOf([...last.rows, ...last.headerLines].at(-1)!) : 0;
    if (last && (sameHeader || (!header && between <= 1)))
      tables[tables.length - 1] = {
        ...last,
        headerLines: [...last.headerLines, ...headerLines],
        rows: [...last.rows, ...rows],
      };
    else tables.push({ ...(header ? { header } : {}), headerLines, rows });
  }
  return { tables, text: lines.filter((line) => !inTables.has(line)) };
}

/** Rows that follow each other, with lines between them that lost their cells. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  let loose: Line[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (!isRow(line)) {
      loose.push(line);
      continue;
    }
    const inside =
      last && loose.length <= INSIDE && !loose.some((one) => one.afterGap && /[.!?]$/u.test(one.text) && line.afterGap);
    if (inside) last.push(...loose, line);
    else found.push([line]);
    loose = [];
  }
  return found;
}
