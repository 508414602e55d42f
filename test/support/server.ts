import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { fromRoot } from './root.js';
import { waitFor } from './wait.js';

const API = fromRoot('dist/apps/api/apps/api/src/main.js');

/** A folder for one test's data, with a way to remove it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'rettidig-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote to its outputs so far. */
  readonly output: () => string;
  /** Asks it to stop and answers its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** Starts the built service as a process of its own, on a free port, and waits until it is ready. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const port = environment.PORT ?? String(await freePort());
  const { child, output, exited } = launch(dataDir, { ...environment, PORT: port });
  const url = `http://127.0.0.1:${port}`;
  await waitFor(async () => {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}:\n${output()}`);
    return (await fetch(`${url}/readyz`)).ok;
  }, 60_000);
  return {
    url,
    process: child,
    output,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A refusal comes at once; a service that is still there after this time, in milliseconds, has started. */
const REFUSED_MS = 20_000;

/** Starts the service where it is expected to refuse, and answers how it ended; one that starts all the same is ended. */
export async function refusedStart(
  dataDir: string,
  environment: Record<string, string> = {},
  program = API,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output, exited } = launch(dataDir, { PORT: String(await freePort()), ...environment }, program);
  const tooLate = setTimeout(() => child.kill('SIGKILL'), REFUSED_MS);
  const code = await exited.finally(() => clearTimeout(tooLate));
  return { code, output: output() };
}

function launch(dataDir: string, environment: Record<string, string>, program = API) {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output: () => Buffer.concat(chunks).toString('utf8'), exited };
}
