import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';
import type { NotNow } from '../due.types.js';
import type { Lane } from '../kind.js';
import type { MailState } from '../projections/mail-tables.js';

const text = (da: string, en: string): Text => ({ da, en });

export const mailStateWords: Words<MailState> = {
  planned: text('på vej', 'on its way'),
  sent: text('sendt', 'sent'),
  skipped: text('ikke sendt', 'not sent'),
  failed: text('opgivet', 'given up'),
};

export const laneWords: Words<Lane> = {
  urgent: text('straks', 'at once'),
  dated: text('på dagen', 'on its day'),
  notice: text('orientering', 'notice'),
};

/** Why something is not told, waits or was given up; codes of a mail server stand beside it as they are. */
const whyWords: Words<NotNow> & Readonly<Record<string, Text>> = {
  'no-longer-so': text('det var klaret eller gjaldt ikke længere', 'it was done, or no longer so'),
  overtaken: text('den blev afløst af en senere påmindelse', 'a later reminder took its place'),
  'not-receiver': text('en anden skal have den nu', 'somebody else is to be told now'),
  'not-wanted': text('modtageren har afmeldt den slags', 'the receiver unsubscribed from the like'),
  'no-address': text('der mangler en mailadresse', 'no mail address is known'),
  'mail.refused': text('modtagerens mailserver siger nej', 'the mail server refused the receiver'),
  'mail.reserved-address': text(
    'adressen er opdigtet (.invalid, .example, .test) og kan ikke få mails',
    'the address is made up (.invalid, .example, .test) and can get no mail',
  ),
  'mail.malformed': text('mailen kunne ikke skrives', 'the mail could not be written'),
  'mail.waits': text('venter på sin tur', 'waits for its turn'),
};

/** In words; the code where there are none. */
export const whyText = (why: string | null): Text | null =>
  why === null ? null : (whyWords[why] ?? (why.startsWith('mail.') ? putOff : { da: why, en: why }));

const putOff = text('mailserveren kan ikke tage imod nu', 'the mail server cannot take it now');
