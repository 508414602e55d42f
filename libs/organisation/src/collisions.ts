import { Refused } from '@rettidig/event-sourcing';
import {
  committeeBegunBy,
  coverable,
  endsAfterStart,
  kindFitsLevel,
  knownCommittee,
  knownUnit,
  mainLevelIn,
  officeOfSide,
  oneChair,
  onlyMain,
  unitBegunBy,
} from './checks.js';
import { beganBefore, coversSomebody } from './coverage-checks.js';
import { overlap, termsOf, valueOn } from './dated.js';
import type { CommitteeHistory, History, SeatHistory, UnitHistory } from './history.types.js';
import { noneAtTheSameTime } from './terms.js';
import { noRing, notOnAir } from './tree.js';

type Check = () => void;

/** All that must be so of a unit, whenever and in whatever order it was told. */
function* ofUnit(history: History, unit: UnitHistory): Generator<Check> {
  const { unitId, validFrom, closedOn, names, parents, successors } = unit;
  yield () => endsAfterStart(validFrom, closedOn);
  for (const { from } of [...names, ...parents]) yield () => unitBegunBy(history, unitId, from);
  yield () => {
    if (valueOn(names, validFrom) === undefined || valueOn(parents, validFrom) === undefined)
      throw new Refused('organisation.first-day-missing', { id: unitId, on: validFrom });
  };
  for (const { value } of parents) if (value !== null) yield () => void knownUnit(history, value);
  yield () => notOnAir(history, unit);
  yield () => noRing(history, unitId, valueOn(parents, validFrom) ?? null, validFrom);
  if (closedOn !== null) for (const one of successors) yield () => unitBegunBy(history, one, closedOn);
}

/** All that must be so of a committee. */
function* ofCommittee(history: History, committee: CommitteeHistory): Generator<Check> {
  const { committeeId, level, kind, validity, coverage, parentId, predecessors, agreements } = committee;
  yield () => endsAfterStart(validity.from, validity.to);
  yield () => kindFitsLevel(kind, level);
  yield () => onlyMain(history, level, validity, committeeId);
  yield () => {
    if (valueOn(coverage, validity.from) === undefined)
      throw new Refused('organisation.first-day-missing', { id: committeeId, on: validity.from });
  };
  for (const { from } of coverage) yield () => committeeBegunBy(history, committeeId, from);
  for (const { value, term } of termsOf(coverage))
    if (overlap(term, validity)) yield () => coverable(history, value, term.from);
  yield () => coversSomebody(history, committee);
  if (parentId !== null) yield () => committeeBegunBy(history, parentId, validity.from);
  for (const one of predecessors) yield () => beganBefore(knownCommittee(history, one), validity.from);
  for (const { term } of agreements) yield () => endsAfterStart(term.from, term.to);
  for (const { term } of agreements) yield () => committeeBegunBy(history, committeeId, term.from);
  yield () => noneAtTheSameTime(agreements, 'organisation.agreed-already');
  yield () => oneChair(history, committeeId);
}

/** All that must be so of a seat. */
function* ofSeat(history: History, seat: SeatHistory): Generator<Check> {
  const { seatId, committeeId, from, holders, side, office } = seat;
  yield () => committeeBegunBy(history, committeeId, from);
  yield () => officeOfSide(office, side);
  for (const { term } of holders) {
    yield () => endsAfterStart(term.from, term.to);
    yield () => {
      if (term.from < from) throw new Refused('organisation.seat-not-there', { seatId, on: term.from, from });
    };
  }
  yield () => noneAtTheSameTime(holders, 'organisation.seat-taken', { seatId });
}

/** All that must be so of what holds for a while. */
function* ofTerms(history: History): Generator<Check> {
  const { periods, confirmations, delegations } = history;
  for (const { term } of [...periods, ...confirmations, ...delegations]) yield () => endsAfterStart(term.from, term.to);
  for (const { levelsInForce } of periods) yield () => mainLevelIn(levelsInForce);
  yield () => noneAtTheSameTime(periods, 'organisation.period-overlaps');
  for (const { unitId, term } of [...confirmations, ...delegations])
    yield () => unitBegunBy(history, unitId, term.from);
  for (const unitId of new Set(confirmations.map((one) => one.unitId)))
    yield () =>
      noneAtTheSameTime(
        confirmations.filter((one) => one.unitId === unitId),
        'organisation.confirmed-already',
      );
}

function* allOf(history: History): Generator<Check> {
  for (const unit of history.units.values()) yield* ofUnit(history, unit);
  for (const committee of history.committees.values()) yield* ofCommittee(history, committee);
  for (const seat of history.seats.values()) yield* ofSeat(history, seat);
  yield* ofTerms(history);
}

/**
 * Everything in a history that cannot be so beside something else. Single facts are checked as they come, at a cost that
 * does not grow with the organisation; a correction can reach back behind what was built on it, so all is looked at.
 */
export function collisionsIn(history: History): readonly Refused[] {
  const found: Refused[] = [];
  for (const check of allOf(history)) {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      found.push(error);
    }
  }
  return found;
}
