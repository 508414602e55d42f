import type { CommitteeLevel, CommitteeOn, Structure } from '@rettidig/organisation';
import {
  committeeLevels,
  committeesCovering,
  committeesNaming,
  mainCommittee,
  pathToRoot,
  placeOf,
  standInsOf,
} from '@rettidig/organisation';
import { isPolitical } from '@rettidig/vocabulary';
import type { BeforeAct, ChangeToAssess, DeciderOfChange, StepUp } from './assessment.js';

/** All that rules need to know of the structure and of who decides. Follows from no answer. */
export interface Places {
  readonly transitionPeriod: boolean;
  readonly deciderKnown: boolean;
  /** The politicians are to get it after MED, not only to decide after it (A1). */
  readonly before: BeforeAct;
  readonly main: Route;
  readonly levelOfDecider: Route;
  /** The committee of each level that a rule may name. */
  readonly ofLevel: Readonly<Record<CommitteeLevel, Route>>;
  /** The local committees of the unit that the change hits. */
  readonly local: readonly CommitteeOn[];
}

/** Where a change could be treated in the structure of a day. */
export const placesOf = ({ unitId, decider }: ChangeToAssess, structure: Structure): Places => ({
  transitionPeriod: structure.transitionPeriodId !== null,
  deciderKnown: isDeciderKnown(decider, structure),
  before: isPolitical(decider.body) ? 'recommendation' : 'decision',
  main: routeToMain(structure),
  levelOfDecider: routeToLevelOfDecider(decider, structure),
  ofLevel: {
    main: routeToMain(structure),
    area: routeToLevel('area', unitId, decider, structure),
    local: routeToLevel('local', unitId, decider, structure),
  },
  local: localCommitteesOf(structure, unitId),
});

/** Where a change is treated, and the levels that were passed by on the way up. */
export interface Route {
  /** Null: no committee of the structure can take it; the duty stands all the same. */
  readonly committee: CommitteeOn | null;
  readonly stepsUp: readonly StepUp[];
}

/** The main committee, when there is one in force. */
function routeToMain(structure: Structure): Route {
  const main = mainCommittee(structure);
  return { committee: main?.levelInForce ? main : null, stepsUp: [] };
}

/**
 * The committee at the level of the manager who decides, or who recommends to the politicians (§5). A level that is not
 * in force (B1) or has no committee there gives way to the next one up. When nobody knows who decides: the main one.
 */
function routeToLevelOfDecider(decider: DeciderOfChange, structure: Structure): Route {
  const { committee } = routeToMain(structure);
  if (!isDeciderKnown(decider, structure)) {
    const passed = committeeLevels.filter((level) => level !== 'main' && structure.levelsInForce.includes(level));
    return { committee, stepsUp: passed.reverse().map((level) => ({ level, reason: 'deciderUnknown' })) };
  }
  const managerUnitId = decider.body === 'executiveManagement' ? null : decider.managerUnitId;
  if (managerUnitId === null) return { committee, stepsUp: [] };
  const covering = committeesCovering(structure, managerUnitId);
  return climb(structure, { covering, from: levelOfManager(structure, managerUnitId), none: 'noCommitteeAtLevel' });
}

/** The committee of a level that a rule names: that of the manager's unit before that of the unit hit. */
function routeToLevel(
  level: CommitteeLevel,
  unitId: string | null,
  decider: DeciderOfChange,
  structure: Structure,
): Route {
  const units = [decider.managerUnitId, unitId].filter((one) => one !== null);
  const covering = units.flatMap((one) => committeesCovering(structure, one));
  return climb(structure, { covering, from: level, none: 'noCommitteeForUnit' });
}

/** Whether it is known at which level the decision or recommendation is made on that day. */
const isDeciderKnown = (decider: DeciderOfChange, structure: Structure): boolean =>
  decider.body === 'executiveManagement' ||
  (decider.managerUnitId !== null && standInsOf(structure, decider.managerUnitId).length > 0);

/** Where a climb starts, the committees it looks for, and what it says of a level where none of them is. */
interface Climb {
  readonly covering: readonly CommitteeOn[];
  readonly from: CommitteeLevel;
  readonly none: StepUp['reason'];
}

/** From a level upwards, the first that is in force and has one of the committees. */
function climb(structure: Structure, { covering, from, none }: Climb): Route {
  const stepsUp: StepUp[] = [];
  for (const level of levelsUpFrom(from)) {
    const committee = covering.find((one) => one.level === level && one.levelInForce);
    if (committee) return { committee, stepsUp };
    const inForce = structure.levelsInForce.includes(level);
    stepsUp.push({ level, reason: inForce ? none : 'levelNotInForce' });
  }
  return { ...routeToMain(structure), stepsUp };
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

/** The local committees in force of the unit that the change hits: one, or one a successor of a closed unit. */
function localCommitteesOf(structure: Structure, unitId: string | null): CommitteeOn[] {
  if (unitId === null) return [];
  const nearest = standInsOf(structure, unitId).flatMap((one) => {
    const local = committeesCovering(structure, one).find((c) => c.level === 'local' && c.levelInForce);
    return local ? [local] : [];
  });
  return [...new Set(nearest)];
}
