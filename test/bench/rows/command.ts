import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { casesFeature } from '@rettidig/cases';
import { Engine, idOf, registryOf, SealingCodec, type RecordedEvent } from '@rettidig/event-sourcing';
import {
  NodeCipher,
  SqliteEventStore,
  SqlitePrivateStore,
  SqliteReadDatabase,
} from '@rettidig/event-sourcing/adapters';
import { organisationFeature } from '@rettidig/organisation';
import { meetingsFeature } from '@rettidig/meetings';
import { rulesFeature } from '@rettidig/rules';
import { Rights, SystemClock } from '@rettidig/platform';
import { appendAll, copier } from '../large-log.js';
import type { BenchOptions, Measured } from '../row.js';
import { bareLog, interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';
import { changeMessage, playersOf, playTown } from '../town.js';

const CALLERS = 64;
const ROUNDS = 7;
const STREAMS_A_ROUND = 1024;
const EVENTS_A_STREAM = 20;

/** The slices as they decide. Their views and reactions have rows of their own in the bench. */
const deciding = [organisationFeature, rulesFeature, meetingsFeature, casesFeature].map((feature) => ({
  ...feature,
  projections: [],
  reactions: [],
}));

/**
 * `AssignCaseOwner` through the engine on cases of 20 events that were not touched before, by 64 callers, against a bare
 * select of the stream, a parse of each event and an insert of the same event, 64 to a transaction.
 */
export const commandOnStream = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, streams] = quick ? [1, 128] : [ROUNDS, STREAMS_A_ROUND];
    const { engine, store, codec, close } = await openDeciding(folder);
    const bare = bareLog(join(folder, 'bare.db'));
    try {
      const first = await caseOfTwentyEvents(engine, store);
      const opened = await codec.open(first);
      const copyOf = copier(opened);
      const cases: string[] = [];
      for (let copy = 1; copy <= (rounds + 1) * streams; copy += 1) {
        const events = copyOf(copy);
        cases.push(events[0]!.stream);
        await appendAll(store, codec, events);
        if (copy % 1000 === 0) say(`${copy} cases made`);
      }
      copyInto(bare, join(folder, 'events.db'));
      let [ours, theirs] = [0, 0];
      const rates = await interleaved(
        rounds,
        () => throughEngine(engine, cases.slice((ours += 1) * streams - streams, ours * streams)),
        () => throughDriver(bare, cases.slice((theirs += 1) * streams - streams, theirs * streams), first.at(-1)!),
      );
      const note = `${CALLERS} callers, ${streams} cases of ${EVENTS_A_STREAM} events a round, none in memory; medians of ${rounds} interleaved rounds`;
      return { ...rates, unit: 'commands/s', note };
    } finally {
      bare.close();
      await close();
    }
  });

async function openDeciding(folder: string) {
  const store = SqliteEventStore.open(join(folder, 'events.db'));
  const keys = new SqlitePrivateStore(join(folder, 'private.db'));
  const views = new SqliteReadDatabase(join(folder, 'views.db'));
  const codec = new SealingCodec(keys, new NodeCipher(), registryOf(deciding).sealedFields);
  const rights = new Rights();
  const engine = new Engine({
    ...{ features: deciding, store, views, codec, clock: new SystemClock() },
    authorize: (action, actor, resource, now) => rights.check(actor, action, resource, now),
    privateStore: keys,
  });
  await engine.start();
  const close = async (): Promise<void> => {
    await engine.stop();
    views.close();
    keys.close();
    await store.close();
  };
  return { engine, store, codec, close };
}

/** A case whose plan and owner changed often: the registration with its assessment, points, owners in turn. */
async function caseOfTwentyEvents(engine: Engine, store: SqliteEventStore): Promise<RecordedEvent[]> {
  const play = playersOf(engine, 'command');
  const town = await playTown(play);
  const { subjectId, stream } = await play('caseOfficer', 'RegisterChange', changeMessage(1, town.homes[0]!.unitId));
  for (let n = 1; (await store.readStream(stream)).length < EVENTS_A_STREAM; n += 1) {
    const when = { on: `2027-01-${String(n).padStart(2, '0')}` };
    if (n % 2 === 0) await play('secretariat', 'AssignCaseOwner', { ownerId: idOf('owner', String(n)) }, subjectId);
    else await play('secretariat', 'PlanDecisionPoint', { kind: 'presentation', body: 'cityCouncil', when }, subjectId);
  }
  return store.readStream(stream);
}

function copyInto(bare: Database.Database, file: string): void {
  bare.prepare('attach ? as ours').run(file);
  bare.exec('insert into events select position, stream, revision, id, type, data, meta from ours.events; detach ours');
}

async function throughEngine(engine: Engine, streams: readonly string[]): Promise<number> {
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

function throughDriver(bare: Database.Database, streams: readonly string[], like: RecordedEvent): number {
  const select = bare.prepare('select revision, type, data, meta from events where stream = ? order by revision');
  const insert = bare.prepare('insert into events (stream, revision, id, type, data, meta) values (?, ?, ?, ?, ?, ?)');
  const decide = bare.transaction((group: readonly string[]) => {
    for (const stream of group) {
      const past = (select.all(stream) as { data: string; meta: string }[]).map(({ data, meta }) => ({
        data: JSON.parse(data) as object,
        meta: JSON.parse(meta) as object,
      }));
      const data = JSON.stringify({ ownerId: randomUUID() });
      insert.run(stream, past.length, randomUUID(), 'CaseOwnerAssigned', data, JSON.stringify(like.meta));
    }
  });
  const watch = stopwatch();
  for (let at = 0; at < streams.length; at += CALLERS) decide(streams.slice(at, at + CALLERS));
  return watch.rate(streams.length);
}
