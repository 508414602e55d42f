import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What stands in the way of importing a political agenda, by code. */
export const agendaImportTexts = {
  'agenda-import.not-recognised': text(
    'XML-filen er ikke en dagsorden fra SBSYS, eDoc eller Acadre.',
    'The XML file is no agenda of SBSYS, eDoc or Acadre.',
  ),
  'agenda-import.no-items': text(
    'Der er ikke fundet punkter. En tabel skal have en overskrift “Titel”, og i en tekst skal punkterne stå som “1. Titel” eller “Punkt 1: Titel”.',
    'No items were found. A table needs a heading “Titel”, and in a text items stand as “1. Title” or “Punkt 1: Title”.',
  ),
  'agenda-import.too-many-items': text(
    'Der er {count} punkter på en dagsorden. Der kan højst være {most}.',
    'There are {count} items on one agenda. There can be {most} at most.',
  ),
  'agenda-import.too-many-in-all': text(
    'Der er {count} punkter i filen. Del den op, så der højst er {most} i hver.',
    'There are {count} items in the file. Split it, so that there are {most} at most in each.',
  ),
  'agenda-import.body-unknown': text(
    'Det fremgår ikke af dokumentet, hvilket politisk udvalg dagsordenen hører til (fra {at}). Vælg et af de kendte: {known}.',
    'The document does not say which political body the agenda belongs to (from {at}). Choose one that is known: {known}.',
  ),
  'agenda-import.body-differs': text(
    'Dokumentet siger, at dagsordenen er fra {said} (fra {at}), men der er valgt {chosen}.',
    'The document says that the agenda is of {said} (from {at}), but {chosen} was chosen.',
  ),
  'agenda-import.day-unknown': text(
    'Dokumentet siger ingen mødedato, der findes (fra {at}). Vælg dagen.',
    'The document gives no day of the meeting that exists (from {at}). Choose the day.',
  ),
  'agenda-import.day-differs': text(
    'Dokumentet siger, at mødet er den {said} (fra {at}), men der er valgt {chosen}.',
    'The document says that the meeting is on {said} (from {at}), but {chosen} was chosen.',
  ),
  'agenda-import.day-too-far': text(
    'Mødet skulle være den {day}. Dagsordener kan tidligst indlæses {days} dage før.',
    'The meeting would be on {day}. Agendas can be imported {days} days before it at the earliest.',
  ),
  'agenda-import.another-administration': text(
    'Dokumentet nævner en anden forvaltning end denne (fra {at}). Vælg, om det skal indlæses alligevel.',
    'The document names another administration than this one (from {at}). Choose whether to import it all the same.',
  ),
} satisfies Readonly<Record<string, Text>>;
