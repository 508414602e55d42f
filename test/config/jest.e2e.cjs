const base = require('./jest.config.cjs');

/** In milliseconds: these start the built service as a process, on whatever machine it is. */
const testTimeout = 60_000;

module.exports = {
  ...base,
  testRegex: '\\.e2e\\.spec\\.tsx?$',
  testPathIgnorePatterns: ['/node_modules/', ...[]],
  testTimeout,
};
