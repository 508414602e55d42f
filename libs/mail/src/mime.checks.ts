import { MailRefused, type MailMessage } from './mailer.js';

/** Control characters: a line break in a header would begin another one. */
// eslint-disable-next-line no-control-regex -- they are what it is about
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;
const MESSAGE_ID = /^<[A-Za-z0-9._~+-]+@[A-Za-z0-9.-]+>$/;
/** One mailbox and nothing around it: no list, no name, no route. */
const ADDRESS = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"_]{1,255}$/;

/**
 * What nobody may put into the headers of a mail is not put there.
 * @throws MailRefused `mail.malformed`, whose answer names the part.
 */
export function mustBeAMail({ messageId, to, subject, references, calendar, unsubscribe }: MailMessage): void {
  check('message-id', MESSAGE_ID.test(messageId));
  check('to', isAddress(to.address));
  check('subject', subject.trim() !== '' && !CONTROL.test(subject));
  check(
    'references',
    references.every((id) => MESSAGE_ID.test(id)),
  );
  if (unsubscribe) check('unsubscribe', isWebAddress(unsubscribe.url));
  // Outlook refuses an invitation whose two methods differ.
  if (calendar) check('calendar', calendar.content.includes(`\r\nMETHOD:${calendar.method}\r\n`));
}

/** Whether a text is one mail address, and nothing but it. */
export const isAddress = (text: string): boolean => ADDRESS.test(text) && !CONTROL.test(text);

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>]+$/.test(url) && URL.canParse(url);

function check(part: string, isWell: boolean): void {
  if (!isWell) throw new MailRefused('mail.malformed', part);
}
