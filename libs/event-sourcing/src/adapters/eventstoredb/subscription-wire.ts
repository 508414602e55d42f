import { readReadAnswer, type Read } from './protocol.js';

/**
 * What the server tells a subscription, read from its bytes. Every event that anybody writes passes here: the client's
 * classes and the objects that it makes of them cost three times as much as the JSON in them.
 */
export type Told =
  | { readonly is: 'event'; readonly event: EventRead }
  | { readonly is: 'confirmed' | 'caught-up' | 'fell-behind' | 'other' };

/** An event as the client gives it, or as it is read here: then positions are numbers, and JSON is undefined that is none. */
export interface EventRead {
  readonly id: string;
  readonly streamId: string;
  readonly revision: number | bigint;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: PlaceRead | undefined;
}

/** Where an event stands. */
export interface PlaceRead {
  readonly commit: number | bigint;
  readonly prepare: number | bigint;
}

/** @throws RangeError for an answer without an event in it, and for one that ends too early. */
export function told(bytes: Buffer): Told {
  const { event, confirmation, caughtUp, fellBehind } = readReadAnswer(bytes);
  if (event) return { is: 'event', event: eventRead(event.event) };
  return { is: confirmation ? 'confirmed' : caughtUp ? 'caught-up' : fellBehind ? 'fell-behind' : 'other' };
}

function eventRead(event: Read<'RecordedEvent'> | null | undefined): EventRead {
  if (!event) throw new RangeError('an event without an event in it');
  return {
    id: event.id?.string ?? '',
    streamId: event.streamIdentifier?.streamName ?? '',
    revision: event.streamRevision.toNumber(),
    type: event.metadata.type ?? '',
    isJson: event.metadata['content-type'] === 'application/json',
    data: jsonOf(event.data),
    metadata: jsonOf(event.customMetadata),
    position: { commit: event.commitPosition.toNumber(), prepare: event.preparePosition.toNumber() },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
