import type { OrganisationEvent } from '@rettidig/organisation';
import { assess } from './assess.js';
import type { ChangeToAssess, DeciderOfChange } from './assessment.js';
import { defaultRuleSet } from './default-rule-set.js';
import { explain } from './explain.js';
import { closed, id, structureFrom, threeLevels, transition } from './testing/structures.js';

const delegated = (unit: string, kinds: readonly string[], from = '2026-01-01', to?: string): OrganisationEvent => ({
  type: 'DecisionPowerDelegated',
  data: {
    ...{ delegationId: id(`${unit} ${kinds.join()}`), unitId: id(unit), matter: 'Omlægning', kinds },
    ...{ from, ...(to && { to }) },
  },
});
const managerOf = (unit: string): DeciderOfChange => ({ body: 'manager', managerUnitId: id(unit) });
const nobody: DeciderOfChange = { body: 'notStated', managerUnitId: null };
const ofArea = delegated('youthArea', ['reorganisation']);

const assessed = (facts: readonly OrganisationEvent[], of: Partial<ChangeToAssess> = {}, on?: string) => {
  const change = { kind: 'reorganisation', facts: { crossCutting: 'no' }, unitId: id('youthHome'), decider: nobody };
  const assessment = assess({ ...change, ...of }, structureFrom([...threeLevels, ...facts], on), defaultRuleSet);
  const primary = assessment.requirements.find(({ role }) => role === 'primary');
  const names = { ruleSet: defaultRuleSet, committeeName: () => undefined, unitName: (one: string) => nameOf.get(one) };
  return {
    ...assessment,
    primary,
    delegation: assessment.explanation.delegation,
    said: explain(assessment, names, 'da'),
  };
};
const nameOf = new Map(['youthHome', 'youthArea', 'administration'].map((name) => [id(name), name]));

describe('a change whose decider nobody named', () => {
  const deciding = ({ explanation }: ReturnType<typeof assessed>) =>
    explanation.verdicts.find(({ verdict }) => verdict === 'decides');

  it('goes to the level that the register of delegations names, confirmed by the secretary, with rule and source', () => {
    const found = assessed([ofArea]);
    expect(found.primary).toMatchObject({ committeeId: id('OmrådeMED Unge'), secretaryConfirms: true });
    expect(deciding(found)).toMatchObject({
      ruleId: 'delegatedLevelOfUnknownDecider',
      sourceIds: ['framework-5', 'S1:48'],
      read: { deciderKnown: 'no', levelDelegated: 'yes' },
    });
    expect(found.delegation).toEqual({
      ...{ delegationId: id('youthArea reorganisation'), unitId: id('youthArea'), level: 'area', use: 'routes' },
    });
    expect(found.said.sentences).toContain(
      'Det er ikke oplyst, hvem der beslutter. Delegationsregistret siger, at lederen af youthArea må afgøre den slags, så sagen følger områdeniveauet.',
    );
    expect(found.explanation.notChosen).toContainEqual({
      ...{ committeeId: id('HovedMED'), reason: 'notAtLevelOfDecider' },
    });
  });

  it.each([
    ['says nothing', []],
    ['is about another kind', [delegated('youthArea', ['serviceMoved'])]],
    ['names no kind', [delegated('youthArea', [])]],
    ['is about another area', [delegated('housingArea', ['reorganisation'])]],
    ['held until that day', [delegated('youthArea', ['reorganisation'], '2026-01-01', '2026-04-24')]],
    ['holds from the day after', [delegated('youthArea', ['reorganisation'], '2026-04-25')]],
  ])('goes to the main committee where the register %s', (_what, facts) => {
    const found = assessed(facts);
    expect(found.primary?.committeeId).toBe(id('HovedMED'));
    expect(deciding(found)?.ruleId).toBe('unknownDeciderToMainCommittee');
    expect(found.explanation).not.toHaveProperty('delegation');
    expect(found.said.delegation).toBeNull();
  });

  it('goes to the main committee where the unit is not stated, or the kind is none of its own', () => {
    expect(assessed([ofArea], { unitId: null }).primary?.committeeId).toBe(id('HovedMED'));
    const other = delegated('youthArea', ['other']);
    expect(assessed([other], { kind: 'other' }).primary?.committeeId).toBe(id('HovedMED'));
  });

  it('follows the nearest manager of several', () => {
    const facts = [ofArea, delegated('youthHome', ['reorganisation']), delegated('administration', ['reorganisation'])];
    expect(assessed(facts).delegation).toMatchObject({ unitId: id('youthHome'), level: 'local', use: 'routes' });
    expect(assessed(facts).primary?.committeeId).toBe(id('LokalMED Ungehjemmet'));
  });

  it('goes up from a delegated level that is not in force, and says so', () => {
    const found = assessed([ofArea, transition(['main', 'local'], '2026-01-01')], { facts: { crossCutting: 'no' } });
    expect(found.primary?.committeeId).toBe(id('HovedMED'));
    expect(found.explanation.stepsUp).toEqual([{ level: 'area', reason: 'levelNotInForce' }]);
  });

  it('stays where a rule of its own sends it, and the reader learns what the register says', () => {
    const found = assessed([delegated('youthArea', ['newService'])], { kind: 'newService' });
    expect(found.primary?.committeeId).toBe(id('HovedMED'));
    expect(found.delegation).toMatchObject({ level: 'area', use: 'notUsed' });
    expect(found.said.delegation).toMatch(/Det ændrer ikke, hvor sagen hører til/);
  });

  it('is not delegated where politicians decide, nor by a unit that is closed', () => {
    const council = { body: 'council', managerUnitId: null } as const;
    expect(assessed([ofArea], { decider: council }).delegation).toBeUndefined();
    const gone = [closed('youthHome', '2026-04-01', ['housingHome']), closed('youthArea', '2026-04-01')];
    expect(assessed([ofArea, ...gone]).delegation).toBeUndefined();
  });
});

describe('a change whose decider is named', () => {
  it('is never re-routed: where the register says another level, the reader is told', () => {
    const found = assessed([ofArea], { decider: managerOf('youthHome') });
    expect(found.primary?.committeeId).toBe(id('LokalMED Ungehjemmet'));
    expect(found.delegation).toMatchObject({ level: 'area', use: 'differs' });
    expect(found.said.sentences).toContain(
      'Bemærk: Delegationsregistret siger, at lederen af youthArea må afgøre den slags, altså på områdeniveauet. Den leder, der er angivet, er på et andet niveau. Sagen følger den, der er angivet; ret det, hvis det er forkert.',
    );
    const executive = { body: 'executiveManagement', managerUnitId: null } as const;
    expect(assessed([ofArea], { decider: executive }).delegation).toMatchObject({ use: 'differs' });
  });

  it('agrees with the register when any delegation is at that level', () => {
    const facts = [ofArea, delegated('youthHome', ['reorganisation'])];
    expect(assessed(facts, { decider: managerOf('youthArea') }).delegation).toMatchObject({
      level: 'area',
      use: 'agrees',
    });
    expect(assessed(facts, { decider: managerOf('youthHome') }).delegation).toMatchObject({
      level: 'local',
      use: 'agrees',
    });
    expect(assessed(facts, { decider: managerOf('administration') }).delegation).toMatchObject({ use: 'differs' });
  });

  it('is matched by the unit of whoever decides where it is not stated which unit it hits', () => {
    const found = assessed([ofArea], { unitId: null, decider: managerOf('youthHome') });
    expect(found.delegation).toMatchObject({ unitId: id('youthArea'), use: 'differs' });
  });
});
