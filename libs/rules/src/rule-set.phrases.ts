import type { Language } from '@rettidig/event-sourcing';
import type { questionParts, ruleParts, sourceParts } from './comparison.js';
import type { Led } from './effect.js';
import type { Overlap } from './precedence.js';
import type { RuleOutcome } from './rule-book.events.js';

type Part = (typeof questionParts)[number] | (typeof ruleParts)[number] | (typeof sourceParts)[number];
type Thing = 'question' | 'rule' | 'source';

/** What can be said of rule sets themselves: what their order does, and how two of them differ. */
export interface RuleSetPhrases {
  readonly or: string;
  readonly anyAnswers: string;
  readonly always: string;
  readonly itIsNotSo: (what: string) => string;
  readonly compared: Readonly<Record<'isNot' | 'atLeast' | 'atMost', (value: string) => string>>;
  readonly ruleCalled: (because: string) => string;
  readonly route: Readonly<Record<Exclude<RuleOutcome['route'], 'committeeOfLevel'>, string>>;
  readonly committeeOf: (level: string) => string;
  readonly withoutLocalItem: string;
  readonly overlap: Readonly<
    Record<Overlap['precedence'], (earlier: string, later: string, example: string) => string>
  >;
  readonly onlyWhileUnanswered: (rule: string) => string;
  readonly part: Readonly<Record<Part, string>>;
  readonly added: Readonly<Record<Thing, (name: string, rest: string) => string>>;
  readonly removed: Readonly<Record<Thing, (name: string) => string>>;
  readonly changed: Readonly<Record<Thing, (name: string, parts: string) => string>>;
  readonly fromTo: (was: string, is: string) => string;
  readonly led: Readonly<Record<NonNullable<Led['to']>, string>>;
  readonly noMed: string;
  readonly notClear: string;
  readonly withLocalItem: string;
  readonly turn: (was: string, is: string, count: number, example: string) => string;
  readonly effect: (different: number, tried: number, complete: boolean) => string;
}

const danish: RuleSetPhrases = {
  or: 'eller',
  anyAnswers: 'hvad der end svares',
  always: 'altid',
  itIsNotSo: (what) => `ikke: ${what}`,
  compared: {
    isNot: (value) => `ikke ${value}`,
    atLeast: (value) => `mindst ${value}`,
    atMost: (value) => `højst ${value}`,
  },
  ruleCalled: (because) => `»fordi ${because}«`,
  route: {
    mainCommittee: 'HovedMED',
    levelOfDecider: 'udvalget på beslutningstagerens niveau',
    alsoLocalCommittee: 'et lokalt punkt ved siden af',
    notMedRelevant: 'ingen MED-behandling',
  },
  committeeOf: (level) => `udvalget på ${level}`,
  withoutLocalItem: 'uden lokalt punkt',
  overlap: {
    exception: (earlier, later, example) =>
      `Reglen ${earlier} er en undtagelse fra ${later} og går forud, fx: ${example}.`,
    rest: (earlier, later) => `Reglen ${later} tager det, som ${earlier} lader tilbage.`,
    stated: (earlier, later, example) => `Reglen ${earlier} går med vilje forud for ${later}, fx: ${example}.`,
    none: (earlier, later, example) =>
      `Reglen ${earlier} tager sager fra ${later}, uden at det er sagt, at det er meningen, fx: ${example}.`,
  },
  onlyWhileUnanswered: (rule) =>
    `Reglen ${rule} afgør kun noget, så længe der mangler svar: reglerne før den tager tilsammen alle sager.`,
  part: {
    text: 'teksten',
    type: 'svartypen',
    values: 'svarmulighederne',
    kind: 'om det er en slags ændring',
    order: 'rækkefølgen',
    condition: 'betingelsen',
    outcome: 'hvor den fører hen',
    confirmation: 'om sekretariatet skal bekræfte',
    sources: 'kilderne',
    grade: 'kildens styrke',
    precedence: 'hvilke regler den med vilje går forud for',
    reference: 'henvisningen',
  },
  added: {
    question: (name) => `Nyt spørgsmål: »${name}«`,
    rule: (name, rest) => `Ny regel: ${name}, når: ${rest}.`,
    source: (name, rest) => `Ny kilde: ${name} (${rest}).`,
  },
  removed: {
    question: (name) => `Spørgsmålet er væk: »${name}«`,
    rule: (name) => `Reglen er væk: ${name}.`,
    source: (name) => `Kilden er væk: ${name}.`,
  },
  changed: {
    question: (name, parts) => `Spørgsmålet »${name}« har ændret ${parts}.`,
    rule: (name, parts) => `Reglen ${name} har ændret ${parts}.`,
    source: (name, parts) => `Kilden ${name} har ændret ${parts}.`,
  },
  fromTo: (was, is) => `${was} → ${is}`,
  led: {
    main: 'HovedMED',
    area: 'udvalget på områdeniveauet',
    local: 'udvalget på det lokale niveau',
    levelOfDecider: 'udvalget på beslutningstagerens niveau',
  },
  noMed: 'ingen MED-behandling',
  notClear: 'foreløbig, indtil alle svar er der',
  withLocalItem: 'med et lokalt punkt ved siden af',
  turn: (was, is, count, example) =>
    `Før: ${was}. Nu: ${is}. Det gælder ${count} kombinationer af svar, fx: ${example}.`,
  effect: (different, tried, complete) =>
    `${different} af ${tried} ${complete ? 'mulige' : 'udtrukne'} kombinationer af svar fører et andet sted hen.`,
};

const english: RuleSetPhrases = {
  or: 'or',
  anyAnswers: 'whatever is answered',
  always: 'always',
  itIsNotSo: (what) => `not: ${what}`,
  compared: {
    isNot: (value) => `not ${value}`,
    atLeast: (value) => `at least ${value}`,
    atMost: (value) => `at most ${value}`,
  },
  ruleCalled: (because) => `“because ${because}”`,
  route: {
    mainCommittee: 'the main committee',
    levelOfDecider: 'the committee at the level of whoever decides',
    alsoLocalCommittee: 'a local item beside it',
    notMedRelevant: 'no MED treatment',
  },
  committeeOf: (level) => `the committee of ${level}`,
  withoutLocalItem: 'without a local item',
  overlap: {
    exception: (earlier, later, example) =>
      `Rule ${earlier} is an exception from ${later} and comes first, for instance: ${example}.`,
    rest: (earlier, later) => `Rule ${later} takes what ${earlier} leaves over.`,
    stated: (earlier, later, example) => `Rule ${earlier} comes before ${later} on purpose, for instance: ${example}.`,
    none: (earlier, later, example) =>
      `Rule ${earlier} takes cases from ${later}, and it is not said that this is meant, for instance: ${example}.`,
  },
  onlyWhileUnanswered: (rule) =>
    `Rule ${rule} decides only while answers are missing: the rules before it take all cases between them.`,
  part: {
    text: 'its text',
    type: 'the type of its answer',
    values: 'its possible answers',
    kind: 'whether it names a kind of change',
    order: 'its place in the order',
    condition: 'its condition',
    outcome: 'where it leads',
    confirmation: 'whether the secretariat confirms',
    sources: 'its sources',
    grade: 'the grade of its source',
    precedence: 'which rules it comes before on purpose',
    reference: 'its reference',
  },
  added: {
    question: (name) => `New question: “${name}”`,
    rule: (name, rest) => `New rule: ${name}, when: ${rest}.`,
    source: (name, rest) => `New source: ${name} (${rest}).`,
  },
  removed: {
    question: (name) => `The question is gone: “${name}”`,
    rule: (name) => `The rule is gone: ${name}.`,
    source: (name) => `The source is gone: ${name}.`,
  },
  changed: {
    question: (name, parts) => `The question “${name}” has changed ${parts}.`,
    rule: (name, parts) => `Rule ${name} has changed ${parts}.`,
    source: (name, parts) => `Source ${name} has changed ${parts}.`,
  },
  fromTo: (was, is) => `${was} → ${is}`,
  led: {
    main: 'the main committee',
    area: 'the committee of the area level',
    local: 'the committee of the local level',
    levelOfDecider: 'the committee at the level of whoever decides',
  },
  noMed: 'no MED treatment',
  notClear: 'for now, until all is answered',
  withLocalItem: 'with a local item beside it',
  turn: (was, is, count, example) =>
    `Before: ${was}. Now: ${is}. So it is for ${count} combinations of answers, for instance: ${example}.`,
  effect: (different, tried, complete) =>
    `${different} of ${tried} ${complete ? 'possible' : 'drawn'} combinations of answers lead elsewhere.`,
};

export const ruleSetPhrasesOf = (language: Language): RuleSetPhrases => (language === 'en' ? english : danish);
