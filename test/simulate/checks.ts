import { isWorkday, later } from '../support/plan-days.js';
import { isOfAnyDay, reached, type How, type Obligation, type Reached } from './expected.js';
import { Known, type Looked } from './known.js';
import { nameOf, type ToldMail } from './ledger.js';
import { MailChecks } from './mail-checks.js';
import type { Delivered } from './post.js';

/** Looks at every mail that goes, and at everything that should have gone. Keeps what is wrong as sentences. */
export class Checks {
  readonly broken: string[] = [];
  private readonly known: Known;
  private readonly mails: MailChecks;
  /** Whom things and steps were for yesterday evening: only that can be demanded of a morning mail. */
  private lay = new Map<string, ReadonlySet<string>>();

  constructor(private readonly looked: Looked) {
    const says = (what: string): void => this.says(what);
    this.known = new Known(looked);
    this.mails = new MailChecks(looked, this.known, says);
    looked.ledger.onFault = says;
  }

  /** At the moment at which a mail is taken. */
  taken = (mail: ToldMail, delivered: Delivered, today: string): void => this.mails.taken(mail, delivered, today);

  /** Minutes after something happened: whoever is told at once was told. */
  atOnce(today: string): void {
    this.demand(today, (_one, { how }, personId) => this.isAtOnce(how, personId));
  }

  /** In the evening of a calm day: whatever has come to a step was told of. */
  evening(today: string): void {
    this.demand(today, (one, step, personId) => {
      const lay = this.lay.get(`${nameOf(one)} ${step.name}`);
      return this.isAtOnce(step.how, personId) || (lay?.has(personId) ?? false);
    });
    this.forgetting(today);
    const isWork = isWorkday(this.looked.told.closingDays, today);
    for (const { effectId, claimedAt, to } of this.looked.ledger.open.values())
      if (isWork && claimedAt.slice(0, 10) < today && !this.looked.isCutOff(to))
        this.says(`the mail ${effectId} of ${claimedAt} has not ended`);
    for (const effectId of this.looked.ledger.sent.splice(0))
      if (!this.mails.hasCome(effectId)) this.says(`${effectId} counts as sent and never came`);
  }

  /** What lies open now can be demanded from tomorrow on. */
  forgetting(today: string): void {
    this.lay = new Map();
    const tomorrow = later(today, 1);
    for (const one of this.looked.open.on(today)) {
      const step = reached(this.looked.told, one, tomorrow);
      const name = nameOf(one);
      if (step && !this.known.isSettled(one, step))
        this.lay.set(`${name} ${step.name}`, new Set(this.known.receivers(one, step, today).keys()));
    }
  }

  /** Everything is settled: what is gone can come up anew, and is told anew. */
  looks(today: string): void {
    const { open, ledger } = this.looked;
    for (const name of open.gone) {
      ledger.forget(name);
      if (!open.find(name, today)) this.known.forget(name);
    }
    open.gone.clear();
  }

  private isAtOnce = (how: How, personId: string): boolean =>
    how === 'atOnce' || (how === 'notice' && this.looked.wishOf(personId) === 'atOnce');

  private demand(today: string, isDemanded: (one: Obligation, step: Reached, personId: string) => boolean): void {
    const { told, open } = this.looked;
    const isWork = isWorkday(told.closingDays, today);
    for (const one of open.on(today)) {
      if (!isWork && !isOfAnyDay(one)) continue;
      const step = reached(told, one, today);
      if (step) this.demandOf(one, step, today, isDemanded);
    }
  }

  private demandOf(one: Obligation, step: Reached, today: string, isDemanded: Parameters<Checks['demand']>[1]): void {
    const name = nameOf(one);
    if (this.known.isSettled(one, step) || this.wasPast(one, step) || this.known.nobodyWasTold(one)) return;
    const persons = [...this.known.receivers(one, step, today).keys()];
    const missing = persons
      .filter((id) => !this.known.isTold(one, step, id) && !this.known.isDeaf(id, step) && !this.looked.isCutOff(id))
      .filter((id) => this.known.knowsNewDaySince(one, step, id) === undefined);
    for (const id of missing)
      if (isDemanded(one, step, id)) {
        this.says(`${id} was not told of ${name} at ${step.name} of ${step.day}`);
        this.known.giveUp(one, step);
      }
  }

  /** Rounds of a time before the forum are not asked for. */
  private wasPast = (one: Obligation, { day }: Reached): boolean => {
    const forum = one.kind === 'screeningRound' ? this.looked.told.forums.get(one.item.split('/')[0]!) : undefined;
    return forum !== undefined && day < forum.agreedOn;
  };

  /** Keeps what should not be: thrown within an effect, it would count as a mail that failed. */
  says(what: string): void {
    this.broken.push(`${this.looked.now()}: ${what}`);
  }
}
