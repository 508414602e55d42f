import type { ImportedFact, SeatHistory } from '@rettidig/organisation';
import { overlap } from '@rettidig/organisation';
import type { Validity } from '@rettidig/vocabulary';
import type { Cells } from '../tables/cells.js';
import { structureTables } from './columns.js';
import { Conflicts, day, lastDay, said } from './conflicts.js';
import { idFor } from './people-to-ask.js';
import type { PlanFrom, PlannedRow, PrivateStep, TablePlan } from './planned.js';
import type { Period } from './reading.js';
import { faultless, onceEach, periodIn } from './reading.js';

interface HolderRow extends Period {
  readonly cells: Cells;
  readonly seat: string;
  /** Their staff number. */
  readonly person: string;
  readonly personId: string;
  readonly seatId: string;
  readonly name?: string;
}

const table = structureTables.find(({ name }) => name === 'holders')!;

/** Ten digits that begin with a day are a civil registration number. Nothing that follows from one enters the log. */
const CPR = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[ -]?\d{4}$/;
export const isCivilRegistrationNumber = (number: string): boolean => CPR.test(number);

/** What a table of holders would do. Names are kept outside the log. */
export function planHolders(rows: readonly Cells[], from: PlanFrom): TablePlan {
  const { history, bad } = from;
  const key = ({ seatId, personId, from: first }: HolderRow): string => `${seatId} ${personId} ${first}`;
  const read = faultless(onceEach(rows.map(holderIn), 'seat', key), bad);
  oneNameEach(read);
  for (const { cells, seatId, seat } of read)
    if (!history.seats.has(seatId)) cells.wrong('seat', 'row.not-found', { name: seat });
  // A term that is ended to make room is ended before later ones are told.
  const inTime = faultless(read, bad).sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  oneAtATime(inTime);
  const namings = new Map<string, number>();
  for (const { personId, name, cells } of inTime) if (name && !namings.has(personId)) namings.set(personId, cells.row);
  return {
    rows: faultless(inTime, bad).map((row) => plannedHolder(row, from, namings.get(row.personId) === row.cells.row)),
    byName: [],
    notes: [],
    names: namesOf(read, from),
  };
}

function holderIn(cells: Cells): HolderRow | undefined {
  const [seat, person, name] = [cells.number('seat'), cells.number('person'), cells.text('name')];
  const period = periodIn(cells);
  if (person !== undefined && isCivilRegistrationNumber(person)) cells.wrong('person', 'row.civil-registration-number');
  if (seat === undefined || person === undefined || period === undefined) return undefined;
  const ids = { seatId: idFor('seat', seat), personId: idFor('person', person) };
  return { cells, seat, person, ...ids, ...(name !== undefined && { name }), ...period };
}

/** How the sentences of the preview call the seats and the persons of the file; the number of a person without a name. */
function namesOf(rows: readonly HolderRow[], { history, people }: PlanFrom): ReadonlyMap<string, string> {
  const names = new Map([...people].map(([id, { name }]) => [id, name]));
  for (const { seatId, seat, personId, person, name } of rows) {
    const committee = history.committees.get(history.seats.get(seatId)?.committeeId ?? '');
    names.set(seatId, committee ? `${seat} (${committee.name})` : seat);
    if (name !== undefined || !names.has(personId)) names.set(personId, name ?? person);
  }
  return names;
}

/** A number belongs to one person: two names for it are a fault of the later row. */
function oneNameEach(rows: readonly HolderRow[]): void {
  const names = new Map<string, { readonly name: string; readonly row: number }>();
  for (const { cells, personId, name } of rows) {
    const first = names.get(personId);
    if (name !== undefined && !first) names.set(personId, { name, row: cells.row });
    else if (name !== undefined && first && first.name !== name)
      cells.wrong('name', 'row.two-names', { first: first.row });
  }
}

/** One seat, one person: a row whose term begins before an earlier one of the file ends is at fault. */
function oneAtATime(inTime: readonly HolderRow[]): void {
  const latest = new Map<string, HolderRow>();
  for (const row of inTime) {
    const before = latest.get(row.seatId);
    if (before && overlap(termOf(before), termOf(row)))
      row.cells.wrong('from', 'row.terms-overlap', { first: before.cells.row });
    else latest.set(row.seatId, row);
  }
}

function plannedHolder(row: HolderRow, { history, people }: PlanFrom, namesPerson: boolean): PlannedRow {
  const { cells, personId, name } = row;
  const conflicts = new Conflicts(cells.row, table);
  const seat = history.seats.get(row.seatId)!;
  const facts = compareTerms(row, seat, { conflicts, people });
  const known = people.get(personId)?.name;
  const naming: PrivateStep[] =
    namesPerson && name !== undefined && name !== known ? [{ namePerson: { personId, name } }] : [];
  if (known !== undefined && naming.length > 0) conflicts.add('name', said(known), said(name), { kept: naming });
  return {
    row: cells.row,
    after: [],
    buildsOn: [],
    facts,
    kept: known === undefined ? naming : [],
    conflicts: conflicts.found,
  };
}

type Holder = SeatHistory['holders'][number];

interface Comparing {
  readonly conflicts: Conflicts;
  readonly people: PlanFrom['people'];
}

/** The facts of a term that meets nothing else; a conflict where somebody holds the seat then. */
function compareTerms(row: HolderRow, seat: SeatHistory, comparing: Comparing): ImportedFact[] {
  const others = seat.holders.filter(({ term }) => overlap(term, termOf(row)));
  const own = others.find(({ personId }) => personId === row.personId);
  if (own) compareOwn(row, own, seat, comparing.conflicts);
  else if (others.length > 0) addTaken(row, others, seat, comparing);
  return others.length === 0 ? [filling(row)] : [];
}

/** The same person holds the seat then, by another period perhaps. */
function compareOwn(row: HolderRow, { term }: Holder, { seatId, holders }: SeatHistory, conflicts: Conflicts): void {
  if (term.from !== row.from) conflicts.add('from', day(term.from), day(row.from));
  if (term.to === (row.to ?? null)) return;
  const { to } = row;
  const isShorter = to !== undefined && (term.to === null || to < term.to);
  const isLast = holders.every((other) => other.term.from <= term.from);
  const vacated: ImportedFact[] = isShorter && isLast ? [{ type: 'SeatVacated', data: { seatId, on: to } }] : [];
  conflicts.add('to', lastDay(term.to), lastDay(to), vacated.length > 0 ? { facts: vacated } : undefined);
}

/**
 * Somebody else holds the seat then. To make room their term ends; terms of the register that would begin later would
 * end with it, so those that do not meet the new one are told again.
 */
function addTaken(
  row: HolderRow,
  others: readonly Holder[],
  seat: SeatHistory,
  { conflicts, people }: Comparing,
): void {
  const { seatId } = seat;
  const later = seat.holders.filter(({ term }) => term.from >= row.from && !overlap(term, termOf(row)));
  const again = later.map(({ personId, term }) => filling({ seatId, personId, from: term.from, ...ending(term) }));
  const vacated: ImportedFact = { type: 'SeatVacated', data: { seatId, on: row.from } };
  const called = (personId: string) => people.get(personId)?.name ?? personId;
  conflicts.add(
    'person',
    said(others.map(({ personId }) => called(personId)).join(', ')),
    said(row.name ?? people.get(row.personId)?.name ?? row.person),
    { facts: [vacated, filling(row), ...again] },
  );
}

const ending = ({ to }: Validity) => (to === null ? {} : { to });

const filling = ({ seatId, personId, from, to }: Omit<HolderRow, 'cells' | 'seat' | 'person'>): ImportedFact => ({
  type: 'SeatFilled',
  data: { seatId, personId, from, ...(to !== undefined && { to }) },
});

const termOf = ({ from, to }: Period): Validity => ({ from, to: to ?? null });
