import { Refused, type RecordedEvent } from '@rettidig/event-sourcing';
import fc from 'fast-check';
import { Dice } from './dice.js';
import { Known } from './known.js';
import { sayings } from './sayings.js';
import { foundTown, logOf, product, type Product } from './town.js';
import { namedIn, told, turnedBetween, type Turned } from '../support/turned-plans.js';

/** More of them find more: `TEST_SEED=random LIVES=2000 npx jest -c test/config/jest.unit.cjs test/property/what-if`. */
const LIVES = Number(process.env['LIVES'] ?? 60);

/** What makes cases with plans. */
const before = [
  ...['RegisterChange', 'RegisterChange', 'ScheduleMeeting', 'ScheduleMeeting', 'PlanDecisionPoint'],
  ...['AgreeLocalTimetable', 'AgreePoliticalTimetable', 'AddAgendaItem', 'WaiveDeadline', 'DispatchPapers'],
];
/** What somebody may ask about. */
const asked = [
  ...['MoveMeeting', 'MoveMeeting', 'CancelMeeting', 'ScheduleMeeting', 'MoveDecisionPoint', 'MoveDecisionPoint'],
  ...['PlanDecisionPoint', 'AgreeLocalTimetable', 'AgreePoliticalTimetable', 'AgreeClosingDays', 'PublishRuleSet'],
  ...['MoveUnit', 'CloseUnit', 'ChangeCommitteeCoverage', 'DissolveCommittee', 'DeclareTransitionPeriod'],
  ...['CorrectChangeFacts', 'RecordDecision', 'RegisterChange'],
];

const numbers = fc.array(fc.nat({ max: 10_000 }), { minLength: 12, maxLength: 12 });
const step = (commands: readonly string[]) => fc.record({ command: fc.constantFrom(...commands), numbers });
const lives = fc.record({
  past: fc.array(step(before), { minLength: 16, maxLength: 24 }),
  drafts: fc.array(step(asked), { minLength: 1, maxLength: 3 }),
});

async function lived(town: readonly RecordedEvent[], past: readonly { command: string; numbers: number[] }[]) {
  const life = product({ store: await logOf(town) });
  await life.engine.start();
  const known = new Known();
  let seen = 0;
  const learn = async (): Promise<void> => {
    const log = await life.log();
    log.slice(seen).forEach((event) => known.learn(event));
    seen = log.length;
  };
  await learn();
  for (const { command, numbers } of past) {
    const said = sayings[command]!(new Dice(numbers, life.clock.now()), known);
    life.later(5);
    const more =
      said?.subjectId === undefined ? {} : { subjectId: said.subjectId, ifMatch: await etag(life, said.subjectId) };
    if (said) await life.send(command, said.message, more).catch(orRefused);
    await learn();
  }
  await life.engine.settled();
  await learn();
  return { life, known };
}

const orRefused = (error: unknown): void => {
  if (!(error instanceof Refused)) throw error;
};

/** Counts what people did to a case; facts do not look at it. */
const etag = async ({ log }: Product, subjectId: string): Promise<string> =>
  `"${(await log()).filter(({ stream, meta }) => stream.endsWith(subjectId) && meta.byPerson).length}"`;

const tried = { asked: 0, turned: 0 };

async function holds(
  town: readonly RecordedEvent[],
  {
    past,
    drafts: steps,
  }: { past: { command: string; numbers: number[] }[]; drafts: { command: string; numbers: number[] }[] },
): Promise<void> {
  const { life, known } = await lived(town, past);
  try {
    const drafts = steps.flatMap(({ command, numbers }) => {
      const said = sayings[command]!(new Dice(numbers, life.clock.now()), known);
      return said ? [{ command, ...(said.subjectId && { id: said.subjectId }), message: said.message }] : [];
    });
    if (drafts.length === 0) return;
    const logBefore = await life.log();
    const ask = () => life.ask<{ basis: string; items: Turned[] }>('AskWhatIf', { drafts }, 'secretariat');
    const answer = await ask().catch(orRefused);
    expect(await life.log()).toEqual(logBefore);
    if (!answer) return;
    tried.asked += 1;
    tried.turned += answer.items.length;
    await life.act('ApplyWhatIf', { drafts, basis: answer.basis });
    await life.engine.settled();
    const [was, is] = [told(logBefore), told(await life.log())];
    expect(turnedBetween(was, is, known)).toEqual(namedIn(answer.items, known));
  } finally {
    await life.engine.stop();
  }
}

it('comes out as asked when it is done at the basis of the answer, and asking leaves no trace', async () => {
  const town = await foundTown();
  await fc.assert(
    fc.asyncProperty(lives, (life) => holds(town, life)),
    { numRuns: LIVES, endOnFailure: true },
  );
  expect(tried.asked).toBeGreaterThan(LIVES / 4);
  expect(tried.turned).toBeGreaterThan(LIVES / 6);
  if (process.env['LIVES']) console.info(tried);
}, 600_000);

it('follows a draft to where an earlier one moved a case, which no view knows yet', async () => {
  const life = product({ store: await logOf(await foundTown()) });
  await life.engine.start();
  const known = new Known();
  const learn = async (): Promise<void> => (await life.log()).forEach((event) => known.learn(event));
  await learn();
  const decision = { kind: 'decision', body: 'executiveManagement', when: { on: '2026-03-01' } };
  const decider = { body: 'executiveManagement' };
  await life.send('RegisterChange', { title: 'x', kind: 'newService', decider, decisionPoints: [decision] });
  await life.engine.settled();
  await learn();
  const [{ changeId: id, pointId }] = known.points as [{ changeId: string; pointId: string }];
  const drafts = [
    { command: 'MoveDecisionPoint', id, message: { pointId, to: { on: '2026-12-01' }, reason: 'udskudt' } },
    { command: 'ScheduleMeeting', message: { committeeId: known.committees[0], on: '2026-10-15' } },
  ];
  const { items } = await life.ask<{ items: Turned[] }>('AskWhatIf', { drafts }, 'secretariat');
  expect(items.flatMap(({ duties }) => duties.map(({ to }) => to?.meetingOn))).toContain('2026-10-15');
  await life.engine.stop();
});
