import type { ReminderItem } from '@rettidig/reminders';
import { nameOf, type Ledger, type ToldMail } from './ledger.js';
import type { Obligation } from './obligations.js';
import { obligations, reached } from './obligations.js';
import { isWorkday } from '../support/plan-days.js';
import type { Delivered, Post } from './post.js';
import type { ToldTown } from './told.js';

/** Kinds that stand for a state which an outsider can see in the log: a mail about them must be true when it goes. */
const VISIBLE = new Set(['notPlaced', 'itemDue', 'papersDue', 'meetingComing', 'nothingRecorded']);

const layOf = (one: Obligation): string => `${nameOf(one)} ${one.owner}`;

/** Looks at every mail that went, and every evening at everything that should have. Keeps what is wrong as sentences. */
export class Checks {
  readonly broken: string[] = [];
  private looked = 0;
  /** Steps that somebody was told of, with the persons, by thing. */
  private readonly toldOf = new Map<string, Map<string, Set<string>>>();
  private readonly deliveries = new Map<string, number>();
  /** What lay open yesterday evening: only that can be demanded today. */
  private lay = new Set<string>();

  constructor(
    private readonly told: ToldTown,
    private readonly ledger: Ledger,
    private readonly post: Post,
  ) {}

  /** Right after mail went, when nothing else has happened since: each is about things that are so. Answers what was new. */
  mails(today: string): readonly (Delivered & { readonly mail: ToldMail })[] {
    const fresh = this.post.delivered.slice(this.looked).map((one) => ({ ...one, mail: this.mailOf(one) }));
    this.looked = this.post.delivered.length;
    const open = fresh.length > 0 ? new Set(obligations(this.told, today).map(nameOf)) : new Set<string>();
    for (const { mail, at } of fresh) {
      const times = (this.deliveries.get(mail.effectId) ?? 0) + 1;
      this.deliveries.set(mail.effectId, times);
      if (times > 1 + mail.repeats)
        this.broken.push(`${at}: the mail ${mail.effectId} came ${times} times, ${mail.repeats} marked`);
      for (const item of mail.items) this.item(item, mail, open, at);
    }
    return fresh;
  }

  /** In the evening of a calm day: whatever has come to a step was told of. */
  evening(today: string): void {
    const open = obligations(this.told, today);
    if (isWorkday(this.told.closingDays, today))
      for (const one of open) if (this.lay.has(layOf(one))) this.mustBeTold(one, today);
    this.forgetting(today);
    for (const { effectId, claimedAt } of this.ledger.open.values())
      if (claimedAt.slice(0, 10) < today)
        this.broken.push(`${today}: the mail ${effectId} of ${claimedAt} has not ended`);
    for (const effectId of this.ledger.sent.splice(0))
      if (!this.deliveries.has(effectId)) this.broken.push(`${today}: ${effectId} counts as sent and never came`);
  }

  /** What lies open now can be demanded from tomorrow on. */
  forgetting(today: string): void {
    this.lay = new Set(obligations(this.told, today).map(layOf));
  }

  private item(item: ReminderItem, { to }: ToldMail, open: ReadonlySet<string>, at: string): void {
    const name = nameOf(item);
    if (VISIBLE.has(item.kind) && !open.has(name)) this.broken.push(`${at}: a mail about ${name}, which is not so`);
    const steps = this.toldOf.get(name) ?? new Map<string, Set<string>>();
    steps.set(item.step, (steps.get(item.step) ?? new Set()).add(to));
    this.toldOf.set(name, steps);
  }

  private mustBeTold(one: Obligation, today: string): void {
    const step = reached(this.told, one, today);
    const name = nameOf(one);
    // Where somebody's mail was refused today, whoever is told in their place is told tomorrow.
    if (!step || this.ledger.wasRefused(name, today)) return;
    const told = this.toldOf.get(name)?.get(step.name);
    const which = `${name} at ${step.name} of ${step.day}`;
    if (!told) this.broken.push(`${today}: nobody was told of ${which}`);
    else if (one.owner !== null && !told.has(one.owner) && !this.ledger.wasRefusedTo(name, one.owner))
      this.broken.push(`${today}: the owner was not told of ${which}`);
  }

  private mailOf({ messageId }: Delivered): ToldMail {
    const effectId = /^<mail\.([0-9a-f-]{36})@/.exec(messageId)?.[1];
    const mail = effectId === undefined ? undefined : this.ledger.mails.get(effectId);
    if (!mail) throw new Error(`${messageId} was sent and nobody claimed it`);
    return mail;
  }
}
