import type { CommandContext, Resource } from '@rettidig/event-sourcing';
import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import type { LocalDate, Validity } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { CommitteeHistory, History, SeatHistory, UnitHistory } from './history.js';
import { existsOn } from './history.js';
import type { Organisation } from './organisation.js';
import type { CommitteeKind, CommitteeLevel } from './organisation.events.js';
import { officesOf } from './seats.js';

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

/** There is one main committee at a time. */
export function onlyMain({ committees }: History, level: CommitteeLevel, validity: Validity): void {
  if (level !== 'main') return;
  const other = [...committees.values()].find((one) => one.level === 'main' && overlap(one.validity, validity));
  if (other) throw new Refused('organisation.main-committee-exists', { committeeId: other.committeeId });
}

/** Whether two periods have a day in common. */
export const overlap = (a: Validity, b: Validity): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

/** What the access table looks at: the actor's offices today in the committee in question. */
export const officesIn = (
  organisation: Organisation,
  committeeId: string | undefined,
  { actor, now }: CommandContext,
): Resource => (committeeId ? { offices: officesOf(organisation, actor.id, committeeId, dayOf(now)) } : {});
