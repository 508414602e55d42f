import { EventStoreDBClient } from '@eventstore/db-client';

/** The parts of a stream of calls that the guard touches. */
interface CallStream {
  listeners(event: string): ((message: unknown) => void)[];
  off(event: string, listener: unknown): unknown;
  on(event: string, listener: (message: unknown) => void): unknown;
  write: (message: unknown) => boolean;
  cancel: () => void;
}
interface Channel {
  close(): void;
}
type Creator = (grpc: { getChannel(): Channel }) => CallStream | Promise<CallStream>;
type StreamCreator = (service: unknown, name: string, creator: Creator, cache?: unknown) => () => Promise<CallStream>;

/** What the client has inside and does not show in its types. */
interface Inside {
  GRPCStreamCreator: StreamCreator;
  readonly capabilities: Promise<{ readonly serverVersion: string; supports(method: { path: string }): boolean }>;
}

/** A client, and the channels that it opened: it leaves them open when it is disposed of. */
export interface GuardedClient {
  readonly client: EventStoreDBClient;
  readonly channels: Set<Channel>;
}

/**
 * A client whose appends cannot take the process down. All clients of a process keep their unanswered appends in one
 * table. When the connection of one breaks, the table is emptied, and an answer to another one's append then throws where
 * nobody can catch it; so does a second answer to the same append. And where the client waits for the connection to take
 * more before it writes, a break rejects a promise that nobody holds.
 */
export function guardedClient(url: string): GuardedClient {
  const client = EventStoreDBClient.connectionString(url);
  const inside = client as unknown as Inside;
  const channels = new Set<Channel>();
  const create = inside.GRPCStreamCreator;
  inside.GRPCStreamCreator = (service, name, creator, cache) =>
    create(
      service,
      name,
      async (grpc) => {
        channels.add(grpc.getChannel());
        const stream = cancelledLater(await creator(grpc));
        return name === 'appendToStream' ? guarded(stream) : stream;
      },
      cache,
    );
  return { client, channels };
}

/**
 * A call that is not cancelled before the errors at hand have been dealt with. Node closes the calls of a connection that
 * is ending one by one; whoever cancels one of them meanwhile makes it send what another one had left to say, and it goes
 * on sending that for ever (nodejs/node#52952): the process answers nothing any more.
 */
function cancelledLater(stream: CallStream): CallStream {
  const cancel = stream.cancel.bind(stream);
  stream.cancel = () => void setImmediate(cancel);
  return stream;
}

function guarded(stream: CallStream): CallStream {
  for (const answer of stream.listeners('data')) {
    stream.off('data', answer);
    stream.on('data', (message) => {
      try {
        answer(message);
      } catch {
        // Nobody waits for this answer any more; whoever did has asked again with the same event ids.
      }
    });
  }
  const write = stream.write.bind(stream);
  stream.write = (message) => {
    write(message);
    return true;
  };
  return stream;
}

/** What the server says of itself. */
export async function capabilitiesOf({ client }: GuardedClient): Promise<{ version: string; hasBatches: boolean }> {
  const capabilities = await (client as unknown as Inside).capabilities;
  return {
    version: capabilities.serverVersion,
    hasBatches: capabilities.supports({ path: '/event_store.client.streams.Streams/BatchAppend' }),
  };
}
