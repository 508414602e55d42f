// A PostgreSQL server of our own: a new cluster in a folder, on a free port, run by a user that is not root.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** Where Debian puts each version of the server. */
const DEBIAN = '/usr/lib/postgresql';
/** How long the server may take to get ready, in milliseconds. */
const PATIENCE = 60_000;
const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** Starts it with the default settings (fsync and synchronous_commit are on); installs it on Debian as root. */
export async function startPostgres(folder, say) {
  const binaries = findBinaries() ?? (await installed(say));
  // The server refuses root.
  const user = isRoot ? someUser() : {};
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster);
  if (isRoot) for (const owned of [folder, cluster]) chownSync(owned, user.uid, user.gid);
  const asUser = { ...user, cwd: folder };
  say('a PostgreSQL cluster is made');
  const settings = ['--username=bench', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  await run(join(binaries, 'initdb'), ['-D', cluster, ...settings], asUser);
  const port = await freePort();
  const words = ['-D', cluster, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  const server = spawn(join(binaries, 'postgres'), words, { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (text) => (log = `${log}${text}`.slice(-2000)));
  process.once('exit', () => server.kill('SIGINT'));
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    // A fast shutdown: connections are closed, and what is committed is kept.
    server.kill('SIGINT');
    await ended;
  };
  const url = `postgresql://bench@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(url, server);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log}`);
  }
  return { url, stop };
}

function findBinaries() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...process.env.PATH.split(delimiter)];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

async function installed(say) {
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say('PostgreSQL is installed with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-yq', '--no-install-recommends', 'postgresql'];
    await run('apt-get', ['update', '-q'])
      .then(() => run('apt-get', install, { env }))
      .catch(({ stderr }) => say(`it could not be installed: ${String(stderr).trim()}`));
  }
  const missing =
    'PostgreSQL is missing: install it (Debian: apt-get install postgresql) or put its initdb on the PATH';
  return findBinaries() ?? leftOut(missing);
}

function leftOut(why) {
  throw Object.assign(new Error(why), { leftOut: true });
}

function someUser() {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => spawnSync('id', [what, name]));
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return leftOut('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(url, server) {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && server.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    const isReady = await client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
    if (isReady) return;
    await pause(50);
  }
  throw new Error('PostgreSQL did not get ready');
}
