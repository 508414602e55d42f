import type { LocalDate, Side } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { historyOf } from './history.js';
import type { SeatHistory } from './history.types.js';
import type { Organisation } from './organisation.js';
import type { Office, RepresentativeKind } from './organisation.events.js';

/** A seat of a committee as it is on a day (J1: the seat is one thing, its holder another). */
export interface SeatOn {
  readonly seatId: string;
  readonly side: Side;
  readonly office?: Office;
  readonly representativeKind: RepresentativeKind;
  /** Null while nobody holds it. */
  readonly personId: string | null;
}

/**
 * The seats of a committee on a day, in the order in which they were created. Seats outlive their committee until they
 * are vacated, so that chair and deputy chair can still approve the minutes of its last meeting.
 */
export function seatsOn(organisation: Organisation, committeeId: string, on: LocalDate): SeatOn[] {
  const { seats, seatsByCommittee } = historyOf(organisation);
  return (seatsByCommittee.get(committeeId) ?? [])
    .map((seatId) => seats.get(seatId)!)
    .filter((seat) => seat.from <= on)
    .map(({ seatId, side, office, representativeKind, ...seat }) => ({
      seatId,
      side,
      ...(office ? { office } : {}),
      representativeKind,
      personId: holderOn(seat, on),
    }));
}

/** Who holds a seat on a day, or null. */
const holderOn = (seat: Pick<SeatHistory, 'holders'>, on: LocalDate): string | null =>
  seat.holders.find(({ term }) => holdsOn(term, on))?.personId ?? null;

/**
 * What a person is in a committee on a day: `chair`, `deputyChair`, `secretary`, `member`, `managementSide`,
 * `employeeSide`. A secretariat seat serves the committee and belongs to neither side.
 */
export function officesOf(organisation: Organisation, personId: string, committeeId: string, on: LocalDate): string[] {
  const held = seatsOn(organisation, committeeId, on).filter((seat) => seat.personId === personId);
  return [...new Set(held.flatMap(officesOfSeat))];
}

function officesOfSeat({ office, side, representativeKind }: SeatOn): string[] {
  const offices = office ? [office] : [];
  if (representativeKind === 'secretariat') return offices;
  return [...offices, 'member', side === 'management' ? 'managementSide' : 'employeeSide'];
}
