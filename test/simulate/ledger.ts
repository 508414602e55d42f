import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { MailAbout, ReminderItem } from '@rettidig/reminders';

/** A mail as the log tells of it. */
export interface ToldMail {
  readonly effectId: string;
  readonly to: string;
  readonly items: readonly ReminderItem[];
  readonly claimedAt: string;
  /** Runs that may have been the second one. */
  readonly repeats: number;
}

/** Names what a reminder is about, whichever step: the same thing on the same day. */
export const nameOf = ({ kind, item, anchor }: Pick<ReminderItem, 'kind' | 'item' | 'anchor'>): string =>
  `${kind}/${item}/${anchor}`;

/** Every mail that the log knows, by the id of its effect. */
export class Ledger {
  readonly mails = new Map<string, ToldMail>();
  /** Claimed, and nobody has recorded an end. */
  readonly open = new Map<string, ToldMail>();
  /** Recorded as sent since somebody looked. */
  readonly sent: string[] = [];
  /** What was refused for good, by day. */
  private readonly refused = new Map<string, Set<string>>();
  /** The same, with the person whom the server refused. */
  private readonly refusedTo = new Set<string>();

  learn({ type, stream, data, meta }: RecordedEvent): void {
    if (!stream.startsWith('effect-')) return;
    const effectId = subjectOf(stream);
    if (type === 'EffectClaimed') return this.claimed(effectId, data as never, meta.recordedAt);
    const mail = this.mails.get(effectId);
    if (!mail) return;
    const isOver = type !== 'EffectPostponed' && !(type === 'EffectFailed' && !(data as { isFinal: boolean }).isFinal);
    if (isOver) this.open.delete(effectId);
    if (type === 'EffectDone') this.sent.push(effectId);
    if (type === 'EffectFailed' && isOver) this.noteRefusal(mail, meta.recordedAt.slice(0, 10));
  }

  /** Whether a mail about something was refused for good on a day. */
  wasRefused = (name: string, day: string): boolean => this.refused.get(day)?.has(name) ?? false;

  /** Whether the server ever refused to take a mail about it to a person: then others are told. */
  wasRefusedTo = (name: string, personId: string): boolean => this.refusedTo.has(`${name} ${personId}`);

  private claimed(effectId: string, claim: { effect: string; about: MailAbout; isRepeat: boolean }, at: string): void {
    if (claim.effect !== 'send-mail') return;
    const { to, items } = claim.about;
    const repeats = (this.mails.get(effectId)?.repeats ?? 0) + (claim.isRepeat ? 1 : 0);
    const mail = { effectId, to, items, repeats, claimedAt: at };
    this.mails.set(effectId, mail);
    this.open.set(effectId, mail);
  }

  private noteRefusal({ items, to }: ToldMail, day: string): void {
    const names = this.refused.get(day) ?? new Set();
    for (const item of items) {
      names.add(nameOf(item));
      this.refusedTo.add(`${nameOf(item)} ${to}`);
    }
    this.refused.set(day, names);
  }
}
