import { Refused } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { nameOfUnit } from './called.js';
import { endOf, overlap, termsOf } from './dated.js';
import type { CommitteeHistory, History, UnitHistory } from './history.types.js';

/** What is looked at of a committee. */
type Covering = Pick<CommitteeHistory, 'committeeId' | 'name' | 'validity' | 'coverage'>;

/**
 * No committee goes on when its last unit closes and nobody takes over. Closed units beside others, and those with
 * successors, are no collision: a reorganisation is told in many orders, and its cases go where the successors are.
 * `closing` is a unit as it would be.
 */
export function coversSomebody(history: History, committee: Covering, closing?: UnitHistory): void {
  const { committeeId, name, validity } = committee;
  for (const { value: covers, term } of termsOf(committee.coverage)) {
    if (!overlap(term, validity)) continue;
    const units = covers.flatMap((unitId) =>
      unitId === closing?.unitId ? closing : (history.units.get(unitId) ?? []),
    );
    const on = lastClosing(units);
    const until = endOf(term.to, validity.to);
    if (on === undefined || on < term.from || (until !== null && until <= on)) continue;
    const closed = units.map(({ unitId }) => nameOfUnit(history, unitId));
    throw new Refused('organisation.committee-left-without-units', { committeeId, committee: name, on, units: closed });
  }
}

/** The day on which the last of some units is closed, when all are and nobody takes over from any. */
function lastClosing(units: readonly UnitHistory[]): LocalDate | undefined {
  const days = units.flatMap(({ closedOn, successors }) => (successors.length === 0 ? (closedOn ?? []) : []));
  return days.length < units.length ? undefined : days.sort().at(-1);
}

/** No committee is left without units because a unit closes, and none begins to cover it after that. */
export function noCommitteeLeft(history: History, closing: UnitHistory): void {
  for (const committee of history.committees.values()) {
    if (!committee.coverage.some(({ value }) => value.includes(closing.unitId))) continue;
    coversSomebody(history, committee, closing);
    coversNoLonger(history, committee, closing);
  }
}

/** A committee that is to cover a unit from a day on needs it on that day. */
function coversNoLonger(
  history: History,
  { committeeId, name, validity, coverage }: Covering,
  closing: UnitHistory,
): void {
  const { unitId, closedOn } = closing;
  const later = termsOf(coverage).find(
    ({ value, term }) =>
      value.includes(unitId) && overlap(term, validity) && closedOn !== null && closedOn <= term.from,
  );
  if (!later) return;
  const unit = nameOfUnit(history, unitId);
  const details = { committeeId, committee: name, unit, from: later.term.from, on: closedOn };
  throw new Refused('organisation.committee-covers-later', details);
}

/** A committee took the place of committees that began before it. */
export function beganBefore({ committeeId, name, validity }: CommitteeHistory, on: LocalDate): void {
  const { from } = validity;
  if (from >= on) throw new Refused('organisation.predecessor-not-earlier', { committeeId, committee: name, from, on });
}
