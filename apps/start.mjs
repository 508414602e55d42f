// Builds an app when its build is older than the code, then runs it. The second start takes seconds because nothing is
// built: `node apps/start.mjs api|worker [cli/<name>] [arguments]`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const sources = ['apps', 'libs', 'package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json'];

/** The latest change of a file or of anything below a folder, in ms since 1970. */
function changedAt(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Builds the app where needed; ends this process when the code does not build. */
function build(app) {
  const stamp = join(root, `dist/apps/${app}/.built`);
  const newest = Math.max(...sources.map((source) => changedAt(join(root, source))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  if (!existsSync(join(root, 'node_modules'))) {
    console.error('Kør først: npm ci / Run first: npm ci');
    process.exit(78);
  }
  console.log('Bygger (ca. 15 sekunder) … / Building (about 15 seconds) …');
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const result = spawnSync(process.execPath, [nest, 'build', app], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(stamp, '');
}

/** Where a compiled file of an app lies: `main`, `cli/rebuild`. */
const compiled = (app, file) => join(root, `dist/apps/${app}/apps/${app}/src/${file}.js`);

const [app, ...words] = process.argv.slice(2);
const tool = words[0]?.startsWith('cli/') ? words.shift() : 'main';
build(app);
const child = spawn(process.execPath, [compiled(app, tool), ...words], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
