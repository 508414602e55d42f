import type { Text } from '@rettidig/event-sourcing';
import type { Condition, Question, Rule, RuleSet, RuleSource } from './rule-book.events.js';

/** The rules that the product comes with: the framework agreement, and what one main committee said and agreed. */

const text = (da: string, en: string): Text => ({ da, en });
const isYes = (fact: string): Condition => ({ fact, op: 'is', value: 'yes' });
const isNo = (fact: string): Condition => ({ fact, op: 'is', value: 'no' });

const kind = (id: string, da: string, en: string): Question => ({ id, text: text(da, en), type: 'yesNo', kind: true });
const question = (id: string, da: string, en: string): Question => ({ id, text: text(da, en), type: 'yesNo' });

const questions: readonly Question[] = [
  kind('newService', 'Bliver der oprettet et nyt tilbud?', 'Is a new service established?'),
  kind(
    'serviceMoved',
    'Flytter et eksisterende tilbud til en anden adresse eller en anden del af organisationen?',
    'Does an existing service move to another address or another part of the organisation?',
  ),
  kind('moreSectionManagers', 'Bliver der flere afdelingsledere?', 'Will there be more section managers?'),
  kind(
    'coordinatorPostsConverted',
    'Bliver en eller flere koordinatorstillinger lavet om til afdelingslederstillinger?',
    'Are one or more coordinator posts converted to section manager posts?',
  ),
  kind(
    'reorganisation',
    'Ændrer I på organiseringen, fx ved at lægge enheder sammen, dele dem eller flytte opgaver mellem dem?',
    'Is the organisation changed, for instance by merging or splitting units or moving tasks between them?',
  ),
  kind(
    'budgetProposal',
    'Er det et budgetnotat eller et andet forslag til budgettet?',
    'Is it a budget note or another proposal for the budget?',
  ),
  kind(
    'portfolioTransfer',
    'Flytter opgaver eller medarbejdere til eller fra en anden forvaltning?',
    'Do tasks or staff move to or from another administration?',
  ),
  question(
    'crossCutting',
    'Berører ændringen flere centre eller enheder på én gang?',
    'Does the change affect several centres or units at once?',
  ),
  question(
    'affectsStaff',
    'Har ændringen betydning for medarbejdernes arbejde, personaleforhold, samarbejde eller arbejdsmiljø?',
    'Does the change matter for the work, the personnel conditions, the cooperation or the work environment of the staff?',
  ),
];

const sources: readonly RuleSource[] = [
  { id: 'framework-5', grade: 'agreement', reference: 'Rammeaftalen om medindflydelse og medbestemmelse, § 5' },
  { id: 'framework-7', grade: 'agreement', reference: 'Rammeaftalen om medindflydelse og medbestemmelse, § 7' },
  { id: 'framework-8', grade: 'agreement', reference: 'Rammeaftalen om medindflydelse og medbestemmelse, § 8' },
  { id: 'S0:343', grade: 'statement', reference: 'HovedMED 24-04-2026, referatets linje 343: ledelsessidens udsagn' },
  {
    id: 'S0:360',
    grade: 'statement',
    reference: 'HovedMED 24-04-2026, referatets linje 360: krav og svar om LokalMED',
  },
  { id: 'S0:362', grade: 'statement', reference: 'HovedMED 24-04-2026, referatets linje 362: medarbejdersidens krav' },
  { id: 'S0:307', grade: 'statement', reference: 'HovedMED 24-04-2026, referatets linje 307' },
  { id: 'S1:19-22', grade: 'decided', reference: 'HovedMED foråret 2025, referatets linje 19-22: overgangsperioden' },
  {
    id: 'S1:48',
    grade: 'statement',
    reference: 'HovedMED foråret 2025, referatets linje 48: delegeringen mellem driftscentrene',
  },
  { id: 'S1:72', grade: 'plan', reference: 'HovedMED foråret 2025, referatets linje 72: ledelsens plan' },
];

const toMain = (fact: string, because: Text): Rule => ({
  id: `${fact}ToMainCommittee`,
  when: isYes(fact),
  then: { route: 'mainCommittee' },
  because,
  sourceIds: ['S0:343', 'framework-7'],
  before: ['noImportanceForStaff', 'delegatedLevelOfUnknownDecider'],
});

/** Changes that belong in the main committee whoever decides them (A3, A4). */
const catalogue = ['newService', 'serviceMoved', 'moreSectionManagers', 'coordinatorPostsConverted'];

const rules: readonly Rule[] = [
  {
    id: 'budgetProposalToMainCommittee',
    when: isYes('budgetProposal'),
    then: { route: 'mainCommittee' },
    because: text(
      'det er et budgetforslag, og efter ledelsens plan behandles budgetforslag kun i HovedMED',
      'it is a budget proposal, and management plans to have budget proposals treated in the main committee only',
    ),
    sourceIds: ['S1:72', 'framework-8'],
    withoutLocalItem: true,
    before: [
      ...catalogue.map((fact) => `${fact}ToMainCommittee`),
      'crossCuttingInTransitionToMainCommittee',
      'noImportanceForStaff',
      'delegatedLevelOfUnknownDecider',
      'unknownDeciderToMainCommittee',
    ],
  },
  toMain(
    'newService',
    text(
      'der bliver oprettet et nyt tilbud, og den slags sager hører til i HovedMED',
      'a new service is established, and such cases belong in the main committee',
    ),
  ),
  toMain(
    'serviceMoved',
    text(
      'et eksisterende tilbud flytter, og den slags sager hører til i HovedMED',
      'an existing service moves, and such cases belong in the main committee',
    ),
  ),
  toMain(
    'moreSectionManagers',
    text(
      'der bliver flere afdelingsledere, og den slags sager hører til i HovedMED',
      'there will be more section managers, and such cases belong in the main committee',
    ),
  ),
  toMain(
    'coordinatorPostsConverted',
    text(
      'koordinatorstillinger bliver lavet om til afdelingslederstillinger, og den slags sager hører til i HovedMED',
      'coordinator posts are converted to section manager posts, and such cases belong in the main committee',
    ),
  ),
  {
    id: 'crossCuttingInTransitionToMainCommittee',
    when: { all: [isYes('transitionPeriod'), isYes('crossCutting')] },
    then: { route: 'mainCommittee' },
    because: text(
      'sagen går på tværs, og i overgangsperioden behandles tværgående sager i HovedMED',
      'the case is cross-cutting, and in the transition period cross-cutting cases are treated in the main committee',
    ),
    sourceIds: ['S1:19-22'],
    before: ['noImportanceForStaff', 'delegatedLevelOfUnknownDecider'],
  },
  {
    id: 'noImportanceForStaff',
    when: {
      all: [isNo('affectsStaff'), { not: { any: [isYes('reorganisation'), isYes('portfolioTransfer')] } }],
    },
    then: { route: 'notMedRelevant' },
    because: text(
      'ændringen ikke har betydning for medarbejdernes arbejde, personaleforhold, samarbejde eller arbejdsmiljø',
      'the change does not matter for the work, the personnel conditions, the cooperation or the work environment of the staff',
    ),
    sourceIds: ['framework-7'],
    before: ['delegatedLevelOfUnknownDecider', 'unknownDeciderToMainCommittee'],
  },
  {
    id: 'delegatedLevelOfUnknownDecider',
    when: { all: [isNo('deciderKnown'), isYes('levelDelegated')] },
    then: { route: 'levelOfDecider' },
    because: text(
      'det ikke er oplyst, hvem der beslutter, og delegationsregistret siger, på hvilket niveau den slags afgøres',
      'it is not stated who decides, and the register of delegations says at which level such things are decided',
    ),
    sourceIds: ['framework-5', 'S1:48'],
    secretaryConfirms: true,
  },
  {
    id: 'unknownDeciderToMainCommittee',
    when: isNo('deciderKnown'),
    then: { route: 'mainCommittee' },
    because: text(
      'det ikke er oplyst, hvilken leder der beslutter eller indstiller til politikerne',
      'it is not stated which manager decides or recommends to the politicians',
    ),
    sourceIds: ['framework-5'],
    secretaryConfirms: true,
  },
  {
    id: 'committeeAtLevelOfDecider',
    when: { always: true },
    then: { route: 'levelOfDecider' },
    because: text(
      'MED inddrages på samme niveau som den leder, der beslutter eller indstiller til politikerne',
      'MED is involved at the level of the manager who decides or recommends to the politicians',
    ),
    sourceIds: ['framework-5', 'framework-7', 'S0:362'],
  },
  {
    id: 'alsoLocalCommitteeOfUnit',
    when: { always: true },
    then: { route: 'alsoLocalCommittee' },
    because: text(
      'ændringen rammer en enhed med LokalMED, og behandlingen på et højere niveau erstatter ikke den lokale inddragelse',
      'the change hits a unit with a local committee, and treatment at a higher level does not replace local involvement',
    ),
    sourceIds: ['S0:307', 'S0:360'],
  },
];

/** Holds wherever no other rule set is in effect. Municipalities replace it by publishing their own. */
export const defaultRuleSet: RuleSet = { version: '2026-1', effectiveFrom: '1970-01-01', questions, rules, sources };
