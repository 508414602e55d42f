import type { DomainEvent, EventOf, Instant, RecordedEvent } from './event.js';

/** A value that SQLite stores as it is. Booleans are written as 0 and 1. */
export type SqlValue = string | number | null;

/**
 * Reads the tables of one view. Table names stand in braces: `select * from {change}`; the braces are replaced by the
 * table of the build that serves. Statements are prepared once per text.
 */
export interface ViewReader {
  get<Row>(sql: string, parameters?: Readonly<Record<string, SqlValue>>): Row | undefined;
  all<Row>(sql: string, parameters?: Readonly<Record<string, SqlValue>>): Row[];
}

/** Writes them too; only handlers of the view itself get one. */
export interface ViewWriter extends ViewReader {
  run(sql: string, parameters?: Readonly<Record<string, SqlValue>>): void;
}

/** What a handler gets: the event with its sealed texts opened, and the moment from which it counts as known. */
export type ProjectedEvent<E extends DomainEvent = DomainEvent> = RecordedEvent<E> & {
  /**
   * `recordedAt`, but never earlier than that of an event before it: rows with versions are valid from here, so that
   * `asOf` means the same after a clock was set back.
   */
  readonly knownAt: Instant;
};

/**
 * A view: tables, and what each event does to them. Handlers are pure but for their own tables: no clock, no ids, no
 * other view. Raising `version` builds it anew in shadow tables while the old one serves.
 */
export interface Projection<E extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly version: number;
  /** Statements that make its tables and indexes, names in braces: `create table {change} (…)`. */
  readonly schema: readonly string[];
  readonly on: {
    readonly [Type in E['type']]?: (view: ViewWriter, event: ProjectedEvent<EventOf<E, Type>>) => void;
  };
  /**
   * Handles, in the place of the handlers of `on`, events of one stream that follow each other and became known at the
   * same instant. For views whose rows follow from the whole of a stream: nobody could ever see the rows in between.
   */
  readonly together?: (view: ViewWriter, events: readonly ProjectedEvent<E>[]) => void;
}

/** A view of any slice. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds views of different events
export type AnyProjection = Projection<any>;

/** Declares a view with the types of its events. */
export const projection = <E extends DomainEvent>(definition: Projection<E>): Projection<E> => definition;

/** Where a query reads. */
export abstract class ReadDatabase {
  /**
   * @throws TryLater `view-building` with progress in percent while a view that never served is being built.
   */
  abstract view(name: string): ViewReader;
}
