import type { Instant } from '@rettidig/event-sourcing';
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailMessage } from './mailer.js';
import { mustBeAMail } from './mime.checks.js';

/** Who a mail is from. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

/**
 * A mail as the bytes that go to the server (RFC 5322): plain text first, HTML beside it, lines of at most 76 characters.
 * The same mail at the same instant is the same bytes.
 * @throws MailRefused `mail.malformed` when it cannot be a mail.
 */
export async function mimeOf(message: MailMessage, from: MailSender, at: Instant): Promise<Buffer> {
  mustBeAMail(message);
  const { messageId, to, subject, text, html, references, calendar } = message;
  const composer = new MailComposer({
    ...{ messageId, subject, text, html, from, to: { name: '', address: to.address } },
    date: new Date(at),
    ...(references.length > 0 && { references: [...references], inReplyTo: references.at(-1) }),
    headers: headersOf(message),
    ...(calendar && { icalEvent: { ...calendar, filename: 'invite.ics' } }),
    encoding: 'quoted-printable',
    newline: 'win',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** What tells machines that a machine wrote it (RFC 3834), and Exchange not to answer it with an absence. */
function headersOf({ unsubscribe }: MailMessage): Record<string, string | { value: string; prepared: true }> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    // Written as it is: a folded address would be another one.
    ...(unsubscribe && {
      'List-Unsubscribe': { value: `<${unsubscribe.url}>`, prepared: true },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
