import { dayOf, instantAt } from '@rettidig/vocabulary';
import { isWorkday } from '../support/plan-days.js';
import { isOfAnyDay, reached, type Obligation, type Reached } from './expected.js';
import { wrongInCalendar } from './invitation.js';
import type { Known, Looked } from './known.js';
import { nameOf, type ToldMail } from './ledger.js';
import { wrongInLetter } from './letter.js';
import type { Delivered } from './post.js';

type Item = ToldMail['items'][number];
type DatedItem = Item & Pick<ToldMail, 'firstAt' | 'firstOn'> & { readonly goesWithUrgent: boolean };

/** Kinds that tell of a meeting as such. */
const OF_CALENDARS = ['meetingComing', 'meetingChanged'];

/** What comes up within so many milliseconds is told in one mail: until then nobody is told of the first of it. */
const MERGED_MS = 120_000;

/** Somebody who is told, and how it is said that it is wrong. */
interface Saying {
  readonly to: string;
  readonly says: (what: string) => void;
}

/** Looks at every mail that goes. */
export class MailChecks {
  private readonly deliveries = new Map<string, number>();
  /** Persons who were told of a thing at a step, as often as it came up, with the mail. */
  private readonly tellings = new Map<string, string>();
  /** By meeting, version and person, when they were first told that it is near. */
  private readonly toldNear = new Map<string, string>();

  constructor(
    private readonly looked: Looked,
    private readonly known: Known,
    private readonly says: (what: string) => void,
  ) {}

  hasCome = (effectId: string): boolean => this.deliveries.has(effectId);

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
      isCalled: this.known.isCalled(ofMeeting, mail.to),
    };
    return [...wrongInLetter(letter, told), ...wrongInCalendar(calendar, invited)];
  }

  private item(item: Item, mail: ToldMail, today: string): void {
    const { to, effectId, firstAt, firstOn, items } = mail;
    const { open, told } = this.looked;
    const name = nameOf(item);
    const says = (what: string): void => this.says(`${to} was told of ${name} at ${item.step} ${what}`);
    const one = open.find(name, today);
    const step = one && reached(told, one, today);
    if (!one || !step) return says('which is not so');
    if (step.name !== item.step) says(`where it stands at ${step.name} of ${step.day}`);
    const goesWithUrgent = items.some(({ asked }) => asked.lane === 'urgent');
    this.when(one, step, { ...item, firstAt, firstOn, goesWithUrgent }, says);
    this.whom(one, step, item, { to, says });
    this.version(one, item, mail, says);
    const since = this.known.knowsNewDaySince(one, step, to);
    if (since !== undefined && since <= firstAt) says('and knows it from the change');
    const telling = `${to} ${name} ${item.step} ${open.timesOf(name)}`;
    const before = this.tellings.get(telling) ?? effectId;
    if (before !== effectId && this.stillTells(before, item)) says(`again, after ${before}`);
    this.tellings.set(telling, effectId);
    this.known.noteTold(one, step, to);
  }

  /** What a mail perhaps told and no longer told when it went once more, nobody knows to have been told. */
  private stillTells(effectId: string, item: Item): boolean {
    const { items, repeats } = this.looked.ledger.mails.get(effectId)!;
    return repeats === 0 || items.some(({ key }) => key === item.key);
  }

  private whom(one: Obligation, step: Reached, item: Item, { to, says }: Saying): void {
    const today = this.looked.now().slice(0, 10);
    const receiver = this.known.receivers(one, step, today, true).get(to);
    const isOfToday = dayOf(this.looked.open.sinceOf(nameOf(one))) === today;
    if (!receiver) says('who is not to be told');
    else if (step.how === 'notice' && !this.wants(to, isOfToday)) says('who wants it otherwise');
    else if (receiver.fallback !== item.fallback) says('and as what, is wrong');
  }

  /**
   * A mail about a meeting says which change of it it tells of; and whoever was told of the new day as a matter of course
   * is not told afterwards that it is new. A mail that has waited for its server since before the change goes when it can.
   */
  private version(one: Obligation, { about }: Item, { to, firstAt }: ToldMail, says: Saying['says']): void {
    const meeting = OF_CALENDARS.includes(one.kind) ? this.looked.told.meetings.get(one.item) : undefined;
    if (!meeting) return;
    if (about.version !== meeting.changes) says(`after ${about.version} changes, and there were ${meeting.changes}`);
    const [name, at] = [`${one.item}/${meeting.changes}/${to}`, this.looked.now()];
    const isComing = one.kind === 'meetingComing';
    if (isComing && firstAt < meeting.changedAt) return;
    if (isComing) this.toldNear.set(name, this.toldNear.get(name) ?? at);
    // The same mail once more tells nothing anew.
    else if ((this.known.toldOfChangeAt(one.item, to) ?? '') >= meeting.changedAt) return;
    else if ((this.toldNear.get(name) ?? at) < at) says('as new, and knows it from another mail');
  }

  /** A notice on its own day is for those who want it at once. */
  private wants(personId: string, isToday: boolean): boolean {
    const wish = this.looked.wishOf(personId);
    return wish === 'atOnce' || (wish === 'digest' && !isToday);
  }

  private when(one: Obligation, { how, day }: Reached, item: DatedItem, says: Saying['says']): void {
    const { told, open, now } = this.looked;
    const today = now().slice(0, 10);
    if (!isOfAnyDay(one) && !isWorkday(told.closingDays, today)) says('on a day off');
    if (how !== 'morning') {
      // What has been due since another day goes with its morning, and what was so before goes, whatever came and went since.
      const isNew = day === today && !open.wasSoOn(nameOf(one), day);
      const isSoon = isNew && Date.parse(now()) - Date.parse(open.sinceOf(nameOf(one))) < MERGED_MS;
      if (isSoon) says('so soon that nothing which comes up beside it could be told with it');
    } else this.morning(one, day, item, says);
  }

  private morning(one: Obligation, day: string, item: DatedItem, says: Saying['says']): void {
    const { open, now } = this.looked;
    const today = now().slice(0, 10);
    if (now() < instantAt(today, '07:00') && !goesAtOnce(item, now())) says('before the morning');
    if (item.late !== day < today || item.dueOn !== day)
      says(`as of ${item.dueOn}, late ${item.late}, and it was ${day}`);
    const since = open.sinceOf(nameOf(one));
    // What goes once more tells what was so when it was told first: on its very day, or before it came up anew.
    if (item.firstAt < since) return;
    // What was found on its day, and waited for the server while it was gone and came back, says what was so that day.
    if (!item.plannedLate && open.wasSoOn(nameOf(one), day)) return;
    const wasKnown = day > dayOf(since) || day === item.firstOn;
    if (one.changeId !== undefined && one.kind !== 'followUp' && item.plannedLate === wasKnown)
      says('as if its day had passed beforehand, or not');
  }
}

/** A mail that goes once more and tells of something urgent takes along all that it told. */
const goesAtOnce = ({ goesWithUrgent, firstAt }: DatedItem, now: string): boolean => goesWithUrgent && firstAt < now;
