import type { Side } from '@rettidig/vocabulary';
import type { Confidence, RosterPerson } from './draft.js';
import type { Line } from './lines.js';
import { least, type Notes } from './notes.js';
import {
  looksLikeConstituency,
  looksLikeName,
  looksLikePosition,
  personOf,
  personsIn,
  type PersonRead,
} from './person.js';

/** What a column of the list of participants holds; a side where it holds that side's persons. */
export type Column = 'name' | 'position' | 'represents' | 'presence' | Side | 'other';

const headings: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(?:navn|deltagere?|medlem(?:mer)?|navne)$/iu],
  ['position', /^(?:stilling|titel|stillingsbetegnelse|funktion|rolle)$/iu],
  [
    'represents',
    /^(?:repræsentant for|repræsenterer|repræsentation|organisation|valggruppe|faglig organisation|enhed|område|center|udpeget af|arbejdssted|forbund)$/iu,
  ],
  ['presence', /^(?:til ?stede|fremmøde|deltog|status|afbud|mødt)$/iu],
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
  const persons = line.cells.flatMap((cell, at): RowPerson[] => {
    const column = columns[at];
    const { persons, rest } = personsIn(cell);
    if (cell !== '' && (persons.length !== 1 || rest.length > 0 || column === undefined))
      notes.warn('minutes.roster-cells-unexpected', line.number);
    const side = column === 'management' || column === 'employees' ? { side: column } : {};
    return persons.map((person) => ({
      person,
      ...side,
      sure: persons.length === 1 && rest.length === 0 ? 'likely' : 'guess',
    }));
  });
  return persons;
}

function named(line: Line, columns: readonly Column[], notes: Notes): RowPerson[] {
  const at = (column: Column) => line.cells[columns.indexOf(column)] ?? '';
  const [name, position, represents, presence] = [at('name'), at('position'), at('represents'), at('presence')];
  const [plain = '', ...remarks] = name.split(/\s*[(),]\s*/u).filter((part) => part !== '');
  if (!looksLikeName(plain)) return [];
  const odd =
    line.cells.length !== columns.length ||
    looksLikeName(represents) ||
    (position !== '' && looksLikeConstituency(position) && !looksLikePosition(position)) ||
    looksLikePosition(represents.replace(/(?:næst)?(?:formand|forperson)|suppleant(?: for.*)?/giu, ''));
  if (odd) notes.warn('minutes.roster-cells-unexpected', line.number);
  const person = personOf(plain, { position, represents, remarks });
  const sure: Confidence = odd ? 'guess' : looksLikePosition(position) ? 'certain' : 'likely';
  const here = presenceOf(presence);
  if (presence !== '' && here === undefined) notes.warn('minutes.roster-cells-unexpected', line.number);
  return [{ person, ...(here ? { presence: here } : {}), sure: least(sure, 'likely') }];
}

function presenceOf(cell: string): RosterPerson['presence'] | undefined {
  if (/^(?:ja|x|✓|til ?stede|deltog|mødt)$/iu.test(cell)) return 'present';
  return /^(?:nej|afbud|fraværende|ikke til stede)$/iu.test(cell) ? 'excused' : undefined;
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
