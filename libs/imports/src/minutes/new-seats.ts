import { hashOf, idOf } from '@rettidig/event-sourcing';
import type { RosterPerson } from '@rettidig/minutes';
import type { RepresentativeKind, SeatOn } from '@rettidig/organisation';
import type { Side } from '@rettidig/vocabulary';
import type { ImportStep } from '../import-kind.js';
import type { MinutesDecisions } from './decisions.js';
import { keyOf } from './names.js';
import type { KnownSeat, MatchedRow } from './roster.js';

/** The list after new seats and people were added for lines that nobody in the register fits. */
export interface Completed {
  readonly rows: readonly MatchedRow[];
  readonly steps: readonly ImportStep[];
  /** Seats with a holder because of these steps, as they will be on the day. */
  readonly seats: readonly SeatOn[];
}

interface Making {
  readonly importId: string;
  readonly committeeId: string;
  readonly from: string;
  readonly seats: readonly KnownSeat[];
  readonly decisions: MinutesDecisions;
}

/** Makes what is missing, for the lines that a person wants it for, or for all. */
export function completed(rows: readonly MatchedRow[], making: Making): Completed {
  const steps: ImportStep[] = [];
  const seats: SeatOn[] = [];
  const holders = rows.map((row) => {
    if (row.person.capacity !== 'holder' || !isWanted(row, making)) return row;
    const made = newHolder(row, making);
    if (!made) return row;
    steps.push(...made.steps);
    seats.push(made.seat);
    return { ...row, state: 'matched' as const, how: 'created' as const, seatId: made.seat.seatId, candidates: [] };
  });
  const all = holders.map((row) => {
    if (row.person.capacity !== 'deputy' || row.state === 'matched' || !isWanted(row, making)) return row;
    const seatId = row.seatId ?? seatOfAbsent(row.person, holders);
    if (seatId === undefined) return row;
    const personId = row.personId ?? personOf(row, making);
    if (row.personId === undefined) steps.push({ namePerson: { personId, name: row.person.name } });
    return { ...row, state: 'matched' as const, how: 'created' as const, seatId, personId, candidates: [] };
  });
  return { rows: all, steps, seats };
}

function isWanted({ row, state }: MatchedRow, { decisions }: Making): boolean {
  if (state === 'matched' || state === 'left') return false;
  const wanted = decisions.roster?.find((decision) => decision.row === row)?.create;
  return wanted ?? (decisions.createMissing === true && state === 'unmatched');
}

/** Follows from import and row, never from the name: a name could be guessed from what follows from it. */
const personOf = ({ row }: MatchedRow, { importId }: Making): string => idOf('imported-person', importId, String(row));

function newHolder(row: MatchedRow, making: Making): { steps: ImportStep[]; seat: SeatOn } | undefined {
  const { person } = row;
  const side = making.decisions.roster?.find((decision) => decision.row === row.row)?.side ?? person.side;
  const vacant = making.seats.find(({ seatId, personId }) => personId === null && row.candidates.includes(seatId));
  if (!vacant && side === undefined) return undefined;
  const personId = personOf(row, making);
  const fill = (seatId: string): ImportStep[] => [
    { namePerson: { personId, name: person.name } },
    { key: `fill-${row.row}`, command: 'FillSeat', message: { seatId, personId, from: making.from } },
  ];
  if (vacant) return { steps: fill(vacant.seatId), seat: { ...vacant, personId } };
  const { step, seat } = newSeat(row, side!, making);
  const label = person.represents ?? person.position;
  return {
    steps: [step, ...(label ? [{ labelSeat: { seatId: seat.seatId, label } }] : []), ...fill(seat.seatId)],
    seat: { ...seat, personId },
  };
}

/** The command that makes a seat gives it an id that follows from the command's own, which follows from the step. */
function newSeat({ person, row }: MatchedRow, side: Side, making: Making): { step: ImportStep; seat: SeatOn } {
  const office = officeFor(person, side, making.seats);
  const kind = { side, ...(office && { office }), representativeKind: representativeKindOf(person, side) };
  const message = { committeeId: making.committeeId, ...kind, from: making.from };
  const key = `seat-${row}`;
  const seatId = idOf(idOf(making.importId, key, hashOf(message)), 'seat');
  return { step: { key, command: 'CreateSeat', message }, seat: { seatId, personId: null, ...kind } };
}

/** The office goes with the new seat where no other seat has it and it is one of this side. */
function officeFor(
  { office }: RosterPerson,
  side: Side,
  seats: readonly KnownSeat[],
): 'chair' | 'deputyChair' | undefined {
  if (office !== 'chair' && office !== 'deputyChair') return undefined;
  if (seats.some((seat) => seat.office === office)) return undefined;
  return (office === 'chair') === (side === 'management') ? office : undefined;
}

const kinds: readonly (readonly [RegExp, RepresentativeKind])[] = [
  [/fællestillidsrepr/i, 'jointUnionRepresentative'],
  [/organisations/i, 'organisationRepresentative'],
  [/arbejdsmilj|\bamr\b/i, 'workEnvironmentRepresentative'],
  [/tillidsrepr|\btr\b/i, 'unionRepresentative'],
];

function representativeKindOf({ position = '' }: RosterPerson, side: Side): RepresentativeKind {
  if (side === 'management') return 'manager';
  return kinds.find(([words]) => words.test(position))?.[1] ?? 'employeeRepresentative';
}

/** The seat of the one who is away and stands for the same. */
function seatOfAbsent(deputy: RosterPerson, rows: readonly MatchedRow[]): string | undefined {
  const away = rows.filter(
    ({ person, seatId }) => person.capacity === 'holder' && person.presence !== 'present' && seatId !== undefined,
  );
  const named = away.filter(({ person }) => keyOf(person.name) === keyOf(deputy.deputyFor ?? ''));
  const alike = away.filter(
    ({ person }) => deputy.represents !== undefined && keyOf(person.represents ?? '') === keyOf(deputy.represents),
  );
  const found = named.length > 0 ? named : alike;
  return found.length === 1 ? found[0]!.seatId : undefined;
}
