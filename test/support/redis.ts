import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { waitFor } from './wait.js';

export interface RedisOptions {
  /** Keeps every write on disk, so that a restart finds it again. */
  readonly appendOnly?: boolean;
  readonly password?: string;
  /** Takes TLS too, on a port of its own, with a certificate that nobody signed. */
  readonly tls?: boolean;
  /** More settings, as on its command line: `--maxmemory-policy`, `allkeys-lru`. */
  readonly settings?: readonly string[];
}

/** Servers that are still there; whoever started them takes them along. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A real Redis on a free port of this machine, with a folder of its own, that a test can stop, kill and freeze. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rettidig-redis-'));
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    readonly tlsPort: number,
    private readonly options: RedisOptions,
  ) {
    if (options.tls) makeCertificate(this.#folder);
  }

  /** Starts one and waits until it answers. Says what to do where there is none. */
  static async start(options: RedisOptions = {}): Promise<RedisServer> {
    const server = await RedisServer.prepared(options);
    await server.start();
    return server;
  }

  /** One that has its port and is not started yet. */
  static async prepared(options: RedisOptions = {}): Promise<RedisServer> {
    if (spawnSync('redis-server', ['--version']).status !== 0) {
      throw new Error('redis-server is not installed; on Debian: apt-get install redis-server');
    }
    return new RedisServer(await freePort(), await freePort(), options);
  }

  get url(): string {
    const { password } = this.options;
    return `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${this.port}`;
  }

  /** Starts it, again too: on the same port, with what it kept. */
  async start(): Promise<void> {
    const { appendOnly = false, password, tls = false, settings = [] } = this.options;
    const parameters = [
      ...['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', ''],
      ...['--appendonly', appendOnly ? 'yes' : 'no', '--appendfsync', 'always'],
      ...(password === undefined ? [] : ['--requirepass', password]),
      ...(tls ? ['--tls-port', String(this.tlsPort), '--tls-auth-clients', 'no'] : []),
      ...(tls ? ['--tls-cert-file', 'server.crt', '--tls-key-file', 'server.key'] : []),
      ...settings,
    ];
    const child = spawn('redis-server', parameters, { cwd: this.#folder });
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.stdout.resume();
    this.#child = child;
    await waitFor(async () => {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
      return answers(this.port);
    });
  }

  /** Starts it without anything that it kept: another machine, or one whose disk was lost. */
  async startEmpty(): Promise<void> {
    rmSync(join(this.#folder, 'appendonlydir'), { recursive: true, force: true });
    await this.start();
  }

  /** Throws away everything that is in it while it runs. */
  flush(): void {
    const { port } = this;
    const password = this.options.password === undefined ? [] : ['-a', this.options.password, '--no-auth-warning'];
    const { status, stderr } = spawnSync('redis-cli', ['-p', String(port), ...password, 'FLUSHALL']);
    if (status !== 0) throw new Error(`redis-cli ended with ${status}: ${String(stderr)}`);
  }

  /** Asks it to end. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it as a power cut would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** It stands still and answers nothing, while it still takes connections. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends it, in whatever state it is, and removes what it kept. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** Says something to whatever listens; what is not loaded yet or wants a password first answers as well. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => resolve(/^\+PONG|^-NOAUTH/.test(answer.toString())));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.on('data', () => socket.destroy());
  });
}

/** Signed by itself. */
function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.crt')];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  if (spawnSync('openssl', [...words, ...files]).status !== 0) throw new Error('openssl is not installed');
}
