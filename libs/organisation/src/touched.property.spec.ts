import { Refused } from '@rettidig/event-sourcing';
import fc from 'fast-check';
import { told } from './commands/organisation-command.js';
import { committeesCovering, committeesNaming, mainCommittee, pathToRoot, placeOf, standInsOf } from './coverage.js';
import { historyOf } from './history.js';
import type { Organisation } from './organisation.js';
import type { OrganisationFact } from './organisation.events.js';
import { structureChangesOn, structureOn, type Structure } from './structure.js';
import { aimed } from './testing/aimed.js';
import { anyFact } from './testing/any-fact.js';
import { organisationOf, small, withFacts } from './testing/facts.js';
import { touchedByImport, touchedUnits, type Touched } from './touched.js';

/** What was refused changed nothing. */
function learn(organisation: Organisation, fact: OrganisationFact): Organisation {
  try {
    return withFacts(organisation, told(organisation, aimed(organisation, fact)));
  } catch (error) {
    if (error instanceof Refused) return organisation;
    throw error;
  }
}

/** All that an assessment reads of a structure without asking for a unit. */
const overall = (structure: Structure): unknown => {
  const main = mainCommittee(structure);
  return [structure.transitionPeriodId, structure.levelsInForce, main?.committeeId, main?.levelInForce];
};

/** All that an assessment reads of a unit, be it the one that is hit or the manager's. */
const seenFrom = (structure: Structure, unitId: string): unknown =>
  standInsOf(structure, unitId).map((one) => [
    one,
    placeOf(structure, one),
    committeesCovering(structure, one).map(({ committeeId, level, levelInForce }) => [
      committeeId,
      level,
      levelInForce,
    ]),
    committeesNaming(structure, one).map(({ committeeId, covers }) => [
      committeeId,
      covers.every((covered) => !structure.units.has(covered) || pathToRoot(structure, covered).includes(one)),
    ]),
    structure.delegations
      .filter((delegation) => pathToRoot(structure, one).includes(delegation.unitId))
      .map(({ delegationId, unitId, kinds }) => [
        ...[delegationId, unitId, kinds],
        // Its level follows from the place of the manager's unit.
        placeOf(structure, unitId),
        committeesNaming(structure, unitId).map(({ committeeId, covers }) => [committeeId, covers]),
      ]),
  ]);

const daysOf = (...organisations: readonly Organisation[]): ReadonlySet<string> =>
  new Set(['1990-01-01', ...organisations.flatMap(structureChangesOn)]);

/** Units that look otherwise on some day, and whether something that concerns every case does. */
function changedBetween(
  before: Organisation,
  after: Organisation,
): { readonly all: boolean; readonly units: string[] } {
  const known = [...new Set([...historyOf(before).units.keys(), ...historyOf(after).units.keys()])];
  const days = [...daysOf(before, after)].map((day) => [structureOn(before, day), structureOn(after, day)] as const);
  const differ = (look: (structure: Structure) => unknown): boolean =>
    days.some(([was, is]) => JSON.stringify(look(was)) !== JSON.stringify(look(is)));
  return { all: differ(overall), units: known.filter((unitId) => differ((one) => seenFrom(one, unitId))) };
}

/** Committees that begin or stop to be in force on some day. */
function committeesBetween(before: Organisation, after: Organisation): string[] {
  const isInForce = (organisation: Organisation, committeeId: string, day: string): boolean =>
    structureOn(organisation, day).committees.get(committeeId)?.levelInForce ?? false;
  return [...historyOf(after).committees.keys()].filter((one) =>
    [...daysOf(before, after)].some((day) => isInForce(before, one, day) !== isInForce(after, one, day)),
  );
}

function expectCovered(touched: Touched, before: Organisation, after: Organisation): void {
  if (touched === 'all') return;
  const changed = changedBetween(before, after);
  expect(changed.all).toBe(false);
  expect(changed.units.filter((unitId) => !touched.units.has(unitId))).toEqual([]);
  expect(committeesBetween(before, after).filter((one) => !touched.committees.has(one))).toEqual([]);
}

describe('what a fact touches', () => {
  it('holds every unit that is judged otherwise on some day, and every committee that is in force otherwise', () => {
    let narrow = 0;
    let changing = 0;
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 8, maxLength: 25 }), anyFact, (facts, drawn) => {
        const before = facts.reduce(learn, organisationOf(small));
        const further = aimed(before, drawn);
        const after = learn(before, further);
        if (after === before) return;
        const touched = touchedUnits(after, further);
        expectCovered(touched, before, after);
        if (touched !== 'all' && touched.units.size < historyOf(after).units.size) narrow += 1;
        if (changedBetween(before, after).units.length > 0) changing += 1;
      }),
      { numRuns: 1500 },
    );
    expect(narrow).toBeGreaterThan(80);
    expect(changing).toBeGreaterThan(30);
  });

  it('holds them also when it is asked later, when more is known', () => {
    fc.assert(
      fc.property(
        fc.array(anyFact, { maxLength: 15 }),
        anyFact,
        fc.array(anyFact, { maxLength: 5 }),
        (facts, drawn, more) => {
          const before = facts.reduce(learn, organisationOf(small));
          const further = aimed(before, drawn);
          const after = learn(before, further);
          if (after === before) return;
          expectCovered(touchedUnits(more.reduce(learn, after), further), before, after);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is for an import what its facts touch together, as long as it can be told which they are', () => {
    const at = '2026-03-01T10:00:00.000Z';
    fc.assert(
      fc.property(
        fc.array(anyFact, { maxLength: 15 }),
        fc.array(anyFact, { minLength: 1, maxLength: 5 }),
        (facts, some) => {
          const before = facts.reduce(learn, organisationOf(small));
          const kept: OrganisationFact[] = [];
          let after = before;
          for (const drawn of some) {
            const fact = aimed(after, drawn);
            const next = learn(after, fact);
            if (next !== after) kept.push(fact);
            after = next;
          }
          const imported = withFacts(before, kept, at);
          const run = { importId: 'an import', chunks: 1, facts: kept.length };
          expectCovered(touchedByImport(imported, run, at), before, imported);
          expect(touchedByImport(imported, { ...run, facts: kept.length + 1 }, at)).toBe('all');
        },
      ),
      { numRuns: 500 },
    );
  });
});
