import fc from 'fast-check';
import type { OrganisationFact } from '../organisation.events.js';
import { id } from './facts.js';

/** Few names and few days, so that facts meet: that is where they collide. */
const unitNames = ['top', 'north', 'south', 'home', 'house', 'hall'];
const committeeNames = ['main', 'area north', 'local home', 'local south', 'local house'];
const days = ['2025-01-01', '2025-06-01', '2026-01-01', '2026-04-24', '2026-09-01', '2027-01-01'];

const aDay = fc.constantFrom(...days);
const aUnit = fc.constantFrom(...unitNames).map(id);
const aCommittee = fc.constantFrom(...committeeNames).map(id);
const someUnits = fc.uniqueArray(aUnit, { minLength: 1, maxLength: 3 });

/** A fact that may or may not be possible beside the others. */
export const anyFact: fc.Arbitrary<OrganisationFact> = fc.oneof(
  fc
    .record({ unitId: aUnit, name: fc.constant('a unit'), parentId: fc.option(aUnit, { freq: 8 }), validFrom: aDay })
    .map((data): OrganisationFact => ({ type: 'UnitEstablished', data })),
  fc
    .record({ unitId: aUnit, parentId: fc.option(aUnit, { freq: 8 }), from: aDay })
    .map((data): OrganisationFact => ({ type: 'UnitMoved', data })),
  fc
    .record({ unitId: aUnit, on: aDay, successors: fc.uniqueArray(aUnit, { maxLength: 2 }) })
    .map((data): OrganisationFact => ({ type: 'UnitClosed', data })),
  fc
    .record({
      committeeId: aCommittee,
      name: fc.constant('a committee'),
      at: fc.constantFrom(
        { level: 'local', kind: 'local' } as const,
        { level: 'local', kind: 'trio' } as const,
        { level: 'area', kind: 'area' } as const,
      ),
      covers: someUnits,
      parentId: fc.constant(null),
      validFrom: aDay,
      predecessors: fc.constant([]),
    })
    .map(({ at, ...data }): OrganisationFact => ({ type: 'CommitteeEstablished', data: { ...data, ...at } })),
  fc
    .record({ committeeId: aCommittee, covers: someUnits, from: aDay })
    .map((data): OrganisationFact => ({ type: 'CommitteeCoverageChanged', data })),
  fc
    .record({ committeeId: aCommittee, on: aDay })
    .map((data): OrganisationFact => ({ type: 'CommitteeDissolved', data })),
  fc
    .record({ periodId: fc.uuid(), from: aDay, levelsInForce: fc.constantFrom(['main'], ['main', 'local']) })
    .map((data): OrganisationFact => ({ type: 'TransitionPeriodDeclared', data })),
);
