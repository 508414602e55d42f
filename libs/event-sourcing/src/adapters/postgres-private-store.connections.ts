import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { TryLater } from '../errors.js';
import type { Address } from './postgres-private-store.address.js';
import { answerFor, isCut, wordFor } from './postgres-private-store.errors.js';

/** How many questions of one process the server works on at a time; further ones queue here. */
const CONNECTIONS = 8;
/** How long a lock of another process is waited for: they are held for the time of one statement. */
const LOCK_MS = 1000;
/** How long connections may take to say goodbye before they are cut. */
const GOODBYE_MS = 1000;
const SECONDS_UNTIL_RESTART = 5;

/** What a question is asked with: texts, lists of texts, bytes. */
type Value = string | null | Uint8Array | readonly (string | null)[] | readonly Uint8Array[];

export interface ConnectionOptions {
  /** In milliseconds: how long one question may take. */
  readonly callMs: number;
  readonly log: (line: string) => void;
}

/**
 * Connections to one server. A question has a time of its own, whatever the server does, and every question may be asked
 * twice: one whose connection is cut is asked again at once on another.
 */
export class Connections {
  private readonly pool: pg.Pool;
  private readonly sockets = new Set<Socket>();
  private standing: string | null = null;
  private isClosed = false;

  constructor(
    readonly address: Address,
    private readonly options: ConnectionOptions,
  ) {
    this.pool = new pg.Pool({
      ...this.settings(),
      max: CONNECTIONS,
      idleTimeoutMillis: 60_000,
      // The pool waits for the promise that its types do not know of.
      onConnect: (client) => client.query(sessionOf(options.callMs)) as unknown as void,
    });
    // An idle connection that ends is taken out of the pool; what matters is whether the next question is answered.
    this.pool.on('error', () => undefined);
  }

  /** What stands in the way, by what the last question met. */
  get trouble(): string | null {
    return this.standing;
  }

  get callMs(): number {
    return this.options.callMs;
  }

  /**
   * Asks and says what a caller can do with a failure.
   * @throws TryLater `private.unreachable` in bounded time, `store.stopping` after the end.
   */
  async ask<Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly Value[] = [],
    withinMs = this.options.callMs,
  ): Promise<Row[]> {
    try {
      const rows = await this.askOnce<Row>(sql, values, withinMs);
      this.answered();
      return rows;
    } catch (error) {
      throw this.failed(error);
    }
  }

  /** Asks in one transaction on one connection, with the errors as the driver gives them. */
  async inTransaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    client.on('error', (error) => (broken = error));
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
    } catch (error) {
      broken ??= error as Error;
      throw error;
    } finally {
      // A connection with a failed transaction is not used again.
      client.release(broken);
    }
  }

  /** As `ask`, with the errors as the driver gives them. */
  async askOnce<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly Value[] = [],
    withinMs = this.options.callMs,
  ): Promise<Row[]> {
    if (this.isClosed) throw stopping();
    const question = { text, values: values.map(storable), query_timeout: withinMs };
    const send = (): Promise<pg.QueryResult<Row>> => this.pool.query<Row>(question);
    const { rows } = await send().catch((error: unknown) => {
      if (!isCut(error)) throw error;
      return send();
    });
    return rows;
  }

  /** One connection beside the others, for who listens. */
  alone(): pg.Client {
    return new pg.Client({ ...this.settings(), application_name: 'rettidig (erasures)' });
  }

  answered(): void {
    if (this.standing !== null) this.options.log('private store: PostgreSQL answers again');
    this.standing = null;
  }

  /** Notes a failure and gives what to throw. */
  failed(error: unknown): Error {
    if (this.isClosed) return stopping();
    const answer = answerFor(error);
    if (!(answer instanceof TryLater)) return answer;
    if (this.standing === null) this.options.log(`private store: PostgreSQL does not answer (${wordFor(error)})`);
    this.standing = answer.code;
    return answer;
  }

  /** Lets go in bounded time, also of a server that stands still. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await Promise.race([this.pool.end(), pause(GOODBYE_MS, undefined, { ref: false })]);
    for (const socket of this.sockets) socket.destroy();
  }

  private settings(): pg.ClientConfig {
    const { callMs } = this.options;
    return {
      connectionString: this.address.url,
      application_name: 'rettidig',
      connectionTimeoutMillis: callMs,
      query_timeout: callMs,
      keepAlive: true,
      stream: () => this.socket(),
    };
  }

  private socket(): Socket {
    const socket = new Socket();
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  }
}

const stopping = (): TryLater => new TryLater('store.stopping', SECONDS_UNTIL_RESTART);

/** An answer means on disk, whatever the server's default: what is stronger stays. The server gives up after us. */
const sessionOf = (callMs: number): string => `
  set statement_timeout = ${callMs * 10};
  set lock_timeout = ${LOCK_MS};
  set idle_in_transaction_session_timeout = ${callMs * 10};
  set default_transaction_isolation = 'read committed';
  select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') not in ('on', 'remote_apply');
`;

/** PostgreSQL's texts have no place for the character NUL: it becomes the one that stands for what is unreadable. */
function storable(value: Value): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd');
  if (!Array.isArray(value)) return value;
  return value.map((one: string | Uint8Array) => storable(one));
}
