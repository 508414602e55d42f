import type { Metadata } from '@grpc/grpc-js';
import { HOST } from './cluster.js';
import type { Connections } from './connections.js';
import { FaultState } from './faults.js';
import { rpcErrors, type RpcError } from './rpc-errors.js';
import type { Storage } from './storage.js';
import type { Subscription } from './subscription.js';
import { refusal, type Users } from './users.js';
import type { Append, WriteResult } from './writer.js';

/** How often a node was asked what, so that a test can wait until it was. */
export interface Counts {
  features: number;
  gossip: number;
  appends: number;
  reads: number;
  subscriptions: number;
}

/** The call that an append came with: where its connection is cut, and what it ends with for want of a leader. */
interface AppendCall {
  readonly metadata: Metadata;
  getPeer(): string;
  emit(event: 'error', error: RpcError): unknown;
}

/** What the services of a node share. */
export class NodeContext {
  readonly faults = new FaultState();
  readonly subscriptions = new Set<Subscription>();
  readonly counts: Counts = { features: 0, gossip: 0, appends: 0, reads: 0, subscriptions: 0 };
  connections!: Connections;

  constructor(
    readonly storage: Storage,
    private readonly users: Users | null,
  ) {}

  get log() {
    return this.storage.log;
  }

  /** Why this call is not served at all. */
  refusal(metadata: Metadata, stream: string): RpcError | undefined {
    switch (this.faults.now.refuse) {
      case 'access-denied':
        return rpcErrors.accessDenied();
      case 'unauthenticated':
        return rpcErrors.unauthenticated();
      case 'not-ready':
        return rpcErrors.notReady();
      case 'too-busy':
        return rpcErrors.tooBusy();
      case 'timeout':
        return rpcErrors.timeout('Operation timed out.');
      case null:
        return refusal(this.users, metadata, stream);
    }
  }

  /** A client that insists on the leader is sent to it; others are served by any node. */
  notLeader(metadata: Metadata): RpcError | undefined {
    const isForced = this.faults.takes('notLeader');
    if (!isForced && (this.storage.isLeader || metadata.get('requires-leader')[0] !== 'true')) return undefined;
    const port = this.storage.leaderPort;
    return port === null ? rpcErrors.noLeaderInfo() : rpcErrors.notLeader({ host: HOST, port });
  }

  /** Writes and answers, with the faults that lie around a write. */
  append(command: Append, call: AppendCall, answer: (result: WriteResult) => void): void {
    this.counts.appends++;
    const notLeader = this.notLeader(call.metadata);
    if (notLeader) return void call.emit('error', notLeader);
    if (this.faults.takes('cutBeforeWrite')) return this.connections.cut(call.getPeer());
    const result = this.storage.write(command);
    // In one go when this node leads: an append is decided and answered before the next one is looked at.
    if (result instanceof Promise) void result.then((later) => this.answer(call, later, answer));
    else this.answer(call, result, answer);
  }

  private answer(call: AppendCall, result: WriteResult, answer: (result: WriteResult) => void): void {
    if (this.faults.isSilent('appends')) return;
    if (this.faults.takes('cutAfterWrite')) this.connections.cut(call.getPeer());
    else answer(result);
  }
}
