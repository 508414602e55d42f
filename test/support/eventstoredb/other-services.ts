import { randomUUID } from 'node:crypto';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import * as features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import * as gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type * as shared from '@eventstore/db-client/generated/shared_pb.js';
import { HOST } from './cluster.js';
import type { NodeContext } from './node-context.js';
import { rpcErrors } from './rpc-errors.js';
import { uuid } from './wire.js';

/** What a 23.10 says of the methods that the double has. */
const FEATURES: Record<string, string[]> = { read: ['position', 'events'], batchappend: ['deadline_duration'] };

/** `event_store.client.server_features.ServerFeatures`; asked without credentials, answered to anybody. */
export function featuresService(node: NodeContext) {
  const getSupportedMethods: handleUnaryCall<shared.Empty, features.SupportedMethods> = (_call, answer) => {
    node.counts.features++;
    const { oldServer, version } = node.faults.now;
    if (node.faults.isSilent('features')) return;
    if (oldServer) return answer(rpcErrors.unimplemented());
    if (node.faults.takes('internalFeatures')) return answer(rpcErrors.internal());
    const methods = Object.values(StreamsService as unknown as Record<string, { path: string }>).map(({ path }) => {
      const [service, method] = path.toLowerCase().slice(1).split('/') as [string, string];
      return new features.SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList(FEATURES[method] ?? []);
    });
    answer(null, new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(version));
  };
  return { getSupportedMethods };
}

const ids: string[] = [];

/** `event_store.client.gossip.Gossip`: who leads, who follows, who is gone. */
export function gossipService(node: NodeContext) {
  const read: handleUnaryCall<shared.Empty, gossip.ClusterInfo> = (_call, answer) => {
    node.counts.gossip++;
    if (node.faults.isSilent('gossip')) return;
    const { ports, alive, leader } = node.storage.cluster;
    const { LEADER, FOLLOWER, UNKNOWN } = gossip.MemberInfo.VNodeState;
    const members = ports.map((port, index) =>
      new gossip.MemberInfo()
        .setInstanceId(uuid((ids[index] ??= randomUUID())))
        .setTimeStamp(String(Date.now() * 10_000))
        .setState(index === leader ? LEADER : leader === null ? UNKNOWN : FOLLOWER)
        .setIsAlive(alive[index]!)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(HOST).setPort(port)),
    );
    answer(null, new gossip.ClusterInfo().setMembersList(members));
  };
  return { read };
}
