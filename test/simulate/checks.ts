import type { Language } from '@rettidig/event-sourcing';
import { dayOf, instantAt } from '@rettidig/vocabulary';
import { isWorkday, later } from '../support/plan-days.js';
import { isOfAnyDay, reached, type How, type Obligation, type Reached } from './expected.js';
import { wrongInCalendar } from './invitation.js';
import { nameOf, note, type Ledger, type ToldMail } from './ledger.js';
import { wrongInLetter } from './letter.js';
import type { OpenThings } from './open.js';
import type { Delivered } from './post.js';
import { receivers } from './receivers.js';
import type { ToldTown } from './told.js';

type Item = ToldMail['items'][number];
/** How somebody wants to be told what needs nothing done. */
export type Wish = 'atOnce' | 'digest' | 'none';

/** Kinds that tell of a meeting as such. */
const OF_CALENDARS = ['meetingComing', 'meetingChanged'];

/** What comes up within so many milliseconds is told in one mail: until then nobody is told of the first of it. */
const MERGED_MS = 120_000;

/** What the checks look at. */
export interface Looked {
  readonly told: ToldTown;
  readonly ledger: Ledger;
  readonly open: OpenThings;
  readonly now: () => string;
  /** Without one they have no address. */
  readonly wishOf: (personId: string) => Wish | undefined;
  readonly languageOf: (personId: string) => Language;
  /** Their mailbox took nothing today or yesterday. */
  readonly isCutOff: (personId: string) => boolean;
}

/** Somebody who is told, and how it is said that it is wrong. */
interface Saying {
  readonly to: string;
  readonly says: (what: string) => void;
}

/** Looks at every mail that goes, and at everything that should have gone. Keeps what is wrong as sentences. */
export class Checks {
  readonly broken: string[] = [];
  private readonly deliveries = new Map<string, number>();
  /** Persons who were told of a thing at a step, as often as it came up, with the mail. */
  private readonly tellings = new Map<string, string>();
  /** By thing and step, as long as it is there. */
  private readonly toldOf = new Map<string, Map<string, Set<string>>>();
  /** By meeting and person, how often it had changed when they were last told that it is near. */
  private readonly toldVersion = new Map<string, Map<string, number>>();
  /** Persons by item, with the first instant. */
  private readonly toldOfItem = new Map<string, Map<string, string>>();
  /** By meeting and person, the last instant at which they were told that it is on another day or at another hour. */
  private readonly toldOfChange = new Map<string, Map<string, string>>();
  /** Steps of things of which everybody was told. */
  private readonly settled = new Map<string, Set<string>>();
  /** Whom things and steps were for yesterday evening: only that can be demanded of a morning mail. */
  private lay = new Map<string, ReadonlySet<string>>();

  constructor(private readonly looked: Looked) {
    looked.ledger.onFault = (what) => this.says(what);
  }

  /** At the moment at which a mail is taken: each thing in it is so, on its day, and for this person, and not told before. */
  taken(mail: ToldMail, delivered: Delivered, today: string): void {
    const times = (this.deliveries.get(mail.effectId) ?? 0) + 1;
    this.deliveries.set(mail.effectId, times);
    const says = (what: string): void => this.says(`the mail ${mail.effectId} ${what}`);
    if (times > 1 + mail.repeats) says(`came ${times} times, ${mail.repeats} marked`);
    if (delivered.unsubscribe !== undefined && mail.items.some(({ asked }) => asked.lane !== 'notice'))
      says('can be declined');
    if (mail.items.length === 0) says('is about nothing');
    this.reads(mail, delivered, today).forEach(says);
    for (const item of mail.items) this.item(item, mail, today);
  }

  /** What is wrong with what it says and brings. */
  private reads(mail: ToldMail, delivered: Delivered, today: string): string[] {
    const { told, open, languageOf } = this.looked;
    const things = mail.items.flatMap((item) => open.find(nameOf(item), today) ?? []);
    const letter = { mail, delivered, language: languageOf(mail.to), things };
    const ofMeeting = things.find(({ kind }) => OF_CALENDARS.includes(kind));
    const { calendar, address } = delivered;
    if (!ofMeeting) return [...wrongInLetter(letter, told), ...(calendar ? ['brings something for the calendar'] : [])];
    const invited = {
      meeting: told.meetings.get(ofMeeting.item)!,
      address,
      isCalled: this.isCalled(ofMeeting, mail.to),
    };
    return [...wrongInLetter(letter, told), ...wrongInCalendar(calendar, invited)];
  }

  /** Whether they come to a meeting, or hear of it only because they were told before. */
  private isCalled(one: Obligation, to: string): boolean {
    const step = reached(this.looked.told, one, this.looked.now().slice(0, 10));
    const member = step && this.receivers(one, { ...step, to: ['members'] }, this.looked.now().slice(0, 10)).get(to);
    return member !== undefined && !(member.fallback && this.toldBefore(one).has(to));
  }

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
      if (!this.deliveries.has(effectId)) this.says(`${effectId} counts as sent and never came`);
  }

  /** What lies open now can be demanded from tomorrow on. */
  forgetting(today: string): void {
    this.lay = new Map();
    const tomorrow = later(today, 1);
    for (const one of this.looked.open.on(today)) {
      const step = reached(this.looked.told, one, tomorrow);
      const name = nameOf(one);
      if (step && !this.settled.get(name)?.has(step.name))
        this.lay.set(`${name} ${step.name}`, new Set(this.receivers(one, step, today).keys()));
    }
  }

  /** Everything is settled: what is gone can come up anew, and is told anew. */
  looks(today: string): void {
    const { open, ledger } = this.looked;
    for (const name of open.gone) {
      ledger.forget(name);
      if (open.find(name, today)) continue;
      this.toldOf.delete(name);
      this.settled.delete(name);
    }
    open.gone.clear();
  }

  private isAtOnce = (how: How, personId: string): boolean =>
    how === 'atOnce' || (how === 'notice' && this.looked.wishOf(personId) === 'atOnce');

  private item(item: Item, { to, effectId, firstAt, firstOn }: ToldMail, today: string): void {
    const { open, told } = this.looked;
    const name = nameOf(item);
    const says = (what: string): void => this.says(`${to} was told of ${name} at ${item.step} ${what}`);
    const one = open.find(name, today);
    const step = one && reached(told, one, today);
    if (!one || !step) return says('which is not so');
    if (step.name !== item.step) says(`where it stands at ${step.name} of ${step.day}`);
    this.when(one, step, { ...item, firstOn }, says);
    this.whom(one, step, item, { to, says });
    this.version(one, item, { to, says });
    const since = this.knowsNewDaySince(one, step, to);
    if (since !== undefined && since <= firstAt) says('and knows it from the change');
    const telling = `${to} ${name} ${item.step} ${open.timesOf(name)}`;
    if ((this.tellings.get(telling) ?? effectId) !== effectId) says(`again, after ${this.tellings.get(telling)}`);
    this.tellings.set(telling, effectId);
    this.noteTold(one, step, to);
  }

  private whom(one: Obligation, step: Reached, item: Item, { to, says }: Saying): void {
    const today = this.looked.now().slice(0, 10);
    const receiver = this.receivers(one, step, today, true).get(to);
    const isOfToday = dayOf(this.looked.open.sinceOf(nameOf(one))) === today;
    if (!receiver) says('who is not to be told');
    else if (step.how === 'notice' && !this.wants(to, isOfToday)) says('who wants it otherwise');
    else if (receiver.fallback !== item.fallback) says('and as what, is wrong');
  }

  /**
   * A mail about a meeting says which change of it it tells of; and whoever was told of the new day as a matter of course
   * is not told afterwards that it is new.
   */
  private version(one: Obligation, { about }: Item, { to, says }: Saying): void {
    const meeting = OF_CALENDARS.includes(one.kind) ? this.looked.told.meetings.get(one.item) : undefined;
    if (!meeting) return;
    if (about.version !== meeting.changes) says(`after ${about.version} changes, and there were ${meeting.changes}`);
    const versions = this.toldVersion.get(one.item) ?? new Map<string, number>();
    if (one.kind === 'meetingComing') this.toldVersion.set(one.item, versions.set(to, meeting.changes));
    // The same mail once more tells nothing anew.
    else if ((this.toldOfChange.get(one.item)?.get(to) ?? '') >= meeting.changedAt) return;
    else if ((versions.get(to) ?? -1) >= meeting.changes) says('as new, and knows it from another mail');
  }

  private noteTold(one: Obligation, step: Reached, to: string): void {
    const { now } = this.looked;
    const steps = this.toldOf.get(nameOf(one)) ?? new Map<string, Set<string>>();
    note(steps, step.name, to);
    this.toldOf.set(nameOf(one), steps);
    if (one.kind === 'meetingChanged')
      this.toldOfChange.set(one.item, new Map(this.toldOfChange.get(one.item)).set(to, now()));
    this.settle(one, step, now().slice(0, 10));
    const persons = this.toldOfItem.get(one.item) ?? new Map<string, string>();
    this.toldOfItem.set(one.item, persons.has(to) ? persons : persons.set(to, now()));
  }

  /** A notice on its own day is for those who want it at once. */
  private wants(personId: string, isToday: boolean): boolean {
    const wish = this.looked.wishOf(personId);
    return wish === 'atOnce' || (wish === 'digest' && !isToday);
  }

  /** Once everybody was told, whoever gets the function later waits for the next step. */
  private settle(one: Obligation, step: Reached, today: string): void {
    const told = this.toldOf.get(nameOf(one))?.get(step.name);
    const all = [...this.receivers(one, step, today).keys()].filter((id) => !this.isDeaf(id, step));
    if (all.every((id) => told?.has(id))) note(this.settled, nameOf(one), step.name);
  }

  private when(
    one: Obligation,
    { how, day }: Reached,
    item: Item & Pick<ToldMail, 'firstOn'>,
    says: (what: string) => void,
  ): void {
    const { told, open, now } = this.looked;
    const today = now().slice(0, 10);
    if (!isOfAnyDay(one) && !isWorkday(told.closingDays, today)) says('on a day off');
    if (how !== 'morning' && Date.parse(now()) - Date.parse(open.sinceOf(nameOf(one))) < MERGED_MS)
      says('so soon that nothing which comes up beside it could be told with it');
    if (how !== 'morning') return;
    if (now() < instantAt(today, '07:00')) says('before the morning');
    if (item.late !== day < today || item.dueOn !== day)
      says(`as of ${item.dueOn}, late ${item.late}, and it was ${day}`);
    // What is repeated tells what was so when it was told on its very day.
    const wasKnown = day > dayOf(open.sinceOf(nameOf(one))) || day === item.firstOn;
    if (one.changeId !== undefined && one.kind !== 'followUp' && item.plannedLate === wasKnown)
      says('as if its day had passed beforehand, or not');
  }

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
    if (this.settled.get(name)?.has(step.name) || this.wasPast(one, step) || this.nobodyWasTold(one)) return;
    const persons = [...this.receivers(one, step, today).keys()];
    const told = this.toldOf.get(name)?.get(step.name);
    const missing = persons
      .filter((id) => !told?.has(id) && !this.isDeaf(id, step) && !this.looked.isCutOff(id))
      .filter((id) => this.knowsNewDaySince(one, step, id) === undefined);
    for (const id of missing)
      if (isDemanded(one, step, id)) {
        this.says(`${id} was not told of ${name} at ${step.name} of ${step.day}`);
        note(this.settled, name, step.name);
      }
  }

  /** Whoever was told that a meeting is on another day is not told of a step of that day which had come by then. */
  private knowsNewDaySince({ kind, item }: Obligation, { day }: Reached, personId: string): string | undefined {
    const { dayKnownAt } = this.looked.told.meetings.get(item) ?? {};
    if (kind !== 'meetingComing' || dayKnownAt === undefined || day > dayOf(dayKnownAt)) return undefined;
    const at = this.toldOfChange.get(item)?.get(personId);
    return at !== undefined && at >= dayKnownAt ? at : undefined;
  }

  /** Rounds of a time before the forum are not asked for. */
  private wasPast = (one: Obligation, { day }: Reached): boolean => {
    const forum = one.kind === 'screeningRound' ? this.looked.told.forums.get(one.item.split('/')[0]!) : undefined;
    return forum !== undefined && day < forum.agreedOn;
  };

  /** Of a meeting that is another day now only those know who were told of it. */
  private nobodyWasTold = (one: Obligation): boolean =>
    one.kind === 'meetingChanged' && this.toldBefore(one).size === 0;

  private isDeaf = (personId: string, { how }: Reached): boolean =>
    how === 'notice' && this.looked.wishOf(personId) === 'none';

  private receivers(one: Obligation, step: Reached, day: string, isGenerous = false) {
    const { told, ledger, wishOf } = this.looked;
    const refused = ledger.refusedOf(nameOf(one), step.name);
    return receivers(told, one, step.to, {
      day,
      toldBefore: isGenerous ? ledger.claimedOf(one.item) : this.toldBefore(one),
      isUnreachable: (personId) => wishOf(personId) === undefined || refused.has(personId),
    });
  }

  /** Those who were told of the meeting before it changed. */
  private toldBefore(one: Obligation): ReadonlySet<string> {
    const told = this.toldOfItem.get(one.item);
    const changedAt = this.looked.told.meetings.get(one.item)?.changedAt;
    if (!told || changedAt === undefined) return new Set();
    return new Set([...told].filter(([, at]) => at < changedAt).map(([personId]) => personId));
  }

  /** Keeps what should not be: thrown within an effect, it would count as a mail that failed. */
  says(what: string): void {
    this.broken.push(`${this.looked.now()}: ${what}`);
  }
}
