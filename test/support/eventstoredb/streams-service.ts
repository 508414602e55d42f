import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { NodeContext } from './node-context.js';
import type { Proposed } from './recorded.js';
import { rpcErrors, type RpcError } from './rpc-errors.js';
import * as appends from './streams-append.js';
import { BatchAppends } from './streams-batch-append.js';
import { answerRead, subscribe } from './streams-read.js';
import { type Bytes, proposed, streamName } from './wire.js';
import type { WriteResult } from './writer.js';

interface StreamsHandlers {
  read: handleServerStreamingCall<streams.ReadReq, Bytes>;
  append: handleClientStreamingCall<streams.AppendReq, streams.AppendResp>;
  batchAppend: handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp>;
  delete: handleUnaryCall<streams.DeleteReq, streams.DeleteResp>;
  tombstone: handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp>;
}

/** `event_store.client.streams.Streams`. */
export function streamsService(node: NodeContext): StreamsHandlers & Record<string, never> {
  const handlers: StreamsHandlers = {
    read: (call) => read(node, call),
    append: (call, answer) => append(node, call, answer),
    batchAppend: (call: ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>) => {
      new BatchAppends(node, call);
    },
    delete: (call, answer) =>
      void remove(node, call, { isHard: false }).then((position) => {
        if ('code' in position) return answer(position);
        answer(null, new streams.DeleteResp().setPosition(at(new streams.DeleteResp.Position(), position.position)));
      }),
    tombstone: (call, answer) =>
      void remove(node, call, { isHard: true }).then((position) => {
        if ('code' in position) return answer(position);
        const message = at(new streams.TombstoneResp.Position(), position.position);
        answer(null, new streams.TombstoneResp().setPosition(message));
      }),
  };
  return handlers as StreamsHandlers & Record<string, never>;
}

function read(node: NodeContext, call: ServerWritableStream<streams.ReadReq, Bytes>): void {
  const options = call.request.getOptions()!;
  const isSubscription = options.hasSubscription();
  node.counts[isSubscription ? 'subscriptions' : 'reads']++;
  const stream = options.hasAll() ? '$all' : streamName(options.getStream()?.getStreamIdentifier());
  const error = node.refusal(call.metadata, stream);
  if (error) return fail(call, error);
  if (node.faults.isSilent(isSubscription ? 'subscriptions' : 'reads')) return;
  const isStrict = node.faults.now.refusesInvalidPositions;
  if (isSubscription) return follow(node, call, isStrict);
  const answer = answerRead(node.log, options, isStrict);
  if ('code' in answer) return fail(call, answer);
  pour(call, answer[Symbol.iterator]());
}

function fail(call: ServerWritableStream<streams.ReadReq, Bytes>, error: RpcError): void {
  call.emit('error', error);
}

/** Sends as fast as the client takes it. */
function pour(call: ServerWritableStream<streams.ReadReq, Bytes>, messages: Iterator<Bytes>): void {
  for (;;) {
    if (call.cancelled) return;
    const { done, value } = messages.next();
    if (done) return void call.end();
    if (!call.write(value)) return void call.once('drain', () => pour(call, messages));
  }
}

function follow(node: NodeContext, call: ServerWritableStream<streams.ReadReq, Bytes>, isStrict: boolean): void {
  const subscriber = {
    write: (message: Bytes) => call.write(message),
    once: (event: 'drain', listener: () => void) => call.once(event, listener),
    get writableLength() {
      return call.writableLength;
    },
    fail: (error: RpcError) => fail(call, error),
    complete: () => void call.end(),
  };
  const behaviour = {
    fallsBehind: () => node.faults.now.slowConsumer === 'falls-behind',
    isMute: () => node.faults.isSilent('subscriptions'),
  };
  const options = call.request.getOptions()!;
  const subscription = subscribe(node.log, subscriber, { options, isStrict, behaviour });
  if ('code' in subscription) return fail(call, subscription);
  node.subscriptions.add(subscription);
  const end = () => {
    subscription.end();
    node.subscriptions.delete(subscription);
  };
  call.on('cancelled', end);
  call.on('close', end);
}

function append(
  node: NodeContext,
  call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
  answer: sendUnaryData<streams.AppendResp>,
): void {
  let options: streams.AppendReq.Options | undefined;
  const events: Proposed[] = [];
  call.on('data', (message: streams.AppendReq) => {
    options ??= message.getOptions();
    const event = message.getProposedMessage();
    if (event) events.push(proposed(event));
  });
  call.on('end', () => {
    const stream = streamName(options?.getStreamIdentifier());
    const expected = appends.expectedRevision(options!);
    const error = node.refusal(call.metadata, stream) ?? invalid(events);
    if (error) return answer(error);
    node.append({ stream, expected, events }, call, (result) => {
      if (result.kind === 'success' || result.kind === 'wrong-version')
        answer(null, appends.appendResponse(result, expected));
      else answer(writeError(result, 'Append', stream, expected));
    });
  });
}

function invalid(events: readonly Proposed[]): RpcError | undefined {
  if (events.some(({ type }) => type === '')) return rpcErrors.missingMetadata('type');
  const isTooBig = appends.sizeOf(events) > appends.MAX_APPEND_SIZE;
  return isTooBig ? rpcErrors.maxAppendSizeExceeded(appends.MAX_APPEND_SIZE) : undefined;
}

function writeError(
  result: Exclude<WriteResult, { kind: 'success' }>,
  operation: string,
  stream: string,
  expected: number,
) {
  switch (result.kind) {
    case 'deleted':
      return rpcErrors.streamDeleted(stream);
    case 'wrong-version':
      return rpcErrors.wrongExpectedVersion(operation, stream, expected, result.current);
    case 'not-ready':
      return rpcErrors.notReady();
    case 'timeout':
      return rpcErrors.timeout('Commit phase timeout.');
  }
}

type Removal =
  ServerUnaryCall<streams.DeleteReq, streams.DeleteResp> | ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>;

async function remove(
  node: NodeContext,
  call: Removal,
  { isHard }: { isHard: boolean },
): Promise<RpcError | { readonly position: number }> {
  const options = call.request.getOptions()!;
  const stream = streamName(options.getStreamIdentifier());
  const expected = appends.expectedRevision(options);
  const error = node.refusal(call.metadata, stream) ?? node.notLeader(call.metadata);
  if (error) return error;
  const result = await node.storage.write({ stream, expected, isHard });
  return result.kind === 'success' ? result : writeError(result, 'Delete', stream, expected);
}

interface PositionMessage {
  setCommitPosition(value: string): unknown;
  setPreparePosition(value: string): unknown;
}

function at<M extends PositionMessage>(message: M, position: number): M {
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return message;
}
