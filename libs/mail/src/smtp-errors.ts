import type { NodemailerError } from 'nodemailer/lib/errors';
import { MailPutOff, MailRefused, type MailTrouble } from './mailer.js';
import { answerOf } from './smtp-answers.js';

/** After so many seconds it may go better. Greylisting servers want to be asked again after some minutes. */
const AGAIN_AFTER: Readonly<Record<MailTrouble, number>> = {
  'mail.try-later': 300,
  'mail.unreachable': 60,
  'mail.login-refused': 300,
  'mail.sender-refused': 300,
  'mail.tls-refused': 300,
  'mail.outbox-unwritable': 60,
  'mail.closed': 1,
};

export const putOff = (trouble: MailTrouble, answer = ''): MailPutOff =>
  new MailPutOff(trouble, AGAIN_AFTER[trouble], answer);

/** What an error of the SMTP client means for the mail. */
export function meaningOf(error: unknown): MailRefused | MailPutOff {
  const { code, command, responseCode = 0, response, originalCode } = error as Partial<NodemailerError>;
  const answer = answerOf(response);
  if (responseCode === 421) return putOff('mail.try-later', answer);
  if (isAboutLogin(code, responseCode)) return putOff('mail.login-refused', answer);
  if (isAboutTls(code, originalCode)) return putOff('mail.tls-refused', answer);
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return putOff('mail.unreachable', answer);
  if (responseCode === 0) return withoutAnswer(code);
  if (responseCode < 500 || responseCode === 503) return putOff('mail.try-later', answer);
  if (isAboutUs(command, response, answer)) return putOff('mail.sender-refused', answer);
  return new MailRefused('mail.refused', answer);
}

/** Whether it says something about the server, and not only about this mail. */
export const isOfServer = ({ code, answer }: MailPutOff): boolean =>
  code !== 'mail.closed' && (code !== 'mail.try-later' || answer.startsWith('421'));

const isAboutLogin = (code: string | undefined, responseCode: number): boolean =>
  ['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(code ?? '') || [530, 534, 535, 538].includes(responseCode);

const isAboutTls = (code: string | undefined, originalCode: string | undefined): boolean =>
  ['ETLS', 'EREQUIRETLS'].includes(code ?? '') || /CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(originalCode ?? '');

/**
 * Enhanced codes by which a server refuses the sender after it has read the mail: the sender's address or system (RFC 3463:
 * 5.1.7, 5.1.8), SPF, DMARC and the like of its domain (RFC 7372, RFC 7489: 5.7.23 to 5.7.27), and those of Exchange: no
 * right to send as it (5.2.252, 5.7.57, 5.7.60), too many mails (5.1.90), its domain or tenant blocked (5.7.5xx, 5.7.7xx).
 * What goes for one mail goes for all of the morning: they wait until it is mended.
 */
const OF_SENDER = /^5\d\d 5\.(1\.(7|8|90)|2\.252|7\.(2[3-7]|57|60|[57]\d\d))\b/;

/** A server that will not carry mail for us at all says so about each receiver, although it means us. */
const isAboutUs = (command: string | undefined, response: string | undefined, answer: string): boolean =>
  command === 'MAIL FROM' || /\brelay/i.test(response ?? '') || OF_SENDER.test(answer);

/** What the client itself would not send: an address, or more than the server said it takes. */
const withoutAnswer = (code: string): MailRefused =>
  code === 'EMESSAGE' ? new MailRefused('mail.refused', 'too-large') : new MailRefused('mail.malformed', 'to');
