import type { QueryContext } from '@rettidig/event-sourcing';
import { defaultRuleSet } from '../default-rule-set.js';
import type { RuleSetReference } from '../report.js';
import { ruleBookPart } from '../rule-book.js';
import type { Rule, RuleSet } from '../rule-book.events.js';
import { id, organisationOf, threeLevels, transition } from '../testing/structures.js';
import type { CheckRuleSet } from './check-rule-set.js';
import { checkRuleSet } from './check-rule-set.js';
import { compareRuleSets } from './compare-rule-sets.js';

const [budget, newService, ...rest] = defaultRuleSet.rules as [Rule, Rule, ...Rule[]];
const toArea: Rule = {
  ...newService,
  then: { route: 'committeeOfLevel', level: 'area' },
  before: defaultRuleSet.rules.slice(2, 9).map((rule) => rule.id),
};
const ours: RuleSet = {
  ...{ version: '2027-1', effectiveFrom: '2027-01-01' },
  questions: [
    ...defaultRuleSet.questions,
    { id: 'posts', text: { da: 'Hvor mange?', en: 'How many?' }, type: 'number' },
  ],
  rules: [budget, toArea, ...defaultRuleSet.rules.slice(2)],
  sources: defaultRuleSet.sources.map((one) => (one.id === 'S1:72' ? { ...one, grade: 'decided' } : one)),
};
const reference: RuleSetReference = {
  organisation: organisationOf([...threeLevels, transition(['main', 'local'], '2026-06-01')]),
  ruleBook: { ...ruleBookPart.initial, published: [{ ruleSet: ours, knownAt: '2026-04-01T08:00:00.000Z' }] },
};
const asking = (language: 'da' | 'en') => ({ reference, language }) as unknown as QueryContext<RuleSetReference>;

describe('looking through a rule set before it is published', () => {
  const check = async (changes: object, language: 'da' | 'en' = 'da') =>
    checkRuleSet.handle({ ...defaultRuleSet, version: 'next', ...changes } as CheckRuleSet, asking(language));

  it('says in words what would be refused, and where', async () => {
    const { publishable, problems } = await check({ ...ours, version: 'next' });
    expect(publishable).toBe(false);
    expect(problems).toEqual([
      {
        pointer: '/rules/1/then/level',
        code: 'rules.level-not-in-force',
        detail: `Reglen newServiceToMainCommittee peger på niveauet area, men det er ikke i kraft den 01.01.2027: i overgangsperioden fra 01.06.2026 (${id('transition from 2026-06-01')}) gælder det ikke. Vælg et niveau, der er i kraft, eller lad regelsættet gælde fra en dag, hvor niveauet er det.`,
      },
    ]);
  });

  it('says which overlap nobody has said to be meant, with answers that both rules match', async () => {
    const { problems, overlaps } = await check({ rules: [budget, { ...newService, before: [] }, ...rest] });
    expect(problems.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      [
        '/rules/1/before',
        'Reglerne newServiceToMainCommittee og noImportanceForStaff kan begge passe og siger ikke det samme (fx newService: yes, affectsStaff: no, reorganisation: no, portfolioTransfer: no). newServiceToMainCommittee står først og afgør; er det meningen, så skriv noImportanceForStaff i dens before, og ellers byt om på dem.',
      ],
      ['/rules/1/before', expect.stringContaining('newServiceToMainCommittee og delegatedLevelOfUnknownDecider kan')],
    ]);
    expect(overlaps.find(({ precedence }) => precedence === 'none')?.laterRuleId).toBe('noImportanceForStaff');
  });

  it('says of each overlap which rule goes first, how that is said, and for which answers', async () => {
    const { publishable, overlaps, complete, rules } = await check({});
    expect([publishable, complete, rules]).toEqual([true, true, defaultRuleSet.rules.length]);
    expect(overlaps[0]).toEqual({
      earlierRuleId: 'budgetProposalToMainCommittee',
      laterRuleId: 'newServiceToMainCommittee',
      precedence: 'stated',
      example: { budgetProposal: 'yes', newService: 'yes' },
      sentence:
        'Reglen »fordi det er et budgetforslag, og efter ledelsens plan behandles budgetforslag kun i HovedMED« går med vilje forud for »fordi der bliver oprettet et nyt tilbud, og den slags sager hører til i HovedMED«, fx: »Er det et budgetnotat eller et andet forslag til budgettet?« – ja og »Bliver der oprettet et nyt tilbud?« – ja.',
    });
    expect((await check({}, 'en')).overlaps[0]?.sentence).toContain('comes before “because a new service');
  });

  it('reads no order out of rules that cannot be read', async () => {
    const { problems, overlaps, complete } = await check({ rules: [{ ...budget, when: {} }] });
    expect(problems.map(({ code }) => code)).toContain('rules.condition-malformed');
    expect([overlaps, complete]).toEqual([[], false]);
  });
});

describe('two versions beside each other', () => {
  const compare = async (from: string, to: string, language: 'da' | 'en' = 'da') =>
    compareRuleSets.handle({ from, to }, asking(language));

  it('say what differs in words, question by question, rule by rule, source by source', async () => {
    const { questions, rules, sources } = await compare('2026-1', '2027-1');
    expect(questions.map(({ change, sentence }) => [change, sentence])).toEqual([
      ['added', 'Nyt spørgsmål: »Hvor mange?«'],
    ]);
    expect(rules.map((one) => [one.id, one.change, ...one.parts])).toEqual([
      ['budgetProposalToMainCommittee', 'changed', 'grade'],
      ['newServiceToMainCommittee', 'changed', 'outcome', 'precedence'],
    ]);
    expect(rules[1]?.sentence).toBe(
      'Reglen »fordi der bliver oprettet et nyt tilbud, og den slags sager hører til i HovedMED« har ændret hvor den fører hen (HovedMED → udvalget på områdeniveauet) og hvilke regler den med vilje går forud for.',
    );
    expect(rules[1]).toMatchObject({ was: newService, is: toArea });
    expect(sources.map(({ sentence }) => sentence)).toEqual([
      'Kilden HovedMED foråret 2025, referatets linje 72: ledelsens plan har ændret kildens styrke (plan → besluttet).',
    ]);
  });

  it('say what difference it makes, with an example', async () => {
    const { effect } = await compare('2026-1', '2027-1');
    expect(effect).toMatchObject({ tried: 4096, complete: true, different: 1024 });
    expect(effect.sentence).toBe('1024 af 4096 mulige kombinationer af svar fører et andet sted hen.');
    expect(effect.turns).toHaveLength(1);
    expect(effect.turns[0]).toMatchObject({
      ruleWas: 'newServiceToMainCommittee',
      ruleIs: 'newServiceToMainCommittee',
    });
    expect(effect.turns[0]?.sentence).toMatch(
      /^Før: HovedMED, med et lokalt punkt ved siden af\. Nu: udvalget på områdeniveauet, med et lokalt punkt/,
    );
    expect((await compare('2026-1', '2027-1', 'en')).effect.sentence).toMatch(/^1024 of 4096 possible/);
  });

  it('say the other way round what is gone', async () => {
    const { questions } = await compare('2027-1', '2026-1');
    expect(questions.map(({ sentence }) => sentence)).toEqual(['Spørgsmålet er væk: »Hvor mange?«']);
  });

  it('are the latest one and the one that it takes over from, where nobody says which', async () => {
    const { from, to } = await compareRuleSets.handle({}, asking('da'));
    expect([from.version, to.version]).toEqual(['2026-1', '2027-1']);
  });

  it('must both be there', async () => {
    await expect(async () => compare('2026-1', 'never')).rejects.toThrow('rules.version-unknown');
  });
});
