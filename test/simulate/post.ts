import { Mailer, MailPutOff, MailRefused, type MailMessage } from '@rettidig/mail';
import type { Instant } from '@rettidig/event-sourcing';

/** A mail that the post took. */
export interface Delivered {
  readonly at: Instant;
  readonly messageId: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
}

/** What is wrong with the post. */
export interface PostTrouble {
  isDown: boolean;
  /** Asks this share of first tries to come again. */
  greylists: boolean;
  /** Addresses that do not exist. */
  readonly unknown: Set<string>;
  /** The process dies right after the next mail was taken. */
  diesAfterNext: boolean;
}

/** Takes mail as a server does that can be away, ask for patience, refuse, and outlive the one who sends. */
export class Post extends Mailer {
  readonly delivered: Delivered[] = [];
  readonly trouble: PostTrouble = { isDown: false, greylists: false, unknown: new Set(), diesAfterNext: false };
  /** Called when the process is to die in the middle of sending. */
  onDeath: () => void = () => {};
  private readonly seen = new Set<string>();

  constructor(private readonly now: () => Instant) {
    super();
  }

  send({ messageId, to: { address }, subject, text }: MailMessage): Promise<{ answer: string }> {
    const { trouble } = this;
    if (trouble.isDown) return Promise.reject(new MailPutOff('mail.unreachable', 60, 'ECONNREFUSED'));
    if (trouble.unknown.has(address)) return Promise.reject(new MailRefused('mail.refused', '550 5.1.1'));
    if (trouble.greylists && !this.seen.has(messageId)) {
      this.seen.add(messageId);
      return Promise.reject(new MailPutOff('mail.try-later', 300, '451 4.7.1'));
    }
    this.delivered.push({ at: this.now(), messageId, address, subject, text });
    if (trouble.diesAfterNext) {
      trouble.diesAfterNext = false;
      this.onDeath();
    }
    return Promise.resolve({ answer: '250 2.0.0' });
  }

  status = (): { trouble: string | null } => ({ trouble: this.trouble.isDown ? 'mail.unreachable' : null });

  close = (): Promise<void> => Promise.resolve();
}
