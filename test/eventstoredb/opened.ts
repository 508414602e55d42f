import { randomUUID } from 'node:crypto';
import type { EventStore, RecordedEvent } from '@rettidig/event-sourcing';
import { START } from '@rettidig/event-sourcing';
import { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';
import { startEventStoreDb, type EventStoreDb } from '../support/eventstoredb/start.js';

type Options = Parameters<typeof EventStoreDbEventStore.open>[0];

/** A prefix that nobody else uses. */
export const throwAwayPrefix = (): string => `test${randomUUID().replaceAll('-', '').slice(0, 20)}`;

/** Opens a log; a test that freezes something says how long a call may take. */
export const openLog = (url: string, options: Partial<Options> = {}): Promise<EventStoreDbEventStore> =>
  EventStoreDbEventStore.open({
    url,
    prefix: 'test',
    callMs: 3000,
    patienceMs: 10_000,
    leaseMs: 60_000,
    startMs: 10_000,
    log: () => undefined,
    ...options,
  });

/** Starts servers and opens logs for the tests of a file; what a test started ends with it. */
export function serversAndLogs(usual: Partial<Options> = {}) {
  const running: EventStoreDb[] = [];
  const opened: EventStoreDbEventStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    for (const server of running.splice(0)) await server.stop();
  });
  return {
    start: async (...options: Parameters<typeof startEventStoreDb>): Promise<EventStoreDb> => {
      const server = await startEventStoreDb(...options);
      running.push(server);
      return server;
    },
    open: async ({ url }: EventStoreDb, options: Partial<Options> = {}): Promise<EventStoreDbEventStore> => {
      const store = await openLog(url, { ...usual, ...options });
      opened.push(store);
      return store;
    },
  };
}

/** Who follows a log from its beginning, as a view does. */
export class Follower {
  readonly seen: RecordedEvent[] = [];
  private readonly stopping = new AbortController();
  private readonly following: Promise<void>;

  constructor(store: EventStore, after = START) {
    this.following = this.follow(store, after);
  }

  get ids(): string[] {
    return this.seen.map(({ id }) => id);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async follow(store: EventStore, after: string): Promise<void> {
    for await (const page of store.subscribe({ after, limit: 50 }, this.stopping.signal)) this.seen.push(...page);
  }
}

/** The whole log, page by page, up to what anybody appended before. */
export async function everything(store: EventStore): Promise<RecordedEvent[]> {
  await store.head();
  const all: RecordedEvent[] = [];
  for (let after = START; ; after = all.at(-1)!.position) {
    const page = await store.readAll({ after });
    if (page.length === 0) return all;
    all.push(...page);
  }
}
