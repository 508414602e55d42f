import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What somebody should look at before minutes are committed, by code, with details in braces. Names no person. */
export const minutesWarnings = {
  'minutes.committee-missing': text('Udvalgets navn blev ikke fundet.', 'The name of the committee was not found.'),
  'minutes.committee-unclear': text(
    'Referatet nævner flere udvalg: {first} og {second}.',
    'The minutes name several committees: {first} and {second}.',
  ),
  'minutes.date-missing': text('Mødets dato blev ikke fundet.', 'The day of the meeting was not found.'),
  'minutes.date-unclear': text(
    'Mødets dato kan være {first} eller {second}.',
    'The day of the meeting can be {first} or {second}.',
  ),
  'minutes.date-label-unclear': text(
    'Datoen {day} står uden at være kaldt mødets dato. Den kan være brevets.',
    'The date {day} is not called that of the meeting. It may be that of the letter.',
  ),
  'minutes.weekday-wrong': text('{day} er ikke en {weekday}.', '{day} is not a {weekday}.'),
  'minutes.time-unclear': text(
    'Mødets tidspunkt kan læses på flere måder: {first} og {second}.',
    'The time of the meeting can be read in several ways: {first} and {second}.',
  ),
  'minutes.number-system-missing': text(
    'Det fremgår ikke, hvilket system nummeret {value} hører til.',
    'It is not said which system the number {value} belongs to.',
  ),
  'minutes.line-too-long': text(
    'Linjen er længere end noget afsnit i et referat og blev ikke læst.',
    'The line is longer than any paragraph of minutes and was not read.',
  ),
  'minutes.word-broken': text('Et ord er delt, og resten mangler.', 'A word is broken and its end is missing.'),
  'minutes.roster-missing': text('Der er ingen deltagerliste.', 'There is no list of participants.'),
  'minutes.roster-header-missing': text(
    'Deltagerlisten har ingen overskrifter over kolonnerne.',
    'The list of participants has no headings above its columns.',
  ),
  'minutes.roster-line-not-understood': text(
    'Linjen i deltagerlisten blev ikke forstået.',
    'The line of the list of participants was not understood.',
  ),
  'minutes.roster-cells-unexpected': text(
    'Linjens felter passer ikke til kolonnerne i deltagerlisten.',
    'The cells of the line do not fit the columns of the list of participants.',
  ),
  'minutes.name-twice': text(
    'Navnet står to gange på deltagerlisten.',
    'The name stands twice on the list of participants.',
  ),
  'minutes.name-unclear': text('Navnet kan være læst forkert.', 'The name may have been misread.'),
  'minutes.presence-unclear': text(
    'Listen siger ikke, hvem der var til stede, og hvem der havde meldt afbud. Alle uden andet er læst som til stede.',
    'The list does not say who was present and who was excused. Everybody else is read as present.',
  ),
  'minutes.presence-unmarked': text(
    'Andre er afkrydset som til stede, men ikke denne. Personen er læst som til stede.',
    'Others are marked as present but not this one. The person is read as present.',
  ),
  'minutes.side-unclear': text(
    'Personens stilling og plads på listen peger på hver sin side.',
    'The position of the person and the place on the list point to different sides.',
  ),
  'minutes.office-twice': text('Flere personer står som {office}.', 'Several persons are named as {office}.'),
  'minutes.office-unclear': text(
    'Hvervet kan høre til et andet sted end udvalget.',
    'The office may be held elsewhere than in the committee.',
  ),
  'minutes.agenda-missing': text(
    'Der er ingen dagsorden at holde punkterne op imod.',
    'There is no agenda to hold the items against.',
  ),
  'minutes.items-missing': text('Der blev ikke fundet nogen punkter.', 'No items were found.'),
  'minutes.agenda-gap': text('Punkt {number} mangler i rækken.', 'Item {number} is missing in the sequence.'),
  'minutes.item-twice': text('Punkt {number} står to gange.', 'Item {number} stands twice.'),
  'minutes.item-not-in-minutes': text(
    'Punkt {number} står på dagsordenen, men ikke i referatet.',
    'Item {number} is on the agenda but not in the minutes.',
  ),
  'minutes.item-not-on-agenda': text(
    'Punkt {number} står i referatet, men ikke på dagsordenen.',
    'Item {number} is in the minutes but not on the agenda.',
  ),
  'minutes.titles-differ': text(
    'Punkt {number} hedder noget andet på dagsordenen end i referatet.',
    'Item {number} has another title on the agenda than in the minutes.',
  ),
  'minutes.item-text-missing': text(
    'Der er ikke skrevet noget under punkt {number}.',
    'Nothing is written under item {number}.',
  ),
  'minutes.heading-in-text': text(
    'Linjen ligner overskriften på et punkt, men passer ikke ind i rækken.',
    'The line looks like the heading of an item but does not fit the sequence.',
  ),
  'minutes.table-header-unknown': text(
    'Tabellen under punkt {number} har ingen overskrifter, der siger, hvilken kolonne der er hvis.',
    'The table under item {number} has no headings that say which column is whose.',
  ),
  'minutes.table-kind-unclear': text(
    'Tabellen under punkt {number} er læst som en fælles opsamling; det står der ikke.',
    'The table under item {number} is read as a joint summary; it does not say so.',
  ),
  'minutes.columns-look-swapped': text(
    'Kolonnerne under punkt {number} ser byttede ud.',
    'The columns under item {number} look swapped.',
  ),
  'minutes.row-continued': text(
    'Rækken er læst som fortsættelsen af den forrige.',
    'The row is read as the continuation of the one before.',
  ),
  'minutes.row-cell-missing': text(
    'Rækken mangler tekst i den ene kolonne.',
    'The row has no text in one of its columns.',
  ),
  'minutes.row-cells-unexpected': text(
    'Rækken har et andet antal felter end tabellen.',
    'The row has another number of cells than the table.',
  ),
  'minutes.row-twice': text('Rækken står to gange.', 'The row stands twice.'),
  'minutes.summary-missing': text(
    'Punkt {number} siger, at der er en fælles opsamling. Den blev ikke fundet.',
    'Item {number} says that there is a joint summary. It was not found.',
  ),
  'minutes.annex-of-another-item': text(
    'Bilag {annex} nævnes under punkt {number}.',
    'Annex {annex} is mentioned under item {number}.',
  ),
  'minutes.political-body-unknown': text(
    'Sætningen nævner en dato og et politisk udvalg, som ikke er kendt.',
    'The sentence names a date and a political body that is not known.',
  ),
  'minutes.political-date-unclear': text(
    'Sætningen nævner flere datoer eller flere politiske udvalg.',
    'The sentence names several dates or several political bodies.',
  ),
  'minutes.year-unknown': text(
    'Datoen har intet år, og mødets dato kendes ikke.',
    'The date has no year, and the day of the meeting is not known.',
  ),
  'minutes.item-postponed': text(
    'Punkt {number} ser ud til at være udgået eller udsat. Det er ikke læst som behandlet.',
    'Item {number} seems to have been taken off or put off. It is not read as handled.',
  ),
  'minutes.form-unclear': text(
    'Punkt {number}: tag stilling – drøftet eller orientering? Referatet kan læses på begge måder.',
    'Item {number}: decide – discussed or a briefing? The minutes can be read either way.',
  ),
  'minutes.demand-in-text': text(
    'Teksten under punkt {number} nævner et krav fra medarbejdersiden. Krav læses kun fra tabeller; før det ind i hånden.',
    'The text under item {number} mentions a demand of the employee side. Demands are read from tables only; enter it by hand.',
  ),
  'minutes.decided-before-med': text(
    'Teksten under punkt {number} siger, at noget blev besluttet eller sat i gang uden om MED eller før MED.',
    'The text under item {number} says that something was decided or begun without MED or before MED.',
  ),
  'minutes.office-not-on-roster': text(
    'Personen har et hverv på mødet, men står ikke på deltagerlisten. Læst som til stede.',
    'The person has an office at the meeting but is not on the list of participants. Read as present.',
  ),
  'minutes.month-taken-as-next-meeting': text(
    'Mødet er nævnt ved sin måned. Det er læst som det næste møde.',
    'The meeting is named by its month. It is read as the next meeting.',
  ),
} satisfies Readonly<Record<string, Text>>;

export type WarningCode = keyof typeof minutesWarnings;
