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
  'rules.level-does-not-fit': text(
    'Reglen {id} skal nævne et niveau, hvis den fører til committeeOfLevel, og ellers ikke.',
    'Rule {id} must name a level when it routes to committeeOfLevel, and otherwise must not.',
  ),
  'rules.level-not-in-force': text(
    'Reglen {id} peger på niveauet {level}, men det er ikke i kraft den {on}: i overgangsperioden fra {from} ({periodId}) gælder det ikke. Vælg et niveau, der er i kraft, eller lad regelsættet gælde fra en dag, hvor niveauet er det.',
    'Rule {id} names level {level}, which is not in force on {on}: the transition period from {from} ({periodId}) is without it. Name a level that is in force, or let the rule set hold from a day on which it is.',
  ),
  'rules.before-names-no-later-rule': text(
    'Reglen {id} siger, at den går forud for {other}, men der står ingen regel efter den med det id. Flyt reglerne, eller fjern id’et fra before.',
    'Rule {id} says that it goes before {other}, but no rule after it has that id. Move the rules, or take the id out of before.',
  ),
  'rules.rule-never-matches': text(
    'Reglen {id} kan aldrig passe: ingen svar opfylder dens betingelse. Ret betingelsen, eller fjern reglen.',
    'Rule {id} can never match: no answers meet its condition. Mend the condition, or remove the rule.',
  ),
  'rules.rule-never-used': text(
    'Reglen {id} kommer aldrig i brug: {behind} står før den og passer hver gang. Flyt den frem, eller fjern den.',
    'Rule {id} is never used: {behind} stands before it and matches every time. Move it forward, or remove it.',
  ),
  'rules.overlap-without-precedence': text(
    'Reglerne {id} og {other} kan begge passe og siger ikke det samme (fx {example}). {id} står først og afgør; er det meningen, så skriv {other} i dens before, og ellers byt om på dem.',
    'Rules {id} and {other} can both match and do not say the same (for instance {example}). {id} stands first and decides; if that is meant, name {other} in its before, otherwise swap them.',
  ),
  'rules.version-unknown': text(
    'Der findes intet regelsæt med versionen {version}. Se listen over regelsæt.',
    'There is no rule set of version {version}. See the list of rule sets.',
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
  'rules.closing-days-taken': text(
    'Der findes allerede lukkedage med versionen {version}. Giv de nye en anden.',
    'There already are closing days of version {version}. Give the new ones another.',
  ),
  'rules.avoid-window-unclear': text(
    'Periode nummer {number}, der skal undgås, er ikke klar. Skriv enten første og sidste dag eller en uge.',
    'Window number {number} of those to avoid is not clear. State either the first and the last day, or a week.',
  ),
  'rules.yearly-day-unknown': text(
    'Måned {month} har ikke en dag {day}. Ret dagen.',
    'Month {month} has no day {day}. Correct the day.',
  ),
  'rules.no-workday-left': text(
    'Med de lukkedage er der ingen arbejdsdage tilbage i {year}, så ingen frist kan falde i det år. Fjern nogle.',
    'These closing days leave no working day in {year}, so nothing could be due in that year. Remove some.',
  ),
  'rules.count-unclear': text(
    'Skriv enten et antal dage eller et antal måneder, ikke begge dele.',
    'State either a number of days or a number of months, not both.',
  ),
  'rules.committee-unknown': text(
    'MED-udvalget {committeeId} findes ikke. Vælg et fra listen over udvalg.',
    'There is no committee {committeeId}. Choose one from the list of committees.',
  ),
  'rules.timetable-taken': text(
    'Der er allerede aftalt frister med versionen {version}. Giv de nye en anden.',
    'Deadlines of version {version} have been agreed already. Give the new ones another.',
  ),
  'rules.target-taken': text(
    'Der er allerede aftalt et mål med versionen {version} for den slags ændring og det tidsrum. Giv det nye en anden.',
    'A target of version {version} has been agreed already for that kind of change and interval. Give the new one another.',
  ),
  'rules.readings-taken': text(
    'Der er allerede aftalt et antal behandlinger med versionen {version} for den slags sager og det udvalg. Giv det nye en anden.',
    'A number of readings of version {version} has been agreed already for that kind of case and body. Give the new one another.',
  ),
  'rules.timetable-collides': text(
    'Fristerne passer ikke sammen: {first} ({firstDays} dage før mødet) kan ikke ligge efter {then} ({thenDays} dage før). Ret en af dem.',
    'The deadlines collide: {first} ({firstDays} days before the meeting) cannot come after {then} ({thenDays} days before). Correct one of them.',
  ),
  'rules.unit-unknown': text('Enheden {unitId} findes ikke.', 'There is no unit {unitId}.'),
};
