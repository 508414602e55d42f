import { MailRefused, type MailMessage } from './mailer.js';

/** Control characters: a line break in a header would begin another one. */
// eslint-disable-next-line no-control-regex -- they are what it is about
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;
const MESSAGE_ID = /^<[A-Za-z0-9._~+-]+@[A-Za-z0-9.-]+>$/;
/** One mailbox and nothing around it: no list, no name, no route. */
const ADDRESS = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"_]{1,255}$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** Headers that this library writes itself. */
const OURS =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|in-reply-to|references|return-path|mime-.*|content-.*|list-unsubscribe.*|auto-submitted|x-auto-response-suppress)$/i;

/**
 * What nobody may put into the headers of a mail is not put there.
 * @throws MailRefused `mail.malformed`, whose answer names the part.
 */
export function mustBeAMail({ messageId, to, subject, references, headers, calendar, unsubscribe }: MailMessage): void {
  check('message-id', MESSAGE_ID.test(messageId));
  check('to', isAddress(to.address));
  check('subject', subject.trim() !== '' && !CONTROL.test(subject));
  check(
    'references',
    references.every((id) => MESSAGE_ID.test(id)),
  );
  for (const [name, value] of Object.entries(headers)) {
    check('headers', HEADER_NAME.test(name) && !OURS.test(name) && !CONTROL.test(value));
  }
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
