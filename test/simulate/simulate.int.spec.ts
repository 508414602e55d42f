import { simulate } from './simulation.js';

/** Another first seed tries other lives: `TEST_SEED=42`. `npm run simulate` runs as many as wanted. */
const first = Number(process.env['TEST_SEED'] ?? 1);

/** Two years of five municipalities take a quarter of an hour: `npm run simulate -- --seeds 1-5` lives through them. */
const HALF_A_YEAR = { days: 182, changes: 750 };

describe('half a year of a municipality, with everything that goes wrong', () => {
  it.each([0, 1, 2, 3, 4].map((n) => first + n))(
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
