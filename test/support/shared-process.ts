import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NodeProcess } from './node-process.js';
import { viewRows } from './data-files.js';
import { fromRoot } from './root.js';
import { waitFor } from './wait.js';

/** The built programs; `npm run build` makes them. */
export const API = fromRoot('dist/apps/api/apps/api/src/main.js');
export const WORKER = fromRoot('dist/apps/worker/apps/worker/src/main.js');

/** How long a process may take until it is ready, on whatever machine it is. */
const START_MS = 60_000;

/** What `/readyz` answers. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'not-ready';
  readonly lag: number;
  readonly subscription: string;
  readonly problems: readonly { readonly code: string; readonly about: string; readonly severity: string }[];
  readonly reactions: readonly { readonly name: string; readonly state: string }[];
  readonly views: readonly { readonly name: string; readonly state: string; readonly done: number }[];
  readonly queue: Readonly<Record<'waiting' | 'delayed' | 'active' | 'dead', number>> | null;
}

export interface ProcessSettings {
  readonly program: string;
  readonly args?: readonly string[];
  /** A folder of its own: what the process knows by itself. */
  readonly dataDir: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** An API or a worker in a process of its own, that can be stopped, killed, frozen and started again. */
export class SharedProcess {
  private process: NodeProcess;

  constructor(private readonly settings: ProcessSettings) {
    this.process = this.launch();
  }

  private launch(): NodeProcess {
    const { program, args = [], dataDir, port, environment } = this.settings;
    return NodeProcess.start(program, args, { ...environment, DATA_DIR: dataDir, PORT: String(port) });
  }

  get url(): string {
    return `http://127.0.0.1:${this.settings.port}`;
  }

  get dataDir(): string {
    return this.settings.dataDir;
  }

  get pid(): number {
    return this.process.pid;
  }

  get isRunning(): boolean {
    return this.process.isRunning;
  }

  /** Calls what the program offers to its parent. */
  ask<T = void>(method: string, ...args: readonly unknown[]): Promise<T> {
    return this.process.ask<T>(method, ...args);
  }

  /** What it wrote to its outputs since it was started last. */
  output(): string {
    return this.process.output();
  }

  /** What `/readyz` answers now; throws while nothing answers at all. */
  async readiness(): Promise<Readiness> {
    const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(10_000) });
    return (await response.json()) as Readiness;
  }

  /** Codes of what is wrong now, in the words of `/readyz`. */
  async problems(): Promise<string[]> {
    return (await this.readiness()).problems.map(({ code }) => code);
  }

  /** Waits until it says that it is ready, and has nothing left to catch up with. */
  async ready(withinMs = START_MS): Promise<this> {
    let last: unknown;
    await waitFor(async () => {
      if (!this.isRunning) throw new Error(`the service ended:\n${this.output()}`);
      const readiness = await this.readiness();
      last = readiness;
      return readiness.status !== 'not-ready' && readiness.lag === 0;
    }, withinMs).catch((error: Error) => {
      throw new Error(`${error.message}: ${JSON.stringify(last)}\n${this.output().slice(-2000)}`, { cause: error });
    });
    return this;
  }

  /** Asks it to stop and answers its exit code. */
  stop(): Promise<number | null> {
    this.process.thaw();
    return this.process.stop();
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.process.kill();
  }

  /** It stands still and answers nothing, while its connections stay open. */
  freeze(): void {
    this.process.freeze();
  }

  thaw(): void {
    this.process.thaw();
  }

  /** Starts it again with the same data folder and port, after it has ended. */
  startAgain(environment: Readonly<Record<string, string>> = {}): this {
    if (this.isRunning) throw new Error('it still runs');
    Object.assign(this.settings, { environment: { ...this.settings.environment, ...environment } });
    this.process = this.launch();
    return this;
  }

  /** How it ends by itself: for a start that must be refused. */
  async ended(withinMs = START_MS): Promise<{ readonly code: number | null; readonly output: string }> {
    await waitFor(() => !this.isRunning, withinMs);
    return { code: await this.process.stop(), output: this.output() };
  }

  /** The rows of all its views, by table. Only when it has stopped. */
  rows(): ReadonlyMap<string, readonly string[]> {
    if (this.isRunning) throw new Error('it still writes its views');
    return viewRows(this.dataDir);
  }

  /** Up to where its views have seen the log, one position a view. Only when it has stopped. */
  positions(): string[] {
    const database = new Database(join(this.dataDir, 'views.db'), { readonly: true });
    try {
      return database.prepare(`select position from view_build where state = 'live'`).pluck().all() as string[];
    } finally {
      database.close();
    }
  }
}

/** Rows that stand on one side only; the first few of each table. */
export function differences(
  one: ReadonlyMap<string, readonly string[]>,
  other: ReadonlyMap<string, readonly string[]>,
): { readonly table: string; readonly side: 'one' | 'other'; readonly row: string }[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((table) => {
    const [left, right] = [new Set(one.get(table)), new Set(other.get(table))];
    const onlyLeft = [...left].filter((row) => !right.has(row)).map((row) => ({ table, side: 'one' as const, row }));
    const onlyRight = [...right].filter((row) => !left.has(row)).map((row) => ({ table, side: 'other' as const, row }));
    return [...onlyLeft.slice(0, 5), ...onlyRight.slice(0, 5)];
  });
}
