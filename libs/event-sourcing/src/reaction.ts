import type { CommandRequest } from './engine.types.js';
import type { DomainEvent, EventOf, RecordedEvent } from './event.js';
import { SYSTEM } from './event.js';
import { uuidv5 } from './ids.js';
import type { ReadDatabase } from './projection.js';

/** A command that a reaction wants done: by name, on which subject, with which message. */
export interface ReactionCommand {
  readonly command: string;
  /** The id of the stream's subject; left out for commands on the only stream of their kind. */
  readonly subjectId?: string;
  readonly message: object;
}

/** What a reaction may look at. Views have caught up with the event before it is called. */
export interface ReactionContext<Reference = unknown> {
  readonly reference: Reference;
  readonly views: ReadDatabase;
}

/**
 * When this happened, do that. Pure: events in, commands out. The commands' ids follow from the event, so that handling
 * an event twice does nothing twice; a refusal counts as handled; after ten failures the event is parked.
 */
export interface Reaction<E extends DomainEvent = DomainEvent, Reference = unknown> {
  /** Its rule: `mirror-agenda-on-cases`. Also the name of its checkpoint. */
  readonly name: string;
  /** Where a new reaction begins. `head`: what happened before it existed is not its business. */
  readonly startAt: 'start' | 'head';
  readonly on: {
    readonly [Type in E['type']]?: (
      event: RecordedEvent<EventOf<E, Type>>,
      context: ReactionContext<Reference>,
    ) => readonly ReactionCommand[];
  };
}

/** A reaction of any slice. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds reactions to different events
export type AnyReaction = Reaction<any, any>;

/** Declares a reaction with the types of its events. */
export const reaction = <E extends DomainEvent, Reference>(
  definition: Reaction<E, Reference>,
): Reaction<E, Reference> => definition;

/** What a reaction asked for, as the engine takes it: the same event asks under the same id. */
export const requestOf = (
  reaction: string,
  event: RecordedEvent,
  { command, subjectId, message }: ReactionCommand,
  index: number,
): CommandRequest => ({
  command,
  ...(subjectId !== undefined && { subjectId }),
  message,
  actor: SYSTEM,
  commandId: uuidv5(event.id, `${reaction}:${index}`),
  correlationId: event.meta.correlationId,
  causationId: event.id,
  byPerson: false,
});
