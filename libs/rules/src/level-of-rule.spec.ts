import type { CommitteeLevel, OrganisationEvent } from '@rettidig/organisation';
import { assess } from './assess.js';
import type { ChangeToAssess } from './assessment.js';
import { explain } from './explain.js';
import type { RuleSet } from './rule-book.events.js';
import { id, structureFrom, threeLevels, transition } from './testing/structures.js';

const text = { da: 'det gælder et helt område', en: 'it is about a whole area' };

const ruleSet = (level: CommitteeLevel): RuleSet => ({
  ...{ version: 'own', effectiveFrom: '2026-01-01', questions: [], sources: [] },
  rules: [
    {
      ...{ id: 'toLevel', because: text, sourceIds: [] },
      when: { always: true },
      then: { route: 'committeeOfLevel', level },
    },
  ],
});

const assessed = (
  changes: Partial<ChangeToAssess>,
  facts: readonly OrganisationEvent[] = threeLevels,
  level: CommitteeLevel = 'area',
) => {
  const decider = { body: 'manager', managerUnitId: id('youthHome') } as const;
  const change = { kind: 'other', facts: {}, unitId: id('housingHome'), decider, ...changes };
  const assessment = assess(change, structureFrom(facts), ruleSet(level));
  const names = { ruleSet: ruleSet(level), committeeName: () => undefined, unitName: () => undefined };
  return {
    ...assessment,
    committeeId: assessment.requirements[0]?.committeeId,
    said: explain(assessment, names, 'da'),
  };
};
const nobody = { body: 'notStated', managerUnitId: null } as const;

describe('a rule that names a level', () => {
  it('takes the change to the committee of that level that covers the unit of the manager who decides', () => {
    expect(assessed({}).committeeId).toBe(id('OmrådeMED Unge'));
    expect(assessed({}, threeLevels, 'main').committeeId).toBe(id('HovedMED'));
    expect(assessed({}, threeLevels, 'local').committeeId).toBe(id('LokalMED Ungehjemmet'));
  });

  it('takes it to the one that covers the unit hit, where no manager is stated or none of that level covers theirs', () => {
    expect(assessed({ decider: nobody }).committeeId).toBe(id('OmrådeMED Bolig'));
    const director = { body: 'manager', managerUnitId: id('administration') } as const;
    expect(assessed({ decider: director }).committeeId).toBe(id('OmrådeMED Bolig'));
    expect(assessed({ decider: { ...director, body: 'executiveManagement' } }).committeeId).toBe(id('OmrådeMED Bolig'));
  });

  it('goes up from a level that is not in force on the day, and says so', () => {
    const { committeeId, explanation } = assessed({}, [...threeLevels, transition(['main', 'local'], '2026-01-01')]);
    expect(committeeId).toBe(id('HovedMED'));
    expect(explanation.stepsUp).toEqual([{ level: 'area', reason: 'levelNotInForce' }]);
    expect(explanation.notChosen).toContainEqual({ committeeId: id('OmrådeMED Unge'), reason: 'levelNotInForce' });
  });

  it('goes up where no committee of the level covers either unit, step by step, and says so', () => {
    const home = { unitId: id('housingHome'), decider: { body: 'manager', managerUnitId: id('housingHome') } } as const;
    const { committeeId, explanation, said } = assessed(home, threeLevels, 'local');
    expect(committeeId).toBe(id('OmrådeMED Bolig'));
    expect(explanation.stepsUp).toEqual([{ level: 'local', reason: 'noCommitteeForUnit' }]);
    expect(said.stepsUp).toEqual([
      'Reglen peger på det lokale niveau, men hverken lederens enhed eller den enhed, som ændringen rammer, er dækket af et MED-udvalg dér, så sagen går et niveau op.',
    ]);
    expect(assessed({ unitId: null, decider: nobody }).committeeId).toBe(id('HovedMED'));
  });

  it('says of the other committees that the rule names another level, or that they do not cover the manager', () => {
    expect(assessed({}).explanation.notChosen).toEqual([
      { committeeId: id('OmrådeMED Bolig'), reason: 'doesNotCoverDecider' },
      { committeeId: id('HovedMED'), reason: 'ruleNamesOtherLevel' },
      { committeeId: id('LokalMED Ungehjemmet'), reason: 'ruleNamesOtherLevel' },
    ]);
    expect(assessed({}).said.notChosen).toContain(
      'Ikke i et MED-udvalg uden navn, fordi reglen peger på et andet niveau.',
    );
  });
});
