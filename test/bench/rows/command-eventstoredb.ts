import { randomUUID } from 'node:crypto';
import { jsonEvent, NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import type { RecordedEvent } from '@rettidig/event-sourcing';
import { CALLERS, EVENTS_A_CASE, openCasesOfTwenty } from '../cases-of-twenty.js';
import { bareClient, openStore, startDouble } from '../eventstoredb.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const ROUNDS = 5;
const STREAMS_A_ROUND = 512;

/**
 * `AssignCaseOwner` through the engine on cases of 20 events that were not touched before, by 64 callers, against the
 * bare client that reads the same stream, parses it and appends the same event at its revision, also 64 at a time. Both
 * over the protocol of EventStoreDB to one double in a process of its own.
 */
export const commandThroughEventStoreDb = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, streams] = quick ? [1, 128] : [ROUNDS, STREAMS_A_ROUND];
    const double = await startDouble();
    const bare = bareClient(double.url);
    try {
      const store = await openStore(double.url);
      const cases = await openCasesOfTwenty(store, folder, (rounds + 1) * streams, say);
      // The bare client has copies under a name that ours does not follow.
      for (const stream of cases.streams) await copyTo(bare, bareName(stream), cases.like);
      const part = (round: number) => cases.streams.slice(round * streams, (round + 1) * streams);
      let [ours, theirs] = [0, 0];
      const rates = await interleaved(
        rounds,
        () => cases.assignOwners(part(ours++)),
        () => throughClient(bare, part(theirs++), cases.like.at(-1)!),
      );
      await cases.close();
      const note = `${CALLERS} callers, ${streams} cases of ${EVENTS_A_CASE} events a round, none in memory; medians of ${rounds} interleaved rounds`;
      return { ...rates, unit: 'commands/s', note };
    } finally {
      await bare.dispose();
      await double.stop();
    }
  });

const bareName = (stream: string): string => `bare_${stream}`;

async function copyTo(client: EventStoreDBClient, name: string, events: readonly RecordedEvent[]): Promise<void> {
  const copies = events.map(({ type, data, meta }) =>
    jsonEvent({ id: randomUUID(), type, data: { ...data }, metadata: { ...meta } }),
  );
  await client.appendToStream(name, copies, { expectedRevision: NO_STREAM });
}

async function throughClient(
  client: EventStoreDBClient,
  streams: readonly string[],
  like: RecordedEvent,
): Promise<number> {
  const waiting = streams.values();
  const watch = stopwatch();
  const call = async (): Promise<void> => {
    for (const stream of waiting) {
      const name = bareName(stream);
      let revision = -1n;
      for await (const { event } of client.readStream(name)) if (event) revision = event.revision;
      const data = { ownerId: randomUUID() };
      const event = jsonEvent({ id: randomUUID(), type: 'CaseOwnerAssigned', data, metadata: { ...like.meta } });
      await client.appendToStream(name, event, { expectedRevision: revision });
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  return watch.rate(streams.length);
}
