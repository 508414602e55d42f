import * as shared from '@eventstore/db-client/generated/shared_pb.js';
import * as codes from '@eventstore/db-client/generated/code_pb.js';
import * as rpc from '@eventstore/db-client/generated/status_pb.js';
import * as streams from '@eventstore/db-client/generated/streams_pb.js';
import * as any from 'google-protobuf/google/protobuf/any_pb.js';
import * as empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { ANY, NO_STREAM, STREAM_EXISTS } from './commit-check.js';
import type { Proposed } from './recorded.js';
import type { WriteResult } from './writer.js';

/** `MaxAppendSize`, 1 MiB; what counts is the data alone, by an operator's precedence in `Event.SizeOnDisk`. */
export const MAX_APPEND_SIZE = 1024 * 1024;

export function sizeOf(events: readonly Proposed[]): number {
  return events.reduce((size, { data }) => size + data.length, 0);
}

/** The revision that the client expects, as all requests but batches have it. */
export function expectedRevision(options: {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}): number {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? STREAM_EXISTS : ANY;
}

export function expectedInBatch(options: streams.BatchAppendReq.Options): number {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? STREAM_EXISTS : ANY;
}

/** A success or a conflict; the other results of `Append` are errors of the call. */
export function appendResponse(
  result: Extract<WriteResult, { kind: 'success' | 'wrong-version' }>,
  expected: number,
): streams.AppendResp {
  if (result.kind === 'wrong-version')
    return new streams.AppendResp().setWrongExpectedVersion(wrongExpectedVersion(result.current, expected));
  const success = new streams.AppendResp.Success().setPosition(
    new streams.AppendResp.Position()
      .setCommitPosition(String(result.position))
      .setPreparePosition(String(result.position)),
  );
  if (result.last < 0) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(result.last));
  return new streams.AppendResp().setSuccess(success);
}

function wrongExpectedVersion(current: number, expected: number): streams.AppendResp.WrongExpectedVersion {
  const message = new streams.AppendResp.WrongExpectedVersion();
  if (expected === ANY) message.setExpectedAny(new shared.Empty());
  else if (expected === STREAM_EXISTS) message.setExpectedStreamExists(new shared.Empty());
  else if (expected === NO_STREAM) message.setExpectedNoStream(new shared.Empty());
  else message.setExpectedRevision(String(expected));
  if (current < 0) return message.setCurrentNoStream(new shared.Empty());
  return message.setCurrentRevision(String(current));
}

/** Every result of an append in a batch is an answer to it. */
export function batchResponse(result: BatchResult, stream: string, expected: number): streams.BatchAppendResp {
  if (result.kind !== 'success') return new streams.BatchAppendResp().setError(batchError(result, stream, expected));
  const success = new streams.BatchAppendResp.Success().setPosition(
    new shared.AllStreamPosition()
      .setCommitPosition(String(result.position))
      .setPreparePosition(String(result.position)),
  );
  if (result.last < 0) success.setNoStream(new empty.Empty());
  else success.setCurrentRevision(String(result.last));
  return new streams.BatchAppendResp().setSuccess(success);
}

export type BatchResult =
  | WriteResult
  | { readonly kind: 'too-big' }
  | { readonly kind: 'too-busy' }
  | { readonly kind: 'access-denied' }
  | { readonly kind: 'bad-request'; readonly message: string };

type Failure = Exclude<BatchResult, { kind: 'success' }>;

/** `Google.Rpc.Status` with the details that the client tells errors by. */
function batchError(failure: Failure, stream: string, expected: number): rpc.Status {
  const { Code } = codes;
  const in_ = 'event_store.client';
  switch (failure.kind) {
    case 'wrong-version':
      return status(Code.ALREADY_EXISTS, 'WrongExpectedVersion', conflict(failure.current, expected), in_);
    case 'deleted': {
      const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
      return status(Code.NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifier), in_);
    }
    case 'timeout':
      return status(Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout(), in_);
    case 'access-denied':
      return status(Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied(), in_);
    case 'too-big': {
      const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
      return status(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details, in_);
    }
    case 'bad-request':
      return status(Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(failure.message), in_);
    case 'not-ready':
      return unnamed('Server Is Not Ready');
    case 'too-busy':
      return unnamed('Server Is Busy');
  }
}

function conflict(current: number, expected: number): shared.WrongExpectedVersion {
  const message = new shared.WrongExpectedVersion();
  if (expected === ANY) message.setExpectedAny(new empty.Empty());
  else if (expected === STREAM_EXISTS) message.setExpectedStreamExists(new empty.Empty());
  else if (expected === NO_STREAM) message.setExpectedNoStream(new empty.Empty());
  else message.setExpectedStreamPosition(String(expected));
  if (current < 0) return message.setCurrentNoStream(new empty.Empty());
  return message.setCurrentStreamRevision(String(current));
}

type Details = { serializeBinary(): Uint8Array };

function status(code: codes.Code, name: string, details: Details, namespace: string): rpc.Status {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `${namespace}.${name}`);
  return new rpc.Status().setCode(code).setMessage(name).setDetails(packed);
}

/** An error without a kind of its own: the message alone tells it. */
function unnamed(message: string): rpc.Status {
  const packed = new any.Any();
  packed.pack(new empty.Empty().serializeBinary(), 'google.protobuf.Empty');
  return new rpc.Status().setMessage(message).setDetails(packed);
}
