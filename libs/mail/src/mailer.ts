import { EffectRefused, TryLater } from '@rettidig/event-sourcing';

/** One mail to one receiver. Plain text first, HTML of the same content beside it. */
export interface MailMessage {
  /** With angle brackets: `<mail.7f@rettidig.example>`. The same mail sent again has the same one. */
  readonly messageId: string;
  readonly to: { readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Message ids that mail programs put it below: the thread it belongs to. The last one is what it answers to. */
  readonly references: readonly string[];
  /** An invitation, a cancellation or a date to look at, which mail programs offer to put into the calendar. */
  readonly calendar?: MailCalendar;
  /** Only for what its receiver can do without: one click, and no more of it (RFC 8058). */
  readonly unsubscribe?: { readonly url: string };
}

/** The method of a calendar object, which the part of the mail must name too: Outlook refuses the two when they differ. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

export interface MailCalendar {
  readonly method: CalendarMethod;
  /** An iCalendar object (RFC 5545). */
  readonly content: string;
}

/** How mail stands: a code of what is wrong since the last mail that was taken, or null. */
export interface MailerStatus {
  readonly trouble: string | null;
}

/** Sends mail, or puts it where somebody can look at it. */
export abstract class Mailer {
  /**
   * Hands it over. The answer holds codes and the server's own id of the mail, never an address or a name.
   * @throws MailRefused when this mail will never be taken; MailPutOff when it should come again.
   */
  abstract send(message: MailMessage): Promise<{ readonly answer: string }>;

  abstract status(): MailerStatus;

  /** Finishes what was begun, for so many milliseconds, and lets go of connections. Nothing can be sent afterwards. */
  abstract close(milliseconds?: number): Promise<void>;
}

/**
 * `mail.refused`: the server will never take it for this receiver. `mail.reserved-address`: the receiver's address leads
 * nowhere for ever, so no server was asked. `mail.malformed`: it cannot be a mail at all.
 */
export type RefusedMailCode = 'mail.refused' | 'mail.reserved-address' | 'mail.malformed';

/** This mail will not be taken, now or later. `answer` holds the codes of the server (`550 5.1.1`), no address. */
export class MailRefused extends EffectRefused {
  readonly permanent = true;

  constructor(
    code: RefusedMailCode,
    readonly answer: string,
  ) {
    super(code);
  }
}

/**
 * Why a mail could not be handed over yet. `mail.try-later`: the server asked for patience. `mail.unreachable`: no server
 * answers. `mail.login-refused`, `mail.sender-refused`, `mail.tls-refused`: the server answers and will take no mail of ours
 * until somebody changes something. `mail.closed`: this process stops.
 */
export type MailTrouble =
  | 'mail.try-later'
  | 'mail.unreachable'
  | 'mail.login-refused'
  | 'mail.sender-refused'
  | 'mail.tls-refused'
  | 'mail.outbox-unwritable'
  | 'mail.closed';

/** The same mail may come again after a while. `answer` holds the codes of the server. */
export class MailPutOff extends TryLater {
  declare readonly code: MailTrouble;

  constructor(
    code: MailTrouble,
    retryAfterSeconds: number,
    readonly answer: string = '',
    /** The server had all of it when the connection ended: the next one may be its second. */
    readonly mayHaveBeenTaken: boolean = false,
  ) {
    super(code, retryAfterSeconds);
  }
}
