import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { casesFeature } from '@rettidig/cases';
import {
  Engine,
  idOf,
  registryOf,
  SealingCodec,
  type EventStore,
  type Feature,
  type RecordedEvent,
} from '@rettidig/event-sourcing';
import { NodeCipher, SqlitePrivateStore, SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import { organisationFeature } from '@rettidig/organisation';
import { meetingsFeature } from '@rettidig/meetings';
import { rulesFeature } from '@rettidig/rules';
import { Rights, SystemClock } from '@rettidig/platform';
import { appendAll, copier } from './large-log.js';
import { stopwatch } from './stopwatch.js';
import { changeMessage, playersOf, playTown } from './town.js';

/** Callers at a time. */
export const CALLERS = 64;
export const EVENTS_A_CASE = 20;

/** The slices as they decide. Their views and reactions have rows of their own in the bench. */
const deciding = [organisationFeature, rulesFeature, meetingsFeature, casesFeature].map((feature) => ({
  ...feature,
  projections: [],
  reactions: [],
}));

/** An engine over a log of cases that all have twenty events and that nothing has touched since. */
export interface CasesOfTwenty {
  /** The events of the case that the others are copies of, as the log has them. */
  readonly like: readonly RecordedEvent[];
  readonly streams: readonly string[];
  /** `AssignCaseOwner` on each case by as many callers at a time; answers commands a second. */
  readonly assignOwners: (streams: readonly string[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Makes so many of them in an empty log, which is closed with the engine. */
export async function openCasesOfTwenty(
  store: EventStore,
  folder: string,
  count: number,
  say: (text: string) => void,
): Promise<CasesOfTwenty> {
  const { engine, codec, close } = await openDeciding(store, folder);
  const like = await caseOfTwentyEvents(engine, store);
  const copyOf = copier(await codec.open(like));
  const streams: string[] = [];
  for (let copy = 1; copy <= count; copy += 1) {
    const events = copyOf(copy);
    streams.push(events[0]!.stream);
    await appendAll(store, codec, events);
    if (copy % 1000 === 0) say(`${copy} cases made`);
  }
  return { like, streams, assignOwners: (some) => assignOwners(engine, some), close };
}

/** An engine that decides and shows nothing, over a log. */
export async function openDeciding(store: EventStore, folder: string, features: readonly Feature[] = deciding) {
  const keys = new SqlitePrivateStore(join(folder, 'private.db'));
  const views = new SqliteReadDatabase(join(folder, 'views.db'));
  const codec = new SealingCodec(keys, new NodeCipher(), registryOf(features).sealedFields);
  const rights = new Rights();
  const engine = new Engine({
    ...{ features, store, views, codec, clock: new SystemClock() },
    authorize: (action, actor, resource, now) => rights.check(actor, action, resource, now),
    privateStore: keys,
  });
  await engine.start();
  const close = async (): Promise<void> => {
    await engine.stop();
    views.close();
    await keys.close();
    await store.close();
  };
  return { engine, codec, close };
}

/** A case whose plan and owner changed often: the registration with its assessment, points, owners in turn. */
async function caseOfTwentyEvents(engine: Engine, store: EventStore): Promise<RecordedEvent[]> {
  const play = playersOf(engine, 'command');
  const town = await playTown(play);
  const { subjectId, stream } = await play('caseOfficer', 'RegisterChange', changeMessage(1, town.homes[0]!.unitId));
  for (let n = 1; (await store.readStream(stream)).length < EVENTS_A_CASE; n += 1) {
    const when = { on: `2027-01-${String(n).padStart(2, '0')}` };
    if (n % 2 === 0) await play('secretariat', 'AssignCaseOwner', { ownerId: idOf('owner', String(n)) }, subjectId);
    else await play('secretariat', 'PlanDecisionPoint', { kind: 'presentation', body: 'cityCouncil', when }, subjectId);
  }
  return store.readStream(stream);
}

async function assignOwners(engine: Engine, streams: readonly string[]): Promise<number> {
  const waiting = streams.values();
  const watch = stopwatch();
  const call = async (): Promise<void> => {
    for (const stream of waiting) {
      const commandId = randomUUID();
      await engine.dispatch({
        ...{ command: 'AssignCaseOwner', subjectId: stream.slice(-36), message: { ownerId: randomUUID() } },
        ...{ commandId, correlationId: commandId, byPerson: false },
        actor: { id: commandId, role: 'secretariat' },
      });
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  return watch.rate(streams.length);
}
