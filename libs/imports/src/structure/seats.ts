import type { Office, RepresentativeKind, SeatHistory } from '@rettidig/organisation';
import { offices, representativeKinds } from '@rettidig/organisation';
import type { Side } from '@rettidig/vocabulary';
import { sides } from '@rettidig/vocabulary';
import type { Cells } from '../tables/cells.js';
import { structureTables } from './columns.js';
import { Conflicts, day, lastDay, said } from './conflicts.js';
import { Finder, Register } from './numbers.js';
import { idFor } from './people-to-ask.js';
import type { PlanFrom, PlannedRow, TablePlan } from './planned.js';
import type { Period } from './reading.js';
import { faultless, onceEach, periodIn } from './reading.js';
import { officeWords, representativeWords, sideWords } from './vocabulary.js';

interface SeatRow extends Period {
  readonly cells: Cells;
  readonly number: string;
  readonly committee: string;
  readonly side: Side;
  readonly office?: Office;
  readonly kind: RepresentativeKind;
  readonly label?: string;
}

interface Placed extends SeatRow {
  readonly seatId: string;
  readonly committeeId: string;
}

const table = structureTables.find(({ name }) => name === 'seats')!;

/** What a table of seats would do. Whom a seat represents by name is kept outside the log (GDPR article 9). */
export function planSeats(rows: readonly Cells[], from: PlanFrom): TablePlan {
  const { history, bad } = from;
  const committees = new Finder(new Register('committee', history));
  const read = faultless(
    onceEach(rows.map(seatIn), 'number', ({ number }) => idFor('seat', number)),
    bad,
  );
  const placed = read.flatMap((row): Placed[] => {
    const committee = committees.find(row.cells, 'committee', row.committee, row.from);
    return committee ? [{ ...row, seatId: idFor('seat', row.number), committeeId: committee.id }] : [];
  });
  return {
    rows: placed.map((row) => plannedSeat(row, from)),
    byName: [],
    notes: placed
      .filter(({ seatId, to }) => to !== undefined && !history.seats.has(seatId))
      .map(({ cells }) => ({ row: cells.row, code: 'row.seat-has-no-end' })),
    names: new Map(placed.map(({ seatId, number }) => [seatId, number])),
  };
}

function seatIn(cells: Cells): SeatRow | undefined {
  const [number, committee] = [cells.number('number'), cells.number('committee')];
  const [side, kind] = [cells.word('side', sideWords), cells.word('kind', representativeWords)];
  const [office, label] = [cells.word('office', officeWords), cells.text('label')];
  const period = periodIn(cells);
  const read = number !== undefined && committee !== undefined && side !== undefined && kind !== undefined;
  if (!read || period === undefined) return undefined;
  return {
    ...{ cells, number, committee, side, kind },
    ...(office !== undefined && office !== 'none' && { office }),
    ...(label !== undefined && { label }),
    ...period,
  };
}

function plannedSeat(row: Placed, from: PlanFrom): PlannedRow {
  const { cells, seatId, committeeId, side, office, kind, label } = row;
  const order = { row: cells.row, after: [], buildsOn: [] };
  const seat = from.history.seats.get(seatId);
  if (seat) return { ...order, ...compared(row, seat, from) };
  const data = { seatId, committeeId, side, ...(office && { office }), representativeKind: kind, from: row.from };
  return {
    ...order,
    facts: [{ type: 'SeatCreated', data }],
    kept: label === undefined ? [] : [{ labelSeat: { seatId, label } }],
    conflicts: [],
  };
}

/** What a seat is cannot be changed, only who holds it and what it stands for: another seat is another seat. */
function compared(
  row: Placed,
  seat: SeatHistory,
  { history, people }: PlanFrom,
): Pick<PlannedRow, 'kept' | 'conflicts'> {
  const { cells, seatId, committeeId, side, office, kind, label } = row;
  const conflicts = new Conflicts(cells.row, table);
  const called = (id: string) => said(history.committees.get(id)?.name ?? id);
  if (seat.committeeId !== committeeId) conflicts.add('committee', called(seat.committeeId), called(committeeId));
  if (seat.side !== side) conflicts.add('side', sides[seat.side], sides[side]);
  if (seat.office !== office) conflicts.add('office', officeCalled(seat.office), officeCalled(office));
  if (seat.representativeKind !== kind)
    conflicts.add('kind', representativeKinds[seat.representativeKind], representativeKinds[kind]);
  if (seat.from !== row.from) conflicts.add('from', day(seat.from), day(row.from));
  compareEnds(row, seat, conflicts);
  const known = people.get(seatId)?.name;
  if (label === undefined || label === known) return { conflicts: conflicts.found };
  const kept = [{ labelSeat: { seatId, label } }];
  if (known === undefined) return { kept, conflicts: conflicts.found };
  conflicts.add('label', said(known), said(label), { kept });
  return { conflicts: conflicts.found };
}

const officeCalled = (office: Office | undefined) => (office ? offices[office] : said(undefined));

/** A seat that ends is one that nobody holds any more. */
function compareEnds({ seatId, to }: Placed, { holders }: SeatHistory, conflicts: Conflicts): void {
  const last = holders.find(({ term }) => to !== undefined && (term.to === null || term.to > to));
  if (to === undefined || !last) return;
  conflicts.add('to', lastDay(last.term.to), lastDay(to), {
    endings: [{ type: 'SeatVacated', data: { seatId, on: to } }],
  });
}
