import { Refused, subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import fc from 'fast-check';
import { Dice } from './dice.js';
import { Known } from './known.js';
import { sayings } from './sayings.js';
import { foundTown, logOf, product, type Product } from './town.js';

/** More of them find more: `LIVES=2000 npx jest -c test/config/jest.unit.cjs test/property/what-if`. */
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

interface Turned {
  readonly changeId: string;
  readonly missed: number;
  readonly duties: readonly {
    readonly requirementId: string;
    readonly from: DutyShown | null;
    readonly to: DutyShown | null;
  }[];
}
type DutyShown = Pick<ReviewPlan, 'committeeId' | 'meetingId' | 'meetingOn' | 'reviewBefore'>;

const numbers = fc.array(fc.nat({ max: 10_000 }), { minLength: 12, maxLength: 12 });
const step = (commands: readonly string[]) => fc.record({ command: fc.constantFrom(...commands), numbers });
const lives = fc.record({
  past: fc.array(step(before), { minLength: 16, maxLength: 24 }),
  drafts: fc.array(step(asked), { minLength: 1, maxLength: 3 }),
});

/** The plans of every case, and how often a review of it was missed, as the log tells. */
function told(log: readonly RecordedEvent[]) {
  const plans = new Map<string, readonly ReviewPlan[]>();
  const missed = new Map<string, number>();
  for (const { stream, type, data } of log) {
    const changeId = subjectOf(stream);
    if (type === 'ReviewsPlanned') plans.set(changeId, (data as { plans: readonly ReviewPlan[] }).plans);
    if (type === 'MedReviewMissed') missed.set(changeId, (missed.get(changeId) ?? 0) + 1);
  }
  return { plans, missed };
}

const shown = (plan: ReviewPlan | undefined): DutyShown | null =>
  plan
    ? {
        committeeId: plan.committeeId,
        meetingId: plan.meetingId,
        meetingOn: plan.meetingOn,
        reviewBefore: plan.reviewBefore,
      }
    : null;

const only = (duty: DutyShown | null): DutyShown | null => duty && shown(duty as ReviewPlan);

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

/** Cases that were there before, whose duties aim elsewhere now. New ones get other ids when they are really made. */
function turnedBetween(was: ReturnType<typeof told>, is: ReturnType<typeof told>, known: Known) {
  const turned = known.changes.flatMap((changeId) => {
    const [old, next] = [was.plans.get(changeId) ?? [], is.plans.get(changeId) ?? []];
    const ids = [...new Set([...old, ...next].map(({ requirementId }) => requirementId))];
    const of = (plans: readonly ReviewPlan[], id: string) => plans.find(({ requirementId }) => requirementId === id);
    const duties = ids
      .map((id) => ({ requirementId: id, from: shown(of(old, id)), to: shown(of(next, id)) }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
    const missed = (is.missed.get(changeId) ?? 0) - (was.missed.get(changeId) ?? 0);
    return duties.length > 0 || missed !== 0 ? [{ changeId, missed, duties }] : [];
  });
  return sorted(turned, known);
}

const namedIn = (items: readonly Turned[], known: Known) =>
  sorted(
    items.map(({ changeId, missed, duties }) => ({
      changeId,
      missed,
      duties: duties
        .map(({ requirementId, from, to }) => ({ requirementId, from: only(from), to: only(to) }))
        .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to)),
    })),
    known,
  ).filter(({ missed, duties }) => missed !== 0 || duties.length > 0);

/** Ids of what the drafts make are other ones when it is done: a meeting among them shows by its day. */
function sorted(turned: readonly Turned[], known: Known) {
  const meetings = new Set(known.meetings.map(({ meetingId }) => meetingId));
  const duty = (one: DutyShown | null) =>
    one && { ...one, meetingId: one.meetingId !== null && meetings.has(one.meetingId) ? one.meetingId : 'new or none' };
  return turned
    .filter(({ changeId }) => known.changes.includes(changeId))
    .map(({ duties, ...one }) => ({
      ...one,
      duties: duties
        .map(({ requirementId, from, to }) => ({ requirementId, from: duty(from), to: duty(to) }))
        .sort((a, b) => (a.requirementId < b.requirementId ? -1 : 1)),
    }))
    .sort((a, b) => (a.changeId < b.changeId ? -1 : 1));
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
