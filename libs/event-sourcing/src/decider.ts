import type { Actor, DomainEvent, EventMetadata, EventOf, Instant } from './event.js';

/** What a stream means: its first state, and how each event changes it. Complete by type. */
export interface Decider<State, E extends DomainEvent> {
  /** The category of its streams, camelCase without a dash. */
  readonly category: string;
  readonly initial: State;
  readonly evolve: {
    readonly [Type in E['type']]: (state: State, data: EventOf<E, Type>['data'], meta: EventMetadata) => State;
  };
}

/** Folds one event. An event type that the decider does not know leaves the state as it is. */
export function evolve<State, E extends DomainEvent>(
  decider: Decider<State, E>,
  state: State,
  event: { readonly type: string; readonly data: object; readonly meta: EventMetadata },
): State {
  const step = decider.evolve[event.type as E['type']] as
    ((state: State, data: object, meta: EventMetadata) => State) | undefined;
  return step ? step(state, event.data, event.meta) : state;
}

/**
 * All that a decision may depend on beside the stream and the message. Nothing in a decision reads a clock, an id
 * source, the environment or the network.
 */
export interface CommandContext<Reference = unknown> {
  readonly now: Instant;
  readonly actor: Actor;
  /** Organisation, rule book and meetings as known at `basis`. Immutable. */
  readonly reference: Reference;
  /** The id of the thing the stream is about: the part of the stream's name after the dash. */
  readonly subjectId: string;
  readonly commandId: string;
  /** A new id that follows from the command: the same command gives the same id for the same name. */
  readonly newId: (name: string) => string;
}

/** A sentence in both languages. */
export interface Text {
  readonly da: string;
  readonly en: string;
}

/** What the access table looks at beside the actor: whose thing it is, and the actor's offices in that committee. */
export interface Resource {
  readonly ownerId?: string | null;
  /** Who registered it; they keep the rights of an owner after a handover. */
  readonly registeredBy?: string | null;
  /** Offices and memberships that the actor holds in the committee in question on the day in question. */
  readonly offices?: readonly string[];
}

/**
 * A command: the validated message, its pure decision, and where it is called. One file each. Whoever answers more than
 * a receipt names the class of the answer, so that what is documented and what is answered cannot differ.
 */
export interface CommandDefinition<
  State,
  E extends DomainEvent,
  Message extends object,
  Reference,
  Answer extends object = never,
> {
  /** Imperative verb and subject, also its name in the access table: `RecordDecision`. */
  readonly name: string;
  readonly message: new () => Message;
  readonly decider: Decider<State, E>;
  /**
   * A `fact` happened in the world: it needs no If-Match and is decided again on a conflict. A `change` needs If-Match
   * unless it creates its stream.
   */
  readonly kind: 'fact' | 'change';
  /**
   * `new` gives the stream an id that follows from the command; `existing` takes it from `{id}` in the path; `given`
   * takes it from the caller whether or not the stream is there yet, for imports and reactions whose subject follows
   * from what it is about; any other word is the fixed subject of the one stream there is.
   */
  readonly target: 'new' | 'existing' | 'given' | { readonly only: string };
  /**
   * Below `/api/v1`, always POST. Parameters other than `{id}` are fields of the message. Null: for reactions only,
   * not reachable over HTTP.
   */
  readonly path: `/${string}` | null;
  readonly tag: string;
  readonly summary: Text;
  /** Codes of the refusals it can give, for the API's documentation. */
  readonly refusals: readonly string[];
  readonly resource?: (state: State, message: Message, context: CommandContext<Reference>) => Resource;
  readonly decide: (state: State, message: Message, context: CommandContext<Reference>) => readonly E[];
  /** What the caller gets back beside id, etag and position. Folded from the stream, so a repeat answers the same. */
  readonly answer?: (state: State, message: Message, context: CommandContext<Reference>) => Answer;
  /** The class that describes the answer in the API's documentation; goes with `answer`. */
  readonly answerType?: new () => Answer;
}

/** A command of any slice. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds commands of different states
export type AnyCommand = CommandDefinition<any, any, any, any, any>;
