import { Refused } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { valueOn, withValue, type From } from './dated.js';
import type { History, UnitHistory } from './history.types.js';
import { nameOfUnit } from './called.js';
import { existsOn, standsOnAir } from './there.js';

/** What a unit's place in the tree must be, on every day from then on: later moves may already be known. */

/**
 * With the move no unit stands below itself. Only the units above it are looked at, and only the days on which one of
 * them changes: the cost does not grow with the organisation.
 */
export function noRing({ units }: History, unitId: string, parentId: string | null, from: LocalDate): void {
  const placesOf = (unit: UnitHistory): readonly From<string | null>[] =>
    unit.unitId === unitId ? withValue(unit.parents, from, parentId) : unit.parents;
  const days = new Set([from]);
  for (const day of days) {
    const path = new Set<UnitHistory>();
    let unit = units.get(unitId);
    while (unit) {
      for (const change of changesOf(unit, placesOf(unit))) days.add(change > from ? change : from);
      if (!existsOn(unit, day)) break;
      if (path.has(unit)) throw new Refused('organisation.unit-below-itself', { unitId, on: day });
      path.add(unit);
      unit = units.get(valueOn(placesOf(unit), day) ?? '');
    }
  }
}

/** No unit stands below another on any day from then on: it is moved or closed first, so that none is left hanging. */
export function nothingBelow({ units, everBelow }: History, unitId: string, on: LocalDate): void {
  const others = [...(everBelow.get(unitId) ?? [])].map((below) => units.get(below)!);
  const days = new Set([on]);
  for (const other of others) for (const day of changesOf(other, other.parents)) if (day > on) days.add(day);
  for (const day of [...days].sort()) {
    const below = others.filter((other) => existsOn(other, day) && valueOn(other.parents, day) === unitId);
    if (below.length > 0)
      throw new Refused('organisation.unit-has-units', { units: below.map((one) => one.unitId), on: day });
  }
}

/** A unit stands below one that exists, or at the top: on every day, so that no unit is at the top by mistake. */
export function notOnAir(history: History, unit: UnitHistory): void {
  const air = standsOnAir(history.units, unit);
  if (!air) return;
  const { unitId } = unit;
  const [one, above] = [nameOfUnit(history, unitId), nameOfUnit(history, air.above.unitId)];
  throw new Refused('organisation.unit-above-not-there', { unitId, unit: one, above, on: air.on });
}

/** Days on which a unit comes, goes, or stands elsewhere. */
const changesOf = ({ validFrom, closedOn }: UnitHistory, places: readonly From<string | null>[]): LocalDate[] => [
  validFrom,
  ...(closedOn === null ? [] : [closedOn]),
  ...places.map(({ from }) => from),
];
