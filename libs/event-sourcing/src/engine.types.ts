import type { Actor, Position } from './event.js';

/** A command on its way to its decision. */
export interface CommandRequest {
  /** The command's name. */
  readonly command: string;
  /** The subject of an existing stream; left out for new streams and for the only one of its kind. */
  readonly subjectId?: string;
  /** Already validated. */
  readonly message: object;
  readonly actor: Actor;
  /** Follows from (actor, route, Idempotency-Key), or from (event, reaction, number). */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** The ETag that the caller last saw; required for changes on existing streams made by people. */
  readonly ifMatch?: string;
  /** False for reactions and sweeps. */
  readonly byPerson: boolean;
}

/** What became of a command. A repeat of it gets the same. */
export interface Receipt {
  readonly subjectId: string;
  readonly stream: string;
  /** The revision after the command, -1 when nothing was ever written. */
  readonly revision: number;
  /** Send it as `Consistent-With` to see the effect in a view. */
  readonly position: Position;
  /** Counts the events caused by people, so that automatic ones do not invalidate an open form. */
  readonly etag: string;
  readonly answer: object;
  readonly created: boolean;
  /** The command had been done before; nothing was done now. */
  readonly repeated: boolean;
  /** How many events the command appended, now or when it came first. */
  readonly appended: number;
}

/** How a command ended, for whoever counts or logs it: with a receipt or with an error. */
export interface CommandEnded {
  readonly request: CommandRequest;
  readonly milliseconds: number;
  readonly receipt?: Receipt;
  readonly error?: unknown;
}
