import { NO_STREAM } from '../../event-store.js';
import { Backwards, Fields } from './protobuf.js';
import type { WrittenEvent } from './stored-events.js';
import type { PlaceRead } from './subscription-wire.js';

/** Events to be appended to a stream of the server. */
export interface Append {
  readonly stream: string;
  /** The revision it has to be at, or `any`. */
  readonly expected: number | 'any';
  readonly events: readonly WrittenEvent[];
  /** The server need not begin with it after this time, in milliseconds since 1970. */
  readonly deadline: number;
}

/** Where an append ended. */
export interface AppendedThere {
  readonly revision: number;
  readonly position: PlaceRead | undefined;
}

/** So many characters go in one message, as a server refuses messages of several megabytes. */
const LARGEST = 1_000_000;

/**
 * An append as it is sent: `BatchAppendReq`, in several messages where the events are large. Written here, since the
 * generated classes and what the client does with them take six times as long.
 */
export function appendRequests(correlationId: string, append: Append): Buffer[] {
  const groups = grouped(append.events);
  return groups.map((events, index) => {
    const request = new Backwards();
    request.integer(4, Number(index === groups.length - 1));
    for (const event of events.toReversed()) request.message(3, () => putEvent(request, event));
    if (index === 0) request.message(2, () => putOptions(request, append));
    request.message(1, () => request.text(2, correlationId));
    return request.done();
  });
}

function grouped(events: readonly WrittenEvent[]): WrittenEvent[][] {
  const groups: WrittenEvent[][] = [[]];
  let characters = 0;
  for (const event of events) {
    characters += event.data.length + event.metadata.length;
    if (characters > LARGEST && groups.at(-1)!.length > 0) {
      groups.push([]);
      characters = event.data.length + event.metadata.length;
    }
    groups.at(-1)!.push(event);
  }
  return groups;
}

function putEvent(request: Backwards, { id, type, data, metadata }: WrittenEvent): void {
  request.text(4, data);
  request.text(3, metadata);
  putEntry(request, 'content-type', 'application/json');
  putEntry(request, 'type', type);
  request.message(1, () => request.text(2, id));
}

const putEntry = (request: Backwards, key: string, value: string): void =>
  request.message(2, () => {
    request.text(2, value);
    request.text(1, key);
  });

function putOptions(request: Backwards, { stream, expected, deadline }: Append): void {
  request.message(6, () => {
    request.integer(2, 1_000_000 * (deadline % 1000));
    request.integer(1, Math.floor(deadline / 1000));
  });
  if (expected === 'any') request.message(4, () => undefined);
  else if (expected === NO_STREAM) request.message(3, () => undefined);
  else request.integer(2, expected);
  request.message(1, () => request.text(3, stream));
}

/** What the server answers, `BatchAppendResp`: where it ended, or nothing when it was refused. */
export function appendAnswer(bytes: Buffer): {
  readonly correlationId: string;
  readonly appended: AppendedThere | undefined;
} {
  const fields = new Fields(bytes);
  let correlationId = '';
  let appended: AppendedThere | undefined;
  while (fields.next()) {
    if (fields.number === 1) correlationId = uuidIn(fields.message());
    else if (fields.number === 3) appended = appendedIn(fields.message());
    else fields.skip();
  }
  return { correlationId, appended };
}

function appendedIn(fields: Fields): AppendedThere {
  let revision = 0;
  let position: PlaceRead | undefined;
  while (fields.next()) {
    if (fields.number === 1) revision = fields.integer();
    else if (fields.number === 3) position = placeIn(fields.message());
    else fields.skip();
  }
  return { revision, position };
}

function placeIn(fields: Fields): PlaceRead {
  const place = { commit: 0, prepare: 0 };
  while (fields.next()) {
    if (fields.number === 1) place.commit = fields.integer();
    else if (fields.number === 2) place.prepare = fields.integer();
    else fields.skip();
  }
  return place;
}

/** Either spelling of the protocol: as text, or as two halves of 64 bits. */
function uuidIn(fields: Fields): string {
  let text = '';
  while (fields.next()) {
    if (fields.number === 2) text = fields.text();
    else if (fields.number === 1) text = uuidOfHalves(fields.message());
    else fields.skip();
  }
  return text;
}

function uuidOfHalves(fields: Fields): string {
  const halves = [0n, 0n];
  while (fields.next()) {
    if (fields.number === 1 || fields.number === 2) halves[fields.number - 1] = fields.long();
    else fields.skip();
  }
  const hex = halves.map((half) => half.toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
