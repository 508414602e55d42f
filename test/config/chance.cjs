// What is drawn at random is the same in every run, so that a commit that passed once passes again. To look elsewhere:
// `TEST_SEED=random npm run test:unit`, or a number in place of `random`. What fails is printed with its seed.
const fc = require('fast-check');

const asked = process.env['TEST_SEED'] ?? '20260424';
if (asked !== 'random') {
  if (!/^\d+$/.test(asked)) throw new Error(`TEST_SEED is a whole number or the word random, not ${asked}`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
}
