/**
 * Lets Node run the project's TypeScript as it stands: `node -r ./test/support/typescript.cjs some/program.ts`.
 * For processes that tests start; what is shipped is built. Compiles as the tests do (test/config/jest.config.cjs).
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, resolve } = require('node:path');
const { transformSync } = require('@swc/core');
const { transform } = require('../config/jest.config.cjs');

const root = resolve(__dirname, '../..');
const [, options] = transform['^.+\\.tsx?$'];
const { paths } = readTsconfig().compilerOptions;

function readTsconfig() {
  return JSON.parse(readFileSync(resolve(root, 'tsconfig.json'), 'utf8'));
}

function compile(module, filename) {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...options,
    filename,
    module: { type: 'commonjs', ignoreDynamic: true },
  });
  module._compile(code, filename);
}

Module._extensions['.ts'] = compile;
Module._extensions['.tsx'] = compile;

/** Aliases as in tsconfig.json, and `./x.js` for the file `x.ts` or `x.tsx` beside. */
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const alias = paths[request]?.[0];
  if (alias) return resolve(root, alias);
  if (/^\.{1,2}\/.*\.js$/.test(request) && parent?.filename) {
    const stem = resolve(dirname(parent.filename), request.slice(0, -'.js'.length));
    for (const file of [`${stem}.ts`, `${stem}.tsx`]) if (existsSync(file)) return file;
  }
  return resolveFilename.call(this, request, parent, ...rest);
};
