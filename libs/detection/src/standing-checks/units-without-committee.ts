import { gapsIn } from '@rettidig/organisation';
import type { CheckedWorld, Finding, StandingCheck } from './standing-check.js';
import { findings, text } from './standing-check.js';

const levelWords = {
  main: text('HovedMED', 'main committee'),
  area: text('OmrådeMED', 'area committee'),
  local: text('LokalMED', 'local committee'),
};

const about = (unitId: string, sentence: Finding['sentence'], list: 'units' | 'coverage-gaps'): Finding => ({
  sentence,
  subjectIds: [unitId],
  unitId,
  href: `/${list}?under=${unitId}`,
});

const gapsOf = ({ organisation, structure }: CheckedWorld) =>
  gapsIn(organisation, structure).map((gap) => ({ ...gap, name: structure.units.get(gap.unitId)!.name }));

const uncovered = (world: CheckedWorld): Finding[] =>
  gapsOf(world)
    .filter(({ nearest }) => nearest === null)
    .map(({ unitId, name }) =>
      about(unitId, text(`${name} er ikke dækket af noget MED-udvalg.`, `No committee covers ${name}.`), 'units'),
    );

/** A gap that somebody confirmed is known, and stands in the list of gaps: nobody has to look again. */
const coveredTooHigh = (world: CheckedWorld): Finding[] =>
  gapsOf(world).flatMap(({ unitId, name, level, nearest, confirmation }) => {
    if (nearest === null || confirmation !== null) return [];
    const sentence = text(
      `${name} har ikke noget ${levelWords[level].da}; nærmeste udvalg er ${nearest.name}.`,
      `${name} has no ${levelWords[level].en}; the nearest one is ${nearest.name}.`,
    );
    return [about(unitId, sentence, 'coverage-gaps')];
  });

/** No topic of the unit has a place where it can be discussed (B12). */
export const unitsWithoutCommittee: StandingCheck = {
  code: 'unitWithoutCommittee',
  severity: 'error',
  what: text('Enheder, som intet MED-udvalg dækker', 'Units that no committee covers'),
  find: (world) => findings(uncovered(world), world),
};

/** Where there is no local committee (B15), or none of the area, and nobody has said that this is so. */
export const unitsWithoutOwnLevel: StandingCheck = {
  code: 'unitWithoutCommitteeAtItsLevel',
  severity: 'warning',
  what: text(
    'Enheder uden udvalg på deres eget niveau, som ingen har bekræftet',
    'Units without a committee at their own level, which nobody has confirmed',
  ),
  find: (world) => findings(coveredTooHigh(world), world),
};
