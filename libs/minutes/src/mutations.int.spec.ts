import fc from 'fast-check';
import { readMinutes } from './read-minutes.js';
import { unaccounted } from './testing/accounted.js';
import { compare, isWarnedOf, type Wrong } from './testing/compare.js';
import { fixtures } from './testing/expected.js';
import { aMutation, harms, mutated, type Mutation } from './testing/mutations.js';

/** More of them find more: `MUTATIONS=20000 npx jest -c test/config/jest.int.cjs libs/minutes`. */
const RUNS = Number(process.env['MUTATIONS'] ?? 600);
const SEED = 20260424;

const all = fixtures();
const cases = fc.tuple(fc.constantFrom(...all), fc.array(aMutation, { minLength: 1, maxLength: 3 }));

/** How the values of all runs came out; unspoken: wrong, below certain, and without a warning. */
const seen = { right: 0, warned: 0, unspoken: 0, kinds: new Map<string, number>() };

function unnoticed(
  lines: readonly string[],
  expected: (typeof all)[number]['expected'],
  mutations: readonly Mutation[],
): Wrong[] {
  const harmed = mutated(lines, mutations);
  const draft = readMinutes(harmed);
  expect(unaccounted(draft, harmed)).toEqual([]);
  const { right, wrong } = compare(draft, expected);
  const quiet = wrong.filter((one) => !isWarnedOf(draft, one));
  seen.right += right;
  seen.warned += wrong.length - quiet.length;
  for (const { kind, confidence } of quiet.filter((one) => one.confidence !== 'certain'))
    seen.kinds.set(`${kind} ${confidence}`, (seen.kinds.get(`${kind} ${confidence}`) ?? 0) + 1);
  seen.unspoken += quiet.length;
  return quiet.filter(({ confidence }) => confidence === 'certain');
}

/** Every value that was read is right, or is said to be unsure: by a warning or by its confidence. */
const neverWrongUnnoticed = fc.property(cases, ([{ lines, expected }, mutations]) => {
  expect(unnoticed(lines, expected, mutations)).toEqual([]);
});

it('reads no wrong value without a warning, whatever is done to the lines', () => {
  fc.assert(neverWrongUnnoticed, { numRuns: RUNS, seed: SEED });
});

it('does so with mutations that nobody has seen: a failure says its seed', () => {
  fc.assert(neverWrongUnnoticed, { numRuns: RUNS });
});

it('still reads nearly everything, and few wrong values have only their confidence to tell them', () => {
  if (process.env['MUTATIONS']) console.info(seen);
  expect(seen.right).toBeGreaterThan(0.9 * (seen.right + seen.warned + seen.unspoken));
  expect(seen.unspoken).toBeLessThan(0.03 * seen.right);
});

it.each(Object.keys(harms))('survives: %s', (name) => {
  for (const { lines, expected } of all)
    for (const at of lines.keys()) expect(unnoticed(lines, expected, [{ name, at, how: at }])).toEqual([]);
});
