import { Refused, type RecordedEvent } from '@rettidig/event-sourcing';
import { SqlitePrivateStore } from '@rettidig/event-sourcing/adapters';
import fc from 'fast-check';
import {
  everyMissIsARow,
  nothingInTheClear,
  numbersAreDense,
  rowsOnlyMove,
  sameForBothSides,
  shown,
  viewsEqualARebuild,
  type Shown,
} from './checks.js';
import { snapshotsEqualTheLog } from './checks.reference.js';
import { everyItemStays, everyQuestionIsARow, isQuestion, questionsStay } from './checks.detection.js';
import { Dice, MARK } from './dice.js';
import { Known } from './known.js';
import type { Said } from './saying.js';
import { sayings } from './sayings.js';
import { acts, logOf, person, product, type Product } from './town.js';

/** Somebody tries something, a command or an act, some hours after the step before. */
interface Step {
  readonly command: string;
  readonly role: string;
  readonly hours: number;
  readonly numbers: readonly number[];
  /** On what was made last, rather than on anything. */
  readonly onLatest: boolean;
}

/** What makes most of a case's life is tried more often than the rest. */
const often: Readonly<Record<string, number>> = {
  RegisterChange: 6,
  AddAgendaItem: 4,
  RecordReview: 4,
  RecordDecision: 6,
  UploadPoliticalAgendaImport: 2,
  CommitPoliticalAgendaImport: 3,
  CorrectDecision: 3,
  CorrectChangeFacts: 3,
  SettleDispute: 3,
};
const commands = Object.keys(sayings).flatMap((name) => Array.from({ length: often[name] ?? 1 }, () => name));

const fitting: Readonly<Record<string, readonly string[]>> = {
  ApproveMinutes: ['chair', 'deputyChair'],
  WaiveDeadline: ['chair', 'deputyChair'],
  SettleDispute: ['chair', 'deputyChair'],
  AgreeNoNewReview: ['chair', 'deputyChair'],
  DisputeAssessment: ['deputyChair'],
  ReportPossibleMiss: ['employeeRep', 'deputyChair', 'secretariat'],
  DismissPossibleMiss: ['chair', 'deputyChair'],
  ConfirmPossibleMiss: ['secretariat', 'employeeRep', 'manager'],
};
const anybody = ['manager', 'caseOfficer', 'employeeRep', 'chair', 'deputyChair'];

const hours = fc.integer({ min: 1, max: 100 });
const numbers = fc.array(fc.nat({ max: 10_000 }), { minLength: 12, maxLength: 12 });

const alone: fc.Arbitrary<Step[]> = fc
  .record({ command: fc.constantFrom(...commands), who: fc.nat({ max: 19 }), hours, numbers, onLatest: fc.boolean() })
  .map(({ who, ...one }) => {
    const may = who < 3 ? anybody : (fitting[one.command] ?? ['secretariat']);
    return [{ ...one, role: may[who % may.length]! }];
  });

/** What follows on each other when a case goes through a meeting, or two people settle something. */
const scenes: readonly (readonly (readonly [command: string, role: string])[])[] = [
  [
    ['ScheduleMeeting', 'secretariat'],
    ['AddAgendaItem', 'secretariat'],
    ['RecordAttendance', 'secretariat'],
    ['DiscussItem', 'secretariat'],
    ['AgreeFollowUp', 'secretariat'],
    ['RecordReview', 'secretariat'],
  ],
  [
    ['RecordDecision', 'secretariat'],
    ['RecordReview', 'secretariat'],
    ['ApproveMinutes', 'chair'],
    ['ApproveMinutes', 'deputyChair'],
    ['AssignFollowUp', 'secretariat'],
    ['CompleteFollowUp', 'secretariat'],
  ],
  [
    ['ScheduleMeeting', 'secretariat'],
    ['CallDeputy', 'secretariat'],
    ['CallDeputy', 'secretariat'],
  ],
  [
    ['ScheduleMeeting', 'secretariat'],
    ['WaiveDeadline', 'deputyChair'],
    ['WaiveDeadline', 'chair'],
  ],
  [
    ['FilePapers', 'secretariat'],
    ['DispatchPapers', 'secretariat'],
    ['RemarkOnPapers', 'deputyChair'],
    ['ExplainLateness', 'secretariat'],
  ],
  [
    ['RecordReview', 'secretariat'],
    ['ReportAlteration', 'secretariat'],
    ['AgreeNoNewReview', 'deputyChair'],
    ['AgreeNoNewReview', 'chair'],
  ],
  [
    ['DisputeAssessment', 'deputyChair'],
    ['SettleDispute', 'chair'],
    ['SettleDispute', 'deputyChair'],
  ],
  [
    ['RecordBreachNotRaised', 'deputyChair'],
    ['RaiseDemand', 'deputyChair'],
    ['AnswerDemand', 'chair'],
  ],
  [
    ['ReportPossibleMiss', 'employeeRep'],
    ['DismissPossibleMiss', 'chair'],
    ['DismissPossibleMiss', 'deputyChair'],
    ['RecheckDismissal', 'deputyChair'],
    ['ConfirmPossibleMiss', 'secretariat'],
  ],
  [
    ['UploadPoliticalAgendaImport', 'secretariat'],
    ['CommitPoliticalAgendaImport', 'secretariat'],
    ['DismissPossibleMiss', 'deputyChair'],
    ['DismissPossibleMiss', 'chair'],
    ['LinkAgendaItem', 'secretariat'],
    ['UnlinkAgendaItem', 'secretariat'],
  ],
  [
    ['AgreeScreeningForum', 'secretariat'],
    ['OpenScreeningRound', 'secretariat'],
    ['AddCandidate', 'employeeRep'],
    ['AssessCandidate', 'secretariat'],
    ['HoldScreeningRound', 'chair'],
  ],
  [
    ['UploadStructureImport', 'secretariat'],
    ['CommitStructureImport', 'secretariat'],
  ],
  [
    ['UploadMinutesImport', 'secretariat'],
    ['CommitMinutesImport', 'secretariat'],
    ['RecordReview', 'secretariat'],
  ],
  [
    ['UploadMeetingPlanImport', 'secretariat'],
    ['CommitMeetingPlanImport', 'secretariat'],
  ],
];
const together: fc.Arbitrary<Step[]> = fc
  .record({ scene: fc.constantFrom(...scenes), hours, numbers })
  .map(({ scene, ...one }) => scene.map(([command, role]) => ({ ...one, command, role, onLatest: true })));

/** Some weeks in the life of an administration. */
export const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: alone }, { weight: 1, arbitrary: together }), {
      minLength: length,
      maxLength: length,
    })
    .map((some) => some.flat());

/** How much was tried, so that a test that tries nothing shows. */
export const tried = { commands: 0, accepted: 0, events: new Map<string, number>(), states: new Map<string, number>() };

/** Lives through the steps on a log of its own, and checks after each, and in the end, what must hold. */
export async function live(town: readonly RecordedEvent[], sequence: readonly Step[]): Promise<void> {
  const privateStore = new SqlitePrivateStore(':memory:');
  for (let n = 0; n < 9; n++) await privateStore.namePerson(person(n), `${MARK} Navn ${n}`);
  const app = product({ store: await logOf(town), privateStore, now: '2026-01-10T08:00:00.000Z' });
  await app.engine.start();
  try {
    const known = new Known();
    town.forEach((event) => known.learn(event));
    const seen = await liveOn(app, known, sequence);
    await checkAtTheEnd(app, seen);
  } finally {
    await app.engine.stop();
    await privateStore.close();
  }
}

/** In hours. */
const MILLISECOND = 1 / 3_600_000;

type Moment = readonly [at: string, shown: Shown];

async function liveOn(app: Product, known: Known, sequence: readonly Step[]): Promise<readonly Moment[]> {
  const etags = new Map<string, string>();
  const moments: Moment[] = [];
  let position = await app.store.head();
  let before = await shown(app);
  for (const one of sequence) {
    app.later(one.hours);
    const eve = app.clock.now();
    app.later(MILLISECOND);
    if (!(await take(app, known, etags, one))) continue;
    await app.engine.settled();
    const since = await app.log(position);
    position = since.at(-1)?.position ?? position;
    for (const event of since) {
      known.learn(event);
      count(tried.events, event.type);
    }
    const after = await shown(app);
    rowsOnlyMove(before, after, since);
    questionsStay(before, after);
    if (since.every(isQuestion)) expect(after.register).toEqual((await shown(app, eve)).register);
    moments.push([app.clock.now(), after]);
    before = after;
  }
  for (const { state } of before.register.items) count(tried.states, state);
  return moments;
}

/** Refusals are part of life; any other error is a fault. */
async function take(
  app: Product,
  known: Known,
  etags: Map<string, string>,
  { command, role, numbers, onLatest }: Step,
): Promise<boolean> {
  const said = sayings[command]!(new Dice(numbers, app.clock.now(), onLatest), known);
  if (!said) return false;
  tried.commands += 1;
  try {
    await done(app, etags, command, { ...said, role });
  } catch (error) {
    if (error instanceof Refused) return false;
    throw new Error(`${command} as ${role}: ${JSON.stringify(said)}`, { cause: error });
  }
  tried.accepted += 1;
  return true;
}

async function done(
  app: Product,
  etags: Map<string, string>,
  command: string,
  { role, subjectId, message, file }: Said & { readonly role: string },
): Promise<void> {
  if (acts.has(command)) return app.act(command, message, { role, ...(file && { file }) });
  // What the system alone has written to, nobody has changed yet.
  const ifMatch = subjectId && (etags.get(subjectId) ?? '"0"');
  const receipt = await app.send(command, message, { role, ...(subjectId && ifMatch ? { subjectId, ifMatch } : {}) });
  etags.set(receipt.subjectId, receipt.etag);
}

async function checkAtTheEnd(app: Product, moments: readonly Moment[]): Promise<void> {
  const log = await app.log();
  const last = await shown(app);
  everyMissIsARow(last, log);
  numbersAreDense(last, log);
  everyQuestionIsARow(last, log);
  await everyItemStays(app, log);
  nothingInTheClear(log);
  await sameForBothSides(app);
  app.later(1);
  for (const [at, then] of moments) expect(await shown(app, at)).toEqual(then);
  await viewsEqualARebuild(app);
  await snapshotsEqualTheLog(log);
  expect((await app.engine.status()).parked).toEqual([]);
}

const count = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
