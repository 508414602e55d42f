import type { CommandContext, Resource } from '@rettidig/event-sourcing';
import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import type { LocalDate, Side, Validity } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import { overlap } from './dated.js';
import type { CommitteeHistory, History, SeatHistory, UnitHistory } from './history.types.js';
import type { Organisation } from './organisation.js';
import type { CommitteeKind, CommitteeLevel, Office } from './organisation.events.js';
import { officesOf } from './seats.js';
import { existsOn } from './there.js';

/** A unit that was ever established. */
export function knownUnit({ units }: History, unitId: string): UnitHistory {
  const unit = units.get(unitId);
  if (!unit) throw notFound('organisation.unit-unknown', { unitId });
  return unit;
}

/** A unit that exists on a day: established by then and not closed. */
export function unitExistingOn(history: History, unitId: string, on: LocalDate): UnitHistory {
  const unit = knownUnit(history, unitId);
  const { validFrom, closedOn } = unit;
  if (!existsOn(unit, on))
    throw new Refused('organisation.unit-not-there', { unitId, on, from: validFrom, until: closedOn });
  return unit;
}

/** A unit that exists on a day, or existed before: what is told of a unit may outlast a closing that is told later. */
export function unitBegunBy(history: History, unitId: string, on: LocalDate): void {
  const { validFrom, closedOn } = knownUnit(history, unitId);
  if (on < validFrom)
    throw new Refused('organisation.unit-not-there', { unitId, on, from: validFrom, until: closedOn });
}

/** A committee that was ever established. */
export function knownCommittee({ committees }: History, committeeId: string): CommitteeHistory {
  const committee = committees.get(committeeId);
  if (!committee) throw notFound('organisation.committee-unknown', { committeeId });
  return committee;
}

/** A committee that exists on a day. */
export function committeeExistingOn(history: History, committeeId: string, on: LocalDate): CommitteeHistory {
  const committee = knownCommittee(history, committeeId);
  const { from, to } = committee.validity;
  if (on < from || (to !== null && on >= to)) {
    throw new Refused('organisation.committee-not-there', { committeeId, on, from, until: to });
  }
  return committee;
}

/** A committee that exists on a day, or existed before: seats outlive it, and what was planned may come to nothing. */
export function committeeBegunBy(history: History, committeeId: string, on: LocalDate): void {
  const { from, to } = knownCommittee(history, committeeId).validity;
  if (on < from) throw new Refused('organisation.committee-not-there', { committeeId, on, from, until: to });
}

/** A seat that was ever created. */
export function knownSeat({ seats }: History, seatId: string): SeatHistory {
  const seat = seats.get(seatId);
  if (!seat) throw notFound('organisation.seat-unknown', { seatId });
  return seat;
}

/** Nothing is made twice under one id: ids of what a file tells follow from its numbers. */
export function notYetThere(made: ReadonlyMap<string, unknown>, id: string): void {
  if (made.has(id)) throw new Refused('organisation.already-there', { id });
}

/** An end is the first day on which something no longer holds, so it lies after the first day on which it does. */
export function endsAfterStart(from: LocalDate, to: LocalDate | null | undefined): void {
  if (to !== null && to !== undefined && to <= from)
    throw impossible('organisation.ends-before-it-starts', { from, to });
}

/** Every unit that a committee is to cover from a day on exists on that day, and is named once. */
export function coverable(history: History, covers: readonly string[], from: LocalDate): void {
  for (const unitId of covers) unitExistingOn(history, unitId, from);
  if (new Set(covers).size < covers.length) throw impossible('organisation.unit-named-twice');
}

const kindsAtLevel: Readonly<Record<CommitteeLevel, readonly CommitteeKind[]>> = {
  main: ['main'],
  area: ['area'],
  local: ['local', 'transitionalLocal', 'staffMeetingWithMedStatus', 'trio'],
};

/** A main committee stands at the main level, and so on; small local bodies count as local (glossary). */
export function kindFitsLevel(kind: CommitteeKind, level: CommitteeLevel): void {
  const allowed = kindsAtLevel[level];
  if (!allowed.includes(kind)) throw impossible('organisation.kind-not-at-level', { kind, level, allowed });
}

/** There is one main committee at a time; `committeeId` is the one that is to be it. */
export function onlyMain(
  { committees }: History,
  level: CommitteeLevel,
  validity: Validity,
  committeeId: string,
): void {
  if (level !== 'main') return;
  const other = [...committees.values()].find(
    (one) => one.level === 'main' && one.committeeId !== committeeId && overlap(one.validity, validity),
  );
  if (!other) return;
  const { name, validity: taken } = other;
  const details = { committeeId: other.committeeId, committee: name, from: taken.from, until: taken.to ?? '–' };
  throw new Refused('organisation.main-committee-exists', details);
}

/** The main level is among the levels in force: only it is mandatory. */
export function mainLevelIn(levels: readonly CommitteeLevel[]): void {
  if (!levels.includes('main')) throw impossible('organisation.main-level-always-in-force');
}

/** The chair comes from management, the deputy chair from the employees; a secretary from either. */
const sideOf: Partial<Record<Office, Side>> = { chair: 'management', deputyChair: 'employees' };

/** An office goes to its side. */
export function officeOfSide(office: Office | undefined, side: Side): void {
  const sideOfOffice = office && sideOf[office];
  if (sideOfOffice && sideOfOffice !== side) throw impossible('organisation.office-of-other-side', { office, side });
}

/** A committee has one seat for its chair; `coming` is one that is to be created beside those there are. */
export function oneChair({ seats, seatsByCommittee }: History, committeeId: string, coming = 0): void {
  const chairs = (seatsByCommittee.get(committeeId) ?? []).filter((seatId) => seats.get(seatId)?.office === 'chair');
  if (chairs.length + coming > 1) throw new Refused('organisation.chair-exists', { committeeId });
}

/** What the access table looks at: the actor's offices today in the committee in question. */
export const officesIn = (
  organisation: Organisation,
  committeeId: string | undefined,
  { actor, now }: CommandContext,
): Resource => (committeeId ? { offices: officesOf(organisation, actor.id, committeeId, dayOf(now)) } : {});
