import { readFileSync } from 'node:fs';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { answerParent } from '../node-process.js';
import type { ClusterView } from './cluster.js';
import { Connections } from './connections.js';
import type { Faults } from './faults.js';
import { NodeContext } from './node-context.js';
import { featuresService, gossipService } from './other-services.js';
import { Storage } from './storage.js';
import { streamsService } from './streams-service.js';
import type { Users } from './users.js';
import type { Bytes } from './wire.js';

/** What a node is started with. */
export interface NodeOptions {
  readonly file: string;
  readonly index: number;
  readonly cluster: ClusterView;
  readonly faults: Partial<Faults>;
  /** Files with a certificate and its key; without them the node speaks openly and asks nobody who he is. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  readonly users: Users;
}

/** Reads go out as bytes that were put together once. */
const asBytes = {
  ...StreamsService,
  read: { ...StreamsService.read, responseSerialize: (message: Bytes) => message },
};

async function start(options: NodeOptions): Promise<void> {
  const { file, index, cluster, tls } = options;
  const storage = new Storage(file, index, cluster);
  const node = new NodeContext(storage, tls ? options.users : null);
  node.faults.set(options.faults);
  const server = new Server({
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
    'grpc.max_receive_message_length': 17 * 1024 * 1024,
  });
  server.addService(asBytes, streamsService(node));
  server.addService(ServerFeaturesService, featuresService(node));
  server.addService(GossipService, gossipService(node));
  const injector = server.createConnectionInjector(credentials(tls));
  node.connections = new Connections((socket) => injector.injectConnection(socket));
  await node.connections.listen(cluster.ports[index]!);

  process.on('SIGTERM', () => {
    node.connections.close();
    server.forceShutdown();
    setImmediate(() => process.exit(0));
  });
  answerParent({
    isReady: () => true,
    faults: (faults: Partial<Faults>) => node.faults.set(faults),
    cluster: (view: ClusterView) => storage.take(view),
    cutConnections: () => node.connections.cutAll(),
    tooSlow: () => node.subscriptions.forEach((subscription) => subscription.tooSlow()),
    endSubscriptions: () => node.subscriptions.forEach((subscription) => subscription.complete()),
    systemEvents: (count: number) => storage.systemEvents(count),
    counts: () => ({ ...node.counts, connections: node.connections.count, live: node.subscriptions.size }),
    logEnd: () => storage.log.end,
  });
}

function credentials(tls: NodeOptions['tls']): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const pair = { cert_chain: readFileSync(tls.certificate), private_key: readFileSync(tls.key) };
  return ServerCredentials.createSsl(null, [pair]);
}

void start(JSON.parse(process.argv[2]!) as NodeOptions);
