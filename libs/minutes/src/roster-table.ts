import type { Side } from '@rettidig/vocabulary';
import type { Confidence, RosterPerson } from './draft.js';
import { isRow, together, type Line } from './lines.js';
import type { Notes } from './notes.js';
import {
  looksLikeConstituency,
  looksLikeName,
  looksLikePosition,
  personOf,
  personsIn,
  type PersonRead,
} from './person.js';

/** What a column of the list of participants holds; a side where it holds that side's persons. */
export type Column = 'name' | 'position' | 'represents' | 'presence' | 'excused' | Side | 'other';

const headings: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(?:navn|deltagere?|medlem(?:mer)?|navne)$/iu],
  ['position', /^(?:stilling|titel|stillingsbetegnelse|funktion|rolle)$/iu],
  [
    'represents',
    /^(?:repræsentant for|repræsenterer|repræsentation|organisation|valggruppe|faglig organisation|enhed|område|center|udpeget af|arbejdssted|forbund)$/iu,
  ],
  ['presence', /^(?:til ?stede|fremmødt?e?|deltog|deltagelse|status|mødt|til ?stede ?\/ ?afbud)$/iu],
  ['excused', /^(?:afbud|fravær|fraværende|forfald)$/iu],
  [
    'management',
    /^(?:for )?(?:ledelses?repræsentanter(?:ne)?|ledelsen|ledelsessiden|ledersiden|ledelse|lederrepræsentanter|a-siden)$/iu,
  ],
  [
    'employees',
    /^(?:for )?(?:medarbejderrepræsentanter(?:ne)?|medarbejderne|medarbejdersiden|medarbejdere|personalerepræsentanter|b-siden)$/iu,
  ],
];

const columnOf = (cell: string): Column =>
  headings.find(([, pattern]) => pattern.test(cell.replace(/:$/u, '')))?.[0] ?? 'other';

/** The columns that a row of headings names; undefined where it is a row of persons. */
export function columnsOf(cells: readonly string[]): readonly Column[] | undefined {
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== 'other');
  const sides = columns.includes('management') && columns.includes('employees');
  return known.length >= 2 && (columns.includes('name') || sides) ? columns : undefined;
}

interface RowPerson {
  readonly person: PersonRead;
  readonly side?: Side;
  readonly presence?: RosterPerson['presence'];
  readonly sure: Confidence;
}

/** The persons of a row: one of a table with a column of names, one for each filled cell of a table by sides. */
export function rowOf(line: Line, columns: readonly Column[] | undefined, notes: Notes): readonly RowPerson[] {
  if (!columns) return guessed(line, notes);
  return columns.includes('name') ? named(line, columns, notes) : bySides(line, columns, notes);
}

function bySides(line: Line, columns: readonly Column[], notes: Notes): RowPerson[] {
  return line.cells.flatMap((cell, at): RowPerson[] => {
    const column = columns[at];
    if (column !== undefined && isMark(cell) && !isSide(column)) return [];
    const { persons, rest } = personsIn(cell);
    if (cell !== '' && (persons.length !== 1 || rest.length > 0 || column === undefined))
      notes.warn('minutes.roster-cells-unexpected', line.number);
    const here = presenceIn(line.cells.slice(at + 1, nextSide(columns, at)), columns.slice(at + 1));
    return persons.map((person) => ({
      person,
      ...(isSide(column) ? { side: column } : {}),
      ...(here === 'present' || here === 'excused' ? { presence: here } : {}),
      sure: persons.length === 1 && rest.length === 0 && here !== 'unclear' ? 'likely' : 'guess',
    }));
  });
}

const isSide = (column: Column | undefined): column is Side => column === 'management' || column === 'employees';

/** The cells behind a person belong to him until the column of the other side. */
function nextSide(columns: readonly Column[], at: number): number {
  const next = columns.findIndex((column, place) => place > at && isSide(column));
  return next < 0 ? columns.length : next;
}

function named(line: Line, columns: readonly Column[], notes: Notes): RowPerson[] {
  const at = (column: Column) => line.cells[columns.indexOf(column)] ?? '';
  const [name, position, represents] = [at('name'), at('position'), at('represents')];
  const [plain = '', ...remarks] = name.split(/\s*[(),]\s*/u).filter((part) => part !== '');
  if (!looksLikeName(plain)) return [];
  const here = presenceIn(line.cells, columns);
  const fits = line.cells.length >= columns.length && line.cells.slice(columns.length).every((cell) => cell === '');
  const odd = !fits || misplaced(position, represents) || here === 'unclear';
  if (odd) notes.warn('minutes.roster-cells-unexpected', line.number);
  const person = personOf(plain, { position, represents, remarks });
  return [{ person, ...(here && here !== 'unclear' ? { presence: here } : {}), sure: odd ? 'guess' : 'likely' }];
}

/** Cells that hold what belongs in another column: a person's name, or position and constituency changed about. */
const misplaced = (position: string, represents: string): boolean =>
  isFullName(represents) ||
  isFullName(position) ||
  (looksLikeConstituency(position) && !looksLikePosition(position) && !looksLikeConstituency(represents)) ||
  (looksLikePosition(represents.replace(/(?:næst)?(?:formand|forperson)|suppleant(?: for.*)?/giu, '')) &&
    !looksLikePosition(position));

/** One word with a capital is a unit as often as a name: `Ledelsen`, `Nattevagten`. */
const isFullName = (text: string): boolean => looksLikeName(text) && /\s/u.test(text);

const MARK = /^\(?(?:ja|x|v|\+|✓|✔|✅|☑|☒)\)?$/iu;
const isMark = (cell: string): boolean => cell === '' || MARK.test(cell) || presenceOf(cell) !== 'unclear';

/** What the cells of presence say: one for both, or one for each. */
function presenceIn(
  cells: readonly string[],
  columns: readonly Column[],
): RosterPerson['presence'] | 'unclear' | undefined {
  const of = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const [here, excused] = [presenceOf(of('presence')), of('excused')];
  if (excused === '' || /^(?:nej|-|–)$/iu.test(excused)) return here;
  const gone = MARK.test(excused) || presenceOf(excused) === 'excused';
  return gone && here !== 'present' ? 'excused' : 'unclear';
}

function presenceOf(cell: string): RosterPerson['presence'] | 'unclear' | undefined {
  if (cell === '') return undefined;
  if (MARK.test(cell) || /^(?:til ?stede|tilstedeværende|deltog|deltager|mødt)$/iu.test(cell)) return 'present';
  return /^(?:nej|(?:meldt )?afbud|fraværende|forfald|ikke (?:til ?stede|mødt))(?:\s*\([^)]*\))?$/iu.test(cell)
    ? 'excused'
    : 'unclear';
}

/** Binds rows without a name to the row above them: their cells go on with its cells. */
export function wholeRows(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  let nameAt = -1;
  for (const line of lines) {
    const columns = isRow(line) ? columnsOf(line.cells) : undefined;
    if (columns) nameAt = columns.indexOf('name');
    const last = found.at(-1);
    const goesOn = isRow(line) && nameAt >= 0 && line.cells[nameAt] === '' && line.text !== '';
    if (goesOn && last && isRow(last) && columnsOf(last.cells) === undefined)
      found[found.length - 1] = boundRow(last, line);
    else found.push(line);
  }
  return found;
}

function boundRow(first: Line, second: Line): Line {
  const width = Math.max(first.cells.length, second.cells.length);
  const cells = Array.from({ length: width }, (_, at) => together(first.cells[at] ?? '', second.cells[at] ?? ''));
  return {
    ...first,
    numbers: [...first.numbers, ...second.numbers],
    cells,
    text: cells.filter(Boolean).join(' '),
    whole: false,
  };
}

/** A row of a table whose headings are missing: read only where every cell shows what it is. */
function guessed(line: Line, notes: Notes): RowPerson[] {
  const [name = '', ...rest] = line.cells.filter((cell) => cell !== '');
  const position = rest.find((cell) => looksLikePosition(cell));
  if (!looksLikeName(name) || position === undefined) return [];
  const represents = rest.find((cell) => cell !== position);
  notes.warn('minutes.roster-cells-unexpected', line.number);
  return [{ person: personOf(name, { position, ...(represents ? { represents } : {}) }), sure: 'guess' }];
}
