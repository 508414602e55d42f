import { askedSeed } from '../support/random.js';
import { simulate } from './simulation.js';

/** One seed when it is asked for, else the first five. */
const asked = askedSeed();
const seeds = asked === null ? [1, 2, 3, 4, 5] : [asked];

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
