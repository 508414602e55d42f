import { EventStoreDBClient, type ReadPosition } from '@eventstore/db-client';
import { eventStoreContract } from '@rettidig/event-sourcing/testing';
import { openLog, throwAwayPrefix } from './opened.js';

/**
 * The same contract against a real server: `EVENTSTORE_URL=esdb://… npm run test:eventstoredb`. All streams carry a
 * prefix of this run and are deleted at its end, so that the server may be one that others use.
 */
const url = process.env.EVENTSTORE_URL;
const run = throwAwayPrefix();
let logs = 0;
const again = () => openLog(url!, { prefix: `${run}x${logs}` });

if (url === undefined) {
  it.skip('a real server: set EVENTSTORE_URL', () => undefined);
} else {
  afterAll(() => deleteStreams(url), 120_000);
  eventStoreContract(
    'a real EventStoreDB',
    () => {
      logs += 1;
      return again();
    },
    { reopen: again, openSecond: again, openImpatient: () => openLog(url, { prefix: `${run}x${logs}`, leaseMs: 200 }) },
  );
}

/** Deletes what this run wrote, found page by page from the end of the log back to where its first log began. */
async function deleteStreams(server: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(server);
  const streams = new Set<string>();
  for (let from: ReadPosition | undefined = 'end'; from && !streams.has(`${run}x1.log`);) {
    let last: ReadPosition | undefined;
    for await (const { event } of client.readAll({ direction: 'backwards', fromPosition: from, maxCount: 1000 })) {
      last = event?.position ?? last;
      if (event?.streamId.startsWith(run)) streams.add(event.streamId);
    }
    from = last;
  }
  for (const stream of streams) await client.deleteStream(stream);
  await client.dispose();
}
