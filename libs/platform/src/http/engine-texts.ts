import type { Text } from '@rettidig/event-sourcing';

/** What the mechanics below the slices can answer, by code. They know codes only; the words are here. */
export const engineTexts = {
  'command.key-reused': {
    da: 'Denne Idempotency-Key er brugt før til noget andet. Brug en ny.',
    en: 'This Idempotency-Key was used before for something else. Use a new one.',
  },
  'etag.missing': {
    da: 'Send headeren If-Match med den ETag, du sidst så, så du ikke overskriver en andens ændring.',
    en: 'Send the header If-Match with the ETag that you last saw, so that nobody else’s change is overwritten.',
  },
  'etag.stale': {
    da: 'En anden har ændret det siden. Hent det igen, se ændringen, og prøv igen.',
    en: 'Somebody else has changed it since. Fetch it again, look at the change, and try again.',
  },
  'cursor.unknown': {
    da: 'Fortsættelsen (cursor) hører ikke til dette spørgsmål. Begynd forfra uden den.',
    en: 'The cursor does not belong to this question. Begin again without it.',
  },
  'sort.unknown': { da: 'Listen kan ikke sorteres sådan.', en: 'The list cannot be sorted like that.' },
  'position.unknown': {
    da: 'Positionen i Consistent-With findes ikke i denne log.',
    en: 'The position in Consistent-With does not exist in this log.',
  },
  'stream.busy': {
    da: 'Mange skriver til det samme lige nu. Prøv igen om lidt.',
    en: 'Many are writing to the same thing right now. Try again in a moment.',
  },
  stopping: {
    da: 'Programmet er ved at lukke. Prøv igen om {seconds} sekunder.',
    en: 'The program is closing. Try again in {seconds} seconds.',
  },
  'store.stopping': {
    da: 'Programmet er ved at lukke. Prøv igen om {seconds} sekunder.',
    en: 'The program is closing. Try again in {seconds} seconds.',
  },
  'store.disk-full': {
    da: 'Disken er fuld, og intet blev gemt. Skaf plads i datamappen, og prøv igen.',
    en: 'The disk is full, and nothing was stored. Make room in the data folder and try again.',
  },
  'store.disk-failed': {
    da: 'Disken svarer med fejl, og intet blev gemt. Undersøg disken, og prøv igen.',
    en: 'The disk answers with errors, and nothing was stored. Look at the disk and try again.',
  },
  'store.damaged-file': {
    da: 'En fil i datamappen er beskadiget, og intet blev gemt. Stop programmet, og genskab den seneste sikkerhedskopi.',
    en: 'A file in the data folder is damaged, and nothing was stored. Stop the program and restore the latest backup.',
  },
  'store.out-of-reach': {
    da: 'En fil i datamappen kan ikke nås, og intet blev gemt. Undersøg mappen, og start programmet igen.',
    en: 'A file in the data folder is out of reach, and nothing was stored. Look at the folder and start the program again.',
  },
  'store.full': {
    da: 'Der venter for meget på at blive gemt lige nu. Prøv igen om {seconds} sekunder.',
    en: 'Too much is waiting to be stored right now. Try again in {seconds} seconds.',
  },
  'store.busy': {
    da: 'Loggen er optaget lige nu, og intet blev gemt. Prøv igen om {seconds} sekunder.',
    en: 'The log is busy right now, and nothing was stored. Try again in {seconds} seconds.',
  },
  'store.unreachable': {
    da: 'Loggen svarer ikke lige nu, og intet blev gemt. Prøv igen om {seconds} sekunder.',
    en: 'The log does not answer right now, and nothing was stored. Try again in {seconds} seconds.',
  },
  'store.outcome-unknown': {
    da: 'Loggen svarede ikke: det vides ikke, om det blev gemt. Send det samme igen med samme Idempotency-Key, så sker det én gang.',
    en: 'The log did not answer: whether it was stored is not known. Send the same again with the same Idempotency-Key and it happens once.',
  },
  'store.access-denied': {
    da: 'Loggen afviser programmets adgangskode eller rettigheder, og intet blev gemt. Ret EVENTSTORE_URL.',
    en: 'The log refuses the program’s password or rights, and nothing was stored. Correct EVENTSTORE_URL.',
  },
  'store.bad-certificate': {
    da: 'Loggens certifikat er ikke til at stole på, og intet blev gemt. Undersøg certifikatet og EVENTSTORE_URL.',
    en: 'The certificate of the log cannot be trusted, and nothing was stored. Look at the certificate and at EVENTSTORE_URL.',
  },
  'store.append-too-large': {
    da: 'Det er for meget på én gang til, at loggen kan tage det. Del det op.',
    en: 'This is more at once than the log can take. Split it up.',
  },
  'private.unreachable': {
    da: 'Det private lager med nøgler og navne svarer ikke lige nu, og intet blev gemt. Prøv igen om {seconds} sekunder.',
    en: 'The private store with keys and names does not answer right now, and nothing was stored. Try again in {seconds} seconds.',
  },
  'private.disk-full': {
    da: 'Det private lagers disk er fuld, og intet blev gemt. Skaf plads, og prøv igen.',
    en: 'The disk of the private store is full, and nothing was stored. Make room and try again.',
  },
  'queue.unreachable': {
    da: 'Køen svarer ikke lige nu. Prøv igen om {seconds} sekunder.',
    en: 'The queue does not answer right now. Try again in {seconds} seconds.',
  },
  'event-type.unknown': {
    da: 'En nyere version af programmet har skrevet noget her ({type}), som denne ikke kan læse. Intet blev gemt; opgrader, og prøv igen.',
    en: 'A newer version of the program wrote something here ({type}) that this one cannot read. Nothing was stored; upgrade and try again.',
  },
  'view-building': {
    da: 'Listen er ved at blive bygget op ({percent} %). Prøv igen om lidt.',
    en: 'The list is being built ({percent} %). Try again in a moment.',
  },
  'view-behind': {
    da: 'Listen er ikke nået til det, du bad om at se, endnu. Prøv igen om lidt.',
    en: 'The list has not yet reached what you asked to see. Try again in a moment.',
  },
  'view-damaged': {
    da: 'Filen med listerne er beskadiget. Start programmet igen, så dannes den på ny; intet er gået tabt.',
    en: 'The file of the lists is damaged. Start the program again and it is made anew; nothing was lost.',
  },
  'view-failed': {
    da: 'Listen er gået i stå ved en hændelse, som den ikke kan læse. Den viser hellere ingenting end noget halvt; se /readyz.',
    en: 'The list has stopped at an event that it cannot read. It rather shows nothing than a half; see /readyz.',
  },
  'reference-behind': {
    da: 'Programmet er ved at indhente det sidste om struktur og møder. Prøv igen om lidt.',
    en: 'The program is catching up on structure and meetings. Try again in a moment.',
  },
} satisfies Readonly<Record<string, Text>>;
