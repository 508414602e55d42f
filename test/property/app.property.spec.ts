import fc from 'fast-check';
import { live, steps, tried } from './life.js';
import { sayings } from './sayings.js';
import { features } from '../../libs/product/src/features.js';
import { acts, foundTown } from './town.js';

/** More of them find more: `TEST_SEED=random LIVES=2000 npx jest -c test/config/jest.unit.cjs test/property`. */
const LIVES = Number(process.env['LIVES'] ?? 100);
const STEPS = 34;
/** Questions must have come up in some life, from people, agendas and files. */
const asked = [
  'PossibleMissReported',
  'UnregisteredChangeSuspected',
  'PossibleMissConfirmed',
  'PoliticalAgendaImported',
  'StructureImported',
];

it('draws from every command and act that can be sent over HTTP', () => {
  const commands = features.flatMap((feature) => feature.commands).filter(({ path }) => path !== null);
  expect(Object.keys(sayings).sort()).toEqual([...commands.map(({ name }) => name), ...acts.keys()].sort());
});

it('keeps its promises whatever anybody does', async () => {
  const town = await foundTown();
  // What fails is printed with its seed. Nothing is made shorter: every try costs a whole life.
  await fc.assert(
    fc.asyncProperty(steps(STEPS), (sequence) => live(town, sequence)),
    { numRuns: LIVES, endOnFailure: true },
  );
  expect(tried.accepted).toBeGreaterThan(0.4 * tried.commands);
  expect([...tried.states.keys()]).toEqual(expect.arrayContaining(['missed', 'endedWithoutReview', 'unconfirmed']));
  expect(tried.events.size).toBeGreaterThan(50);
  expect([...tried.events.keys()]).toEqual(expect.arrayContaining(asked));
  if (process.env['LIVES']) console.info(tried);
}, 3_600_000);
