import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from './root.js';

const typescript = fromRoot('test/support/typescript.cjs');

/** Processes that are still there; whoever started them takes them along. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A program in a Node process of its own, TypeScript or built, that a test can stop, kill and freeze. */
export class NodeProcess {
  private readonly chunks: Buffer[] = [];
  private readonly ended: Promise<number | null>;
  private readonly answers = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private asked = 0;

  private constructor(private readonly child: ChildProcess) {
    running.add(child);
    child.stdout?.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    child.on('message', (message: Answer) => this.hear(message));
    child.on('error', () => undefined); // a message to a process that just ended; its end is told by `ended`
    this.ended = once(child, 'exit').then(([code]) => {
      running.delete(child);
      for (const { reject } of this.answers.values()) reject(new Error(`the process ended:\n${this.output()}`));
      this.answers.clear();
      return code as number | null;
    });
  }

  /** Starts it; resolves at once, what it needs to become ready is for the caller to wait for. */
  static start(program: string, args: readonly string[] = [], environment: Record<string, string> = {}): NodeProcess {
    const hook = /\.tsx?$/.test(program) ? ['-r', typescript] : [];
    return new NodeProcess(
      spawn(process.execPath, [...hook, program, ...args], {
        env: { PATH: process.env.PATH ?? '', ...environment },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it wrote to its outputs so far. */
  output(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }

  /** Calls what the program offers through `answerParent`. */
  ask<T = void>(method: string, ...args: readonly unknown[]): Promise<T> {
    const id = ++this.asked;
    return new Promise<T>((fulfil, reject) => {
      if (!this.isRunning) return reject(new Error(`the process has ended:\n${this.output()}`));
      this.answers.set(id, { resolve: fulfil as (value: unknown) => void, reject });
      this.child.send({ id, method, args });
    });
  }

  private hear({ id, value, error }: Answer): void {
    const waiting = this.answers.get(id);
    this.answers.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }

  /** Asks it to stop, and answers its exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends it as a power cut would. */
  kill(): Promise<number | null> {
    return this.end('SIGKILL');
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.isRunning) this.child.kill(signal);
    return this.ended;
  }

  /** It stands still and answers nothing, while its connections stay open. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }
}

interface Question {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** In the started program: answers what its parent asks, and ends when the parent is gone. */
export function answerParent(methods: Record<string, (...args: never[]) => unknown>): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ id, method, args }: Question) => {
    void Promise.resolve()
      .then(() => methods[method]!(...(args as never[])))
      .then(
        (value) => process.send?.({ id, value }),
        (error: Error) => process.send?.({ id, error: error.message }),
      );
  });
}
