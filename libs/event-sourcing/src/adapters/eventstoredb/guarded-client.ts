import { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { AppendCall } from './append-call.js';
import type { Append, AppendedThere } from './append-wire.js';

/** The parts of a call that are used here. */
interface CallStream {
  on(event: string, listener: (message: unknown) => void): unknown;
  write: (message: unknown) => boolean;
  end: () => unknown;
  cancel: () => void;
}
interface Channel {
  close(): void;
}
/** The parts of a client of gRPC. */
interface Calls {
  getChannel(): Channel;
  makeServerStreamRequest(
    path: string,
    serialize: (request: ReadReq) => Buffer,
    deserialize: typeof asItIs,
    request: ReadReq,
    ...how: readonly unknown[]
  ): CallStream;
  makeBidiStreamRequest(
    path: string,
    serialize: typeof asItIs,
    deserialize: typeof asItIs,
    ...how: readonly unknown[]
  ): CallStream;
}
type Creator = (grpc: Calls) => CallStream | Promise<CallStream>;
type StreamCreator = (service: unknown, name: string, creator: Creator, cache?: object) => () => Promise<CallStream>;

/** What the client has inside and does not show in its types. */
interface Inside {
  GRPCStreamCreator: StreamCreator;
  callArguments(
    options: { readonly requiresLeader?: boolean },
    more: { readonly deadline: number },
  ): readonly unknown[];
  readonly capabilities: Promise<{ readonly serverVersion: string; supports(method: { path: string }): boolean }>;
}

/**
 * A client, the channels that it opened, which it leaves open when it is disposed of, and two calls past it: as bytes, for
 * what comes and goes with every event.
 */
export interface GuardedClient {
  readonly client: EventStoreDBClient;
  readonly channels: Set<Channel>;
  /** Reads without an end; what comes are the bytes of answers. */
  readonly follow: (request: ReadReq) => Promise<CallStream>;
  /** @throws an error of the client's classes. */
  readonly append: (append: Append) => Promise<AppendedThere>;
}

/** Makes a client whose calls do no harm to the process when a connection breaks. */
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
        return cancelledLater(await creator(grpc));
      },
      cache,
    );
  return { client, channels, follow: (request) => follow(inside, request), append: appending(inside) };
}

const { read, batchAppend } = StreamsService;

/** Calls that stay have no deadline. */
const FOR_EVER = { deadline: Infinity };

const asItIs = (bytes: Buffer): Buffer => bytes;

const follow = (inside: Inside, request: ReadReq): Promise<CallStream> =>
  inside.GRPCStreamCreator(StreamsClient, 'subscribeToAll', (grpc) =>
    grpc.makeServerStreamRequest(
      ...([read.path, read.requestSerialize, asItIs, request] as const),
      ...inside.callArguments({}, FOR_EVER),
    ),
  )();

/** Appends by one call as long as it holds, and then by the next one. */
function appending(inside: Inside): GuardedClient['append'] {
  const calls = new WeakMap<CallStream, AppendCall>();
  const opened = inside.GRPCStreamCreator(
    StreamsClient,
    'appendToStream',
    (grpc) => {
      const how = inside.callArguments({ requiresLeader: true }, FOR_EVER);
      const call = grpc.makeBidiStreamRequest(batchAppend.path, asItIs, asItIs, ...how);
      calls.set(call, new AppendCall(call));
      return call;
    },
    new WeakMap(),
  );
  return async (append) => calls.get(await opened())!.append(append);
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

/** What the server says of itself. */
export async function capabilitiesOf({ client }: GuardedClient): Promise<{ version: string; hasBatches: boolean }> {
  const capabilities = await (client as unknown as Inside).capabilities;
  return {
    version: capabilities.serverVersion,
    hasBatches: capabilities.supports({ path: '/event_store.client.streams.Streams/BatchAppend' }),
  };
}
