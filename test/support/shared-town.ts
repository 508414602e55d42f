import { join } from 'node:path';
import { freePort } from './free-port.js';
import { type EventStoreDb, type EventStoreDbOptions, startEventStoreDb } from './eventstoredb/start.js';
import { PostgresServer } from './postgres.js';
import { RedisServer } from './redis.js';
import { temporaryFolder } from './server.js';
import { type LoggedEvent, readWholeLog } from './shared-log.js';
import { API, SharedProcess, WORKER } from './shared-process.js';

/** Short times, so that a fault and its end fit into seconds; in milliseconds. */
export const TIMES = { call: 1000, patience: 3000, lease: 2000, start: 20_000 };

const ENVIRONMENT: Readonly<Record<string, string>> = {
  EVENTSTORE_TIMEOUT_MS: String(TIMES.call),
  EVENTSTORE_PATIENCE_MS: String(TIMES.patience),
  LEASE_MS: String(TIMES.lease),
  START_PATIENCE_MS: String(TIMES.start),
  LOG_LEVEL: 'warn',
  DEMO: 'false',
};

type Environment = Readonly<Record<string, string>>;

/**
 * All towns of one test file: they share a PostgreSQL and have all else to themselves. `remove` ends whatever still runs,
 * also after a test that failed.
 */
export class SharedTowns {
  private postgres: PostgresServer | undefined;
  private readonly towns: SharedTown[] = [];

  /** A new, empty town, with its engines running and nobody at work yet. */
  async found(options: EventStoreDbOptions = {}): Promise<SharedTown> {
    this.postgres ??= await PostgresServer.start();
    const redis = await RedisServer.start({ appendOnly: true });
    const folder = temporaryFolder();
    const store = await startEventStoreDb(options).catch(async (error: unknown) => {
      await redis.remove();
      folder.remove();
      throw error;
    });
    const town = new SharedTown(store, redis, await this.postgres.database(), folder);
    this.towns.push(town);
    return town;
  }

  /** The server of all private stores, for faults of it. */
  get privateStores(): PostgresServer {
    if (!this.postgres) throw new Error('there is no town yet');
    return this.postgres;
  }

  async remove(): Promise<void> {
    await Promise.all(this.towns.map((town) => town.remove()));
    await this.postgres?.remove();
  }
}

/** The engines that processes of the product share, and the processes. */
export class SharedTown {
  readonly processes: SharedProcess[] = [];

  constructor(
    readonly store: EventStoreDb,
    readonly redis: RedisServer,
    /** The address of the private store. */
    readonly privateStore: string,
    private readonly folder: { readonly path: string; readonly remove: () => void },
  ) {}

  /** Where the engines are, as a process is told. */
  get environment(): Environment {
    const { store, redis, privateStore } = this;
    return { ...ENVIRONMENT, EVENTSTORE_URL: store.url, REDIS_URL: redis.url, PRIVATE_STORE_URL: privateStore };
  }

  /** One more API, ready to be asked. */
  async api(environment: Environment = {}): Promise<SharedProcess> {
    return (await this.launch(API, environment)).ready();
  }

  /** One more worker, ready. */
  async worker(environment: Environment = {}): Promise<SharedProcess> {
    return (await this.launch(WORKER, environment)).ready();
  }

  /** Starts a program with a data folder and a port of its own, and does not wait for it. */
  async launch(program: string, environment: Environment = {}, args: readonly string[] = []): Promise<SharedProcess> {
    const started = new SharedProcess({
      ...{ program, args, port: await freePort() },
      dataDir: join(this.folder.path, `node-${this.processes.length + 1}`),
      environment: { ...this.environment, ...environment },
    });
    this.processes.push(started);
    return started;
  }

  /** The truth: what stands on the server. */
  log(): Promise<LoggedEvent[]> {
    return readWholeLog(this.store.url);
  }

  async remove(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.kill()));
    await Promise.all([this.store.stop(), this.redis.remove()]);
    this.folder.remove();
  }
}
