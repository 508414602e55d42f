import type { Position, RecordedEvent } from './event.js';

/**
 * One part of what every decision may look up, folded in memory from the streams of some categories (organisation, rule
 * book, meetings). `evolve` answers a new value and leaves the old one as it was.
 */
export interface ReferencePart<Value> {
  readonly categories: readonly string[];
  readonly initial: Value;
  readonly evolve: (value: Value, event: RecordedEvent) => Value;
  /**
   * How a snapshot keeps a value that is large or deeply nested: pieces of plain data, each quickly copied, and the value
   * made from them again. Left out, it is kept in one piece. Values hold plain objects, arrays, maps and sets only.
   */
  readonly inPieces?: {
    readonly split: (value: Value) => Iterable<unknown>;
    readonly join: (pieces: readonly unknown[]) => Value;
  };
}

/** The reference data of this node, with the position up to which it was folded. */
export interface ReferenceAt<Reference> {
  readonly value: Reference;
  readonly position: Position;
}

/** Where `execute` gets reference data from. */
export abstract class ReferenceSource<Reference> {
  /**
   * The reference data once it has reached a position.
   * @throws TryLater `reference-behind` when it has not within two seconds.
   */
  abstract reached(position: Position): Promise<ReferenceAt<Reference>>;
  /** The reference data as it is now, for queries. */
  abstract current(): ReferenceAt<Reference>;
}

/** The parts of all slices by name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds parts of different values
export type AnyReferenceParts = Readonly<Record<string, ReferencePart<any>>>;

/** What the parts hold, by name. */
export type ReferenceValues = Readonly<Record<string, unknown>>;
