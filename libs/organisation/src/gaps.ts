import { holdsOn } from '@rettidig/vocabulary';
import { committeesCovering, placeOf } from './coverage.js';
import { historyOf } from './history.js';
import type { Confirmation } from './history.types.js';
import type { Organisation } from './organisation.js';
import type { CommitteeLevel } from './organisation.events.js';
import type { CommitteeOn, Structure } from './structure.js';

/** A unit without a committee at the level where it should have one (B12). */
interface Gap {
  readonly unitId: string;
  readonly level: CommitteeLevel;
  /** The committee that takes its cases instead; null when nobody does. */
  readonly nearest: CommitteeOn | null;
  /** Somebody looked and said that there is none (B15); null while nobody has. */
  readonly confirmation: Confirmation | null;
}

/**
 * Units that no committee in force covers at their level. A level that is not in force, or that the municipality does not
 * have, is nobody's level; a committee at a lower one does. `structure` is one of the organisation.
 */
export function gapsIn(organisation: Organisation, structure: Structure): Gap[] {
  const confirmations = historyOf(organisation).confirmations.filter(({ term }) => holdsOn(term, structure.validOn));
  const confirmed = new Map(confirmations.map((one) => [one.unitId, one] as const));
  const levelOf = levelsIn(structure);
  return [...structure.units.keys()].flatMap((unitId): Gap[] => {
    const [nearest = null] = committeesCovering(structure, unitId).filter(({ levelInForce }) => levelInForce);
    const level = levelOf(unitId);
    if (nearest && (level === 'main' || nearest.level === level || nearest.level === 'local')) return [];
    return [{ unitId, level, nearest, confirmation: (level === 'local' && confirmed.get(unitId)) || null }];
  });
}

/** The level at which a unit should have its committee. */
function levelsIn(structure: Structure): (unitId: string) => CommitteeLevel {
  const levels = new Set([...structure.committees.values()].map(({ level }) => level));
  const hasLevel = (level: CommitteeLevel): boolean => structure.levelsInForce.includes(level) && levels.has(level);
  return (unitId) => {
    const place = placeOf(structure, unitId);
    if (place === 'leaf' && hasLevel('local')) return 'local';
    return place !== 'top' && hasLevel('area') ? 'area' : 'main';
  };
}
