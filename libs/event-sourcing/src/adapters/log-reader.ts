import type { Statement } from 'better-sqlite3';
import type { RecordedEvent } from '../event.js';
import type { LogDatabase } from './log-file.js';
import { tokenOf } from './position.js';
import { unusableFile } from './unusable-file.js';

const COLUMNS = 'position, stream, revision, id, type, data, meta';

type Row = [position: number, stream: string, revision: number, id: string, type: string, data: string, meta: string];

/** Reads events from a log file. */
export class LogReader {
  readonly #stream: Statement;
  readonly #all: Statement;
  readonly #head: Statement;
  readonly #byCategories = new Map<number, Statement>();

  constructor(private readonly database: LogDatabase) {
    this.#stream = database
      .prepare(`select ${COLUMNS} from events where stream = ? and revision >= ? order by revision`)
      .raw();
    this.#all = database.prepare(`select ${COLUMNS} from events where position > ? order by position limit ?`).raw();
    this.#head = database.prepare('select coalesce(max(position), 0) from events').pluck();
  }

  /** The position of the last event, 0 when there is none. */
  head(): number {
    return this.#head.get() as number;
  }

  stream(stream: string, fromRevision: number): RecordedEvent[] {
    return this.#read(this.#stream, stream, fromRevision);
  }

  page(after: number, categories: readonly string[] | undefined, limit: number): RecordedEvent[] {
    if (!categories) return this.#read(this.#all, after, limit);
    const ranges = categories.flatMap((category) => [category, after]);
    return this.#read(this.#ofCategories(categories.length), ...ranges, limit);
  }

  #read(statement: Statement, ...parameters: readonly (string | number)[]): RecordedEvent[] {
    try {
      return (statement.all(...parameters) as Row[]).map(eventOf);
    } catch (error) {
      throw unusableFile(this.database.name, error);
    }
  }

  /** One index range a category, merged by position: a page costs what it holds, not what the log holds. */
  sqlOfCategories(count: number): string {
    const range = `select ${COLUMNS} from events indexed by events_by_category where category = ? and position > ?`;
    return `${Array.from({ length: count }, () => range).join(' union all ')} order by position limit ?`;
  }

  #ofCategories(count: number): Statement {
    let statement = this.#byCategories.get(count);
    if (!statement) {
      statement = this.database.prepare(this.sqlOfCategories(count)).raw();
      this.#byCategories.set(count, statement);
    }
    return statement;
  }
}

const eventOf = ([position, stream, revision, id, type, data, meta]: Row): RecordedEvent => ({
  id,
  type,
  data: JSON.parse(data) as object,
  meta: JSON.parse(meta) as RecordedEvent['meta'],
  stream,
  revision,
  position: tokenOf(position),
});
