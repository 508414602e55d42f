const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  testRegex: '\\.spec\\.tsx?$',
  testPathIgnorePatterns: ['/node_modules/', ...['\\.(int|e2e)\\.spec\\.tsx?$']],
};
