import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LeftOut } from './row.js';
import { stopwatch } from './stopwatch.js';

/** A package of its own, with a lock of its own: nothing of it is a dependency of the product. */
const FOLDER = resolve('test/bench/peers');
const LOCK = join(FOLDER, 'package-lock.json');
/** The lock as it was when its packages were installed to the end. */
const INSTALLED = join(FOLDER, 'node_modules/.installed.json');
/** How often somebody who waits for the installation hears of it, in milliseconds. */
const REPORTED_EVERY = 10_000;

export type PeerEngine = 'sqlite' | 'postgresql';

/** An event as Emmett takes it. */
export interface PeerEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** What a round of commands came to. */
export interface PeerRound {
  /** Commands that were answered well and whose event another connection sees. */
  readonly done: number;
  /** Commands that were answered well and whose event is not there. */
  readonly lost: number;
  /** How many commands were refused or failed, by what they said. */
  readonly failures: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Transactions that the commands shared, where they do. */
  readonly transactions?: number;
}

/** Emmett in a process of its own. */
export interface Peer {
  readonly versions: string;
  readonly fill: (events: readonly PeerEvent[], count: number) => Promise<object>;
  readonly round: (from: number, to: number, callers: number) => Promise<PeerRound>;
  readonly stop: () => Promise<void>;
}

/** Installs the peers where they are not yet, and starts one on an engine. */
export async function startPeer(engine: PeerEngine, say: (text: string) => void): Promise<Peer> {
  await install(say);
  // Emmett writes refusals to the standard output, with their stacks; they are counted instead.
  const child = fork(join(FOLDER, 'emmett.mjs'), [engine], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const stop = async (): Promise<void> => {
    if (!child.connected) return;
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  try {
    const { versions } = await ask<{ versions: string }>(child, { what: 'open' }, say);
    return {
      versions,
      fill: (events, count) => ask(child, { what: 'fill', events, count }, say),
      round: (from, to, callers) => ask(child, { what: 'round', from, to, callers }, say),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Reply = string | { readonly leftOut: string } | { readonly failed: string } | object;

/** One question at a time; texts on the way to its answer tell how far it is. */
function ask<Answer extends object>(child: ChildProcess, question: object, say: (text: string) => void) {
  return new Promise<Answer>((answered, failed) => {
    const settle = (settled: () => void): void => {
      child.off('message', hear).off('exit', ended);
      settled();
    };
    const ended = (code: number | null): void => settle(() => failed(new Error(`the peer ended with ${code}`)));
    const hear = (reply: Reply): void => {
      if (typeof reply === 'string') return say(reply);
      if ('leftOut' in reply) return settle(() => failed(new LeftOut(String(reply.leftOut))));
      if ('failed' in reply) return settle(() => failed(new Error(String(reply.failed))));
      settle(() => answered(reply as Answer));
    };
    child.on('message', hear).once('exit', ended);
    child.send(question);
  });
}

async function install(say: (text: string) => void): Promise<void> {
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === readFileSync(LOCK, 'utf8')) return;
  const watch = stopwatch();
  const report = (): void => {
    const seconds = Math.round(watch.milliseconds() / 1000);
    say(`the peers are installed once; sqlite3 takes some minutes to compile; ${seconds} s`);
  };
  report();
  const reporter = setInterval(report, REPORTED_EVERY);
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += String(text)));
  try {
    const [code] = (await once(npm, 'close')) as [number | null];
    if (code !== 0) throw new Error(`npm ci in ${FOLDER} ended with ${code}\n${output}`);
  } finally {
    clearInterval(reporter);
  }
  copyFileSync(LOCK, INSTALLED);
}
