import type { Language } from '@rettidig/event-sourcing';
import { plusCalendarDays } from '@rettidig/vocabulary';
import { replanWhenADayComes } from '../../libs/product/src/replan-when-a-day-comes.js';
import { sendMail } from '../../libs/reminders/src/sending/send-mail.js';
import { seededRandom, type Random } from '../support/random.js';
import { Afterwards } from './afterwards.js';
import { Alarm } from './alarm.js';
import { Around } from './around.js';
import { Checks } from './checks.js';
import { Deputies } from './deputies.js';
import { Faults } from './faults.js';
import type { Wish } from './known.js';
import { Ledger } from './ledger.js';
import { FIRST_DAY, foundTown, personOf, type Town } from './municipality.js';
import { Office } from './office.js';
import { OpenThings } from './open.js';
import { People } from './people.js';
import { Post, type Delivered } from './post.js';
import { Tally, type Figures } from './tally.js';
import { ToldTown } from './told.js';
import { Weary } from './weary.js';

/** How large a life is. */
export interface Size {
  readonly days: number;
  readonly changes: number;
}

/** What came of one seed. */
export interface Outcome {
  readonly seed: number;
  readonly cases: number;
  readonly events: number;
  readonly mails: number;
  readonly faults: Faults['happened'];
  /** What should not be: empty when all is well. */
  readonly broken: readonly string[];
  readonly figures: Figures;
}

export const TWO_YEARS: Size = { days: 730, changes: 3000 };

/**
 * One municipality from its founding on, day by day, with everything that goes wrong. The product runs whole and in one
 * process, in memory; what stands in for parts of it are the post, the clock and `Alarm`, which is not `Effects` and no queue.
 */
export async function simulate(
  seed: number,
  size: Size,
  onDay: (day: number, broken: readonly string[]) => void = () => {},
): Promise<Outcome> {
  const life = new Life(seed);
  await life.begins();
  try {
    for (let day = 0; day < size.days; day += 1) {
      await life.day(plusCalendarDays(FIRST_DAY, day + 4), size.changes / ((size.days * 5) / 7));
      onDay(day, life.broken);
    }
    return life.outcome(seed);
  } finally {
    await life.ends();
  }
}

/** The pace of the mail server is another test's. */
const settings = {
  perMinute: Infinity,
  publicUrl: 'https://med.kommunen.example',
  from: { name: 'Rettidig', address: 'rettidig@kommunen.example' },
};

class Life {
  private readonly random: Random;
  private readonly office = new Office(`${FIRST_DAY}T07:00:00.000Z`);
  private readonly told = new ToldTown();
  private readonly ledger = new Ledger();
  private readonly open = new OpenThings(this.told, this.ledger);
  private readonly post = new Post();
  private readonly tally = new Tally();
  private readonly wishes = new Map<string, Wish>();
  private readonly languages = new Map<string, Language>();
  private readonly addresses: string[] = [];
  private readonly weary: Weary;
  /** Cases that somebody read about, since they could do anything about them. */
  private readonly read = new Set<string>();
  private readonly alarm: Alarm;
  private readonly checks: Checks;
  private people!: People;
  private around!: Around;
  private deputies!: Deputies;
  private afterwards!: Afterwards;
  private faults!: Faults;
  private events = 0;
  private owed = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.weary = new Weary(this.office, this.random);
    const { engine, privateStore } = this.office.running;
    const tools = { engine, privateStore, mailer: this.post };
    this.alarm = new Alarm(this.office, [replanWhenADayComes(tools), sendMail(tools, settings)]);
    this.checks = new Checks({
      ...{ told: this.told, ledger: this.ledger, open: this.open, now: () => this.office.now },
      wishOf: (personId) => this.wishes.get(personId),
      languageOf: (personId) => this.languages.get(personId)!,
      isCutOff: (personId) => this.faults.isCutOff(addressOf(personId), this.office.today),
    });
    this.post.onMail = (mail) => this.taken(mail);
    this.office.onEvent = (event) => {
      this.events += 1;
      this.told.learn(event);
      this.ledger.learn(event);
      this.open.learn(event);
      this.people?.notice(event);
    };
  }

  async begins(): Promise<void> {
    const { office, random } = this;
    await office.running.engine.start();
    const town = await foundTown(office, random);
    const lived = { office, town, told: this.told, random };
    this.around = new Around(lived, (personId, as) => this.knows(personId, as));
    await this.giveAddresses(town);
    this.people = new People(lived, this.around.managerOf);
    this.deputies = new Deputies(lived, this.around.somebodyNew);
    this.afterwards = new Afterwards(lived);
    this.faults = new Faults(random, this.post, this.alarm, this.addresses);
    await office.settles();
  }

  ends = (): Promise<void> => this.office.running.engine.stop();

  async day(today: string, changes: number): Promise<void> {
    const { faults, checks, office } = this;
    await office.mustReact();
    office.running.clock.set(`${today}T05:30:00.000Z`);
    faults.strike(today);
    this.open.dayComes(office.now);
    this.tally.dayComes(today);
    const isAsleep = faults.isAsleep(today);
    if (!isAsleep && this.random.chance(0.1)) await this.mailAt(`${today}T04:30:00.000Z`, today);
    if (!isAsleep) await this.mailAt(`${today}T06:30:00.000Z`, today);
    office.running.clock.set(`${today}T08:00:00.000Z`);
    await this.work(today, changes);
    if (isAsleep) return checks.forgetting(today);
    // What people did within the last two minutes is told together, so not yet.
    if (this.random.chance(0.2)) await this.mailAt(`${today}T08:01:00.000Z`, today);
    await this.mailAt(`${today}T08:05:00.000Z`, today);
    if (faults.isCalm(today)) checks.atOnce(today);
    // Nothing happened since, except that some mails wait to be tried again.
    if (this.alarm.waiting().length > 0 || this.random.chance(0.2)) await this.mailAt(`${today}T15:00:00.000Z`, today);
    if (faults.isCalm(today)) checks.evening(today);
    else checks.forgetting(today);
  }

  /** What should not be, so far. */
  get broken(): readonly string[] {
    return this.checks.broken;
  }

  outcome(seed: number): Outcome {
    const { told, events, post, faults, checks, tally } = this;
    return {
      ...{ seed, cases: told.cases.size, events, mails: post.taken, faults: faults.happened },
      ...{ broken: checks.broken, figures: tally.figures() },
    };
  }

  /** People come to work on weekdays. */
  private async work(today: string, changes: number): Promise<void> {
    const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) return;
    this.owed += changes;
    await this.people.register(Math.floor(this.owed));
    this.owed -= Math.floor(this.owed);
    await this.around.liveThrough(today);
    await this.deputies.liveThrough(today);
    await this.people.liveThrough(today);
    await this.afterwards.liveThrough(today);
    for (const personId of await this.weary.unsubscribe()) this.wishes.set(personId, 'none');
    if (this.faults.isSlow(today)) await this.people.meddle(this.alarm.waiting());
    await this.office.settles();
  }

  private async mailAt(instant: string, today: string): Promise<void> {
    this.office.running.clock.set(instant);
    await this.office.settles();
    this.checks.looks(today);
    await this.alarm.rings({ isSlow: this.faults.isSlow(today) && instant < `${today}T08` });
    for (const changeId of this.read) this.people.isReminded(changeId, today);
    this.read.clear();
  }

  /** The log has the claim of every mail before it goes. */
  private async taken(delivered: Delivered): Promise<void> {
    await this.office.learns();
    const { today } = this.office;
    const effectId = /^<mail\.([0-9a-f-]{36})@/.exec(delivered.messageId)?.[1] ?? '';
    const mail = this.ledger.mails.get(effectId);
    if (!mail || !this.ledger.open.has(effectId))
      this.checks.says(`${delivered.messageId} was sent to ${delivered.address} and nobody had claimed it`);
    if (!mail) return;
    if (addressOf(mail.to) !== delivered.address)
      this.checks.says(`the mail ${effectId} to ${mail.to} went to ${delivered.address}`);
    this.checks.taken(mail, delivered, today);
    this.tally.count(mail.to, today);
    this.weary.reads(mail.to, delivered);
    for (const { about } of mail.items) if (about.changeId) this.read.add(about.changeId);
  }

  /** Nearly everybody has an address; units have managers, and the secretariat is two for all committees. */
  private async giveAddresses(town: Town): Promise<void> {
    const { office } = this;
    await this.around.begins(FIRST_DAY);
    for (const { seats } of town.committees)
      for (const { office: held, personId } of seats)
        if (!this.wishes.has(personId)) await this.knows(personId, held === 'secretary' ? held : 'member');
    for (const name of ['sekretær 1', 'sekretær 2']) {
      await office.does('AppointSecretariatMember', { personId: personOf(name), from: FIRST_DAY });
      await this.knows(personOf(name), 'secretary');
    }
  }

  private async knows(personId: string, as: 'manager' | 'secretary' | 'member'): Promise<void> {
    this.tally.isSomebody(personId);
    if (as === 'manager') this.tally.isManager(personId);
    if (as === 'secretary') this.tally.isSecretariat(personId);
    if (as !== 'secretary' && this.random.chance(0.03)) return;
    const address = addressOf(personId);
    const notices = this.random.oneOf(['atOnce', 'digest', 'digest', 'none'] as const);
    const language = this.random.chance(0.1) ? 'en' : 'da';
    this.addresses.push(address);
    this.languages.set(personId, language);
    this.wishes.set(personId, notices);
    await this.office.running.privateStore.keepContact(personId, { address, language, notices });
  }
}

const addressOf = (personId: string): string => `${personId}@kommunen.example`;
