import fc from 'fast-check';
import type { OrganisationEvent } from '@rettidig/organisation';
import { holdsOn, decidingBodies } from '@rettidig/vocabulary';
import type { DecidingBody } from '@rettidig/vocabulary';
import { assess } from './assess.js';
import type { ChangeToAssess } from './assessment.js';
import { defaultRuleSet } from './default-rule-set.js';
import { kindsOf } from './facts.js';
import { committee, id, structureFrom, transition, unit } from './testing/structures.js';

const names = ['top', 'a', 'b', 'c', 'd', 'e'];
const levels = ['main', 'area', 'local'] as const;
const days = ['2025-01-01', '2025-07-01', '2026-01-01', '2026-04-24', '2026-12-31'];

const aDay = fc.constantFrom(...days);
const aName = fc.constantFrom(...names);
const someNames = fc.uniqueArray(aName, { minLength: 1, maxLength: 3 });

/** Any facts at all, also such as no command would accept: cycles, ends before starts, nothing in force. */
const aFact: fc.Arbitrary<OrganisationEvent> = fc.oneof(
  fc.tuple(aName, fc.option(aName), aDay).map(([name, parent, from]) => unit(name, parent, from)),
  fc.tuple(aName, fc.option(aName), aDay).map(([name, parent, from]): OrganisationEvent => ({
    type: 'UnitMoved',
    data: { unitId: id(name), parentId: parent === null ? null : id(parent), from },
  })),
  fc.tuple(aName, someNames, aDay).map(([name, successors, on]): OrganisationEvent => ({
    type: 'UnitClosed',
    data: { unitId: id(name), on, successors: successors.map(id) },
  })),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...levels), someNames, aDay)
    .map(([number, level, covers, from]) => committee(`${level} ${number}`, level, covers, from)),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...levels), aDay)
    .map(([number, level, on]): OrganisationEvent => ({
      type: 'CommitteeDissolved',
      data: { committeeId: id(`${level} ${number}`), on },
    })),
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...levels)), aDay, aDay)
    .map(([some, from, to]) => transition(some, from, to)),
);
const someFacts = fc.array(aFact, { maxLength: 25 });

const anAnswer = fc.constantFrom('yes', 'no', 'unknown', 'banana', 7);
const someAnswers = fc.dictionary(fc.constantFrom(...defaultRuleSet.questions.map((one) => one.id), 'other'), anAnswer);
const aUnit = fc.option(fc.oneof(aName.map(id), fc.uuid()));
const aDecider = fc.record({
  body: fc.constantFrom(...(Object.keys(decidingBodies) as DecidingBody[])),
  managerUnitId: aUnit,
});
const aChange: fc.Arbitrary<ChangeToAssess> = fc.record({
  kind: fc.constantFrom(...kindsOf(defaultRuleSet), 'no such kind'),
  facts: someAnswers,
  unitId: aUnit,
  decider: aDecider,
});

const catalogue = ['newService', 'serviceMoved', 'moreSectionManagers', 'coordinatorPostsConverted'];
const isKnown = (answer: unknown): boolean => answer === 'yes' || answer === 'no';

describe('an assessment of any change in any structure', () => {
  it('is given, is the same again, and names exactly one primary committee for what is not told to be no MED case', () => {
    fc.assert(
      fc.property(aChange, someFacts, aDay, (change, facts, on) => {
        const first = assess(change, structureFrom(facts, on), defaultRuleSet);
        expect(assess(change, structureFrom(facts, on), defaultRuleSet)).toEqual(first);
        const primary = first.requirements.filter(({ role }) => role === 'primary');
        expect(primary).toHaveLength(first.relevance === 'notMedRelevant' ? 0 : 1);
        expect(first.explanation.verdicts.map(({ ruleId }) => ruleId)).toEqual(defaultRuleSet.rules.map((r) => r.id));
      }),
      { numRuns: 400 },
    );
  });

  it('chooses only committees that exist and whose level is in force on the day', () => {
    fc.assert(
      fc.property(aChange, someFacts, aDay, (change, facts, on) => {
        const structure = structureFrom(facts, on);
        const { requirements, explanation } = assess(change, structure, defaultRuleSet);
        const chosen = [
          ...requirements,
          ...explanation.wouldChange.flatMap((one) => one.committeeIds.map((committeeId) => ({ committeeId }))),
        ];
        for (const { committeeId } of chosen) {
          if (committeeId === null) continue;
          const found = structure.committees.get(committeeId);
          expect(found?.levelInForce).toBe(true);
          expect(structure.levelsInForce).toContain(found!.level);
          expect(holdsOn(found!.validity, on)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never makes a case of the catalogue anything but a MED case, whatever else is answered', () => {
    const ofCatalogue = fc.tuple(aChange, fc.constantFrom(...catalogue), someAnswers, fc.boolean());
    fc.assert(
      fc.property(ofCatalogue, someFacts, ([change, kind, more, asKind], facts) => {
        const named = asKind ? { ...change, kind } : { ...change, facts: { ...change.facts, [kind]: 'yes' as const } };
        const answered = { ...named, facts: { ...more, ...named.facts } };
        expect(assess(named, structureFrom(facts), defaultRuleSet).relevance).toBe('medRelevant');
        expect(assess(answered, structureFrom(facts), defaultRuleSet).relevance).toBe('medRelevant');
      }),
      { numRuns: 400 },
    );
  });

  it('never takes unknown for no: what it is certain of stays so, whatever the open questions are answered with', () => {
    const toComplete = fc.tuple(
      aChange,
      fc.dictionary(fc.constantFrom(...defaultRuleSet.questions.map((q) => q.id)), fc.constantFrom('yes', 'no')),
    );
    fc.assert(
      fc.property(toComplete, someFacts, ([change, answers], facts) => {
        const structure = structureFrom(facts);
        const before = assess(change, structure, defaultRuleSet);
        const known = Object.fromEntries(Object.entries(change.facts).filter(([, answer]) => isKnown(answer)));
        const after = assess({ ...change, facts: { ...answers, ...known } }, structure, defaultRuleSet);
        if (before.relevance !== 'undetermined') expect(after.relevance).toBe(before.relevance);
      }),
      { numRuns: 600 },
    );
  });

  it('lists exactly the single answers that change its relevance or its committees', () => {
    const outcome = (change: ChangeToAssess, structure: ReturnType<typeof structureFrom>): string => {
      const { relevance, requirements } = assess(change, structure, defaultRuleSet);
      return JSON.stringify([relevance, requirements.map(({ committeeId, role }) => [committeeId, role])]);
    };
    fc.assert(
      fc.property(aChange, someFacts, (change, facts) => {
        const structure = structureFrom(facts);
        const { explanation } = assess(change, structure, defaultRuleSet);
        const open = defaultRuleSet.questions.filter((one) => one.id !== change.kind && !isKnown(change.facts[one.id]));
        const changing = open.flatMap(({ id: fact }) =>
          (['yes', 'no'] as const)
            .filter(
              (answer) =>
                outcome({ ...change, facts: { ...change.facts, [fact]: answer } }, structure) !==
                outcome(change, structure),
            )
            .map((answer) => `${fact} ${answer}`),
        );
        expect(explanation.wouldChange.map(({ fact, answer }) => `${fact} ${answer}`)).toEqual(changing);
      }),
      { numRuns: 300 },
    );
  });
});
