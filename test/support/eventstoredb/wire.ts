import * as streams from '@eventstore/db-client/generated/streams_pb.js';
import * as shared from '@eventstore/db-client/generated/shared_pb.js';
import { type Proposed, type Recorded, revisionText } from './recorded.js';

/** Messages to the client go out as bytes, so that an event that many read is put into its message once. */
export type Bytes = Buffer;

const bytes = (message: { serializeBinary(): Uint8Array }): Bytes => Buffer.from(message.serializeBinary());

/** How many of those messages are kept at a time. */
const KEPT = 50_000;
let asRead = new WeakMap<Recorded, Bytes>();
let kept = 0;

/** An event in a read, with its position. Both kinds of reads give the position, as the server does. */
export function eventRead(event: Recorded): Bytes {
  const before = asRead.get(event);
  if (before) return before;
  if (++kept % KEPT === 0) asRead = new WeakMap();
  const message = bytes(encodeEvent(event));
  asRead.set(event, message);
  return message;
}

function encodeEvent(event: Recorded) {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(event.id))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(revisionText(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', event.created)
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

export function confirmation(subscriptionId: string): Bytes {
  const message = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscriptionId);
  return bytes(new streams.ReadResp().setConfirmation(message));
}

export function caughtUp(): Bytes {
  return bytes(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
}

export function fellBehind(): Bytes {
  return bytes(new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind()));
}

export function checkpoint({ commit, prepare }: AllPosition): Bytes {
  const message = new streams.ReadResp.Checkpoint()
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare));
  return bytes(new streams.ReadResp().setCheckpoint(message));
}

export function streamNotFound(stream: string): Bytes {
  const message = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream));
  return bytes(new streams.ReadResp().setStreamNotFound(message));
}

export interface AllPosition {
  readonly commit: number;
  readonly prepare: number;
}

export function uuid(id: string) {
  return new shared.UUID().setString(id);
}

export function streamIdentifier(stream: string) {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}

export function streamName(identifier: { getStreamName_asU8(): Uint8Array } | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

/** What both kinds of appends call a proposed message. */
interface ProposedMessage {
  getId(): { getString(): string; getStructured(): UuidHalves | undefined } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export function proposed(message: ProposedMessage): Proposed {
  return {
    id: uuidText(message.getId()),
    type: message.getMetadataMap().get('type') ?? '',
    isJson: message.getMetadataMap().get('content-type') === 'application/json',
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

interface UuidHalves {
  getMostSignificantBits(): string;
  getLeastSignificantBits(): string;
}

/** Both spellings of the protocol: as text, or as two signed 64-bit halves. */
function uuidText(uuid: { getString(): string; getStructured(): UuidHalves | undefined } | undefined): string {
  const halves = uuid?.getStructured();
  if (!halves) return uuid?.getString() ?? '';
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
