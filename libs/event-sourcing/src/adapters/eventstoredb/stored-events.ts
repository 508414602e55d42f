import { TryLater } from '../../errors.js';
import type { EventMetadata, NewEvent, RecordedEvent } from '../../event.js';
import { frozen } from '../recent.js';
import { tokenOf } from './position.js';
import type { EventRead } from './subscription-wire.js';

/** How long to wait for what a person has to look at. */
const SECONDS_UNTIL_MENDED = 60;

/** An event as it is written. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  /** JSON. */
  readonly data: string;
  /** JSON, or empty. */
  readonly metadata: string;
}

/** Something stands in our streams that we did not write, or that is no longer whole; never passed over in silence. */
export class Damaged extends TryLater {
  constructor(
    code: 'store.foreign-event' | 'store.stream-deleted' | 'store.log-shortened',
    readonly where: { readonly stream?: string; readonly eventId?: string },
  ) {
    super(code, SECONDS_UNTIL_MENDED, where);
  }
}

/** Names of the server's streams: ours carry a prefix, and those of the mechanics another sign after it. */
export class StreamNames {
  /** What all our streams begin with, and no stream of the mechanics. */
  readonly ours: string;
  readonly begin: string;
  readonly parked: string;

  constructor(prefix: string) {
    this.ours = `${prefix}_`;
    this.begin = `${prefix}.log`;
    this.parked = `${prefix}.parked`;
    this.#leases = `${prefix}.lease-`;
  }
  readonly #leases: string;

  of(stream: string): string {
    return this.ours + stream;
  }

  lease(name: string): string {
    return this.#leases + name;
  }

  isOurs(streamId: string): boolean {
    return streamId.startsWith(this.ours);
  }

  /** Whether an event in it may tell where the last one of ours stands. */
  isHint(streamId: string): boolean {
    return streamId === this.begin || streamId.startsWith(this.#leases);
  }

  /** Our name of one of our streams. */
  short(streamId: string): string {
    return streamId.slice(this.ours.length);
  }
}

/**
 * An event as it is written. Correlation and causation carry the names that the server knows.
 * @throws TypeError for what JSON cannot hold.
 */
export function written({ id, type, data, meta }: NewEvent): WrittenEvent {
  return { id, type, data: jsonOf(data), metadata: JSON.stringify(writtenMeta(meta)) };
}

function jsonOf(data: object): string {
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined) throw new TypeError('the data of an event is an object of JSON');
  return text;
}

/** Field by field, here and where it is read: objects made by spreading cost several times as much. */
const writtenMeta = (meta: EventMetadata) => ({
  $correlationId: meta.correlationId,
  $causationId: meta.causationId,
  commandId: meta.commandId,
  commandHash: meta.commandHash,
  recordedAt: meta.recordedAt,
  actor: meta.actor,
  basis: meta.basis,
  schema: meta.schema,
  byPerson: meta.byPerson,
});

/** An event of the mechanics themselves. */
export const mechanical = (id: string, type: string, data: object): WrittenEvent => ({
  id,
  type,
  data: jsonOf(data),
  metadata: '',
});

/** @throws Damaged for an event that we did not write, and for the mark of a stream that was deleted. */
export function recorded(event: EventRead, names: StreamNames): RecordedEvent {
  const stream = names.short(event.streamId);
  if (event.type === '$streamDeleted') throw new Damaged('store.stream-deleted', { stream });
  const meta = metaOf(event);
  if (!meta || !event.position) throw new Damaged('store.foreign-event', { stream, eventId: event.id });
  return frozen({
    id: event.id,
    type: event.type,
    data: event.data as object,
    meta,
    stream,
    revision: Number(event.revision),
    position: tokenOf(event.position),
  });
}

function metaOf({ isJson, data, metadata }: EventRead): EventMetadata | undefined {
  if (!isJson || !isObject(data) || !isObject(metadata)) return undefined;
  const stored = metadata as unknown as ReturnType<typeof writtenMeta>;
  const meta: EventMetadata = {
    commandId: stored.commandId,
    commandHash: stored.commandHash,
    recordedAt: stored.recordedAt,
    actor: stored.actor,
    correlationId: stored.$correlationId,
    causationId: stored.$causationId,
    basis: stored.basis,
    schema: stored.schema,
    byPerson: stored.byPerson,
  };
  return isOurs(meta) ? meta : undefined;
}

function isOurs(meta: EventMetadata): boolean {
  const { commandId, commandHash, recordedAt, basis, correlationId, causationId, actor, schema } = meta;
  const texts: unknown[] = [commandId, commandHash, recordedAt, basis, correlationId, causationId];
  return texts.every((text) => typeof text === 'string') && isObject(actor) && Number.isInteger(schema);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
