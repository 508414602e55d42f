import type { Phrases } from './phrases.types.js';

const read = (answers: string): string => (answers === '' ? '.' : `. Svar: ${answers}.`);

/** Sentences as a municipal employee would write them. */
export const danish: Phrases = {
  relevance: {
    medRelevant: 'Sagen skal MED-behandles.',
    notMedRelevant: 'Sagen skal ikke MED-behandles.',
    undetermined:
      'Det kan endnu ikke afgøres, om sagen skal MED-behandles. Indtil det er afklaret, regnes den for en MED-sag.',
  },
  before: { recommendation: 'før indstillingen sendes', decision: 'før der træffes beslutning' },
  level: { main: 'hovedniveauet', area: 'områdeniveauet', local: 'det lokale niveau' },
  levels: (inForce, notInForce) =>
    `Overgangsperiode: den dag er ${inForce} i kraft${notInForce === '' ? '' : `, men ikke ${notInForce}`}.`,
  duty: (committee, before, because) => `Sagen skal i ${committee}, ${before}, fordi ${because}.`,
  localItem: (committee, before, because) =>
    `${committee} skal også have sagen på som sit eget punkt, ${before}, fordi ${because}.`,
  noCommittee: (before, because) =>
    `Sagen skal MED-behandles, ${before}, fordi ${because}. Der er ikke noget MED-udvalg, der kan tage den; pligten gælder alligevel.`,
  noRule: 'ingen regel siger, at den kan undlades',
  notMed: (because) => `Sagen skal ikke MED-behandles, fordi ${because}.`,
  confirms: 'Sekretariatet skal bekræfte, at det er det rette udvalg.',
  confirmsOpenQuestion: 'Der mangler svar, så sekretariatet skal bekræfte, at det er det rette udvalg.',
  stepUp: {
    levelNotInForce: (level) => `Der er intet MED-udvalg i kraft på ${level} den dag, så sagen går et niveau op.`,
    noCommitteeAtLevel: (level) =>
      `Lederens enhed er ikke dækket af et MED-udvalg på ${level}, så sagen går et niveau op.`,
    noCommitteeForUnit: (level) =>
      `Reglen peger på ${level}, men hverken lederens enhed eller den enhed, som ændringen rammer, er dækket af et MED-udvalg dér, så sagen går et niveau op.`,
    deciderUnknown: (level) => `Det vides ikke, om beslutningen hører til på ${level}, så sagen går et niveau op.`,
  },
  notIn: (committee, because) => `Ikke i ${committee}, fordi ${because}.`,
  notOnlyIn: (committee, because) => `Ikke kun i ${committee}, fordi ${because}.`,
  notChosen: {
    ruleNamesMainCommittee: 'den slags sager hører til i HovedMED',
    levelNotInForce: 'det niveau ikke er i kraft den dag',
    ruleNamesOtherLevel: 'reglen peger på et andet niveau',
    notAtLevelOfDecider: 'udvalget ikke er på samme niveau som den leder, der beslutter eller indstiller',
    doesNotCoverDecider: 'udvalget ikke dækker den leder, der beslutter eller indstiller',
    getsItsOwnItem: 'den lokale drøftelse ikke erstatter behandlingen; udvalget får sit eget punkt ved siden af',
    budgetOnlyInMainCommittee: 'budgetforslag efter ledelsens plan kun behandles i HovedMED',
    notMedRelevant: 'sagen ikke skal MED-behandles',
  },
  whatIf: (question, answer, then) => `Hvis svaret på »${question}« er ${answer}, ${then}.`,
  then: {
    medRelevant: (committees) => `skal sagen i ${committees}`,
    notMedRelevant: () => 'skal sagen ikke MED-behandles',
    undetermined: (committees) => `kan det stadig ikke afgøres, men foreløbig hører sagen til i ${committees}`,
  },
  thenOnly: (committees) => `skal sagen kun i ${committees}`,
  onlyRelevance: {
    medRelevant: 'står det fast, at sagen skal MED-behandles, i samme udvalg',
    notMedRelevant: 'skal sagen ikke MED-behandles',
    undetermined: 'kan det ikke længere afgøres, om sagen skal MED-behandles',
  },
  answer: (answer) =>
    answer === 'yes' ? 'ja' : answer === 'no' ? 'nej' : answer === 'unknown' ? 'ikke oplyst' : String(answer),
  answered: (question, answer) => `»${question}« – ${answer}`,
  structure: {
    transitionPeriod: { yes: 'der er en overgangsperiode den dag', no: 'der er ingen overgangsperiode den dag' },
    deciderKnown: {
      yes: 'det er oplyst, hvem der beslutter eller indstiller',
      no: 'det er ikke oplyst, hvem der beslutter eller indstiller',
    },
    levelDelegated: {
      yes: 'delegationsregistret siger, på hvilket niveau den slags afgøres',
      no: 'delegationsregistret siger ikke, på hvilket niveau den slags afgøres',
    },
  },
  delegation: {
    agrees: (unit, level) =>
      `Delegationsregistret siger, at lederen af ${unit} må afgøre den slags, altså på ${level}. Det er samme niveau som den leder, der er angivet.`,
    differs: (unit, level) =>
      `Bemærk: Delegationsregistret siger, at lederen af ${unit} må afgøre den slags, altså på ${level}. Den leder, der er angivet, er på et andet niveau. Sagen følger den, der er angivet; ret det, hvis det er forkert.`,
    routes: (unit, level) =>
      `Det er ikke oplyst, hvem der beslutter. Delegationsregistret siger, at lederen af ${unit} må afgøre den slags, så sagen følger ${level}.`,
    notUsed: (unit, level) =>
      `Delegationsregistret siger, at lederen af ${unit} må afgøre den slags, altså på ${level}. Det ændrer ikke, hvor sagen hører til.`,
  },
  rule: {
    decides: (because, answers) => `Afgør sagen, fordi ${because}${read(answers)}`,
    adds: (because) => `Giver et lokalt punkt, fordi ${because}.`,
    precededBy: (because) => `Passer også, men en anden regel går forud: »fordi ${because}«.`,
    notMatched: (because, answers) => `Passer ikke: »fordi ${because}«${read(answers)}`,
    undetermined: (because, answers) => `Kan ikke afgøres endnu: »fordi ${because}«${read(answers)}`,
  },
  grade: {
    agreement: 'aftale',
    decided: 'besluttet',
    statement: 'den ene parts udsagn',
    plan: 'plan',
  },
  and: 'og',
  unnamedCommittee: 'et MED-udvalg uden navn',
  unknownCommittee: 'et MED-udvalg, der ikke findes endnu',
};
