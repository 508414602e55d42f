import type { OrganisationEvent } from '@rettidig/organisation';
import { assess } from './assess.js';
import type { ChangeToAssess } from './assessment.js';
import { defaultRuleSet } from './default-rule-set.js';
import { explain } from './explain.js';
import { phrasesOf } from './phrases.js';
import { id, structureFrom, threeLevels, transition } from './testing/structures.js';

const nameOf = new Map(['HovedMED', 'LokalMED Ungehjemmet', 'OmrådeMED Unge'].map((name) => [id(name), name]));
const names = { ruleSet: defaultRuleSet, committeeName: (one: string) => nameOf.get(one), unitName: () => undefined };
const twoLevels = [...threeLevels, transition(['main', 'local'], '2025-01-01')];

const said = (
  change: Partial<ChangeToAssess>,
  language: 'da' | 'en',
  facts: readonly OrganisationEvent[] = twoLevels,
) => {
  const whole = { kind: 'other', facts: {}, unitId: id('youthHome'), ...change };
  const decider = change.decider ?? { body: 'manager', managerUnitId: id('youthHome') };
  return explain(assess({ ...whole, decider }, structureFrom(facts), defaultRuleSet), names, language);
};

describe('the explanation', () => {
  it('says in Danish where the conversion of a coordinator post belongs, why, and why not in the local committee', () => {
    expect(said({ kind: 'coordinatorPostsConverted' }, 'da').sentences).toEqual([
      'Sagen skal i HovedMED, før der træffes beslutning, fordi koordinatorstillinger bliver lavet om til afdelingslederstillinger, og den slags sager hører til i HovedMED.',
      'LokalMED Ungehjemmet skal også have sagen på som sit eget punkt, før der træffes beslutning, fordi ændringen rammer en enhed med LokalMED, og behandlingen på et højere niveau erstatter ikke den lokale inddragelse.',
      'Ikke kun i LokalMED Ungehjemmet, fordi den lokale drøftelse ikke erstatter behandlingen; udvalget får sit eget punkt ved siden af.',
      'Ikke i OmrådeMED Unge, fordi det niveau ikke er i kraft den dag.',
      'Hvis svaret på »Er det et budgetnotat eller et andet forslag til budgettet?« er ja, skal sagen kun i HovedMED.',
    ]);
  });

  it('says before the recommendation where politicians decide, in English on request', () => {
    const decider = { body: 'socialCommittee', managerUnitId: null } as const;
    expect(said({ kind: 'newService', decider }, 'en').requirements[0]).toBe(
      'The case belongs in HovedMED before the recommendation is sent, because a new service is established, and such cases belong in the main committee.',
    );
  });

  it('asks for who decides by naming what is missing', () => {
    const decider = { body: 'notStated', managerUnitId: null } as const;
    expect(said({ facts: { affectsStaff: 'yes' }, decider }, 'da').requirements[0]).toMatch(
      /fordi det ikke er oplyst, hvilken leder .* Der mangler svar, så sekretariatet skal bekræfte/,
    );
  });

  it('says of every rule what became of it, with the answers read and the grade of its sources', () => {
    const { rules } = said({ kind: 'coordinatorPostsConverted', facts: { newService: 'no' } }, 'da');
    expect(rules).toHaveLength(defaultRuleSet.rules.length);
    expect(rules.find(({ ruleId }) => ruleId === 'newServiceToMainCommittee')).toMatchObject({
      verdict: 'notMatched',
      sentence:
        'Passer ikke: »fordi der bliver oprettet et nyt tilbud, og den slags sager hører til i HovedMED«. Svar: »Bliver der oprettet et nyt tilbud?« – nej.',
    });
    const budget = rules.find(({ ruleId }) => ruleId.startsWith('budget'));
    expect(budget?.sources.map(({ gradeText }) => gradeText)).toContain('plan');
  });

  it('says which levels are in force in a transition period and which are not, and nothing outside one', () => {
    expect(said({}, 'da').levels).toBe(
      'Overgangsperiode: den dag er hovedniveauet og det lokale niveau i kraft, men ikke områdeniveauet.',
    );
    expect(said({}, 'en').levels).toMatch(/the main level and the local level, but not the area level\.$/);
    const all = [...threeLevels, transition(['main', 'area', 'local'], '2025-01-01')];
    expect(said({}, 'da', all).levels).toBe(
      'Overgangsperiode: den dag er hovedniveauet, områdeniveauet og det lokale niveau i kraft.',
    );
    expect(said({}, 'da', threeLevels).levels).toBeNull();
  });

  it('says that it is no MED case, and why', () => {
    const allNo = Object.fromEntries(defaultRuleSet.questions.map((question) => [question.id, 'no']));
    expect(said({ facts: allNo }, 'da').sentences[0]).toBe(
      'Sagen skal ikke MED-behandles, fordi ændringen ikke har betydning for medarbejdernes arbejde, personaleforhold, samarbejde eller arbejdsmiljø.',
    );
  });

  it('says while it is undetermined that the case counts as one, and which answer would settle it', () => {
    const { sentences, whatIf } = said({}, 'da');
    expect(sentences[0]).toBe(phrasesOf('da').relevance.undetermined);
    expect(whatIf).toContain(
      'Hvis svaret på »Bliver der flere afdelingsledere?« er ja, skal sagen i HovedMED og LokalMED Ungehjemmet.',
    );
    expect(whatIf.some((one) => one.includes('står det fast, at sagen skal MED-behandles'))).toBe(true);
  });

  it('says that the duty holds where no committee can take the case', () => {
    expect(said({ kind: 'newService' }, 'da', []).requirements[0]).toMatch(/pligten gælder alligevel/);
  });
});
