import { plusCalendarDays } from '@rettidig/vocabulary';
import { replanWhenADayComes } from '../../libs/product/src/replan-when-a-day-comes.js';
import { sendMail } from '../../libs/reminders/src/sending/send-mail.js';
import { seededRandom, type Random } from '../support/random.js';
import { Alarm } from './alarm.js';
import { Around } from './around.js';
import { Checks } from './checks.js';
import { Faults } from './faults.js';
import { Ledger } from './ledger.js';
import { FIRST_DAY, foundTown, personOf, type Town } from './municipality.js';
import { Office } from './office.js';
import { People } from './people.js';
import { Post } from './post.js';
import { Tally } from './tally.js';
import { ToldTown } from './told.js';

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
  readonly tally: Tally;
}

export const TWO_YEARS: Size = { days: 730, changes: 3000 };

/** One municipality from its founding on, day by day, with everything that goes wrong. */
export async function simulate(seed: number, size: Size, onDay: (day: number) => void = () => {}): Promise<Outcome> {
  const life = new Life(seed);
  await life.begins();
  try {
    for (let day = 0; day < size.days; day += 1) {
      await life.day(plusCalendarDays(FIRST_DAY, day + 4), size.changes / ((size.days * 5) / 7));
      onDay(day);
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
  unsubscribeUrl: () => 'https://med.kommunen.example/nej-tak',
};

class Life {
  private readonly random: Random;
  private readonly office = new Office(`${FIRST_DAY}T07:00:00.000Z`);
  private readonly told = new ToldTown();
  private readonly ledger = new Ledger();
  private readonly post = new Post(() => this.office.now);
  private readonly checks = new Checks(this.told, this.ledger, this.post);
  private readonly tally = new Tally();
  private readonly addresses: string[] = [];
  private readonly alarm: Alarm;
  private people!: People;
  private around!: Around;
  private faults!: Faults;
  private events = 0;
  private owed = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    const { engine, privateStore } = this.office.running;
    const tools = { engine, privateStore, mailer: this.post };
    this.alarm = new Alarm(this.office, [replanWhenADayComes(tools), sendMail(tools, settings)]);
    this.post.onDeath = () => this.alarm.die();
    this.office.onEvent = (event) => {
      this.events += 1;
      this.told.learn(event);
      this.ledger.learn(event);
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
    this.faults = new Faults(random, this.post, this.alarm, this.addresses);
    await office.settles();
  }

  ends = (): Promise<void> => this.office.running.engine.stop();

  async day(today: string, changes: number): Promise<void> {
    const { faults } = this;
    this.office.running.clock.set(`${today}T05:30:00.000Z`);
    faults.strike(today);
    if (!faults.isAsleep(today)) await this.mailAt(`${today}T06:30:00.000Z`, today);
    this.office.running.clock.set(`${today}T08:00:00.000Z`);
    await this.work(today, changes);
    if (faults.isAsleep(today)) return this.checks.forgetting(today);
    for (const time of ['08:05', '12:00', '15:00']) await this.mailAt(`${today}T${time}:00.000Z`, today);
    if (faults.isCalm(today)) this.checks.evening(today);
    else this.checks.forgetting(today);
  }

  outcome(seed: number): Outcome {
    const { told, events, post, faults, checks, tally } = this;
    return {
      ...{ seed, cases: told.cases.size, events, mails: post.delivered.length, faults: faults.happened },
      ...{ broken: checks.broken, tally },
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
    await this.people.liveThrough(today);
    await this.office.settles();
  }

  private async mailAt(instant: string, today: string): Promise<void> {
    this.office.running.clock.set(instant);
    await this.alarm.rings();
    for (const { mail } of this.checks.mails(today)) {
      this.tally.count(mail.to, today);
      for (const { about } of mail.items) if (about.changeId) this.people.isReminded(about.changeId, today);
    }
  }

  /** Everybody has an address; units have managers, and the secretariat is two for all committees. */
  private async giveAddresses(town: Town): Promise<void> {
    const { office } = this;
    for (const { seats } of town.committees)
      for (const { office: held, personId } of seats)
        await this.knows(personId, held === 'secretary' ? held : 'member');
    await this.around.begins(FIRST_DAY);
    for (const name of ['sekretær 1', 'sekretær 2']) {
      await office.does('AppointSecretariatMember', { personId: personOf(name), from: FIRST_DAY });
      await this.knows(personOf(name), 'secretary');
    }
  }

  private async knows(personId: string, as: 'manager' | 'secretary' | 'member'): Promise<void> {
    const address = `${personId}@kommunen.example`;
    this.addresses.push(address);
    if (as === 'manager') this.tally.isManager(personId);
    if (as === 'secretary') this.tally.isSecretariat(personId);
    await this.office.running.privateStore.keepContact(personId, { address, language: 'da', notices: 'digest' });
  }
}
