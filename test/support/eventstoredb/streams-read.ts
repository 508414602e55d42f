import * as streams from '@eventstore/db-client/generated/streams_pb.js';
import { filterFrom, inAll } from './event-filter.js';
import { feedOfAll, feedOfStream } from './feeds.js';
import type { Log } from './log.js';
import { FROM_END, readAll, readStream } from './reads.js';
import { rpcErrors, type RpcError } from './rpc-errors.js';
import { type Subscriber, Subscription, type SubscriptionOptions } from './subscription.js';
import { type AllPosition, type Bytes, eventRead, streamName, streamNotFound } from './wire.js';

type Options = streams.ReadReq.Options;
type Start = AllPosition | 'start' | 'end';

/** A read that ends: its messages one by one, or the error that it ends with. */
export function answerRead(log: Log, options: Options, isStrict: boolean): Iterable<Bytes> | RpcError {
  const isBackwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const count = Number(options.getCount());
  const all = options.getAll();
  if (!all) {
    const stream = streamName(options.getStream()?.getStreamIdentifier());
    const found = readStream(log, stream, { isBackwards, from: revisionFrom(options), count });
    if (found === 'deleted') return rpcErrors.streamDeleted(stream);
    return found === 'not-found' ? [streamNotFound(stream)] : messages(found);
  }
  const position = positionFrom(all);
  const error = wrongPosition(log, position, isStrict);
  if (error) return error === 'mid-record' ? rpcErrors.readFailed() : error;
  const from = typeof position === 'object' ? position.commit : position === 'start' ? 0 : FROM_END;
  const filter = options.getFilter();
  return messages(readAll(log, { isBackwards, from, count }, filter ? filterFrom(filter) : inAll));
}

/** 23.10 takes a position behind the end as it is and stumbles over one within a record; 24.10 refuses both. */
function wrongPosition(log: Log, position: Start, isStrict: boolean): RpcError | 'mid-record' | undefined {
  if (typeof position !== 'object' || log.isBoundary(position.commit)) return undefined;
  if (isStrict) return rpcErrors.invalidPosition();
  return position.commit < log.end ? 'mid-record' : undefined;
}

function* messages(events: Iterable<Parameters<typeof eventRead>[0]>): Generator<Bytes> {
  for (const event of events) yield eventRead(event);
}

type Behaviour = Pick<SubscriptionOptions, 'fallsBehind' | 'isMute'>;

/** A subscription, begun; or why it cannot be. */
export function subscribe(
  log: Log,
  subscriber: Subscriber,
  request: { readonly options: Options; readonly isStrict: boolean; readonly behaviour: Behaviour },
): Subscription | RpcError {
  const { options, isStrict, behaviour } = request;
  const all = options.getAll();
  if (!all) {
    const stream = streamName(options.getStream()?.getStreamIdentifier());
    return new Subscription(log, subscriber, feedOfStream(log, stream, subscriptionStart(options)), behaviour);
  }
  const start = positionFrom(all);
  const error = wrongPosition(log, start, isStrict);
  if (error) return error === 'mid-record' ? rpcErrors.unhandled() : error;
  const filter = options.getFilter();
  const feed = feedOfAll(log, start, filter && filterFrom(filter));
  return new Subscription(log, subscriber, feed, { ...behaviour, ...(filter && checkpointing(filter, start)) });
}

function checkpointing(
  filter: streams.ReadReq.Options.FilterOptions,
  start: Start,
): Pick<SubscriptionOptions, 'checkpoints'> {
  const window = filter.hasMax() ? filter.getMax() : 32;
  const from = typeof start === 'object' ? start : { commit: 0, prepare: 0 };
  return { checkpoints: { interval: filter.getCheckpointintervalmultiplier() * window, window, from } };
}

/** Reading includes where it starts. */
function revisionFrom(options: Options): number {
  const stream = options.getStream()!;
  if (stream.hasStart()) return 0;
  return stream.hasEnd() ? FROM_END : Number(stream.getRevision());
}

/** Subscribing begins behind it. */
function subscriptionStart(options: Options): number | 'start' | 'end' {
  const stream = options.getStream()!;
  if (stream.hasStart()) return 'start';
  return stream.hasEnd() ? 'end' : Number(stream.getRevision());
}

/** The position zero is the start, the greatest one the end. */
function positionFrom(all: streams.ReadReq.Options.AllOptions): Start {
  const position = all.getPosition();
  if (!position) return all.hasStart() ? 'start' : 'end';
  const commit = BigInt(position.getCommitPosition());
  const prepare = BigInt(position.getPreparePosition());
  if (commit === 0n && prepare === 0n) return 'start';
  return commit >= 2n ** 63n ? 'end' : { commit: Number(commit), prepare: Number(prepare) };
}
