import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What the refusals of this slice say, by code. */
export const rulesRefusals: Readonly<Record<string, Text>> = {
  'rules.version-taken': text(
    'Der findes allerede et regelsæt med versionen {version}. Giv det nye en anden.',
    'There already is a rule set of version {version}. Give the new one another.',
  ),
  'rules.id-used-twice': text(
    'Det samme id er brugt to gange ({what}): {id}.',
    'The same id is used twice ({what}): {id}.',
  ),
  'rules.question-reserved': text(
    'Et spørgsmål kan ikke hedde {id}. Reserveret: {reserved}.',
    'A question cannot be called {id}. Reserved: {reserved}.',
  ),
  'rules.kind-is-yes-or-no': text(
    'Spørgsmålet {id} står for en slags ændring og skal kunne besvares med ja eller nej.',
    'Question {id} stands for a kind of change and must be answered with yes or no.',
  ),
  'rules.values-do-not-fit': text(
    'Svarmulighederne for {id} passer ikke til typen {type}: kun oneOf har svarmuligheder, hver kun én gang.',
    'The values of {id} do not fit type {type}: only oneOf has values, each once.',
  ),
  'rules.condition-malformed': text(
    'Betingelsen i reglen {id} kan ikke læses, eller den er for stor.',
    'The condition of rule {id} cannot be read, or is too large.',
  ),
  'rules.rule-reads-unknown-fact': text(
    'Reglen {id} spørger til {fact}, som ikke er et spørgsmål i regelsættet.',
    'Rule {id} reads {fact}, which is no question of the rule set.',
  ),
  'rules.comparison-does-not-fit': text(
    'Reglen {id} sammenligner {fact} ({op}) med noget, som spørgsmålet ikke kan besvares med.',
    'Rule {id} compares {fact} ({op}) with something that its question cannot be answered with.',
  ),
  'rules.source-missing': text(
    'Reglen {id} henviser til kilden {source}, som ikke findes i regelsættet.',
    'Rule {id} refers to source {source}, which is not in the rule set.',
  ),
  'rules.exempts-everything': text(
    'Reglen {id} ville fritage alle ændringer for MED. Den skal afhænge af mindst ét svar.',
    'Rule {id} would exempt every change from MED. It must depend on at least one answer.',
  ),
  'rules.no-rule-for-the-rest': text(
    'Regelsættet mangler en regel, der altid peger på et MED-udvalg, når ingen anden regel passer.',
    'The rule set lacks a rule that always names a committee when no other rule matches.',
  ),
  'rules.no-route-to-main-committee': text(
    'Regelsættet har ingen regel, der fører til HovedMED.',
    'The rule set has no rule that leads to the main committee.',
  ),
  'rules.kind-unknown': text(
    'Den slags ændring kendes ikke i regelsættet {version}. Muligt: {allowed}.',
    'Rule set {version} does not know that kind of change. Possible: {allowed}.',
  ),
  'rules.fact-unknown': text(
    'Regelsættet {version} har ikke et af de spørgsmål, der er besvaret. Det har: {allowed}.',
    'Rule set {version} does not have one of the questions answered. It has: {allowed}.',
  ),
  'rules.answer-not-allowed': text(
    'Svaret på {fact} passer ikke til spørgsmålet ({type}). "unknown" kan altid bruges.',
    'The answer to {fact} does not fit the question ({type}). "unknown" can always be used.',
  ),
  'rules.unit-unknown': text('Enheden {unitId} findes ikke.', 'There is no unit {unitId}.'),
};
