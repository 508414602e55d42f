import type { AnyCommand } from './decider.js';
import type { CommandRequest } from './engine.types.js';
import type { Position, RecordedEvent } from './event.js';
import type { ReadDatabase } from './projection.js';
import type { AnyReaction } from './reaction.js';

/** A stream as it stands, and what it would get. */
export interface RehearsedStream {
  readonly stream: string;
  readonly before: readonly RecordedEvent[];
  readonly added: readonly RecordedEvent[];
}

/**
 * Commands tried out: each is decided as if it were given now, sees what those before it would have recorded, and nothing
 * is appended. What the reactions would do about it is rehearsed the same way, so that it comes out as doing it would.
 */
export interface Rehearsal {
  /** All that was recorded up to here is known to it. */
  readonly at: Position;
  /** The commands there are, by name. */
  readonly commands: ReadonlyMap<string, AnyCommand>;
  /** Reference data with all that was rehearsed so far. */
  readonly referenceAfter: unknown;
  /**
   * Answers with what the command would record.
   * @throws Refused as the command itself would.
   */
  command(request: CommandRequest): Promise<RehearsedStream>;
  /** What the reactions, and others that come after them, would ask for because of events, each command once. */
  consequencesOf(
    events: readonly RecordedEvent[],
    views: ReadDatabase,
    others?: readonly AnyReaction[],
  ): CommandRequest[];
}
