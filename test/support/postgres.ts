import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';
import { waitFor } from './wait.js';

/** Where Debian puts each version of the server. */
const DEBIAN = '/usr/lib/postgresql';
const PATIENCE = 60_000;
const SUPERUSER = 'rettidig';
/** Beside the defaults: fsync and synchronous_commit are on. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
ssl = on
max_connections = 60
log_min_messages = panic
`;
const run = promisify(execFile);

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * A PostgreSQL server of our own: a new cluster in a temporary folder, on a free port, with passwords and a certificate
 * that nobody signed, run by a user that is not root. Whoever starts it removes it.
 */
export class PostgresServer {
  /** The main process of the server while it runs. */
  private server: ChildProcess | undefined;
  private databases = 0;

  private constructor(
    private readonly folder: string,
    private readonly program: { readonly binaries: string; readonly owner: Owner },
    readonly port: number,
    private readonly password: string,
  ) {}

  static async start(): Promise<PostgresServer> {
    const binaries = findBinaries();
    const owner = process.getuid?.() === 0 ? someUser() : {};
    const folder = mkdtempSync(join(tmpdir(), 'rettidig-postgres-'));
    try {
      const password = randomBytes(12).toString('hex');
      await makeCluster(folder, binaries, owner, password);
      const made = new PostgresServer(folder, { binaries, owner }, await freePort(), password);
      await made.startAgain();
      return made;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The server's certificate, signed by itself, for `localhost`. */
  get certificate(): string {
    return join(this.folder, 'cluster', 'server.crt');
  }

  /** Where the server keeps what is in its databases. */
  get files(): string {
    return join(this.folder, 'cluster');
  }

  /** The address of a database, for the superuser unless another one is named. */
  url(database = 'postgres', user = SUPERUSER, password = this.password): string {
    return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** A new, empty database; answers its address. */
  async database(): Promise<string> {
    const name = `test_${++this.databases}`;
    await this.query(`create database ${name}`);
    return this.url(name);
  }

  /** One statement as the superuser. */
  async query(sql: string, url = this.url()): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Starts it, where it does not run, on the same port and folder; what was committed is there. */
  async startAgain(): Promise<void> {
    if (this.isRunning) return;
    const { binaries, owner } = this.program;
    const words = ['-D', this.files, '-p', String(this.port), '-k', this.folder];
    const server = spawn(join(binaries, 'postgres'), words, {
      ...owner,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.server = server;
    process.once('exit', this.killAtExit);
    let told = '';
    server.stderr.on('data', (text) => (told = `${told}${text}`.slice(-2000)));
    await waitFor(async () => {
      if (server.exitCode !== null) throw new Error(`the service ended: PostgreSQL\n${told}`);
      await this.query('select 1');
      return true;
    }, PATIENCE);
  }

  /** Closes connections and keeps what is committed. */
  async stop(): Promise<void> {
    await this.end((server) => server.kill('SIGINT'));
  }

  /** As if the machine lost its power: no process of the server has the time to do anything. */
  async kill(): Promise<void> {
    await this.end((server) => {
      for (const pid of [server.pid!, ...childrenOf(server.pid!)]) signal(pid, 'SIGKILL');
    });
  }

  /** Every process of the server stands still: connections stay open, and nothing answers. */
  freeze(): void {
    const { pid } = this.server!;
    // The main process first, so that no others come meanwhile.
    signal(pid!, 'SIGSTOP');
    for (const child of childrenOf(pid!)) signal(child, 'SIGSTOP');
  }

  thaw(): void {
    const { pid } = this.server!;
    for (const one of [...childrenOf(pid!), pid!]) signal(one, 'SIGCONT');
  }

  /** Stops it, frozen or not, and removes all that it kept. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get isRunning(): boolean {
    return this.server !== undefined && this.server.exitCode === null && this.server.signalCode === null;
  }

  private async end(how: (server: ChildProcess) => void): Promise<void> {
    const { server } = this;
    if (!server || !this.isRunning) return;
    const children = childrenOf(server.pid!);
    const ended = once(server, 'exit');
    how(server);
    await ended;
    process.off('exit', this.killAtExit);
    // Those left over still hold the memory that a new server would share.
    await waitFor(() => children.every((pid) => !isRunning(pid)), PATIENCE);
  }

  private readonly killAtExit = (): void => {
    const pid = this.server?.pid;
    if (pid) for (const one of [pid, ...childrenOf(pid)]) signal(one, 'SIGKILL');
  };
}

async function makeCluster(folder: string, binaries: string, owner: Owner, password: string): Promise<void> {
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const own = (path: string): void => {
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid!);
  };
  for (const path of [folder, cluster, passwordFile]) own(path);
  const settings = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'];
  await run(join(binaries, 'initdb'), ['-D', cluster, '--encoding=UTF8', '--locale=C', ...settings], {
    ...owner,
    cwd: folder,
  });
  // In its file rather than in the command, so that `alter system` can change them.
  appendFileSync(join(cluster, 'postgresql.conf'), SETTINGS);
  const [key, certificate] = [join(cluster, 'server.key'), join(cluster, 'server.crt')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  await run('openssl', [...words, ...subject]);
  chmodSync(key, 0o600);
  own(key);
  own(certificate);
}

function findBinaries(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  const found = [...folders, ...process.env.PATH!.split(delimiter)].find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
  if (found) return found;
  throw new Error(
    'PostgreSQL is missing: install it (Debian: apt-get install postgresql), or put its initdb on the PATH',
  );
}

/** The server refuses root. */
function someUser(): Owner {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, name], { stdio: 'pipe' })));
      return { uid: uid!, gid: gid! };
    } catch {
      // The next one, then.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it');
}

function childrenOf(pid: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that nobody waits for is dead all the same.
  return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}
