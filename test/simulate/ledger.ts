import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { MailAbout } from '@rettidig/reminders';
import { dayOf } from '@rettidig/vocabulary';
import type { Told } from './told-data.js';

/** What the mailer says begins so: only that excuses a mail that never came. Anything else was thrown where none should be. */
const REFUSALS = 'mail.';

/** A mail as the log tells of it. */
export interface ToldMail {
  readonly effectId: string;
  readonly to: string;
  readonly items: MailAbout['items'];
  readonly claimedAt: string;
  /** When it was claimed for the first time. */
  readonly firstAt: string;
  /** The day on which it was claimed for the first time. */
  readonly firstOn: string;
  /** The run that was claimed last may be the second one. */
  readonly isRepeat: boolean;
  /** Runs that may have been the second one. */
  readonly repeats: number;
  /** The day on which the server said that it takes none for this person. */
  refusedOn?: string;
}

/** Names what a reminder is about, whichever step: the same thing on the same day. */
export const nameOf = ({
  kind,
  item,
  anchor,
}: {
  readonly kind: string;
  readonly item: string;
  readonly anchor: string;
}) => `${kind}/${item}/${anchor}`;

/** Every mail that the log knows, by the id of its effect. */
export class Ledger {
  readonly mails = new Map<string, ToldMail>();
  /** Claimed, and nobody has recorded an end. */
  readonly open = new Map<string, ToldMail>();
  /** Recorded as sent since somebody looked. */
  readonly sent: string[] = [];
  /** Told of every effect that failed by a fault of its own. */
  onFault: (what: string) => void = () => {};
  /** Persons to whom no mail about something could be brought, by thing and step. */
  private readonly refusedTo = new Map<string, Map<string, Set<string>>>();
  /** Persons who were told of an item, or whose mail about it was claimed. */
  private readonly claimedTo = new Map<string, Set<string>>();

  learn({ type, stream, data, meta }: RecordedEvent): void {
    if (!stream.startsWith('effect-')) return;
    const effectId = subjectOf(stream);
    if (type === 'EffectClaimed') return this.claimed(effectId, data as never, meta.recordedAt);
    if (type === 'EffectFailed') this.failed(effectId, data, dayOf(meta.recordedAt));
    if (!this.mails.has(effectId)) return;
    const isOver = type !== 'EffectPostponed' && !(type === 'EffectFailed' && !(data as Told).isFinal);
    if (isOver) this.open.delete(effectId);
    if (type === 'EffectDone') this.sent.push(effectId);
  }

  /** Those to whom no mail about it could be brought, at a step. */
  refusedOf = (name: string, step: string): ReadonlySet<string> => this.refusedTo.get(name)?.get(step) ?? new Set();

  /** It is gone: who was refused of it is tried anew should it come up again. */
  forget = (name: string): unknown => this.refusedTo.delete(name);

  /** Those who were told of an item, or were just being told. */
  claimedOf = (item: string): ReadonlySet<string> => this.claimedTo.get(item) ?? new Set();

  private claimed(effectId: string, claim: { effect: string; about: MailAbout; isRepeat: boolean }, at: string): void {
    if (claim.effect !== 'send-mail') return;
    const { isRepeat } = claim;
    const { to, items } = claim.about;
    const repeats = (this.mails.get(effectId)?.repeats ?? 0) + (isRepeat ? 1 : 0);
    const firstAt = this.mails.get(effectId)?.firstAt ?? at;
    const mail = { effectId, to, items, isRepeat, repeats, claimedAt: at, firstAt, firstOn: dayOf(firstAt) };
    this.mails.set(effectId, mail);
    this.open.set(effectId, mail);
    for (const { item } of items) note(this.claimedTo, item, to);
  }

  private failed(effectId: string, { error, isFinal }: Told, day: string): void {
    const mail = this.mails.get(effectId);
    if (!mail || !error.startsWith(REFUSALS)) this.onFault(`${effectId} failed with ${error}`);
    else if (isFinal) this.noteRefusal(mail, day);
  }

  private noteRefusal(mail: ToldMail, day: string): void {
    mail.refusedOn = day;
    for (const item of mail.items) {
      const steps = this.refusedTo.get(nameOf(item)) ?? new Map<string, Set<string>>();
      note(steps, item.step, mail.to);
      this.refusedTo.set(nameOf(item), steps);
    }
  }
}

/** Adds to the set of a name. */
export const note = (sets: Map<string, Set<string>>, name: string, value: string): unknown =>
  sets.set(name, (sets.get(name) ?? new Set()).add(value));
