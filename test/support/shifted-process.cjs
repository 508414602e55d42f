/**
 * Preloaded by a process of the built product that a test puts at another time:
 * `NODE_OPTIONS=--require=…/shifted-process.cjs` and `CLOCK_AHEAD_MS`. Only this one file is compiled for it: with the hook of
 * typescript.cjs the process would run the sources in place of what was built.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { transformSync } = require('@swc/core');

const file = require.resolve('./shifted-time.ts');
const { code } = transformSync(readFileSync(file, 'utf8'), {
  ...{ filename: file, swcrc: false, module: { type: 'commonjs' } },
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
});
const shifted = new Module(file);
shifted._compile(code, file);
shifted.exports.shiftTime(Number(process.env.CLOCK_AHEAD_MS));
