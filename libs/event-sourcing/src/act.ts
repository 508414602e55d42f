import type { Resource, Text } from './decider.js';
import type { CommandRequest, Receipt } from './engine.types.js';
import type { Actor, Instant, Position, RecordedEvent } from './event.js';
import type { PrivateStore } from './private-store.js';
import type { Language } from './language.js';
import type { QueryContext } from './query.js';

/** What an act may use. */
export interface ActTools {
  readonly privateStore: PrivateStore;
  readonly engine: ActEngine;
}

/** What an act may have the engine do. */
export interface ActEngine {
  dispatch(request: CommandRequest): Promise<Receipt>;
  queryContext(actor: Actor, language: Language): QueryContext;
  /** Waits until views and reference data have seen a position. */
  reached(position: Position): Promise<void>;
  /** What was recorded after a position, up to another, as it is stored: to see who else recorded something. */
  recordedBetween(after: Position, upTo: Position): Promise<readonly RecordedEvent[]>;
  readonly projector: { rebuild(): Promise<void> };
}

/** Who asked for an act, and with what beside the message. */
export interface ActRequest {
  readonly actor: Actor;
  readonly now: Instant;
  readonly language: Language;
  /** Follows from (actor, route, Idempotency-Key): the same request again gets the same. */
  readonly commandId: string;
  readonly correlationId: string;
  /** The body of an act that takes a file. */
  readonly file?: SentFile;
}

/** A file as it was sent. */
export interface SentFile {
  readonly bytes: Uint8Array;
  /** Content-Type without its parameters, in lower case. */
  readonly mediaType: string;
  /** The name in Content-Disposition; null when nobody said. */
  readonly fileName: string | null;
}

/**
 * Something that is done beside the decision on one stream: on what must be erasable (names of people, labels of seats,
 * uploaded documents), on what can be made again (views), or on several streams in turn. Done again it does the same.
 */
export interface Act<Message extends object, Answer extends object> {
  /** Also its name in the access table. */
  readonly name: string;
  readonly message: new () => Message;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: Text;
  /** Takes a file instead of JSON: its largest size in bytes, and the formats for the API's documentation. */
  readonly file?: { readonly most: number; readonly formats: string };
  /** Codes of the refusals it can give, for the API's documentation. */
  readonly refusals?: readonly string[];
  readonly answer: new () => Answer;
  /** What rights depend on, beside the role: whose it is. */
  readonly resource?: (message: Message) => Resource;
  readonly act: (message: Message, tools: ActTools, request: ActRequest) => Promise<Answer>;
}

/** An act of any message. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the list holds acts with different messages
export type AnyAct = Act<any, any>;
