import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What the refusals of this slice say, by code. */
export const remindersRefusals: Readonly<Record<string, Text>> = {
  'reminders.kind-unknown': text(
    'Den slags påmindelse findes ikke. Vælg en af dem, der er: {allowed}.',
    'There is no such kind of reminder. Choose one that there is: {allowed}.',
  ),
  'reminders.step-twice': text(
    'To påmindelser har samme dage ({steps}). Læg dem sammen til én med alle modtagere.',
    'Two reminders have the same days ({steps}). Put them together into one with all receivers.',
  ),
  'reminders.placeholder-unknown': text(
    'Teksten kan ikke udfyldes: {names}. I tuborgklammer kan kun stå {allowed}.',
    'The text cannot be filled in: {names}. Only these can stand in braces: {allowed}.',
  ),
  'reminders.always-told': text(
    'Denne påmindelse kan ikke slås fra, og dens modtagere kan ikke udelades: de skal vide det samme dag. Tilføj gerne flere.',
    'This reminder cannot be switched off, and none of its receivers can be left out: they must know the same day. You may add others.',
  ),
  'contact.not-an-address': text(
    'Det er ikke en mailadresse. Skriv én adresse som kim@eksempel.dk, uden navn omkring.',
    'This is no mail address. Write one address like kim@eksempel.dk, without a name around it.',
  ),
};
