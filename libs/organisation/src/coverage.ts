import type { CommitteeOn, Structure } from './structure.js';
import { committeeLevels } from './structure.js';

/** A unit and all units below it on that day; empty when the unit does not exist then. */
export function subtreeOf(structure: Structure, unitId: string): string[] {
  if (!structure.units.has(unitId)) return [];
  const below = new Map<string | null, string[]>();
  for (const unit of structure.units.values()) {
    const siblings = below.get(unit.parentId);
    if (siblings) siblings.push(unit.unitId);
    else below.set(unit.parentId, [unit.unitId]);
  }
  const found = new Set([unitId]);
  for (const one of found) for (const child of below.get(one) ?? []) found.add(child);
  return [...found];
}

/** A unit and the units above it up to the top, the unit first; empty when it does not exist on that day. */
export function pathToRoot(structure: Structure, unitId: string): string[] {
  const path: string[] = [];
  let unit = structure.units.get(unitId);
  while (unit && !path.includes(unit.unitId)) {
    path.push(unit.unitId);
    unit = unit.parentId === null ? undefined : structure.units.get(unit.parentId);
  }
  return path;
}

/** The unit itself, or, when it is closed by that day, the units that took over; empty when there is none. */
export function standInsOf(structure: Structure, unitId: string): string[] {
  const seen = new Set([unitId]);
  for (const one of seen) for (const successor of structure.successors.get(one) ?? []) seen.add(successor);
  return [...seen].filter((one) => structure.units.has(one));
}

/**
 * Committees that cover a unit on that day, the nearest level first and within a level the one whose covered unit is
 * nearest. Committees whose level is not in force are among them, flagged. A closed unit is covered where its
 * successors are.
 */
export function committeesCovering(structure: Structure, unitId: string): CommitteeOn[] {
  const paths = standInsOf(structure, unitId).map((one) => pathToRoot(structure, one));
  if (paths.length === 0) return [];
  const found: { committee: CommitteeOn; steps: number }[] = [];
  for (const committee of structure.committees.values()) {
    const steps = Math.min(...paths.map((path) => stepsUp(path, committee)));
    if (steps < Infinity) found.push({ committee, steps });
  }
  return found.sort(nearestFirst).map(({ committee }) => committee);
}

/** How many steps above the unit the committee's covered unit stands; infinite when it covers none of them. */
function stepsUp(path: readonly string[], committee: CommitteeOn): number {
  const at = path.findIndex((unitId) => committee.covers.includes(unitId));
  return at < 0 ? Infinity : at;
}

interface Distance {
  readonly committee: CommitteeOn;
  readonly steps: number;
}

const depthOf = (committee: CommitteeOn): number => committeeLevels.indexOf(committee.level);

const nearestFirst = (a: Distance, b: Distance): number =>
  depthOf(b.committee) - depthOf(a.committee) ||
  a.steps - b.steps ||
  (a.committee.committeeId < b.committee.committeeId ? -1 : 1);

/** The main committee on that day, the oldest when two overlap by mistake; undefined when there is none. */
export const mainCommittee = (structure: Structure): CommitteeOn | undefined =>
  [...structure.committees.values()]
    .filter(({ level }) => level === 'main')
    .sort((a, b) => (a.validity.from + a.committeeId < b.validity.from + b.committeeId ? -1 : 1))[0];
