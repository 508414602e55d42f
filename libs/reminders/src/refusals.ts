import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What the refusals of this slice say, by code. */
export const remindersRefusals: Readonly<Record<string, Text>> = {
  'contact.not-an-address': text(
    'Det er ikke en mailadresse. Skriv én adresse som kim@eksempel.dk, uden navn omkring.',
    'This is no mail address. Write one address like kim@eksempel.dk, without a name around it.',
  ),
};
