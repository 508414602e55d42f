import type { CommitteeLevel, CommitteeOn, Structure } from '@rettidig/organisation';
import { committeeLevels, committeesNaming, pathToRoot, placeOf, standInsOf } from '@rettidig/organisation';
import type { DeciderOfChange } from './assessment.js';

/** Whether it is known at which level the decision or recommendation is made on that day. */
export const isDeciderKnown = (decider: DeciderOfChange, structure: Structure): boolean =>
  decider.body === 'executiveManagement' ||
  (decider.managerUnitId !== null && standInsOf(structure, decider.managerUnitId).length > 0);

/** The level of a manager: of the highest one, where a closed unit has several successors. */
export function levelOfManager(structure: Structure, managerUnitId: string): CommitteeLevel {
  const levels = standInsOf(structure, managerUnitId).map((unitId) => levelOfUnit(structure, unitId));
  return committeeLevels.find((level) => levels.includes(level)) ?? 'main';
}

/**
 * MED mirrors the management structure, so a manager's level is that of the committee whose whole field the manager
 * heads. A manager of one of several units of a committee stands at that committee's level. Where no committee names
 * the unit, its place in the tree tells.
 */
function levelOfUnit(structure: Structure, unitId: string): CommitteeLevel {
  const naming = committeesNaming(structure, unitId);
  const headed = naming.filter(({ covers }) => covers.every((covered) => isAtOrBelow(structure, covered, unitId)));
  return levelsOf(headed)[0] ?? levelsOf(naming).at(-1) ?? levelByPlace[placeOf(structure, unitId)];
}

const levelByPlace = { top: 'main', aboveLocalCommittee: 'area', leaf: 'local' } as const;

/** The levels of some committees from the top. */
const levelsOf = (committees: readonly CommitteeOn[]): CommitteeLevel[] =>
  committeeLevels.filter((level) => committees.some((one) => one.level === level));

/** Units that do not exist on that day are headed by nobody and stand in nobody's way. */
const isAtOrBelow = (structure: Structure, unitId: string, aboveId: string): boolean =>
  !structure.units.has(unitId) || pathToRoot(structure, unitId).includes(aboveId);
