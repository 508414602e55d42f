// Takes the place of fast-check wherever it is imported, and only there: loading it costs every other file of specs time.
// What is drawn at random is the same in every run, so that a commit that passed once passes again. To look elsewhere:
// `TEST_SEED=random npm run test:unit`, or a number in place of `random`. What fails is printed with its seed.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const asked = process.env['TEST_SEED'] ?? '20260424';
if (asked !== 'random') {
  if (!/^\d+$/.test(asked)) throw new Error(`TEST_SEED is a whole number or the word random, not ${asked}`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
}

module.exports = fc;
