import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { freePort } from '../support/free-port.js';
import { pause } from './row.js';

/** The built service. */
const SERVICE = resolve('dist/apps/api/apps/api/src/main.js');
/** How long a process may take to get ready, in milliseconds. */
const PATIENCE = 120_000;

export interface RunningServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the service as it was built, on a data folder, and waits until it says that it is ready. */
export const startService = (dataDir: string): Promise<RunningServer> => startServer(SERVICE, dataDir);

/** Starts a server of the bench, with what it is to be told in its environment. */
export const startOwnServer = (
  name: string,
  dataDir: string,
  told: Readonly<Record<string, string>> = {},
): Promise<RunningServer> => startServer(join(__dirname, `${name}.js`), dataDir, told);

async function startServer(
  file: string,
  dataDir: string,
  told: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const env = {
    ...process.env,
    ...told,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '',
    DEMO: 'false',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(5);
  }
  child.kill('SIGKILL');
  throw new Error('the server did not get ready');
}

/** Runs a file of the bench in a process of its own; it answers with one message, after any number of progress texts. */
export async function inChild<Answer extends object>(
  name: string,
  words: readonly string[],
  say: (text: string) => void,
): Promise<Answer> {
  const child = fork(join(__dirname, `${name}.js`), words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let answer: Answer | undefined;
  child.on('message', (message: string | Answer) => {
    if (typeof message === 'string') say(message);
    else answer = message;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || !answer) throw new Error(`${name} ${words[0]} ended with ${code}`);
  return answer;
}
