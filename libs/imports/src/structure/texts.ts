import type { Text } from '@rettidig/event-sourcing';
import { organisationFeature } from '@rettidig/organisation';
import { tableObstacles } from '../tables/obstacles.js';
import { rowTexts } from '../tables/row-texts.js';

const text = (da: string, en: string): Text => ({ da, en });

/** Why a structure file cannot be committed as it is. */
export const structureObstacles = {
  'import.table-unknown': text(
    'Overskrifterne passer ikke til enheder, MED-udvalg, pladser, pladsholdere eller mailadresser. Hent en skabelon, og brug dens første række. Står alt i én kolonne, er filen gemt med et andet skilletegn.',
    'The headings fit neither units, committees, seats, holders nor mail addresses. Download a template and use its first row. If everything stands in one column, the file was saved with another delimiter.',
  ),
  ...tableObstacles,
} satisfies Readonly<Record<string, Text>>;

/** Why a row is not read, and what to know about one that is, by code. */
export const structureTexts: Readonly<Record<string, Text>> = {
  ...organisationFeature.refusals,
  ...rowTexts,
  'row.not-found': text(
    '“{name}” findes hverken i filen eller i registeret. Skriv nummeret på noget, der findes, eller et navn, som kun ét har.',
    '“{name}” is neither in the file nor in the register. Write the number of something that is, or a name that only one has.',
  ),
  'row.name-ambiguous': text(
    'Flere hedder “{name}” den {on}, og nummeret kendes ikke, så det er uvist, hvem der menes. Skriv registerets id i stedet for nummeret.',
    'Several are called “{name}” on {on}, and the number is not known, so it is unclear which is meant. Write the id of the register in place of the number.',
  ),
  'row.builds-on-bad-row': text(
    'Rækken bygger på række {row}, som ikke kan indlæses. Ret den først.',
    'The row builds on row {row}, which cannot be read. Mend that one first.',
  ),
  'row.ring': text(
    'Rækken ligger under sig selv, eventuelt gennem andre rækker. Ret overenhed eller overudvalg.',
    'The row stands below itself, over other rows perhaps. Mend the unit or committee above it.',
  ),
  'row.terms-overlap': text(
    'Perioden overlapper række {first} for den samme plads. Skriv, hvornår den første slutter.',
    'The period overlaps that of row {first} for the same seat. Write when the first one ends.',
  ),
  'row.two-names': text(
    'Personnummeret har et andet navn i række {first}. Et nummer hører til én person.',
    'The person number has another name in row {first}. A number belongs to one person.',
  ),
  'row.civil-registration-number': text(
    'Det ligner et CPR-nummer og læses ikke. Brug et medarbejdernummer.',
    'It looks like a civil registration number and is not read. Use a staff number.',
  ),
  'row.not-a-mail-address': text(
    'Der kan ikke sendes mails til {value}. Skriv kun adressen, som navn@kommune.dk, og kun én.',
    'No mail can be sent to {value}. Write the address alone, as name@municipality.dk, and only one.',
  ),
  'row.without-function': text(
    'Person-nummeret kendes hverken fra en plads, en enhed eller sekretariatet. Det hindrer ikke, at rækken indlæses; se efter, om nummeret er rigtigt. Skal personen udpeges som leder, sekretariat eller stedfortræder, er det id’et {personId}, der skal bruges.',
    'The person number is known neither from a seat nor from a unit or the secretariat. The row is read all the same; check the number. To appoint the person as manager, secretariat or substitute, use the id {personId}.',
  ),
  'row.seat-has-no-end': text(
    'En plads har ingen slutdato; den bliver stående ledig. Slutdatoen er ikke indlæst.',
    'A seat has no end; it stays vacant. The end was not read.',
  ),
};
