import type { OrganisationEvent } from '@rettidig/organisation';
import { structureOn } from '@rettidig/organisation';
import { assess } from './assess.js';
import type { Assessment, ChangeToAssess, DeciderOfChange } from './assessment.js';
import { defaultRuleSet } from './default-rule-set.js';
import type { RuleSet } from './rule-book.events.js';
import {
  committee,
  id,
  organisationOf,
  structureFrom,
  threeLevels,
  transition,
  unit,
  withFacts,
} from './testing/structures.js';

const twoLevels = [...threeLevels, transition(['main', 'local'], '2025-01-01')];

const managerOf = (name: string): DeciderOfChange => ({ body: 'manager', managerUnitId: id(name) });
const nobodyKnown: DeciderOfChange = { body: 'notStated', managerUnitId: null };

/** All plain questions answered with no: nothing is left open. */
const allNo = Object.fromEntries(defaultRuleSet.questions.map((question) => [question.id, 'no']));

const change = (changes: Partial<ChangeToAssess>): ChangeToAssess => ({
  kind: 'other',
  facts: {},
  unitId: id('youthHome'),
  decider: managerOf('youthHome'),
  ...changes,
});

const assessed = (of: Partial<ChangeToAssess>, facts: readonly OrganisationEvent[] = threeLevels, on?: string) =>
  assess(change(of), structureFrom(facts, on), defaultRuleSet);

const duties = ({ requirements }: Assessment) =>
  requirements.map(({ committeeId, role, before }) => [committeeId, role, before]);

describe('a case of the catalogue', () => {
  it('takes the conversion of a coordinator post to the main committee before the decision, not to the local one instead', () => {
    const assessment = assessed({ kind: 'coordinatorPostsConverted' }, twoLevels);
    expect(assessment.relevance).toBe('medRelevant');
    expect(duties(assessment)).toEqual([
      [id('HovedMED'), 'primary', 'decision'],
      [id('LokalMED Ungehjemmet'), 'localItem', 'decision'],
    ]);
    expect(assessment.requirements[0]).toMatchObject({
      ruleId: 'coordinatorPostsConvertedToMainCommittee',
      secretaryConfirms: false,
    });
    expect(assessment.explanation.notChosen).toContainEqual({
      committeeId: id('LokalMED Ungehjemmet'),
      reason: 'getsItsOwnItem',
    });
  });

  it('takes a new service that the politicians decide to the main committee before the recommendation', () => {
    const decider: DeciderOfChange = { body: 'socialCommittee', managerUnitId: id('youthArea') };
    const assessment = assessed({ kind: 'newService', decider });
    expect(duties(assessment)[0]).toEqual([id('HovedMED'), 'primary', 'recommendation']);
    expect(assessment.explanation.notChosen).toContainEqual({
      committeeId: id('OmrådeMED Unge'),
      reason: 'ruleNamesMainCommittee',
    });
  });

  it('is recognised by its facts, whatever kind was chosen', () => {
    const assessment = assessed({ kind: 'reorganisation', facts: { moreSectionManagers: 'yes' } });
    expect(assessment.requirements[0]?.ruleId).toBe('moreSectionManagersToMainCommittee');
  });

  it('does not wait for answers that could not change anything', () => {
    const assessment = assessed({ kind: 'newService', facts: { budgetProposal: 'no' } });
    expect(assessment.explanation.ask).toEqual([]);
    expect(assessment.explanation.verdicts.find(({ ruleId }) => ruleId.startsWith('coordinator'))?.verdict).toBe(
      'undetermined',
    );
  });

  it('stands even where nobody said which unit and who decides', () => {
    const assessment = assessed({ kind: 'moreSectionManagers', unitId: null, decider: nobodyKnown }, twoLevels);
    expect(duties(assessment)).toEqual([[id('HovedMED'), 'primary', 'decision']]);
    expect(assessment.relevance).toBe('medRelevant');
  });
});

describe('a budget proposal', () => {
  it('goes to the main committee only, by a rule that says it is a plan', () => {
    const assessment = assessed({ kind: 'budgetProposal' });
    expect(duties(assessment)).toEqual([[id('HovedMED'), 'primary', 'decision']]);
    expect(assessment.explanation.notChosen).toContainEqual({
      committeeId: id('LokalMED Ungehjemmet'),
      reason: 'budgetOnlyInMainCommittee',
    });
    const verdict = assessment.explanation.verdicts.find((one) => one.verdict === 'decides');
    const grades = defaultRuleSet.sources.filter((one) => verdict?.sourceIds.includes(one.id)).map((one) => one.grade);
    expect(grades).toContain('plan');
  });

  it('is asked about while it is open, because the local item depends on it', () => {
    const { explanation } = assessed({ kind: 'newService' });
    expect(explanation.ask).toEqual(['budgetProposal']);
    expect(explanation.wouldChange).toEqual([
      { fact: 'budgetProposal', answer: 'yes', relevance: 'medRelevant', committeeIds: [id('HovedMED')] },
    ]);
  });
});

describe('the level of the manager who decides', () => {
  it('is the area committee for the manager of an area, with an item of its own for the local one', () => {
    const assessment = assessed({ kind: 'reorganisation', facts: allNo, decider: managerOf('youthArea') });
    expect(duties(assessment)).toEqual([
      [id('OmrådeMED Unge'), 'primary', 'decision'],
      [id('LokalMED Ungehjemmet'), 'localItem', 'decision'],
    ]);
    expect(assessment.explanation.notChosen).toContainEqual({
      committeeId: id('HovedMED'),
      reason: 'notAtLevelOfDecider',
    });
  });

  it('is the local committee for the manager of the unit', () => {
    const assessment = assessed({ kind: 'reorganisation', facts: allNo });
    expect(duties(assessment)).toEqual([[id('LokalMED Ungehjemmet'), 'primary', 'decision']]);
  });

  it('is the main committee for the executive management and for the head of the administration', () => {
    const executive: DeciderOfChange = { body: 'executiveManagement', managerUnitId: null };
    for (const decider of [executive, managerOf('administration')]) {
      const [primary] = assessed({ kind: 'reorganisation', facts: allNo, decider }).requirements;
      expect(primary).toMatchObject({ committeeId: id('HovedMED'), secretaryConfirms: false });
    }
  });

  it('does not become the main one because the main committee names every area by itself', () => {
    const facts = [
      unit('north', null),
      unit('south', null),
      committee('HovedMED', 'main', ['north', 'south']),
      committee('LokalMED Nord', 'local', ['north']),
    ];
    const assessment = assessed(
      { kind: 'reorganisation', facts: allNo, unitId: id('north'), decider: managerOf('north') },
      facts,
    );
    expect(duties(assessment)).toEqual([[id('LokalMED Nord'), 'primary', 'decision']]);
  });

  it('gives way to the next level up where it has no committee, and says so', () => {
    const unitId = id('housingHome');
    const assessment = assessed({ kind: 'reorganisation', facts: allNo, unitId, decider: managerOf('housingHome') });
    expect(duties(assessment)).toEqual([[id('OmrådeMED Bolig'), 'primary', 'decision']]);
    expect(assessment.explanation.stepsUp).toEqual([{ level: 'local', reason: 'noCommitteeAtLevel' }]);
  });

  it('skips the area level in a transition period of two levels', () => {
    const facts = { ...allNo, crossCutting: 'no' };
    const assessment = assessed({ kind: 'reorganisation', facts, decider: managerOf('youthArea') }, twoLevels);
    expect(duties(assessment)[0]).toEqual([id('HovedMED'), 'primary', 'decision']);
    expect(assessment.explanation.stepsUp).toEqual([{ level: 'area', reason: 'levelNotInForce' }]);
    expect(assessment.explanation.notChosen).toContainEqual({
      committeeId: id('OmrådeMED Unge'),
      reason: 'levelNotInForce',
    });
  });

  it('steps up from an area that never had a committee, by its place above local ones', () => {
    const noAreas = twoLevels.filter((fact) => !JSON.stringify(fact).includes('OmrådeMED'));
    const { requirements, explanation } = assessed(
      { kind: 'reorganisation', facts: allNo, decider: managerOf('youthArea') },
      noAreas,
    );
    expect(requirements[0]?.committeeId).toBe(id('HovedMED'));
    expect(explanation.stepsUp).toEqual([{ level: 'area', reason: 'levelNotInForce' }]);
  });

  it('is the main one, to be confirmed by the secretary, while nobody knows who decides', () => {
    const assessment = assessed({ kind: 'reorganisation', facts: allNo, decider: nobodyKnown });
    expect(assessment.requirements[0]).toMatchObject({
      committeeId: id('HovedMED'),
      ruleId: 'unknownDeciderToMainCommittee',
      secretaryConfirms: true,
    });
  });

  it('follows a closed unit to the units that took over', () => {
    const closed: OrganisationEvent[] = [
      ...threeLevels,
      { type: 'UnitClosed', data: { unitId: id('housingHome'), on: '2026-03-01', successors: [id('youthHome')] } },
    ];
    const decider = managerOf('housingHome');
    const before = assessed({ kind: 'reorganisation', facts: allNo, decider }, closed, '2026-02-28');
    const after = assessed({ kind: 'reorganisation', facts: allNo, decider }, closed, '2026-03-01');
    expect(before.requirements[0]?.committeeId).toBe(id('OmrådeMED Bolig'));
    expect(after.requirements[0]?.committeeId).toBe(id('LokalMED Ungehjemmet'));
  });
});

describe('a cross-cutting change', () => {
  it('goes to the main committee in a transition period and by level outside one', () => {
    const facts = { ...allNo, crossCutting: 'yes' };
    expect(assessed({ facts, kind: 'reorganisation' }, twoLevels).requirements[0]?.committeeId).toBe(id('HovedMED'));
    expect(assessed({ facts, kind: 'reorganisation' }).requirements[0]?.committeeId).toBe(id('LokalMED Ungehjemmet'));
  });

  it('that nobody told to be one or not leaves the committee to be confirmed', () => {
    const facts = { ...allNo, crossCutting: 'unknown' };
    const { requirements, explanation } = assessed({ facts, kind: 'reorganisation' }, twoLevels);
    expect(requirements[0]).toMatchObject({ committeeId: id('LokalMED Ungehjemmet'), secretaryConfirms: true });
    expect(explanation.ask).toEqual(['crossCutting']);
  });
});

describe('no MED case', () => {
  it('is told only when everything is positively answered', () => {
    const assessment = assessed({ facts: allNo });
    expect(assessment).toMatchObject({ relevance: 'notMedRelevant', requirements: [] });
    expect(assessment.explanation.notChosen.map(({ reason }) => reason)).toEqual(Array(3).fill('notMedRelevant'));
  });

  it.each([
    'newService',
    'serviceMoved',
    'moreSectionManagers',
    'coordinatorPostsConverted',
    'reorganisation',
    'affectsStaff',
  ])('is not told while %s is unknown: the duty is presumed and the question asked', (fact) => {
    const assessment = assessed({ facts: { ...allNo, [fact]: 'unknown' } });
    expect(assessment.relevance).toBe('undetermined');
    expect(assessment.requirements[0]).toMatchObject({ role: 'primary', secretaryConfirms: true });
    expect(assessment.explanation.ask).toEqual([fact]);
  });

  it('cannot be made of a reorganisation by saying that it has no importance', () => {
    expect(assessed({ kind: 'reorganisation', facts: { ...allNo, affectsStaff: 'no' } }).relevance).toBe('medRelevant');
  });
});

describe('a structure that cannot take the case', () => {
  it('leaves the duty standing without a committee', () => {
    const assessment = assessed({ kind: 'newService', unitId: null }, []);
    expect(duties(assessment)).toEqual([[null, 'primary', 'decision']]);
    expect(assessment.relevance).toBe('medRelevant');
  });
});

describe('the same change on different days and as known at different instants', () => {
  const later: OrganisationEvent = {
    type: 'CommitteeCoverageChanged',
    data: { committeeId: id('LokalMED Ungehjemmet'), covers: [id('youthHome'), id('housingHome')], from: '2026-06-01' },
  };
  const organisation = withFacts(
    organisationOf(threeLevels, '2026-01-01T08:00:00.000Z'),
    [later],
    '2026-05-20T08:00:00.000Z',
  );
  const ofHousing = change({
    kind: 'reorganisation',
    facts: allNo,
    unitId: id('housingHome'),
    decider: managerOf('housingHome'),
  });
  const committeeOn = (on: string, recordedAt?: string) =>
    assess(ofHousing, structureOn(organisation, on, recordedAt), defaultRuleSet).requirements[0]?.committeeId;

  it('goes where the coverage of the day says', () => {
    expect(committeeOn('2026-05-31')).toBe(id('OmrådeMED Bolig'));
    expect(committeeOn('2026-06-01')).toBe(id('LokalMED Ungehjemmet'));
  });

  it('goes where it was known to belong before the change of coverage was recorded', () => {
    expect(committeeOn('2026-06-01', '2026-05-20T07:59:59.999Z')).toBe(id('OmrådeMED Bolig'));
    expect(committeeOn('2026-06-01', '2026-05-20T08:00:00.000Z')).toBe(id('LokalMED Ungehjemmet'));
  });
});

describe('a rule set of another municipality', () => {
  const source = { id: 's', grade: 'agreement', reference: 'aftalen' } as const;
  const text = { da: 'x', en: 'x' };
  const ruleSet: RuleSet = {
    version: 'x-1',
    effectiveFrom: '2026-01-01',
    sources: [source],
    questions: [
      { id: 'posts', text, type: 'number' },
      { id: 'scope', text, type: 'oneOf', values: ['unit', 'area'] },
    ],
    rules: [
      {
        id: 'manyPosts',
        when: {
          all: [
            { fact: 'posts', op: 'atLeast', value: 5 },
            { fact: 'scope', op: 'is', value: 'area' },
          ],
        },
        then: { route: 'mainCommittee' },
        because: text,
        sourceIds: ['s'],
      },
      { id: 'rest', when: { always: true }, then: { route: 'levelOfDecider' }, because: text, sourceIds: ['s'] },
    ],
  };

  it('tries numbers on both sides of a limit', () => {
    const { explanation } = assess(change({ facts: { scope: 'area' } }), structureFrom(threeLevels), ruleSet);
    expect(explanation.ask).toEqual(['posts']);
    expect(explanation.wouldChange.map(({ answer }) => answer)).toEqual([5, 6]);
  });

  it('takes an answer that the question does not allow for unknown', () => {
    const { explanation } = assess(
      change({ facts: { posts: 'many', scope: 'area' } }),
      structureFrom(threeLevels),
      ruleSet,
    );
    expect(explanation.verdicts[0]).toMatchObject({ verdict: 'undetermined', read: { posts: 'unknown' } });
  });
});
