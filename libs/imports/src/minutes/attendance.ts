import { impossible, Refused } from '@rettidig/event-sourcing';
import type { Attendance, MeetingState, SeatAttendance } from '@rettidig/meetings';
import { countAttendance, rosterOf } from '@rettidig/meetings';
import type { RosterPerson } from '@rettidig/minutes';
import type { SeatOn } from '@rettidig/organisation';
import type { MinutesDecisions } from './decisions.js';
import type { MatchedRow } from './roster.js';
import type { AttendanceState } from './states.js';

/** How many the minutes list. */
export interface RosterCount {
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly deputies: number;
}

/** A seat whose record and minutes differ. */
export interface SeatDifference {
  readonly seatId: string;
  readonly recorded: Attendance['presence'];
  readonly recordedDeputy: boolean;
  readonly read: Attendance['presence'];
  readonly readDeputy: boolean;
}

export interface AttendancePlan {
  readonly state: AttendanceState;
  readonly counted: RosterCount;
  readonly recorded?: { readonly present: number; readonly excused: number };
  /** What will be recorded; only with `willBeRecorded` and `willBeReplaced`. */
  readonly entries?: SeatAttendance[];
  /** Seats that are recorded otherwise. */
  readonly differences: readonly SeatDifference[];
  /** Seats with a holder whom neither the minutes nor a decision mention. */
  readonly notMentioned: readonly string[];
  readonly obstacle?: Refused;
}

const countRoster = (roster: readonly RosterPerson[]): RosterCount => {
  const count = (presence: RosterPerson['presence']): number =>
    roster.filter((person) => person.presence === presence).length;
  const deputies = roster.filter(({ capacity, presence }) => capacity === 'deputy' && presence === 'present').length;
  return { present: count('present'), excused: count('excused'), absent: count('absent'), deputies };
};

/**
 * Who came, seat by seat. It is recorded once everybody on the list is settled and every seat with a holder is accounted
 * for; half a list would be a wrong one. What is recorded already stays, unless a person chooses what the minutes say.
 */
export function attendanceOf(
  rows: readonly MatchedRow[],
  seats: readonly SeatOn[],
  known: MeetingState | undefined,
  decisions: MinutesDecisions,
): AttendancePlan {
  const roster = rows.filter(({ state }) => state !== 'left').map(({ person }) => person);
  const nothing = { counted: countRoster(roster), notMentioned: [], differences: [] };
  const read = readRoster(rows, seats, decisions);
  if (known?.heldOn) return besideRecorded(known, { ...nothing, read, seats }, rows.length === 0, decisions);
  if (rows.length === 0) return { ...nothing, state: 'noRoster' };
  if (!read.settled) return { ...nothing, ...notSettled(read) };
  const obstacle = refusalOf(seats, read.entries);
  return { ...nothing, state: 'willBeRecorded', entries: read.entries, ...(obstacle && { obstacle }) };
}

/** Who came by the minutes and the choices, as far as it is settled. */
interface ReadRoster {
  readonly entries: SeatAttendance[];
  readonly notMentioned: readonly string[];
  readonly settled: boolean;
  readonly obstacle?: Refused;
}

function readRoster(rows: readonly MatchedRow[], seats: readonly SeatOn[], decisions: MinutesDecisions): ReadRoster {
  const obstacle = seatTwice(rows, seats);
  if (obstacle) return { entries: [], notMentioned: [], settled: false, obstacle };
  const entries = [...rows.flatMap(entryOf), ...decidedEntries(decisions)];
  const told = new Set(entries.filter(({ capacity }) => capacity === 'holder').map(({ seatId }) => seatId));
  const notMentioned = seats
    .filter(({ seatId, personId }) => personId !== null && !told.has(seatId))
    .map(({ seatId }) => seatId);
  const settled = rows.every(({ state }) => state === 'matched' || state === 'left') && notMentioned.length === 0;
  return { entries, notMentioned, settled };
}

const notSettled = ({ notMentioned, obstacle }: ReadRoster) => ({
  state: 'notSettled' as const,
  notMentioned,
  ...(obstacle && { obstacle }),
});

interface Beside {
  readonly counted: RosterCount;
  readonly notMentioned: readonly string[];
  readonly read: ReadRoster;
  readonly seats: readonly SeatOn[];
}

/** What the minutes say of a meeting whose attendance is recorded. */
function besideRecorded(
  { attendance, minutesApproved }: MeetingState,
  { read, seats, ...plan }: Beside,
  noRoster: boolean,
  decisions: MinutesDecisions,
): AttendancePlan {
  const { present, excused } = countAttendance(attendance);
  const recorded = { present, excused };
  if (noRoster) return { ...plan, state: 'same', recorded, differences: [] };
  const differences = differencesOf(attendance, read);
  const { counted } = plan;
  const sameCount = read.settled || (present === counted.present && excused === counted.excused);
  if (differences.length === 0 && sameCount) return { ...plan, state: 'same', recorded, differences };
  if (decisions.attendance !== 'replace' || minutesApproved)
    return { ...plan, state: 'differs', recorded, differences };
  if (!read.settled) {
    const obstacle = read.obstacle ?? new Refused('minutes.attendance-not-settled');
    return { ...plan, ...notSettled(read), recorded, differences, obstacle };
  }
  const obstacle = refusalOf(seats, read.entries);
  const { entries } = read;
  return { ...plan, state: 'willBeReplaced', entries, recorded, differences, ...(obstacle && { obstacle }) };
}

/** Seat by seat; deputies only once everybody is settled, for one who is not yet known could sit in any seat. */
function differencesOf(recorded: readonly Attendance[], { entries, settled }: ReadRoster): SeatDifference[] {
  const deputyIn = (all: readonly SeatAttendance[] | readonly Attendance[], seatId: string) =>
    all.find((entry) => entry.seatId === seatId && entry.capacity === 'deputy')?.personId;
  return entries
    .filter(({ capacity }) => capacity === 'holder')
    .flatMap(({ seatId, presence: read }) => {
      const holder = recorded.find((entry) => entry.seatId === seatId && entry.capacity === 'holder');
      const [before, now] = [deputyIn(recorded, seatId), deputyIn(entries, seatId)];
      if (holder?.presence === read && (!settled || before === now)) return [];
      const presence = holder?.presence ?? 'vacant';
      return [
        { seatId, recorded: presence, recordedDeputy: before !== undefined, read, readDeputy: now !== undefined },
      ];
    });
}

const entryOf = ({ person, state, seatId, personId }: MatchedRow): SeatAttendance[] => {
  if (state !== 'matched' || seatId === undefined) return [];
  const { capacity, presence } = person;
  if (capacity === 'deputy' && presence !== 'present') return [];
  return [{ seatId, capacity, presence, ...(capacity === 'deputy' && personId !== undefined && { personId }) }];
};

const decidedEntries = ({ seats = [] }: MinutesDecisions): SeatAttendance[] =>
  seats.map(({ seatId, presence }) => ({ seatId, presence, capacity: 'holder' }));

/** A seat that a person chose must be one of the day, and be given away once. */
function seatTwice(rows: readonly MatchedRow[], seats: readonly SeatOn[]): Refused | undefined {
  const settled = rows.filter(({ state, seatId }) => state === 'matched' && seatId !== undefined);
  const wrong = settled.find(
    ({ seatId, person }, at) =>
      !seats.some((seat) => seat.seatId === seatId) ||
      settled.findIndex((other) => other.seatId === seatId && other.person.capacity === person.capacity) !== at,
  );
  return wrong && impossible('minutes.seat-not-there', { line: wrong.person.line });
}

/** What the meeting would say to it. */
function refusalOf(seats: readonly SeatOn[], entries: readonly SeatAttendance[]): Refused | undefined {
  try {
    rosterOf(seats, entries);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
