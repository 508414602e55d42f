import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { NodeContext } from './node-context.js';
import type { Proposed } from './recorded.js';
import { batchResponse, type BatchResult, expectedInBatch, MAX_APPEND_SIZE, sizeOf } from './streams-append.js';
import { proposed, streamIdentifier, streamName } from './wire.js';

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

interface Pending {
  readonly correlation: ReturnType<streams.BatchAppendReq['getCorrelationId']>;
  readonly stream: string;
  readonly expected: number;
  readonly events: Proposed[];
}

/** One call for all appends of a client: each is told by its correlation id and answered once (`BatchAppendWorker`). */
export class BatchAppends {
  private readonly pending = new Map<string, Pending>();
  private writing = 0;
  private isClosing = false;
  private isOver = false;

  constructor(
    private readonly node: NodeContext,
    private readonly call: Call,
  ) {
    call.on('data', (request: streams.BatchAppendReq) => !this.isOver && this.receive(request));
    call.on('end', () => this.ended());
    call.on('error', () => (this.isOver = true));
  }

  private receive(request: streams.BatchAppendReq): void {
    const id = Buffer.from(request.getCorrelationId()?.serializeBinary() ?? []).toString('latin1');
    const options = request.getOptions();
    if (options && !this.begin(id, request, options)) return;
    const pending = this.pending.get(id);
    if (!pending) return;
    pending.events.push(...request.getProposedMessagesList().map(proposed));
    const isTooBig = sizeOf(pending.events) > MAX_APPEND_SIZE;
    if (isTooBig || request.getIsFinal()) this.pending.delete(id);
    if (isTooBig) this.answer(pending, { kind: 'too-big' });
    else if (request.getIsFinal()) this.write(pending);
  }

  /** Answers whether the append goes on. */
  private begin(id: string, request: streams.BatchAppendReq, options: streams.BatchAppendReq.Options): boolean {
    const stream = streamName(options.getStreamIdentifier());
    const pending: Pending = {
      ...{ correlation: request.getCorrelationId(), stream, expected: expectedInBatch(options), events: [] },
    };
    const refused = this.refused(stream, options);
    if (refused === 'call') return false;
    if (refused) this.answer(pending, refused);
    else this.pending.set(id, pending);
    return !refused;
  }

  private refused(stream: string, options: streams.BatchAppendReq.Options): BatchResult | 'call' | undefined {
    const deadline = options.getDeadline()?.toDate();
    if (deadline && deadline.getTime() <= Date.now()) return { kind: 'timeout' };
    const error = this.node.refusal(this.call.metadata, stream);
    if (!error) return undefined;
    const kind =
      answers[this.node.faults.now.refuse ?? ''] ??
      (error.code === status.PERMISSION_DENIED ? 'access-denied' : undefined);
    if (kind) return { kind };
    this.call.emit('error', error);
    return 'call';
  }

  private write(pending: Pending): void {
    if (pending.events.some(({ type }) => type === ''))
      return this.answer(pending, { kind: 'bad-request', message: 'The given key was not present in the dictionary.' });
    this.writing++;
    this.node.append(pending, this.call, (result) => {
      this.answer(pending, result);
      if (--this.writing === 0 && this.isClosing) this.call.end();
    });
  }

  /** The client has said all; what it asked is answered first. */
  private ended(): void {
    if (this.writing === 0) this.call.end();
    else this.isClosing = true;
  }

  private answer({ correlation, stream, expected }: Pending, result: BatchResult): void {
    if (this.isOver) return;
    if (this.node.faults.takes('endAppends')) {
      this.isOver = true;
      return void this.call.end();
    }
    const response = batchResponse(result, stream, expected)
      .setCorrelationId(correlation)
      .setStreamIdentifier(streamIdentifier(stream));
    this.call.write(response);
    if (this.node.faults.takes('answerTwice')) this.call.write(response);
  }
}

/** What a refusal of everything looks like to one append; the others end the whole call. */
const answers: Record<string, 'access-denied' | 'not-ready' | 'too-busy' | 'timeout' | undefined> = {
  'access-denied': 'access-denied',
  'not-ready': 'not-ready',
  'too-busy': 'too-busy',
  timeout: 'timeout',
};
