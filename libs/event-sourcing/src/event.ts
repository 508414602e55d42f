/** An instant in UTC, ISO 8601 with milliseconds: `2026-04-24T10:00:00.000Z`. */
export type Instant = string;

/**
 * A place in the log, opaque to everybody but the adapter that made it. Two positions of one log compare as plain
 * strings: the later one is the greater. An EventStoreDB position carries commit and prepare in the same form.
 */
export type Position = string;

/** The place before the first event. Smaller than every position of a log. */
export const START: Position = '';

/** What happened, in the words of the domain. JSON only; dates are ISO strings. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** The event of union `E` whose stored name is `Type`. */
export type EventOf<E extends DomainEvent, Type extends E['type']> = Extract<E, { type: Type }>;

/** Who acted: an opaque person id (names live in the private store), the role acted in, and for whom. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly onBehalfOf?: string;
}

/** Who acts when nobody does: reactions, sweeps and effects. */
export const SYSTEM: Actor = { id: '00000000-0000-0000-0000-000000000000', role: 'system' };

/** What is known about the recording of an event, as opposed to what happened in the world. */
export interface EventMetadata {
  /** The command that caused it; equal for all events of one append. */
  readonly commandId: string;
  /** A hash of the command's body: the same id with another body is refused. */
  readonly commandHash: string;
  /** When the server recorded it. From the server's clock only, or a script's when history is imported. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly correlationId: string;
  /** The event or command that led to this one. */
  readonly causationId: string;
  /** Up to where the reference data (organisation, rules, meetings) was known when it was decided. */
  readonly basis: Position;
  /** The version of the event's shape, raised by an upcaster. */
  readonly schema: number;
  /** False for what reactions and sweeps append: such events do not invalidate a form that a person has open. */
  readonly byPerson: boolean;
}

/** An event on its way into the log. */
export interface NewEvent<E extends DomainEvent = DomainEvent> {
  /** Follows from the command's id, so that a repeated append is recognised. */
  readonly id: string;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly meta: EventMetadata;
}

/** An event as the log holds it. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> extends NewEvent<E> {
  /** `<category>-<id>`; the category has no dash. */
  readonly stream: string;
  /** Counts from 0 within its stream. */
  readonly revision: number;
  readonly position: Position;
}

/** The category of a stream: what stands before its first dash. */
export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}

/** What a stream is about: what stands after its first dash. */
export function subjectOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
