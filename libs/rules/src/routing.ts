import type { CommitteeLevel, CommitteeOn, Structure } from '@rettidig/organisation';
import { committeeLevels, committeesCovering, mainCommittee, pathToRoot, standInsOf } from '@rettidig/organisation';
import type { DeciderOfChange, StepUp } from './assessment.js';

/** Where a change is treated, and the levels that were passed by on the way up. */
export interface Route {
  /** Null: no committee of the structure can take it; the duty stands all the same. */
  readonly committee: CommitteeOn | null;
  readonly stepsUp: readonly StepUp[];
}

/** The main committee, when there is one in force. */
export function routeToMain(structure: Structure): Route {
  const main = mainCommittee(structure);
  return { committee: main?.levelInForce ? main : null, stepsUp: [] };
}

/**
 * The committee at the level of the manager who decides, or who recommends to the politicians (§5). A level that is not
 * in force (B1) or has no committee there gives way to the next one up. When nobody knows who decides: the main one.
 */
export function routeToLevelOfDecider(decider: DeciderOfChange, structure: Structure): Route {
  const { committee } = routeToMain(structure);
  if (!isDeciderKnown(decider, structure)) {
    const passed = committeeLevels.filter((level) => level !== 'main' && structure.levelsInForce.includes(level));
    return { committee, stepsUp: passed.reverse().map((level) => ({ level, reason: 'deciderUnknown' })) };
  }
  const managerUnitId = decider.body === 'executiveManagement' ? null : decider.managerUnitId;
  return managerUnitId === null ? { committee, stepsUp: [] } : climb(structure, managerUnitId, committee);
}

/** Whether it is known at which level the decision or recommendation is made on that day. */
export const isDeciderKnown = (decider: DeciderOfChange, structure: Structure): boolean =>
  decider.body === 'executiveManagement' ||
  (decider.managerUnitId !== null && standInsOf(structure, decider.managerUnitId).length > 0);

/** From the manager's level upwards, the first that is in force and has a committee covering the manager's unit. */
function climb(structure: Structure, managerUnitId: string, main: CommitteeOn | null): Route {
  const covering = committeesCovering(structure, managerUnitId);
  const stepsUp: StepUp[] = [];
  for (const level of levelsUpFrom(levelOfManager(structure, managerUnitId))) {
    const committee = covering.find((one) => one.level === level && one.levelInForce);
    if (committee) return { committee, stepsUp };
    const inForce = structure.levelsInForce.includes(level);
    stepsUp.push({ level, reason: inForce ? 'noCommitteeAtLevel' : 'levelNotInForce' });
  }
  return { committee: main, stepsUp };
}

/** `local` gives local, area; `area` gives area; `main` nothing. The main level is where every climb ends. */
const levelsUpFrom = (level: CommitteeLevel): CommitteeLevel[] =>
  committeeLevels.slice(1, committeeLevels.indexOf(level) + 1).reverse();

/** The level of a manager: of the highest one, where a closed unit has several successors. */
function levelOfManager(structure: Structure, managerUnitId: string): CommitteeLevel {
  const levels = standInsOf(structure, managerUnitId).map((unitId) => levelOfUnit(structure, unitId));
  return committeeLevels.find((level) => levels.includes(level)) ?? 'main';
}

/**
 * MED mirrors the management structure, so a manager's level is that of the committee whose whole field the manager
 * heads. A manager of one of several units of a committee stands at that committee's level. Where no committee names
 * the unit, its place in the tree tells.
 */
function levelOfUnit(structure: Structure, unitId: string): CommitteeLevel {
  const naming = [...structure.committees.values()].filter(({ covers }) => covers.includes(unitId));
  const headed = naming.filter(({ covers }) => covers.every((covered) => isAtOrBelow(structure, covered, unitId)));
  const highestFirst = (levels: readonly CommitteeOn[]) =>
    committeeLevels.filter((l) => levels.some((c) => c.level === l));
  return highestFirst(headed)[0] ?? highestFirst(naming).at(-1) ?? levelByPlace(structure, unitId);
}

/** Units that do not exist on that day are headed by nobody and stand in nobody's way. */
const isAtOrBelow = (structure: Structure, unitId: string, aboveId: string): boolean =>
  !structure.units.has(unitId) || pathToRoot(structure, unitId).includes(aboveId);

function levelByPlace(structure: Structure, unitId: string): CommitteeLevel {
  const tops = [...structure.units.values()].filter(({ parentId }) => parentId === null);
  if (tops.length === 1 && tops[0]!.unitId === unitId) return 'main';
  const headsLocalCommittee = [...structure.committees.values()].some(
    ({ level, covers }) => level === 'local' && covers.some((one) => pathToRoot(structure, one).includes(unitId)),
  );
  return headsLocalCommittee ? 'area' : 'local';
}

/** The local committees in force of the unit that the change hits: one, or one a successor of a closed unit. */
export function localCommitteesOf(structure: Structure, unitId: string | null): CommitteeOn[] {
  if (unitId === null) return [];
  const nearest = standInsOf(structure, unitId).flatMap((one) => {
    const local = committeesCovering(structure, one).find((c) => c.level === 'local' && c.levelInForce);
    return local ? [local] : [];
  });
  return [...new Set(nearest)];
}
