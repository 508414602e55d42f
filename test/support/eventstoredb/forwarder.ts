import { credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import * as streams from '@eventstore/db-client/generated/streams_pb.js';
import * as shared from '@eventstore/db-client/generated/shared_pb.js';
import { HOST } from './cluster.js';
import { NO_STREAM, STREAM_EXISTS } from './commit-check.js';
import { streamIdentifier, uuid } from './wire.js';
import type { Append, Delete, WriteResult } from './writer.js';

/** How long a follower waits for the leader, as `CommitTimeoutMs`: then nobody knows whether it was written. */
const FORWARD_TIMEOUT_MS = 2_000;

/** How a follower passes on what it was asked to write. Clusters of the double speak without TLS. */
export class Forwarder {
  private readonly client: StreamsClient;

  constructor(leaderPort: number) {
    this.client = new StreamsClient(`${HOST}:${leaderPort}`, credentials.createInsecure());
  }

  async write(command: Append | Delete): Promise<WriteResult> {
    try {
      return await ('events' in command ? this.append(command) : this.delete(command));
    } catch (error) {
      return failed(error as ServiceError);
    }
  }

  private append({ stream, expected, events }: Append): Promise<WriteResult> {
    return new Promise((resolve, reject) => {
      const call = this.client.append(leaderOnly(), deadline(), (error, response) => {
        if (error) reject(error);
        else resolve(resultOf(response));
      });
      const options = new streams.AppendReq.Options().setStreamIdentifier(streamIdentifier(stream));
      expect(options, expected);
      call.write(new streams.AppendReq().setOptions(options));
      for (const event of events) {
        const message = new streams.AppendReq.ProposedMessage()
          .setId(uuid(event.id))
          .setData(event.data)
          .setCustomMetadata(event.metadata);
        message.getMetadataMap().set('type', event.type);
        message.getMetadataMap().set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
        call.write(new streams.AppendReq().setProposedMessage(message));
      }
      call.end();
    });
  }

  private delete({ stream, expected, isHard }: Delete): Promise<WriteResult> {
    return new Promise((resolve, reject) => {
      const answered = (error: ServiceError | null, response: streams.DeleteResp | streams.TombstoneResp) => {
        if (error) reject(error);
        else resolve({ kind: 'success', last: -1, position: Number(response.getPosition()?.getCommitPosition() ?? 0) });
      };
      if (isHard) {
        const options = new streams.TombstoneReq.Options().setStreamIdentifier(streamIdentifier(stream));
        expect(options, expected);
        this.client.tombstone(new streams.TombstoneReq().setOptions(options), leaderOnly(), deadline(), answered);
      } else {
        const options = new streams.DeleteReq.Options().setStreamIdentifier(streamIdentifier(stream));
        expect(options, expected);
        this.client.delete(new streams.DeleteReq().setOptions(options), leaderOnly(), deadline(), answered);
      }
    });
  }

  close(): void {
    this.client.close();
  }
}

function leaderOnly(): Metadata {
  const metadata = new Metadata();
  metadata.set('requires-leader', 'true');
  return metadata;
}

function deadline() {
  return { deadline: Date.now() + FORWARD_TIMEOUT_MS };
}

interface Expecting {
  setRevision(revision: string): unknown;
  setNoStream(empty: shared.Empty): unknown;
  setAny(empty: shared.Empty): unknown;
  setStreamExists(empty: shared.Empty): unknown;
}

function expect(options: Expecting, expected: number): void {
  if (expected >= 0) options.setRevision(String(expected));
  else if (expected === NO_STREAM) options.setNoStream(new shared.Empty());
  else if (expected === STREAM_EXISTS) options.setStreamExists(new shared.Empty());
  else options.setAny(new shared.Empty());
}

function resultOf(response: streams.AppendResp): WriteResult {
  const conflict = response.getWrongExpectedVersion();
  if (conflict) {
    return {
      kind: 'wrong-version',
      current: conflict.hasCurrentRevision() ? Number(conflict.getCurrentRevision()) : -1,
    };
  }
  const success = response.getSuccess()!;
  const last = success.hasCurrentRevision() ? Number(success.getCurrentRevision()) : -1;
  return { kind: 'success', last, position: Number(success.getPosition()?.getCommitPosition() ?? 0) };
}

function failed(error: ServiceError): WriteResult {
  const trailers = error.metadata?.getMap() ?? {};
  if (trailers.exception === 'stream-deleted') return { kind: 'deleted' };
  if (trailers.exception === 'wrong-expected-version')
    return { kind: 'wrong-version', current: Number(trailers['actual-version']) };
  return error.code === status.NOT_FOUND ? { kind: 'not-ready' } : { kind: 'timeout' };
}
