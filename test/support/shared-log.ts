import { EventStoreDBClient, FORWARDS, START, type AllStreamResolvedEvent } from '@eventstore/db-client';

/** What the names of our streams begin with on the server. */
const PREFIX = 'rettidig_';

/** An event as it stands on the server, read with the bare client: what a test compares with. */
export interface LoggedEvent {
  readonly id: string;
  readonly type: string;
  /** Without the prefix. */
  readonly stream: string;
  readonly revision: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: {
    readonly commandId: string;
    readonly recordedAt: string;
    readonly byPerson: boolean;
    readonly $causationId: string;
    readonly $correlationId: string;
  };
  /** As the product tells it in its answers. */
  readonly position: string;
}

/** The whole log of the product in order, without any of the product's code. */
export async function readWholeLog(url: string): Promise<LoggedEvent[]> {
  const client = EventStoreDBClient.connectionString(url);
  try {
    const events: LoggedEvent[] = [];
    for await (const read of client.readAll({ direction: FORWARDS, fromPosition: START })) {
      if (read.event?.streamId.startsWith(PREFIX)) events.push(logged(read));
    }
    return events;
  } finally {
    await client.dispose();
  }
}

function logged({ event }: AllStreamResolvedEvent): LoggedEvent {
  const { id, type, streamId, revision, data, metadata, position } = event!;
  const { commit, prepare } = position;
  return {
    ...{ id, type, stream: streamId.slice(PREFIX.length), revision: Number(revision) },
    data: data as LoggedEvent['data'],
    meta: metadata as LoggedEvent['meta'],
    position: [commit, prepare].map((half) => half.toString(16).padStart(16, '0')).join(''),
  };
}
