import type { CommitteeLevel, DelegationOn, Structure } from '@rettidig/organisation';
import { committeeLevels, pathToRoot, standInsOf } from '@rettidig/organisation';
import { isPolitical } from '@rettidig/vocabulary';
import type { ChangeToAssess, DeciderOfChange } from './assessment.js';
import { isDeciderKnown, levelOfManager } from './level-of-manager.js';
import { OTHER_KIND } from './other-kind.js';

/** What the register of delegations says of a change: the manager of which unit may decide it, at which level (B18). */
export interface Delegated {
  readonly delegationId: string;
  readonly unitId: string;
  readonly level: CommitteeLevel;
  /** Whether whoever is named as decider stands at that level too; null while nobody is. */
  readonly agrees: boolean | null;
}

/**
 * The delegation of a kind of change to the manager of the unit that it hits, or of a unit above; where that unit is not
 * stated, of the manager's unit. Of several the one at the level of whoever is named, else the nearest. What politicians
 * decide is delegated to no manager.
 */
export function delegatedFor({ kind, unitId, decider }: ChangeToAssess, structure: Structure): Delegated | null {
  const about = unitId ?? decider.managerUnitId;
  if (isPolitical(decider.body) || kind === OTHER_KIND || about === null) return null;
  const named = levelOfDecider(decider, structure);
  const found = onTheWayUp(structure, about, kind).map((one) => {
    const level = levelOfManager(structure, one.unitId);
    return { delegationId: one.delegationId, unitId: one.unitId, level, agrees: named && level === named };
  });
  return found.find(({ agrees }) => agrees) ?? found[0] ?? null;
}

/** The level at which somebody is named to decide; null when nobody is. */
function levelOfDecider(decider: DeciderOfChange, structure: Structure): CommitteeLevel | null {
  if (!isDeciderKnown(decider, structure)) return null;
  const { body, managerUnitId } = decider;
  return body === 'executiveManagement' || managerUnitId === null ? 'main' : levelOfManager(structure, managerUnitId);
}

/** Delegations of a kind to the managers of a unit and of those above it, the nearest first; of equals the highest. */
function onTheWayUp(structure: Structure, unitId: string, kind: string): DelegationOn[] {
  const ways = standInsOf(structure, unitId).map((one) => pathToRoot(structure, one));
  const distance = (one: DelegationOn): number =>
    Math.min(...ways.map((way) => way.indexOf(one.unitId)).filter((steps) => steps >= 0));
  const height = (one: DelegationOn): number => committeeLevels.indexOf(levelOfManager(structure, one.unitId));
  return structure.delegations
    .filter((one) => one.kinds.includes(kind) && ways.some((way) => way.includes(one.unitId)))
    .sort((a, b) => distance(a) - distance(b) || height(a) - height(b) || (a.delegationId < b.delegationId ? -1 : 1));
}
