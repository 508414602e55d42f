import { Refused } from '@rettidig/event-sourcing';
import fc from 'fast-check';
import { collisionsIn } from './collisions.js';
import { told } from './commands/organisation-command.js';
import { historyOf } from './history.js';
import type { Organisation } from './organisation.js';
import type { OrganisationFact } from './organisation.events.js';
import { structureChangesOn, structureOn } from './structure.js';
import { aimed } from './testing/aimed.js';
import { anyFact } from './testing/any-fact.js';
import { organisationOf, small, withFacts } from './testing/facts.js';

const refusals = new Map<string, number>();
let corrected = 0;

/** What was refused changed nothing. */
function learn(organisation: Organisation, fact: OrganisationFact): Organisation {
  try {
    const learned = withFacts(organisation, told(organisation, aimed(organisation, fact)));
    if (fact.type === 'StructureCorrected') corrected += 1;
    return learned;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
    return organisation;
  }
}

describe('whatever is told and corrected, in whatever order', () => {
  it('leaves nothing that cannot be so beside something else', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { minLength: 10, maxLength: 40 }), (facts) => {
        const organisation = facts.reduce(learn, organisationOf(small));
        expect(collisionsIn(historyOf(organisation)).map(({ code, details }) => [code, details])).toEqual([]);
        for (const day of structureChangesOn(organisation)) {
          const { units } = structureOn(organisation, day);
          for (const { parentId } of units.values()) expect(parentId === null || units.has(parentId)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
    expect(corrected).toBeGreaterThan(100);
    expect(refusals.size).toBeGreaterThan(15);
  });

  it('leaves what was known before as it was', () => {
    fc.assert(
      fc.property(
        fc.array(anyFact, { minLength: 5, maxLength: 15 }),
        fc.array(anyFact, { minLength: 3, maxLength: 10 }),
        (facts, further) => {
          const before = facts.reduce(learn, organisationOf(small, '2026-01-01T08:00:00.000Z'));
          const was = JSON.stringify([...structureOn(before, '2026-05-01').units]);
          let after = before;
          for (const fact of further) {
            const hit = aimed(after, fact);
            if (learn(after, hit) !== after) after = withFacts(after, [hit], '2026-02-01T08:00:00.000Z');
          }
          const then = structureOn(after, '2026-05-01', '2026-01-15T08:00:00.000Z');
          expect(JSON.stringify([...then.units])).toBe(was);
        },
      ),
      { numRuns: 200 },
    );
  });
});
