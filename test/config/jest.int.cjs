const base = require('./jest.config.cjs');

module.exports = { ...base, testRegex: '\\.int\\.spec\\.tsx?$', testPathIgnorePatterns: ['/node_modules/', ...[]] };
