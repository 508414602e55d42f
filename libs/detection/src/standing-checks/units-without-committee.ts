import type { CommitteeLevel, CommitteeOn, Structure } from '@rettidig/organisation';
import { committeesCovering, placeOf } from '@rettidig/organisation';
import type { CheckedWorld, Finding, StandingCheck } from './standing-check.js';
import { findings, text } from './standing-check.js';

const levelWords = {
  main: text('HovedMED', 'a main committee'),
  area: text('OmrådeMED', 'an area committee'),
  local: text('LokalMED', 'a local committee'),
};

const inForce = (structure: Structure, unitId: string): CommitteeOn[] =>
  committeesCovering(structure, unitId).filter(({ levelInForce }) => levelInForce);

/** The level at which a unit should have its committee; levels that the municipality does not have are skipped. */
function properLevel(structure: Structure, unitId: string): CommitteeLevel {
  const place = placeOf(structure, unitId);
  const hasLevel = (level: CommitteeLevel): boolean =>
    structure.levelsInForce.includes(level) && [...structure.committees.values()].some((one) => one.level === level);
  if (place === 'leaf' && hasLevel('local')) return 'local';
  return place !== 'top' && hasLevel('area') ? 'area' : 'main';
}

const about = (unitId: string, sentence: Finding['sentence']): Finding => ({
  sentence,
  subjectIds: [unitId],
  unitId,
  href: `/units?under=${unitId}`,
});

function uncovered(world: CheckedWorld): Finding[] {
  const units = [...world.structure.units.values()];
  return units
    .filter(({ unitId }) => inForce(world.structure, unitId).length === 0)
    .map(({ unitId, name }) =>
      about(unitId, text(`${name} er ikke dækket af noget MED-udvalg.`, `No committee covers ${name}.`)),
    );
}

function coveredTooHigh({ structure }: CheckedWorld): Finding[] {
  return [...structure.units.values()].flatMap(({ unitId, name }) => {
    const [nearest] = inForce(structure, unitId);
    const proper = properLevel(structure, unitId);
    if (!nearest || nearest.level === proper || proper === 'main') return [];
    if (proper === 'area' && nearest.level === 'local') return [];
    const level = levelWords[proper];
    return [
      about(
        unitId,
        text(
          `${name} har ikke noget ${level.da}; nærmeste udvalg er ${nearest.name}.`,
          `${name} has no ${level.en.replace(/^an? /, '')}; the nearest one is ${nearest.name}.`,
        ),
      ),
    ];
  });
}

/** No topic of the unit has a place where it can be discussed (B12). */
export const unitsWithoutCommittee: StandingCheck = {
  code: 'unitWithoutCommittee',
  severity: 'error',
  what: text('Enheder, som intet MED-udvalg dækker', 'Units that no committee covers'),
  find: (world) => findings(uncovered(world), world),
};

/** Where there is no local committee (B15), or none of the area. */
export const unitsWithoutOwnLevel: StandingCheck = {
  code: 'unitWithoutCommitteeAtItsLevel',
  severity: 'warning',
  what: text('Enheder uden udvalg på deres eget niveau', 'Units without a committee at their own level'),
  find: (world) => findings(coveredTooHigh(world), world),
};
