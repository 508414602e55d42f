import type { CommitteeLevel, CommitteeOn, Structure } from '@rettidig/organisation';
import { committeeLevels, committeesCovering, mainCommittee, standInsOf } from '@rettidig/organisation';
import { isPolitical } from '@rettidig/vocabulary';
import type { BeforeAct, ChangeToAssess, DeciderOfChange, StepUp } from './assessment.js';
import type { Delegated } from './delegated.js';
import { delegatedFor } from './delegated.js';
import { isDeciderKnown, levelOfManager } from './level-of-manager.js';

/** All that rules need to know of the structure and of who decides. Follows from no answer. */
export interface Places {
  readonly transitionPeriod: boolean;
  readonly deciderKnown: boolean;
  /** What the register of delegations says of the change (B18); null when it says nothing. */
  readonly delegated: Delegated | null;
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
export function placesOf(change: ChangeToAssess, structure: Structure): Places {
  const { unitId, decider } = change;
  const delegated = delegatedFor(change, structure);
  return {
    transitionPeriod: structure.transitionPeriodId !== null,
    deciderKnown: isDeciderKnown(decider, structure),
    delegated,
    before: isPolitical(decider.body) ? 'recommendation' : 'decision',
    main: routeToMain(structure),
    levelOfDecider: routeToLevelOfDecider(decider, delegated, structure),
    ofLevel: {
      main: routeToMain(structure),
      area: routeToLevel('area', unitId, decider, structure),
      local: routeToLevel('local', unitId, decider, structure),
    },
    local: localCommitteesOf(structure, unitId),
  };
}

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
 * in force (B1) or has no committee there gives way to the next one up. When nobody knows who decides: the level of the
 * manager to whom it is delegated (B18), and where the register says nothing, the main one.
 */
function routeToLevelOfDecider(decider: DeciderOfChange, delegated: Delegated | null, structure: Structure): Route {
  const { committee } = routeToMain(structure);
  if (!isDeciderKnown(decider, structure)) {
    if (delegated) return routeOfManager(delegated.unitId, structure);
    const passed = committeeLevels.filter((level) => level !== 'main' && structure.levelsInForce.includes(level));
    return { committee, stepsUp: passed.reverse().map((level) => ({ level, reason: 'deciderUnknown' })) };
  }
  const managerUnitId = decider.body === 'executiveManagement' ? null : decider.managerUnitId;
  return managerUnitId === null ? { committee, stepsUp: [] } : routeOfManager(managerUnitId, structure);
}

/** The committee at the level of the manager of a unit. */
const routeOfManager = (unitId: string, structure: Structure): Route =>
  climb(structure, {
    covering: committeesCovering(structure, unitId),
    from: levelOfManager(structure, unitId),
    none: 'noCommitteeAtLevel',
  });

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

/** The local committees in force of the unit that the change hits: one, or one a successor of a closed unit. */
function localCommitteesOf(structure: Structure, unitId: string | null): CommitteeOn[] {
  if (unitId === null) return [];
  const nearest = standInsOf(structure, unitId).flatMap((one) => {
    const local = committeesCovering(structure, one).find((c) => c.level === 'local' && c.levelInForce);
    return local ? [local] : [];
  });
  return [...new Set(nearest)];
}
