import type { Text } from '@rettidig/event-sourcing';
import type { KindText } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });

/** Kinds that are about no case and no meeting. */
export const textsOfOthers = {
  possibleMissWaiting: {
    name: text('et spørgsmål til vurdering', 'a question to be assessed'),
    subject: text(
      'Til vurdering siden {day}: skulle MED have været med?',
      'To be assessed since {day}: should MED have been involved?',
    ),
    lead: text(
      'Siden {day} har der ligget et spørgsmål til vurdering: skulle noget have været drøftet i MED?',
      'Since {day} a question has waited to be assessed: should something have been discussed in MED?',
    ),
    todo: text(
      'Registrér det som en sag. Skal det lægges til side, kræver det både formand og næstformand.',
      'Register it as a case. To dismiss it takes both chair and deputy chair.',
    ),
    dayLabel: text('Har ventet siden', 'Waiting since'),
    page: 'question',
  },
  screeningRound: {
    name: text('en screening skal holdes', 'a screening is to be held'),
    subject: text('Screening for {period} skal holdes senest {day}', 'Screening for {period} is due by {day}'),
    lead: text(
      'Screeningen af kommende ændringer for {period} skal være holdt senest {day}.',
      'The screening of coming changes for {period} must be held by {day}.',
    ),
    past: {
      subject: text('Screening for {period} skulle være holdt {day}', 'Screening for {period} was due by {day}'),
      lead: text(
        'Screeningen af kommende ændringer for {period} skulle have været holdt senest {day}.',
        'The screening of coming changes for {period} should have been held by {day}.',
      ),
    },
    todo: text('Hold screeningen, og registrér den.', 'Hold the screening and record it.'),
    dayLabel: text('Holdes senest', 'Due'),
    isDeadline: true,
    page: 'screening',
  },
  receiverNotReached: {
    name: text('en mail kan ikke leveres', 'a mail cannot be delivered'),
    subject: text(
      'Mail til {person} kan ikke leveres, opgivet {day}',
      'Mail to {person} cannot be delivered, given up on {day}',
    ),
    lead: text(
      'En mail til {person} blev opgivet {day}. Har ingen andre samme funktion, bliver en anden underrettet i stedet.',
      'A mail to {person} was given up on {day}. If nobody else has the same function, somebody else is told instead.',
    ),
    todo: text(
      'Ret adressen, hvis den er forkert: ellers får personen heller ikke de næste påmindelser.',
      'Correct the address if it is wrong: otherwise the person will not get the next reminders either.',
    ),
    dayLabel: text('Opgivet', 'Given up'),
    page: 'receiver',
  },
} satisfies Readonly<Record<string, KindText>>;
