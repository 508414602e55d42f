const base = require('./jest.config.cjs');

/** In milliseconds: these wait for disks, servers and each other, on whatever machine it is and whatever else it does. */
const testTimeout = 30_000;

module.exports = {
  ...base,
  testRegex: '\\.int\\.spec\\.tsx?$',
  testPathIgnorePatterns: ['/node_modules/', ...[]],
  testTimeout,
};
