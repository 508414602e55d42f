import { impossible, Refused } from '@rettidig/event-sourcing';
import type { MeetingState, SeatAttendance } from '@rettidig/meetings';
import { countAttendance, rosterOf } from '@rettidig/meetings';
import type { RosterPerson } from '@rettidig/minutes';
import type { SeatOn } from '@rettidig/organisation';
import type { MinutesDecisions } from './decisions.js';
import type { MatchedRow } from './roster.js';

/** What becomes of who came. */
export type AttendanceState = 'willBeRecorded' | 'same' | 'differs' | 'notSettled' | 'noRoster';

/** How many the minutes list. */
export interface RosterCount {
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly deputies: number;
}

export interface AttendancePlan {
  readonly state: AttendanceState;
  readonly counted: RosterCount;
  readonly recorded?: { readonly present: number; readonly excused: number };
  /** What will be recorded; only with `willBeRecorded`. */
  readonly entries?: SeatAttendance[];
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
 * for; half a list would be a wrong one.
 */
export function attendanceOf(
  rows: readonly MatchedRow[],
  seats: readonly SeatOn[],
  known: MeetingState | undefined,
  decisions: MinutesDecisions,
): AttendancePlan {
  const roster = rows.filter(({ state }) => state !== 'left').map(({ person }) => person);
  const counted = countRoster(roster);
  if (known?.heldOn) return recordedBefore(known, counted, rows.length === 0);
  if (rows.length === 0) return { state: 'noRoster', counted, notMentioned: [] };
  const seatless = seatTwice(rows, seats);
  if (seatless) return { state: 'notSettled', counted, notMentioned: [], obstacle: seatless };

  const entries = [...rows.flatMap(entryOf), ...decidedEntries(decisions)];
  const told = new Set(entries.filter(({ capacity }) => capacity === 'holder').map(({ seatId }) => seatId));
  const notMentioned = seats.filter(({ seatId, personId }) => personId !== null && !told.has(seatId));
  const settled = rows.every(({ state }) => state === 'matched' || state === 'left') && notMentioned.length === 0;
  const ids = notMentioned.map(({ seatId }) => seatId);
  if (!settled) return { state: 'notSettled', counted, notMentioned: ids };
  const obstacle = refusalOf(seats, entries);
  return { state: 'willBeRecorded', counted, entries, notMentioned: [], ...(obstacle && { obstacle }) };
}

function recordedBefore({ attendance }: MeetingState, counted: RosterCount, noRoster: boolean): AttendancePlan {
  const { present, excused } = countAttendance(attendance);
  const same = noRoster || (present === counted.present && excused === counted.excused);
  return { state: same ? 'same' : 'differs', counted, recorded: { present, excused }, notMentioned: [] };
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
