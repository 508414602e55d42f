import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  Clock,
  Effects,
  Engine,
  idOf,
  registryOf,
  SealingCodec,
  START,
  type EffectQueue,
  type EventStore,
  type Instant,
} from '@rettidig/event-sourcing';
import { NodeCipher, SqlitePrivateStore, SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import { Mailer, type MailerStatus } from '@rettidig/mail';
import { features } from '@rettidig/product';
import { sendMail } from '@rettidig/reminders';
import { plusCalendarDays } from '@rettidig/vocabulary';
import { countedDown } from './counted-down.js';
import type { TwoEvents } from './rows/effects.js';
import { stopwatch } from './stopwatch.js';

/** Members of the committee: each is told of each of its meetings in a mail of its own. */
const MEMBERS = 20;
/** So many are sent at a time. */
export const AT_A_TIME = 50;
/** Long before any round: who is a member since when. */
const SINCE = '2023-01-01';
/**
 * A Wednesday on which nothing is closed; each round has one a fortnight later. All of them are over: the queues go by the
 * machine's clock and would keep what is due by another one.
 */
const FIRST_DAY = '2024-09-04';

class StoppedClock extends Clock {
  private instant = `${FIRST_DAY}T04:00:00.000Z`;
  now(): Instant {
    return this.instant;
  }
  set(instant: Instant): void {
    this.instant = instant;
  }
}

/** Takes every mail and does nothing with it. */
class NullMailer extends Mailer {
  send = (): Promise<{ answer: string }> => Promise.resolve({ answer: '250 2.0.0' });
  status = (): MailerStatus => ({ trouble: null });
  close = (): Promise<void> => Promise.resolve();
}

/** A municipality of which thousands of mails are due on one morning. */
export interface DueMails {
  /** Has that many due, sends them, and answers how many a second from the first look on. */
  readonly send: (queue: EffectQueue, count: number) => Promise<number>;
  /** What the log holds of the first mail that was sent. */
  readonly recorded: () => Promise<TwoEvents>;
  readonly close: () => Promise<void>;
}

export async function openDueMails(store: EventStore, folder: string, say: (text: string) => void): Promise<DueMails> {
  const clock = new StoppedClock();
  const privateStore = new SqlitePrivateStore(join(folder, 'private.db'));
  const views = new SqliteReadDatabase(join(folder, 'views.db'));
  const codec = new SealingCodec(privateStore, new NodeCipher(), registryOf(features).sealedFields);
  const engine = new Engine({
    ...{ features, store, views, codec, clock, privateStore },
    authorize: () => ({ allow: true, reason: null }),
  });
  await engine.start();
  const does = async (command: string, message: object): Promise<Record<string, string>> => {
    const commandId = randomUUID();
    const by = { commandId, correlationId: commandId, byPerson: false, actor: { id: commandId, role: 'secretariat' } };
    return (await engine.dispatch({ command, message, ...by })).answer as Record<string, string>;
  };
  const committeeId = await committeeOfMembers(does, privateStore);
  let round = 0;
  return {
    send: async (queue, count) => {
      const day = plusCalendarDays(FIRST_DAY, 14 * round++);
      clock.set(`${day}T04:00:00.000Z`);
      const on = plusCalendarDays(day, 7);
      for (let n = 0; n < count / MEMBERS; n++) await does('ScheduleMeeting', { committeeId, on });
      await engine.settled();
      say(`${count} mails due on ${day}`);
      clock.set(`${day}T06:00:00.000Z`);
      return sentThrough(queue, { engine, store, privateStore, clock, count, say });
    },
    recorded: async () => {
      const [first] = await store.readAll({ after: START, categories: ['effect'], limit: 1 });
      const [claim, end] = await store.readStream(first!.stream);
      return { claim: claim!.data, end: end!.data };
    },
    close: async () => {
      await engine.stop();
      views.close();
      await privateStore.close();
      await store.close();
    },
  };
}

async function committeeOfMembers(
  does: (command: string, message: object) => Promise<Record<string, string>>,
  privateStore: SqlitePrivateStore,
): Promise<string> {
  const since = { validFrom: SINCE };
  const { unitId } = await does('EstablishUnit', { name: 'Forvaltningen', parentId: null, ...since });
  const committee = { name: 'HovedMED', level: 'main', kind: 'main', covers: [unitId], parentId: null, ...since };
  const committeeId = (await does('EstablishCommittee', committee))['committeeId']!;
  for (let n = 0; n < MEMBERS; n++) {
    const kind = { side: 'employees', representativeKind: 'employeeRepresentative', from: SINCE };
    const { seatId } = await does('CreateSeat', { committeeId, ...kind });
    const personId = idOf('member', String(n));
    await does('FillSeat', { seatId, personId, from: SINCE });
    await privateStore.keepContact(personId, { address: `medlem${n}@kommunen.example` });
  }
  return committeeId;
}

interface Sending {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly privateStore: SqlitePrivateStore;
  readonly clock: Clock;
  readonly count: number;
  readonly say: (text: string) => void;
}

async function sentThrough(queue: EffectQueue, sending: Sending): Promise<number> {
  const { engine, store, privateStore, clock, count, say } = sending;
  const from = { name: 'Rettidig', address: 'rettidig@kommunen.example' };
  const settings = { perMinute: Infinity, publicUrl: 'https://med.kommunen.example', from };
  const all = countedDown(count);
  const effects = new Effects({
    ...{
      effects: [sendMail({ engine, privateStore, mailer: new NullMailer() }, settings)],
      engine,
      store,
      queue,
      clock,
    },
    ...{ owner: randomUUID(), concurrency: AT_A_TIME, isAlone: true, log: say },
    onEffect: all.ended,
  });
  try {
    const watch = stopwatch();
    await effects.start();
    await all.done;
    return watch.rate(count);
  } finally {
    await effects.stop();
  }
}
