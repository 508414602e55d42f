import type { Confidence, SummaryRow } from './draft.js';
import { breaksOff, continuesWord, isRow, together, type Line } from './lines.js';
import { least, type Notes } from './notes.js';
import type { Header, Table } from './tables.js';

/** A row of both sides, put together from the lines that it runs over. */
export type Row = SummaryRow & { readonly numbers: readonly number[] };

interface Open {
  employees: string;
  management: string;
  readonly numbers: number[];
  confidence: Confidence;
}

const FINISHED = /[.!?:)”"»]$|^$/u;
const finished = (text: string): boolean => FINISHED.test(text);
const goesOn = (text: string): boolean => /^[\p{Ll}\d(]/u.test(text);

/** Where the headings are missing the employee side is taken to stand to the left, and everything is a guess. */
const assumed: Header = { employees: 0, management: 1, kind: 'summary', said: false, columns: 2 };

/**
 * The rows of a table. A row begins where both cells begin anew; a line that goes on in the middle of a sentence, that
 * ends a broken word, or that has text on one side only behind a page break goes on with the row above it.
 */
export function rowsOf(table: Table, notes: Notes): Row[] {
  const header = table.header ?? assumed;
  const rows: Open[] = [];
  let first = true;
  for (const line of table.rows) {
    const cells = cellsOf(line, header, notes);
    const last = rows.at(-1);
    if (!isRow(line) && !last) continue;
    if (last && belongs(line, cells, last, notes)) extend(last, cells, line);
    else rows.push(opened(cells, line, first, notes));
    first = false;
  }
  const sure: Confidence = table.header ? 'likely' : 'guess';
  const swapped = looksSwapped(rows);
  noteRepeats(rows, notes);
  noteBroken(rows, notes);
  return rows.map(({ employees, management, numbers, confidence }) => ({
    employeeSide: employees,
    managementSide: management,
    line: numbers[0] ?? 0,
    numbers,
    confidence: swapped ? 'guess' : least(confidence, sure),
  }));
}

interface Cells {
  readonly employees: string;
  readonly management: string;
  readonly odd: boolean;
}

function cellsOf(line: Line, header: Header, notes: Notes): Cells {
  const odd = line.cells.length > header.columns || (isRow(line) && line.cells.length < 2);
  if (odd) notes.warn('minutes.row-cells-unexpected', line.number);
  const extra = line.cells.slice(header.columns).join(' ').trim();
  return {
    employees: line.cells[header.employees] ?? '',
    management: [line.cells[header.management] ?? '', extra].filter(Boolean).join(' '),
    odd,
  };
}

/** Whether a line goes on with the row above it. */
function belongs(line: Line, cells: Cells, last: Open, notes: Notes): boolean {
  if (!isRow(line)) {
    notes.warn('minutes.row-cells-unexpected', line.number);
    return true;
  }
  const parts = (['employees', 'management'] as const).map((side) => ({ before: last[side], after: cells[side] }));
  const running = parts.some(
    ({ before, after }) =>
      after !== '' &&
      (continuesWord(before, after) ||
        (!finished(before) && goesOn(after)) ||
        (!finished(before) && before.length > 0)),
  );
  const oneSided = parts.some(({ after }) => after === '');
  if (running) return true;
  if (!oneSided) return false;
  // Text on one side alone: behind a page break, or small, it is the rest of the cell above; else a row without an answer.
  const rest = line.afterGap || goesOn(cells.employees || cells.management) || cells.employees === '';
  notes.warn(rest ? 'minutes.row-continued' : 'minutes.row-cell-missing', line.number);
  return rest;
}

function extend(last: Open, cells: Cells, line: Line): void {
  if (isRow(line)) {
    last.employees = together(last.employees, cells.employees);
    last.management = together(last.management, cells.management);
  } else if (last.management === '' || !finished(last.employees)) last.employees = together(last.employees, line.text);
  else last.management = together(last.management, line.text);
  last.numbers.push(...line.numbers);
  last.confidence = cells.odd || !isRow(line) ? 'guess' : least(last.confidence, 'likely');
}

function opened({ employees, management, odd }: Cells, line: Line, first: boolean, notes: Notes): Open {
  const missing = employees === '' || management === '';
  if (missing) notes.warn('minutes.row-cell-missing', line.number);
  const begun = first && goesOn(employees);
  return {
    employees,
    management,
    numbers: [...line.numbers],
    confidence: missing || odd || begun ? 'guess' : 'likely',
  };
}

const OF_MANAGEMENT = /^(?:ledersiden|ledelsen|ledelsessiden|a-siden|forvaltningen|direktionen)(?![\p{L}])/iu;
const OF_EMPLOYEES = /^(?:medarbejdersiden|medarbejderne|b-siden|baglandet)(?![\p{L}])/iu;

/** More cells begin with the other side's name than with their own. */
function looksSwapped(rows: readonly Open[]): boolean {
  const own = rows.filter(
    ({ employees, management }) => OF_EMPLOYEES.test(employees) || OF_MANAGEMENT.test(management),
  ).length;
  const other = rows.filter(
    ({ employees, management }) => OF_MANAGEMENT.test(employees) || OF_EMPLOYEES.test(management),
  ).length;
  return other > own;
}
export const swappedIn = (rows: readonly Row[]): boolean =>
  looksSwapped(
    rows.map(({ employeeSide, managementSide, numbers, confidence }) => ({
      employees: employeeSide,
      management: managementSide,
      numbers: [...numbers],
      confidence,
    })),
  );

function noteBroken(rows: readonly Open[], notes: Notes): void {
  for (const row of rows.filter(({ employees, management }) => breaksOff(employees) || breaksOff(management))) {
    notes.warn('minutes.word-broken', row.numbers[0]);
    row.confidence = 'guess';
  }
}

function noteRepeats(rows: readonly Open[], notes: Notes): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const text = `${row.employees}\n${row.management}`;
    if (seen.has(text)) {
      notes.warn('minutes.row-twice', row.numbers[0]);
      row.confidence = 'guess';
    }
    seen.add(text);
  }
}
