const base = require('./jest.config.cjs');

module.exports = { ...base, testRegex: '\\.e2e\\.spec\\.tsx?$', testPathIgnorePatterns: ['/node_modules/', ...[]] };
