import type { Text } from '@rettidig/event-sourcing';
import type { KindText } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });

/** Kinds that are about no case and no meeting. */
export const textsOfOthers = {
  possibleMissWaiting: {
    name: text('et spørgsmål til vurdering', 'a question to be assessed'),
    subject: text(
      'Til vurdering siden {day}: skulle MED have været med?',
      'To be assessed since {day}: did MED miss something?',
    ),
    lead: text(
      'Siden {day} har der ligget et spørgsmål til vurdering: skulle noget have været drøftet i MED?',
      'Since {day} a question has waited to be assessed: should something have been discussed in MED?',
    ),
    todo: text(
      'Registrér det som en sag, eller afvis det. Formand og næstformand afviser sammen.',
      'Register it as a case, or dismiss it. Chair and deputy chair dismiss together.',
    ),
    dayLabel: text('Har ventet siden', 'Waiting since'),
    page: 'question',
  },
  screeningRound: {
    name: text('en screening er ikke holdt', 'a screening was not held'),
    subject: text('Screening for {period} skal holdes senest {day}', 'Screening for {period} is due {day}'),
    lead: text(
      'Gennemgangen af kommende ændringer for {period} skal være holdt senest {day}.',
      'The look through coming changes for {period} must be held by {day}.',
    ),
    past: {
      subject: text('Screening for {period} skulle være holdt {day}', 'Screening for {period} was due {day}'),
      lead: text(
        'Gennemgangen af kommende ændringer for {period} skulle have været holdt senest {day}.',
        'The look through coming changes for {period} had to be held by {day}.',
      ),
    },
    todo: text('Hold gennemgangen, og registrér den.', 'Hold it and record it.'),
    dayLabel: text('Holdes senest', 'Due'),
    isDeadline: true,
    page: 'screening',
  },
  receiverNotReached: {
    name: text('en mail kan ikke leveres', 'a mail cannot be delivered'),
    subject: text(
      'Mail til {person} kan ikke leveres, opgivet {day}',
      'Mail to {person} cannot be delivered, given up {day}',
    ),
    lead: text(
      'En mail til {person} blev opgivet {day}. Har ingen andre samme funktion, går det, den handlede om, til en anden.',
      'A mail to {person} was given up {day}. If nobody else has the function, what it was about goes to somebody else.',
    ),
    todo: text(
      'Ret adressen, hvis den er forkert: ellers får personen heller ikke de næste påmindelser.',
      'Correct the address if it is wrong: otherwise the person will not get the next reminders either.',
    ),
    dayLabel: text('Opgivet', 'Given up'),
    page: 'receiver',
  },
} satisfies Readonly<Record<string, KindText>>;
