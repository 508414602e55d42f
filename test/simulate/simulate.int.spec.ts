import { simulate } from './simulation.js';

/** One seed when it is given, else the first five. */
const given = process.env['TEST_SEED'];
const seeds = given === undefined ? [1, 2, 3, 4, 5] : [Number(given)];

/** Two years take two minutes or more each: `npm run simulate -- --seeds 1-5` lives through them. */
const HALF_A_YEAR = { days: 182, changes: 750 };

describe('half a year of a municipality, with everything that goes wrong', () => {
  it.each(seeds)(
    'seed %i: nothing unreminded, nothing untrue, nothing lost, nobody flooded',
    async (seed) => {
      const { broken, figures, mails } = await simulate(seed, HALF_A_YEAR);
      expect(broken.slice(0, 20)).toEqual([]);
      expect(mails).toBeGreaterThan(500);
      const { managers, secretariat } = figures;
      expect(managers.withMail.median).toBeLessThanOrEqual(2);
      expect(secretariat.withMail.p95).toBeLessThanOrEqual(10);
    },
    900_000,
  );
});
