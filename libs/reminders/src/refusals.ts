import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What the refusals of this slice say, by code. */
export const remindersRefusals: Readonly<Record<string, Text>> = {
  'reminders.kind-unknown': text(
    'Den slags påmindelse findes ikke. Vælg en af dem, der er: {allowed}.',
    'There is no such kind of reminder. Choose one that there is: {allowed}.',
  ),
  'reminders.step-twice': text(
    'To påmindelser har samme dage ({steps}). En, der kommer igen hver uge, kommer også 7, 14, 21 … dage efter. Læg dem sammen til én med alle modtagere, eller vælg andre dage.',
    'Two reminders have the same days ({steps}). One that comes again each week comes 7, 14, 21 … days later, too. Put them together into one with all receivers, or choose other days.',
  ),
  'reminders.nobody-told-first': text(
    'Alle påmindelserne går kun til dem, der fik en tidligere mail om det samme, så ingen ville få den første. Vælg mindst én modtager mere, fx den ansvarlige.',
    'All the reminders go only to those who had an earlier mail about the same, so nobody would get the first one. Choose at least one more receiver, such as the owner.',
  ),
  'reminders.placeholder-unknown': text(
    'Teksten kan ikke udfyldes: {names}. I tuborgklammer kan kun stå {allowed}.',
    'The text cannot be filled in: {names}. Only these can stand in braces: {allowed}.',
  ),
  'reminders.always-told': text(
    'Denne påmindelse kan ikke slås fra, og ingen af dens modtagere kan udelades, heller ikke på dage, der føjes til. Tilføj gerne flere modtagere og dage.',
    'This reminder cannot be switched off, and none of its receivers can be left out, not on added days either. You may add receivers and days.',
  ),
  'contact.not-an-address': text(
    'Det er ikke en mailadresse. Skriv én adresse som kim@eksempel.dk, uden navn omkring.',
    'This is no mail address. Write one address like kim@eksempel.dk, without a name around it.',
  ),
};
