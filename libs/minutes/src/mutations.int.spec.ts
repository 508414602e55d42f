import fc from 'fast-check';
import { readMinutes } from './read-minutes.js';
import { unaccounted } from './testing/accounted.js';
import { compare, isWarnedOf, type Wrong } from './testing/compare.js';
import { fixtures } from './testing/expected.js';
import { aMutation, harms, mutated, type Mutation } from './testing/mutations.js';

/** More of them find more: `TEST_SEED=random MUTATIONS=20000 npx jest -c test/config/jest.int.cjs libs/minutes`. */
const searching = process.env['MUTATIONS'];
const RUNS = Number(searching ?? 600);
const SEEDS = [20260424, 20261122];

const all = new Map(fixtures().map((fixture) => [fixture.name, { ...fixture, before: readMinutes(fixture.lines) }]));
const cases = fc.tuple(fc.constantFrom(...all.keys()), fc.array(aMutation, { minLength: 1, maxLength: 3 }));

/** How the values of all runs came out. Unspoken: wrong, below certain, and without a warning. */
const seen = { right: 0, warned: 0, unspoken: 0 };

/** Values that are wrong after the mutations although the draft calls them certain and warns of nothing. */
function unnoticed(name: string, mutations: readonly Mutation[]): Wrong[] {
  const { lines, expected, before } = all.get(name)!;
  const harmed = mutated(lines, mutations);
  const draft = readMinutes(harmed);
  expect(unaccounted(draft, harmed)).toEqual([]);
  const { right, wrong } = compare(draft, expected);
  const quiet = wrong.filter((one) => !isWarnedOf(draft, one, before));
  seen.right += right;
  seen.warned += wrong.length - quiet.length;
  seen.unspoken += quiet.length;
  return quiet.filter(({ confidence }) => confidence === 'certain');
}

/** Every value that was read is right, or is said to be unsure: by a warning or by its confidence. */
const neverWrongUnnoticed = fc.property(cases, ([name, mutations]) => {
  expect(unnoticed(name, mutations)).toEqual([]);
});

it.each(SEEDS)('reads no wrong value without a warning, whatever is done to the lines (%i)', (seed) => {
  fc.assert(neverWrongUnnoticed, { numRuns: RUNS, ...(searching ? {} : { seed }) });
});

/** These do the same wherever they begin. */
const wholeDocument = new Set(['remove all blank lines', 'headings in capitals']);

it.each(Object.keys(harms))('survives on every line: %s', (name) => {
  for (const [fixture, { lines }] of all)
    for (const at of wholeDocument.has(name) ? [0] : lines.keys())
      expect({ fixture, at, wrong: unnoticed(fixture, [{ name, at, how: at }]) }).toEqual({ fixture, at, wrong: [] });
});

it('still reads nearly everything, and few wrong values have only their confidence to tell them', () => {
  expect(seen.right).toBeGreaterThan(0.95 * (seen.right + seen.warned + seen.unspoken));
  expect(seen.unspoken).toBeLessThan(0.01 * seen.right);
});
