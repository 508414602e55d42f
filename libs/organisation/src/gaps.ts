import { committeesCovering, placeOf } from './coverage.js';
import type { CommitteeLevel } from './organisation.events.js';
import type { CommitteeOn, Structure } from './structure.js';

/** A unit without a committee at the level where it should have one (B12). */
export interface Gap {
  readonly unitId: string;
  readonly level: CommitteeLevel;
  /** The committee that takes its cases instead; null when nobody does. */
  readonly nearest: CommitteeOn | null;
}

/**
 * Units that no committee in force covers at their level. A level that is not in force, or that the municipality does not
 * have, is nobody's level; a committee at a lower one does.
 */
export function gapsIn(structure: Structure): Gap[] {
  const levels = new Set([...structure.committees.values()].map(({ level }) => level));
  const hasLevel = (level: CommitteeLevel): boolean => structure.levelsInForce.includes(level) && levels.has(level);
  return [...structure.units.keys()].flatMap((unitId) => {
    const [nearest = null] = committeesCovering(structure, unitId).filter(({ levelInForce }) => levelInForce);
    const place = placeOf(structure, unitId);
    const level =
      place === 'leaf' && hasLevel('local') ? 'local' : place !== 'top' && hasLevel('area') ? 'area' : 'main';
    const isCovered = nearest !== null && (level === 'main' || nearest.level === level || nearest.level === 'local');
    return isCovered ? [] : [{ unitId, level, nearest }];
  });
}
