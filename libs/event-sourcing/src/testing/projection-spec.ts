import { SqliteReadDatabase } from '../adapters/sqlite-views.js';
import type { Actor, DomainEvent, RecordedEvent } from '../event.js';
import { idOf } from '../ids.js';
import { HandlerFailed, project } from '../project.js';
import type { AnyProjection, Projection, SqlValue } from '../projection.js';
import { metadata } from './decider-spec.js';

/** What a spec may say about the recording of a given event; the rest is filled in. */
interface Recording {
  /** `<category>-<id>`; one stream for all when left out. */
  readonly stream?: string;
  readonly recordedAt?: string;
  readonly actor?: Actor;
  readonly byPerson?: boolean;
  readonly id?: string;
}

/** An event with, where it matters, how it was recorded. */
export type GivenEvent<E extends DomainEvent> = E & Recording;

/** Events as the log would hold them: ids, positions and revisions follow from their order. */
export function recorded<E extends DomainEvent>(events: readonly GivenEvent<E>[]): RecordedEvent[] {
  const revisions = new Map<string, number>();
  return events.map(({ type, data, stream = `subject-${idOf('subject')}`, recordedAt, actor, byPerson, id }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const meta = {
      ...(recordedAt && { recordedAt }),
      ...(actor && { actor }),
      ...(byPerson === false && { byPerson }),
    };
    return {
      id: id ?? idOf('event', String(index)),
      type,
      data,
      stream,
      revision,
      position: String(index + 1).padStart(12, '0'),
      meta: metadata(meta),
    };
  });
}

/**
 * `projectionSpec(cases).given(...events).rows('select title from {change}')`: the view's rows after these events, in a
 * database in memory. Every call of `given` begins with empty tables.
 */
export function projectionSpec<E extends DomainEvent>(projection: Projection<E>) {
  return {
    given: (...events: readonly GivenEvent<E>[]) => {
      const database = filledViews([projection], events);
      const view = database.view(projection.name);
      return {
        /** What a query of this view would read. */
        rows: <Row = Record<string, SqlValue>>(sql: string, parameters?: Readonly<Record<string, SqlValue>>): Row[] =>
          view.all<Row>(sql, parameters),
        row: <Row = Record<string, SqlValue>>(
          sql: string,
          parameters?: Readonly<Record<string, SqlValue>>,
        ): Row | undefined => view.get<Row>(sql, parameters),
        /** For queries under test: hand it over as the context's `views`. */
        database,
      };
    },
  };
}

/** A database in memory that holds these views, for specs of queries that read several. */
export function filledViews(projections: readonly AnyProjection[], events: readonly GivenEvent<DomainEvent>[]) {
  const log = recorded(events);
  const database = new SqliteReadDatabase(':memory:');
  const builds = database.open(projections);
  const failures = database.apply(builds, (build, view) => project(build, view, log, (index) => log[index]!));
  for (const failure of failures.values()) throw failure instanceof HandlerFailed ? failure.cause : failure;
  database.promote(builds);
  return database;
}
