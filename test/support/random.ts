/** Random numbers that a seed repeats. */
export interface Random {
  readonly seed: number;
  /** A whole number from 0 up to, but not including, `below`. */
  readonly below: (below: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** Whether it happened, with this chance. */
  readonly chance: (probability: number) => boolean;
}

/** One for all who ask for a random one: the one that is printed repeats what all of them drew. */
const NEW_SEED = Date.now() % 2 ** 32;

/**
 * The seed that was asked for: a printed one to repeat (`TEST_SEED=42 npm run test:e2e`), or `random` for a new one.
 * @throws Error for anything else: nobody could repeat what it stands for.
 */
export function askedSeed(): number | null {
  const asked = process.env.TEST_SEED;
  if (asked === undefined) return null;
  if (asked === 'random') return NEW_SEED;
  if (!/^\d+$/.test(asked)) throw new Error(`TEST_SEED is a whole number or the word random, not ${asked}`);
  return Number(asked);
}

/** Random numbers of the seed that was asked for. */
export const randomFrom = (fallback: number): Random => seededRandom(askedSeed() ?? fallback);

/** Random numbers of one seed, whatever the environment says. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to choose what to break.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    seed,
    below,
    oneOf: (values) => values[below(values.length)]!,
    chance: (probability) => next() < probability,
  };
}
