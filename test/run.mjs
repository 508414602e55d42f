// Everything, in the order in which it fails fastest: format, lint, types, import rules, dead code, unit tests, tests
// on disk, build, end-to-end tests. Installs what they need on Debian as root; otherwise says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const results = mkdtempSync(join(tmpdir(), 'rettidig-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

const steps = [
  ['format', 'npm', ['run', '--silent', 'check:format']],
  ['lint', 'npm', ['run', '--silent', 'check:lint']],
  ['types', 'npm', ['run', '--silent', 'check:types']],
  ['import rules', 'npm', ['run', '--silent', 'check:imports']],
  ['dead code', 'npm', ['run', '--silent', 'check:dead']],
  ['unit tests', 'npm', ['run', '--silent', 'test:unit', '--', ...jestReport('unit')]],
  ['tests on disk', 'npm', ['run', '--silent', 'test:int', '--', ...jestReport('int')]],
  ['build', 'npm', ['run', '--silent', 'build']],
  ['end-to-end tests', 'npm', ['run', '--silent', 'test:e2e', '--', ...jestReport('e2e')]],
];

function jestReport(name) {
  return ['--json', `--outputFile=${join(results, `${name}.json`)}`];
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** The browser that the page is looked at with. */
function installBrowser() {
  if (existsSync('/usr/bin/chromium')) return true;
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (
    asRoot &&
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium'])
  )
    return true;
  console.error(
    'Siden prøves i Chromium. Installér den som /usr/bin/chromium (Debian: apt-get install chromium) og kør igen.',
  );
  console.error(
    'The page is tested in Chromium. Install it as /usr/bin/chromium (Debian: apt-get install chromium), run again.',
  );
  return false;
}

function addCounts() {
  for (const name of ['unit', 'int', 'e2e']) {
    const file = join(results, `${name}.json`);
    if (!existsSync(file)) continue;
    const report = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
    counts.skipped += report.numPendingTests;
  }
}

let broken = installBrowser() ? undefined : 'browser';
for (const [name, command, args] of broken ? [] : steps) {
  const begun = Date.now();
  console.log(`\n── ${name}`);
  if (!run(command, args)) {
    broken = name;
    break;
  }
  console.log(`── ${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
addCounts();
rmSync(results, { recursive: true });
if (broken) console.error(`\nStopped at: ${broken}`);
if (broken && counts.failed === 0) counts.failed = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(broken ? 1 : 0);
