import { registryOf, SealingCodec, type EventStore, type NewEvent, type RecordedEvent } from '@rettidig/event-sourcing';
import { NodeCipher, SqliteEventStore, SqlitePrivateStore } from '@rettidig/event-sourcing/adapters';
import { dataFiles, openEngine, Rights } from '@rettidig/platform';
import { features } from '@rettidig/product';
import { stopwatch } from './stopwatch.js';
import { playCases, playersOf, playTown, TownClock, type Play, type Town } from './town.js';

/** A data folder with a log of many events, and what was put into it. */
export interface LargeLog {
  readonly dataDir: string;
  readonly events: number;
  /** Events of the organisation, then those of each block of a hundred cases. */
  readonly prelude: number;
  readonly block: number;
}

/** Fills a log with blocks of a hundred cases in every state that they come to. */
export async function makeLargeLog(dataDir: string, events: number, say: (text: string) => void): Promise<LargeLog> {
  const { prelude } = await playFirstBlock(dataDir, playCases);
  const copies = (block: number): number => Math.max(0, Math.ceil((events - prelude) / block) - 1);
  const { block, copied } = await copyFirstBlock({ dataDir, prelude, copies, say });
  return { dataDir, events: prelude + (copied + 1) * block, prelude, block };
}

/** Plays a block of cases; `settled` waits until views and reactions have seen all of it. */
type PlayBlock = (play: Play, town: Town, settled: () => Promise<void>) => Promise<void>;

/** Plays a town and a block of cases into an empty log; answers with how many events the organisation has, too. */
export async function playFirstBlock(dataDir: string, playBlock: PlayBlock): Promise<{ town: Town; prelude: number }> {
  const running = await openEngine({ dataDir, features, clock: new TownClock(), rights: new Rights(), log: () => {} });
  try {
    const { engine } = running;
    const play = playersOf(engine, 'large-log');
    const town = await playTown(play);
    await engine.settled();
    const prelude = Number(BigInt(`0x${(await engine.status()).head}`));
    await playBlock(play, town, () => engine.settled());
    await engine.settled();
    return { town, prelude };
  } finally {
    await running.close();
  }
}

interface Copying {
  readonly dataDir: string;
  /** Events before the block. */
  readonly prelude: number;
  /** How many, given the events of the block. */
  readonly copies: (block: number) => number;
  readonly say: (text: string) => void;
}

/**
 * Appends copies of the block that was played through the product's own commands and reactions, each with ids, times and
 * keys of its own, sealed and appended as the product does it. The views are left as they were.
 */
export async function copyFirstBlock({ dataDir, prelude, copies, say }: Copying) {
  const files = dataFiles(dataDir);
  const store = SqliteEventStore.open(files.events);
  const keys = new SqlitePrivateStore(files.private);
  try {
    const codec = new SealingCodec(keys, new NodeCipher(), registryOf(features).sealedFields);
    const first = await codec.open((await store.readAll({ after: '', limit: 1_000_000 })).slice(prelude));
    const copied = copies(first.length);
    const copyOf = copier(first);
    const watch = stopwatch();
    for (let copy = 1; copy <= copied; copy += 1) {
      await appendAll(store, codec, copyOf(copy));
      if (copy % 50 === 0)
        say(`${copy * first.length} events in the log, ${Math.round(watch.rate(copy * first.length))}/s`);
    }
    const head = await store.head();
    // The copies hold what the reactions did, too.
    for (const { name } of registryOf(features).reactions) {
      const lease = (await store.lease(name, new AbortController().signal))!;
      await lease.save(head);
      await lease.release();
    }
    return { block: first.length, copied };
  } finally {
    await store.close();
    await keys.close();
  }
}

const UUID = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/;

/** An id of the first block as it is in a copy: it begins with other digits, spread over all values as ids are. */
export const withOtherHead = (id: string, copy: number): string =>
  ((parseInt(id.slice(0, 8), 16) ^ Math.imul(copy, 0x9e3779b1)) >>> 0).toString(16).padStart(8, '0') + id.slice(8);

/** Makes copies of a block: with ids of their own for all that came into being in it, and later times. */
export function copier(first: readonly RecordedEvent[]): (copy: number) => RecordedEvent[] {
  const born = new Set(first.flatMap(({ id, stream, meta }) => [id, stream.slice(-36), meta.commandId]));
  const within = /"(?:requirementId|reviewId|decisionId|itemId|pointId)":"([0-9a-f-]{36})"/g;
  for (const { data } of first) for (const [, id] of JSON.stringify(data).matchAll(within)) born.add(id!);
  const texts = first.map((event) => JSON.stringify(event).split(UUID));
  return (copy) =>
    texts.map((pieces) => {
      const text = pieces.map((piece) => (born.has(piece) ? withOtherHead(piece, copy) : piece)).join('');
      return moved(JSON.parse(text) as RecordedEvent, copy * first.length);
    });
}

/** More than the first block took by its own clock, so that no copy begins before the one before it has ended. */
const MILLISECONDS_AN_EVENT = 30_000;

function moved(event: RecordedEvent, by: number): RecordedEvent {
  const recordedAt = new Date(Date.parse(event.meta.recordedAt) + by * MILLISECONDS_AN_EVENT).toISOString();
  return { ...event, meta: { ...event.meta, recordedAt } };
}

export async function appendAll(
  store: EventStore,
  codec: SealingCodec,
  events: readonly RecordedEvent[],
): Promise<void> {
  const appends = commandsOf(events);
  const sealed = await Promise.all(appends.map(({ stream, events }) => codec.seal(stream, events)));
  await Promise.all(appends.map(({ stream, expected }, index) => store.append(stream, expected, sealed[index]!)));
}

interface Append {
  readonly stream: string;
  readonly expected: number;
  readonly events: NewEvent[];
}

/** Events of one command go together again. */
function commandsOf(events: readonly RecordedEvent[]): Append[] {
  const appends: Append[] = [];
  let command = '';
  for (const { stream, revision, id, type, data, meta } of events) {
    if (`${stream} ${meta.commandId}` !== command) appends.push({ stream, expected: revision - 1, events: [] });
    command = `${stream} ${meta.commandId}`;
    appends.at(-1)!.events.push({ id, type, data, meta });
  }
  return appends;
}
