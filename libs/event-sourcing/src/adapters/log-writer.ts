import type { Statement } from 'better-sqlite3';
import { NO_STREAM, type ParkedEvent } from '../event-store.js';
import type { Position } from '../event.js';
import { judge, type LogSoFar } from './log-rules.js';
import type { LogDatabase } from './log-file.js';

/** An event as it goes to disk. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

/** One thing to write. */
export type WriteRequest =
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly expected: number;
      readonly events: readonly StoredEvent[];
    }
  | { readonly kind: 'checkpoint'; readonly name: string; readonly position: Position }
  | { readonly kind: 'park'; readonly parked: ParkedEvent };

/** What became of it. `position` is that of the last event, as a number. */
export type WriteResult =
  | { readonly kind: 'appended' | 'repeated'; readonly revision: number; readonly position: number }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'saved' };

/** How many streams' revisions are remembered. */
const REMEMBERED_STREAMS = 20_000;

/**
 * Writes groups, each in one transaction. Owns the write connection; knows nothing of promises, queues or threads.
 */
export class LogWriter implements LogSoFar {
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #insert: Statement;
  readonly #lastRevision: Statement;
  readonly #placed: Statement;
  readonly #known: Statement;
  readonly #checkpoint: Statement;
  readonly #park: Statement;
  readonly #revisions = new Map<string, number>();

  constructor(private readonly database: LogDatabase) {
    this.#begin = database.prepare('begin immediate');
    this.#commit = database.prepare('commit');
    this.#insert = database.prepare(
      'insert into events (stream, revision, id, type, data, meta) values (?, ?, ?, ?, ?, ?)',
    );
    this.#lastRevision = database.prepare('select max(revision) from events where stream = ?').pluck();
    this.#placed = database.prepare('select position, id from events where stream = ? and revision = ?');
    this.#known = database.prepare('select 1 from events where id = ?').pluck();
    this.#checkpoint = database.prepare(
      'insert into checkpoints values (?, ?) on conflict do update set position = excluded.position',
    );
    this.#park = database.prepare(
      `insert into parked values (@reaction, @eventId, @position, @error, @attempts)
       on conflict do update set error = excluded.error, attempts = excluded.attempts`,
    );
  }

  /** The name of the log file, for sentences. */
  get file(): string {
    return this.database.name;
  }

  /**
   * Writes a group in one transaction and answers only when it is on disk. A member that fails its check is left out;
   * when the transaction fails, nothing of the group is written and the error of SQLite is thrown.
   */
  applyGroup(requests: readonly WriteRequest[]): WriteResult[] {
    try {
      this.#begin.run();
      const results = requests.map((request) => this.#apply(request));
      this.#commit.run();
      return results;
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('rollback');
      this.#revisions.clear();
      throw error;
    }
  }

  revisionOf(stream: string): number {
    const remembered = this.#revisions.get(stream);
    if (remembered !== undefined) return remembered;
    const revision = (this.#lastRevision.get(stream) as number | null) ?? NO_STREAM;
    this.#remember(stream, revision);
    return revision;
  }

  idAt(stream: string, revision: number): string | undefined {
    return (this.#placed.get(stream, revision) as { id: string } | undefined)?.id;
  }

  knows(eventId: string): boolean {
    return this.#known.get(eventId) !== undefined;
  }

  #apply(request: WriteRequest): WriteResult {
    switch (request.kind) {
      case 'append':
        return this.#append(request.stream, request.expected, request.events);
      case 'checkpoint':
        this.#checkpoint.run(request.name, request.position);
        return { kind: 'saved' };
      case 'park':
        this.#park.run(request.parked);
        return { kind: 'saved' };
    }
  }

  #append(stream: string, expected: number, events: readonly StoredEvent[]): WriteResult {
    const ids = events.map((event) => event.id);
    const verdict = judge(this, stream, expected, ids);
    if (verdict === 'conflict') return { kind: 'conflict', actual: this.revisionOf(stream) };
    let revision = expected + events.length;
    if (verdict === 'repeat') {
      const { position } = this.#placed.get(stream, revision) as { position: number };
      return { kind: 'repeated', revision, position };
    }
    let position = 0;
    revision = expected;
    for (const { id, type, data, meta } of events) {
      revision += 1;
      position = Number(this.#insert.run(stream, revision, id, type, data, meta).lastInsertRowid);
    }
    this.#remember(stream, revision);
    return { kind: 'appended', revision, position };
  }

  #remember(stream: string, revision: number): void {
    this.#revisions.delete(stream);
    this.#revisions.set(stream, revision);
    if (this.#revisions.size > REMEMBERED_STREAMS) {
      this.#revisions.delete(this.#revisions.keys().next().value!);
    }
  }
}
