import { Mailer, MailPutOff, MailRefused, type MailMessage } from '@rettidig/mail';

/** A mail that the post took. */
export type Delivered = Omit<MailMessage, 'to'> & {
  readonly address: string;
};

/** What is wrong with the post. */
export interface PostTrouble {
  isDown: boolean;
  /** Asks first tries to come again. */
  greylists: boolean;
  /** Addresses that do not exist. */
  readonly unknown: Set<string>;
  /** Mailboxes that take nothing for now. */
  readonly full: Set<string>;
  /** The next mail cannot be one at all. */
  isMalformed: boolean;
  /** The process dies right after the next mail was taken. */
  diesAfterNext: boolean;
  /** After so many of the next mails were taken the line breaks, before anybody says so. */
  cuts: number;
  /** Then it is not there for the rest of the day. */
  staysCut: boolean;
}

/** Takes mail as a server does that can be away, ask for patience, refuse, and outlive the one who sends. */
export class Post extends Mailer {
  taken = 0;
  readonly trouble: PostTrouble = {
    ...{ isDown: false, greylists: false, unknown: new Set(), full: new Set() },
    ...{ isMalformed: false, diesAfterNext: false, cuts: 0, staysCut: false },
  };
  /** Called when the process is to die in the middle of sending. */
  onDeath: () => void = () => {};
  /** Called when the line breaks. */
  onCut: () => void = () => {};
  /** Called with every mail at the moment at which it is taken. */
  onMail: (mail: Delivered) => Promise<void> = () => Promise.resolve();
  private readonly seen = new Set<string>();

  async send({ to: { address }, ...mail }: MailMessage): Promise<{ answer: string }> {
    const { trouble } = this;
    if (trouble.isDown) throw new MailPutOff('mail.unreachable', 60, 'ECONNREFUSED');
    if (trouble.unknown.has(address)) throw new MailRefused('mail.refused', '550 5.1.1');
    if (trouble.full.has(address)) throw new MailPutOff('mail.try-later', 300, '452 4.2.2');
    if (trouble.greylists && !this.seen.has(mail.messageId)) {
      this.seen.add(mail.messageId);
      throw new MailPutOff('mail.try-later', 300, '451 4.7.1');
    }
    if (trouble.isMalformed) {
      trouble.isMalformed = false;
      throw new MailRefused('mail.malformed', 'subject');
    }
    this.taken += 1;
    await this.onMail({ ...mail, address });
    this.breaks();
    return { answer: '250 2.0.0' };
  }

  private breaks(): void {
    const { diesAfterNext, cuts, staysCut } = this.trouble;
    this.trouble.diesAfterNext = false;
    if (diesAfterNext) this.onDeath();
    if (cuts === 0) return;
    this.trouble.cuts -= 1;
    this.trouble.isDown = staysCut && cuts === 1;
    this.onCut();
    throw new MailPutOff('mail.unreachable', 60, 'ECONNRESET', true);
  }

  status = (): { trouble: string | null } => ({ trouble: this.trouble.isDown ? 'mail.unreachable' : null });

  close = (): Promise<void> => Promise.resolve();
}
