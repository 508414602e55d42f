// Everything, in the order in which it fails fastest: format, lint, types, import rules, dead code, unit tests, tests
// on disk, build, end-to-end tests. Installs what they need on Debian as root; otherwise says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function run(command, args, environment = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/** What is tried for real: the page in a browser, and the engines that several processes share. */
const programs = [
  { name: 'chromium', da: 'Siden prøves i Chromium', en: 'The page is tested in Chromium', isThere: hasChromium },
  { name: 'redis-server', da: 'Køen prøves på Redis', en: 'The queue is tested on Redis', isThere: hasRedis },
  {
    name: 'postgresql',
    da: 'Nøgler og navne prøves på PostgreSQL',
    en: 'Keys are tested on PostgreSQL',
    isThere: hasPostgres,
  },
];

function hasChromium() {
  return existsSync('/usr/bin/chromium');
}

function hasRedis() {
  return spawnSync('redis-server', ['--version']).status === 0;
}

function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return (
    versions.some((version) => existsSync(join(debian, version, 'bin/initdb'))) ||
    spawnSync('initdb', ['--version']).status === 0
  );
}

/** Installs what is missing on Debian as root, and says of the rest what to install. Answers whether all is there. */
function installMissing() {
  const missing = programs.filter(({ isThere }) => !isThere());
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length > 0 && canInstall) install(missing.map(({ name }) => name));
  const lacking = missing.filter(({ isThere }) => !isThere());
  for (const { name, da, en } of lacking) {
    console.error(`${da}. Installér ${name} (Debian: apt-get install ${name}) og kør igen.`);
    console.error(`${en}. Install ${name} (Debian: apt-get install ${name}), run again.`);
  }
  return lacking.length === 0;
}

/** Installs packages without letting them start services: the tests start their own, on free ports. */
function install(packages) {
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const asked = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    run('apt-get', ['update', '-q'], asked);
    run('apt-get', ['install', '-yq', '--no-install-recommends', ...packages], asked);
  } finally {
    if (isOurs) rmSync(policy);
  }
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

let broken = installMissing() ? undefined : 'programs that are not installed';
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
