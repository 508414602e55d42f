// Builds when the build is older than the code, then serves. The second start takes seconds because nothing is built.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const stamp = join(root, 'dist/apps/api/.built');
const sources = ['apps', 'libs', 'package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json'];

/** The latest change of a file or of anything below a folder, in ms since 1970. */
function changedAt(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Builds the service where needed; ends this process when the code does not build. */
export function build() {
  const newest = Math.max(...sources.map((source) => changedAt(join(root, source))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  if (!existsSync(join(root, 'node_modules'))) {
    console.error('Kør først: npm ci / Run first: npm ci');
    process.exit(78);
  }
  console.log('Bygger (ca. 15 sekunder) … / Building (about 15 seconds) …');
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const result = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) process.exit(result.status ?? 1);
  writeFileSync(stamp, '');
}

/** Where a compiled file of the service lies: `cli/rebuild.js`, `main.js`. */
export const compiled = (file) => join(root, 'dist/apps/api/apps/api/src', file);

// `node apps/api/start.mjs [cli/<name>] [arguments]`: the service itself unless a command line is named.
const [first, ...rest] = process.argv.slice(2);
const tool = first?.startsWith('cli/') ? first : undefined;
build();
const child = spawn(process.execPath, [compiled(`${tool ?? 'main'}.js`), ...(tool ? rest : process.argv.slice(2))], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
