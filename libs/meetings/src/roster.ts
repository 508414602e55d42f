import { impossible } from '@rettidig/event-sourcing';
import type { SeatOn } from '@rettidig/organisation';
import type { Attendance } from './meeting.events.js';

/** What the secretary wrote about a seat: how its holder was there, or which deputy acted in it. */
export interface RosterEntry {
  readonly seatId: string;
  readonly capacity: Attendance['capacity'];
  readonly presence: Attendance['presence'];
  readonly personId?: string;
}

/** Seats of members. The secretary of a committee has a seat in the register but is no member of either side. */
export const memberSeats = (seats: readonly SeatOn[]): SeatOn[] =>
  seats.filter((seat) => seat.representativeKind !== 'secretariat');

/**
 * The roster of the day (J12): side and holder of each seat as the structure has them on that day, presence as written.
 * Every seat with a holder must be accounted for; a seat without one is vacant also when nobody says so.
 */
export function rosterOf(seats: readonly SeatOn[], entries: readonly RosterEntry[]): Attendance[] {
  checkSeats(seats, entries);
  const roster = seats.flatMap((seat) => {
    const own = entries.filter((entry) => entry.seatId === seat.seatId);
    const holder = holderOf(
      seat,
      own.find((entry) => entry.capacity === 'holder'),
    );
    const deputy = own.find((entry) => entry.capacity === 'deputy');
    return deputy ? [holder, deputyOf(seat, holder, deputy)] : [holder];
  });
  checkDeputies(roster);
  return roster;
}

function checkSeats(seats: readonly SeatOn[], entries: readonly RosterEntry[]): void {
  const known = new Map(seats.map((seat) => [seat.seatId, seat]));
  const strange = entries.filter((entry) => !known.has(entry.seatId)).map((entry) => entry.seatId);
  if (strange.length > 0) throw impossible('meeting.seat-not-of-committee', { seatIds: strange });
  const keys = entries.map((entry) => `${entry.seatId} ${entry.capacity}`);
  const twice = entries.filter((_entry, index) => keys.indexOf(keys[index]!) !== index).map((entry) => entry.seatId);
  if (twice.length > 0) throw impossible('meeting.seat-twice', { seatIds: twice });
  const told = new Set(entries.filter((entry) => entry.capacity === 'holder').map((entry) => entry.seatId));
  const forgotten = seats.filter((seat) => seat.personId !== null && !told.has(seat.seatId)).map((seat) => seat.seatId);
  if (forgotten.length > 0)
    throw impossible('meeting.seats-forgotten', { count: forgotten.length, seatIds: forgotten });
}

function holderOf(seat: SeatOn, entry: RosterEntry | undefined): Attendance {
  const { seatId, side, personId } = seat;
  if (personId === null) {
    if (entry && entry.presence !== 'vacant') throw impossible('meeting.seat-has-no-holder', { seatId });
    return { seatId, side, personId, capacity: 'holder', presence: 'vacant' };
  }
  if (!entry || entry.presence === 'vacant') throw impossible('meeting.seat-has-a-holder', { seatId });
  if (entry.personId && entry.personId !== personId) throw impossible('meeting.not-the-holder', { seatId });
  return { seatId, side, personId, capacity: 'holder', presence: entry.presence };
}

/** A deputy acts in a seat for one meeting, while its holder is not there (J4). */
function deputyOf(seat: SeatOn, holder: Attendance, entry: RosterEntry): Attendance {
  const { seatId, side } = seat;
  if (!entry.personId) throw impossible('meeting.deputy-unnamed', { seatId });
  if (entry.presence !== 'present') throw impossible('meeting.deputy-not-present', { seatId });
  if (holder.presence === 'present') throw impossible('meeting.deputy-beside-holder', { seatId });
  return { seatId, side, personId: entry.personId, capacity: 'deputy', presence: 'present' };
}

/** Nobody is at a meeting twice: a deputy who sits in a seat of their own, or for two, would be counted double. */
function checkDeputies(roster: readonly Attendance[]): void {
  const present = roster.filter((entry) => entry.presence === 'present');
  const double = present.find(
    (entry) =>
      entry.capacity === 'deputy' && present.some((other) => other !== entry && other.personId === entry.personId),
  );
  if (double) throw impossible('meeting.deputy-twice', { seatId: double.seatId });
}

/** How many were there, excused and so on. Present and excused count people; empty counts seats nobody sat in (J5). */
export interface AttendanceCount {
  readonly seats: number;
  readonly present: number;
  /** Those among the present who sat in as deputies. */
  readonly deputies: number;
  readonly excused: number;
  readonly absent: number;
  readonly vacant: number;
  readonly empty: number;
}

/** Counts a roster or one side of it. */
export function countAttendance(roster: readonly Attendance[]): AttendanceCount {
  const count = (presence: Attendance['presence']): number =>
    roster.filter((entry) => entry.presence === presence).length;
  const seats = new Set(roster.map((entry) => entry.seatId)).size;
  const present = count('present');
  return {
    seats,
    present,
    deputies: roster.filter((entry) => entry.capacity === 'deputy').length,
    excused: count('excused'),
    absent: count('absent'),
    vacant: count('vacant'),
    empty: seats - present,
  };
}
