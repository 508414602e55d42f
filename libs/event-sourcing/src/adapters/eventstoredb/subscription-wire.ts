import { Fields } from './protobuf.js';

/**
 * What the server tells a subscription, read from its bytes. Every event that anybody writes passes here: the generated
 * classes and the objects that the client makes of them cost three times as much as the JSON in them.
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

/** Numbers of the fields in the protocol's `streams.proto`. */
const READ = { event: 1, confirmation: 2, caughtUp: 8, fellBehind: 9 } as const;
const READ_EVENT = { event: 1 } as const;
const UUID = { text: 2 } as const;
const STREAM_IDENTIFIER = { name: 3 } as const;
const ENTRY = { key: 1, value: 2 } as const;

/** `ReadResp`, as far as a subscription needs it. */
export function told(bytes: Buffer): Told {
  const fields = new Fields(bytes);
  while (fields.next()) {
    if (fields.number === READ.event) return { is: 'event', event: eventOf(fields.message()) };
    if (fields.number === READ.confirmation) return { is: 'confirmed' };
    if (fields.number === READ.caughtUp) return { is: 'caught-up' };
    if (fields.number === READ.fellBehind) return { is: 'fell-behind' };
    fields.skip();
  }
  return { is: 'other' };
}

/** @throws RangeError for an answer without an event in it, and for one that ends too early. */
function eventOf(fields: Fields): EventRead {
  while (fields.next()) {
    if (fields.number === READ_EVENT.event) return recordedEvent(fields.message());
    fields.skip();
  }
  throw new RangeError('an event without an event in it');
}

function recordedEvent(fields: Fields): EventRead {
  const position = { commit: 0, prepare: 0 };
  const event = { id: '', streamId: '', revision: 0, type: '', isJson: false, position };
  let data: unknown;
  let metadata: unknown;
  while (fields.next()) {
    switch (fields.number) {
      case 1:
        event.id = textIn(fields.message(), UUID.text);
        break;
      case 2:
        event.streamId = textIn(fields.message(), STREAM_IDENTIFIER.name);
        break;
      case 3:
        event.revision = fields.integer();
        break;
      case 4:
        position.prepare = fields.integer();
        break;
      case 5:
        position.commit = fields.integer();
        break;
      case 6:
        takeEntry(fields.message(), event);
        break;
      case 7:
        metadata = jsonOf(fields.text());
        break;
      case 8:
        data = jsonOf(fields.text());
        break;
      default:
        fields.skip();
    }
  }
  return { ...event, data, metadata };
}

/** One entry of the map that tells type and kind of an event. */
function takeEntry(fields: Fields, event: { type: string; isJson: boolean }): void {
  let key = '';
  let value = '';
  while (fields.next()) {
    if (fields.number === ENTRY.key) key = fields.text();
    else if (fields.number === ENTRY.value) value = fields.text();
    else fields.skip();
  }
  if (key === 'type') event.type = value;
  if (key === 'content-type') event.isJson = value === 'application/json';
}

function textIn(fields: Fields, number: number): string {
  let text = '';
  while (fields.next()) {
    if (fields.number === number) text = fields.text();
    else fields.skip();
  }
  return text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
