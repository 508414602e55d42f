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

/** What follows from a structure once and is asked again and again. */
interface Coverage {
  /** Committees by the units that they name. */
  readonly naming: ReadonlyMap<string, readonly CommitteeOn[]>;
  readonly tops: readonly string[];
  /** Units with a local committee at or below them. */
  readonly aboveLocal: ReadonlySet<string>;
  readonly main: CommitteeOn | undefined;
}

/** Lives as long as the committees of the structure do. */
const known = new WeakMap<Structure['committees'], Coverage>();

function coverageOf(structure: Structure): Coverage {
  const coverage = known.get(structure.committees) ?? workOut(structure);
  known.set(structure.committees, coverage);
  return coverage;
}

function workOut(structure: Structure): Coverage {
  const naming = new Map<string, CommitteeOn[]>();
  const aboveLocal = new Set<string>();
  for (const committee of structure.committees.values()) {
    for (const unitId of committee.covers) {
      naming.set(unitId, [...(naming.get(unitId) ?? []), committee]);
      if (committee.level === 'local') pathToRoot(structure, unitId).forEach((above) => aboveLocal.add(above));
    }
  }
  const tops = [...structure.units.values()].filter(({ parentId }) => parentId === null).map(({ unitId }) => unitId);
  const [main] = [...structure.committees.values()].filter(({ level }) => level === 'main').sort(oldestFirst);
  return { naming, tops, aboveLocal, main };
}

const oldestFirst = (a: CommitteeOn, b: CommitteeOn): number =>
  a.validity.from + a.committeeId < b.validity.from + b.committeeId ? -1 : 1;

/** Committees that name a unit in their coverage, not those of the units above it. */
export const committeesNaming = (structure: Structure, unitId: string): readonly CommitteeOn[] =>
  coverageOf(structure).naming.get(unitId) ?? [];

/** Where a unit stands in the tree: the only one at the top, with a local committee at or below it, or neither. */
export function placeOf(structure: Structure, unitId: string): 'top' | 'aboveLocalCommittee' | 'leaf' {
  const { tops, aboveLocal } = coverageOf(structure);
  if (tops.length === 1 && tops[0] === unitId) return 'top';
  return aboveLocal.has(unitId) ? 'aboveLocalCommittee' : 'leaf';
}

/**
 * Committees that cover a unit on that day, the nearest level first and within a level the one whose covered unit is
 * nearest. Committees whose level is not in force are among them, flagged. A closed unit is covered where its
 * successors are.
 */
export function committeesCovering(structure: Structure, unitId: string): CommitteeOn[] {
  const found = new Map<CommitteeOn, number>();
  for (const standIn of standInsOf(structure, unitId)) {
    pathToRoot(structure, standIn).forEach((one, steps) => {
      for (const committee of committeesNaming(structure, one)) {
        found.set(committee, Math.min(steps, found.get(committee) ?? Infinity));
      }
    });
  }
  return [...found]
    .map(([committee, steps]) => ({ committee, steps }))
    .sort(nearestFirst)
    .map(({ committee }) => committee);
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
export const mainCommittee = (structure: Structure): CommitteeOn | undefined => coverageOf(structure).main;
