import {
  Effects,
  effectStreamOf,
  idOf,
  START,
  type AnyEffect,
  type EffectQueue,
  type Instant,
  type RecordedEvent,
} from '@rettidig/event-sourcing';
import { SqliteEffectQueue } from '@rettidig/event-sourcing/adapters';
import { memoryEngine, requestOf, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { SmtpMailer } from '@rettidig/mail';
import { TestSmtpServer } from '@rettidig/mail/testing';
import { sendMail, type MailSettings } from '@rettidig/reminders';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features } from '../../libs/product/src/features.js';
import { waitFor } from '../support/wait.js';
import { readMail, type ReadMail } from './read-mail.js';

const person = (name: string): string => idOf('person', name);
const addressOf = (name: string): string => `${name}@kommunen.eksempel.dk`;
/** Thousands of mails take their time. */
const LONG_MS = 120_000;
const MEMBERS = ['formand', 'naestformand', 'anna', 'bo', 'carla'];

type World = ReturnType<typeof memoryEngine>;

/** A municipality with one committee, a real SMTP server, and workers that send; under a clock that the test moves. */
export class PostWorld {
  readonly clock = new ScriptedClock();
  readonly place = mkdtempSync(join(tmpdir(), 'rettidig-post-'));
  server!: TestSmtpServer;
  world!: World;
  unitId = '';
  committeeId = '';
  readonly seats = new Map<string, string>();
  private readonly stops: (() => Promise<void>)[] = [];
  private workers: Effects[] = [];
  private readonly looks = new Map<Effects, { count: number }>();
  private count = 0;
  private port = 0;

  /** Founded on a day, with everybody's address known and nothing due. */
  async begin(now: Instant): Promise<void> {
    this.clock.set(now);
    this.server = await TestSmtpServer.start();
    this.port = this.server.port;
    this.world = memoryEngine(features, { clock: this.clock });
    await this.world.engine.start();
    await this.found();
  }

  async end(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) await stop();
    await this.world.engine.stop();
    await this.server.stop().catch(() => undefined);
    rmSync(this.place, { recursive: true });
  }

  async say(command: string, message: object, subjectId?: string): Promise<Record<string, string>> {
    // What is said of something that is there already needs no If-Match when no person says it.
    const more = subjectId === undefined ? {} : { subjectId, byPerson: false };
    const said = await this.world.engine.dispatch(requestOf(command, message, more));
    return { ...(said.answer as Record<string, string>), id: said.subjectId };
  }

  /** Called for a day; the members are told a week and a day before. */
  async meetingOn(on: string): Promise<string> {
    return (await this.say('ScheduleMeeting', { committeeId: this.committeeId, on }))['id']!;
  }

  /** A case that must be discussed before a day, of an owner. */
  async caseOf(owner: string, decidedOn: string): Promise<string> {
    const change = {
      ...{ title: 'HEMMELIG TITEL', kind: 'reorganisation', unitId: this.unitId, ownerId: person(owner) },
      ...{ facts: { affectsStaff: 'yes' }, decider: { body: 'manager', managerUnitId: this.unitId } },
      decisionPoints: [{ kind: 'decision', body: 'manager', when: { on: decidedOn } }],
    };
    return (await this.say('RegisterChange', change))['id']!;
  }

  /** Somebody with a seat and an address. */
  async seat(name: string, more: object = {}): Promise<string> {
    const { committeeId } = this;
    const given = { committeeId, side: 'employees', representativeKind: 'employeeRepresentative', from: '2025-01-01' };
    const seatId = (await this.say('CreateSeat', { ...given, ...more }))['seatId']!;
    await this.say('FillSeat', { seatId, personId: person(name), from: '2025-01-01' });
    return seatId;
  }

  async addressFor(name: string): Promise<void> {
    await this.world.privateStore.namePerson(person(name), `Navn ${name}`);
    await this.world.privateStore.keepContact(person(name), { address: addressOf(name) });
  }

  /** A process that sends; on the same log and with a queue of its own unless the test brings one. */
  async worker(brought: { queue?: EffectQueue; perMinute?: number; isAlone?: boolean } = {}): Promise<Effects> {
    const { clock, world, place } = this;
    const { engine, privateStore, store } = world;
    const name = `worker ${(this.count += 1)}`;
    const options = { clock, log: () => {}, look: 5, backoff: { first: 2, longest: 10 } };
    const queue = brought.queue ?? SqliteEffectQueue.open(join(place, `${name}.db`), options);
    const server = { host: '127.0.0.1', port: this.port, tls: 'none', login: null } as const;
    const from = { name: 'Rettidig', address: 'rettidig@kommunen.eksempel.dk' };
    const mailer = new SmtpMailer({ server, from, clock, recheckMs: 20, silenceMs: 10_000, sendMs: 20_000 });
    const settings: MailSettings = { perMinute: brought.perMinute ?? Infinity, publicUrl: 'https://med.example', from };
    const looks = { count: 0 };
    const effects = new Effects({
      ...{ effects: [counted(sendMail({ engine, privateStore, mailer }, settings), looks)], engine, store },
      ...{ queue, clock, owner: name, pokeAfter: 1, firstPause: 1, isAlone: brought.isAlone ?? true },
    });
    this.looks.set(effects, looks);
    this.workers.push(effects);
    this.stops.push(async () => {
      await this.kill(effects);
      await mailer.close();
    });
    await effects.start();
    return effects;
  }

  async kill(effects: Effects): Promise<void> {
    if (!this.workers.includes(effects)) return;
    this.workers = this.workers.filter((one) => one !== effects);
    await effects.stop(1000);
  }

  async killAll(): Promise<void> {
    for (const effects of [...this.workers]) await this.kill(effects);
  }

  /** Has everybody look for what is due. */
  poke(): void {
    for (const effects of this.workers) effects.poke();
  }

  /** Waits until so many mails arrived. */
  arrived(count: number): Promise<void> {
    this.poke();
    return waitFor(() => this.server.taken.length >= count);
  }

  /** Nobody listens there any more. */
  async serverDown(): Promise<void> {
    await this.server.stop();
  }

  /** Another server at the same address. */
  async serverUp(): Promise<void> {
    const { taken, manners } = this.server;
    this.server = await TestSmtpServer.start({ port: this.port });
    this.server.taken.push(...taken);
    this.server.manners = manners;
  }

  /** Puts the clock somewhere, and waits until everything that is due then was done or put off. */
  async at(instant: Instant): Promise<void> {
    this.clock.set(instant);
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let quiet = 0, head = ''; quiet < 2;) {
      await this.world.engine.settled();
      for (const effects of this.workers) await this.look(effects);
      const now = await this.world.store.head();
      quiet = now === head ? quiet + 1 : 0;
      head = now;
    }
  }

  /** Twice: when the second look begins, what the first found is in the queue. */
  private async look(effects: Effects): Promise<void> {
    for (let times = 0; times < 2; times++) {
      const before = this.looks.get(effects)!.count;
      effects.poke();
      await waitFor(() => this.looks.get(effects)!.count > before, LONG_MS);
    }
    await waitFor(async () => {
      const { waiting, active } = (await effects.status()).queue;
      return waiting + active === 0;
    }, LONG_MS);
  }

  /** What arrived, in that order. */
  mails(): ReadMail[] {
    return this.server.taken.map(({ bytes }) => readMail(bytes));
  }

  /** Who had mail: their names. */
  receivers(): string[] {
    return this.mails().map(({ to }) => to.split('@')[0]!);
  }

  async log(): Promise<RecordedEvent[]> {
    return [...(await this.world.store.readAll({ after: START, categories: ['effect'], limit: 100_000 }))];
  }

  /** What the log says of one mail. */
  streamOf(name: string, window: string): Promise<readonly RecordedEvent[]> {
    return this.world.store.readStream(effectStreamOf('send-mail', `${person(name)}/${window}`));
  }

  readonly members = MEMBERS;
  readonly person = person;

  private async found(): Promise<void> {
    const from = { validFrom: '2025-01-01' };
    this.unitId = (await this.say('EstablishUnit', { name: 'Forvaltningen', parentId: null, ...from }))['unitId']!;
    const committee = { name: 'HovedMED', level: 'main', kind: 'main', covers: [this.unitId], parentId: null, ...from };
    this.committeeId = (await this.say('EstablishCommittee', committee))['committeeId']!;
    this.seats.set(
      'formand',
      await this.seat('formand', { side: 'management', office: 'chair', representativeKind: 'manager' }),
    );
    this.seats.set('naestformand', await this.seat('naestformand', { office: 'deputyChair' }));
    for (const name of ['anna', 'bo', 'carla']) this.seats.set(name, await this.seat(name));
    await this.say('AppointSecretariatMember', { personId: person('sekretaer'), from: '2025-01-01' });
    await this.say('AppointUnitManager', { unitId: this.unitId, personId: person('leder'), from: '2025-01-01' });
    for (const name of [...MEMBERS, 'sekretaer', 'leder']) await this.addressFor(name);
    await this.world.engine.settled();
  }
}

/** The same effect; counts how often it was asked what is due. */
const counted = (effect: AnyEffect, looks: { count: number }): AnyEffect => ({
  ...effect,
  due: async (...asked) => {
    try {
      return await effect.due(...asked);
    } finally {
      looks.count += 1;
    }
  },
});
