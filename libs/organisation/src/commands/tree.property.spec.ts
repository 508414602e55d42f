import { Refused } from '@rettidig/event-sourcing';
import { contextOf } from '@rettidig/event-sourcing/testing';
import fc from 'fast-check';
import { pathToRoot } from '../coverage.js';
import type { Organisation } from '../organisation.js';
import { structureChangesOn, structureOn } from '../structure.js';
import { id, organisationOf, small, withFacts } from '../testing/facts.js';
import { closeUnit } from './close-unit.js';
import { correctStructure } from './correct-structure.js';
import { moveUnit } from './move-unit.js';

const names = ['top', 'north', 'south', 'home'];
const aName = fc.constantFrom(...names);
const aDay = fc.constantFrom('2025-01-01', '2025-06-01', '2026-01-01', '2026-04-24', '2026-09-01', '2027-01-01');

type Attempt = (organisation: Organisation) => ReturnType<typeof moveUnit.decide>;
const anAttempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.tuple(aName, fc.option(aName), aDay).map(
    ([unit, parent, from]): Attempt =>
      (organisation) =>
        moveUnit.decide(
          organisation,
          { unitId: id(unit), parentId: parent === null ? null : id(parent), from },
          contextOf({ reference: {} }),
        ),
  ),
  fc.tuple(aName, aDay).map(
    ([unit, on]): Attempt =>
      (organisation) =>
        closeUnit.decide(organisation, { unitId: id(unit), on }, contextOf({ reference: {} })),
  ),
  fc.tuple(aName, aDay, fc.option(aName), aDay).map(
    ([unit, from, parent, on]): Attempt =>
      (organisation) =>
        correctStructure.decide(
          organisation,
          {
            what: 'unitParent',
            id: id(unit),
            from,
            isNow: { parentId: parent === null ? null : id(parent), from: on },
            reason: 'Tastefejl',
          },
          contextOf({ reference: {} }),
        ),
  ),
);

/** What was refused changed nothing. */
function attempt(organisation: Organisation, decide: Attempt): Organisation {
  try {
    return withFacts(organisation, decide(organisation));
  } catch (error) {
    if (error instanceof Refused) return organisation;
    throw error;
  }
}

it('has no unit below itself on any day, whatever was moved, closed and corrected in whatever order', () => {
  fc.assert(
    fc.property(fc.array(anAttempt, { maxLength: 20 }), (attempts) => {
      const organisation = attempts.reduce(attempt, organisationOf(small));
      for (const day of structureChangesOn(organisation)) {
        const structure = structureOn(organisation, day);
        for (const unitId of structure.units.keys()) {
          expect(structure.units.get(pathToRoot(structure, unitId).at(-1)!)?.parentId).toBeNull();
        }
      }
    }),
    { numRuns: 300 },
  );
});
