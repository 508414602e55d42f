import { join } from 'node:path';
import { idOf, type RecordedEvent } from '@rettidig/event-sourcing';
import { openEngine, Rights, type RunningEngine } from '@rettidig/platform';
import { features } from '@rettidig/product';
import { copyFirstBlock, playFirstBlock } from '../large-log.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';
import { changeMessage, playersOf, TownClock, type Play, type Town } from '../town.js';

const LARGE = 100_000;
const SMALL = 1_000;
/** Instead of the large number, for a quick look. */
const FEW = 2_000;
const BLOCK = 100;
const TOUCHED = 100;
const ROUNDS = 31;
const TODAY = '2026-05-20';
/** When the cases of the block are to be decided: before, and after the days between which the meeting is moved. */
const SOON = '2026-09-02';
const LATER = '2027-05-19';
/** When the touched cases are registered: after the last copy. */
const NEW_YEAR = '2027-01-04';
const EARLIER_MEETING = '2027-02-15';
/** The meeting goes to and fro between them. */
const DAYS = ['2027-04-12', '2027-04-19'] as const;
/** How long the views may take over the copies, in milliseconds. */
const VIEWS_WITHIN = 900_000;

/**
 * From the command that moves a meeting until the hundredth case that it touches is planned anew, in the log and in every
 * view, among 100 000 cases against 1 000. Of the others one in five is decided, two wait in the same committee for an
 * earlier date, two wait in other committees for a date as late as that of the touched ones; all of them in the main one.
 */
export const replanAfterMove = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const cases = quick ? FEW : LARGE;
    const large = await openTown(join(folder, 'large'), cases, say);
    const small = await openTown(join(folder, 'small'), SMALL, say);
    try {
      const rounds = quick ? 1 : ROUNDS;
      const times = await interleaved(rounds, large.move, small.move);
      const [lowest, highest] = times.spread.map((ratio) => ratio.toFixed(2));
      const note = `${TOUCHED} of ${cases} against ${TOUCHED} of ${SMALL}; ratios from ${lowest} to ${highest}; medians of ${rounds} interleaved rounds`;
      return { ...times, unit: 'ms', note };
    } finally {
      await large.close();
      await small.close();
    }
  });

/** A town with so many cases, and its meeting that can be moved; answers with milliseconds. */
async function openTown(dataDir: string, cases: number, say: (text: string) => void) {
  const { town, prelude } = await playFirstBlock(dataDir, playUntouched);
  await copyFirstBlock({ dataDir, prelude, copies: () => (cases - TOUCHED) / BLOCK - 1, say });
  say(`views of ${cases} cases`);
  const clock = new TownClock(NEW_YEAR);
  const running = await openEngine({ dataDir, features, clock, rights: new Rights(), log: say });
  await running.engine.settled(VIEWS_WITHIN);
  const play = playersOf(running.engine, 'replan');
  const meeting = await playTouched(play, town, running);
  let moves = 0;
  const move = async (): Promise<number> => {
    const { engine, store } = running;
    const to = DAYS[(moves += 1) % DAYS.length]!;
    const before = await store.head();
    const watch = stopwatch();
    await play('secretariat', 'MoveMeeting', { to, reason: 'Mødet faldt sammen med en temadag.' }, meeting.id);
    await engine.settled();
    const milliseconds = watch.milliseconds();
    checkLog(await store.readAll({ after: before, limit: 10_000 }), meeting.id);
    checkView(running, meeting.committeeId, to);
    return milliseconds;
  };
  return { move, close: () => running.close() };
}

/** What the moved meeting must leave alone. */
async function playUntouched(play: Play, { homes }: Town): Promise<void> {
  const [home, ...others] = homes;
  for (let n = 0; n < BLOCK; n += 1) {
    const isElsewhere = n % 5 > 2;
    const { unitId } = isElsewhere ? others[n % others.length]! : home!;
    const { subjectId } = await play('caseOfficer', 'RegisterChange', changeTo(isElsewhere ? LATER : SOON, n, unitId));
    const decision = { body: 'socialCommittee', when: { on: TODAY }, outcome: 'approved' };
    if (n % 5 === 0) await play('caseOfficer', 'RecordDecision', decision, subjectId);
  }
}

/** The meetings of the first committee, and the cases that aim at the last of them. */
async function playTouched(play: Play, { homes }: Town, { engine }: RunningEngine) {
  const { committeeId, unitId } = homes[0]!;
  await play('secretariat', 'ScheduleMeeting', { committeeId, on: EARLIER_MEETING });
  const { subjectId: id } = await play('secretariat', 'ScheduleMeeting', { committeeId, on: DAYS[0] });
  for (let n = 0; n < TOUCHED; n += 1) await play('caseOfficer', 'RegisterChange', changeTo(LATER, n, unitId));
  await engine.settled();
  return { id, committeeId };
}

const changeTo = (decidedOn: string, n: number, unitId: string) => ({
  ...changeMessage(n, unitId),
  decisionPoints: [{ kind: 'decision', body: 'socialCommittee', when: { on: decidedOn } }],
});

/** @throws Error when anything else was recorded than the move and one new plan for each of the hundred. */
function checkLog(events: readonly RecordedEvent[], meetingId: string): void {
  const planned = events.filter(
    ({ type, data }) => type === 'ReviewsPlanned' && (data as { cause: { id?: string } }).cause.id === meetingId,
  );
  const streams = new Set(planned.map(({ stream }) => stream)).size;
  if (events.length !== TOUCHED + 1 || streams !== TOUCHED)
    throw new Error(`${streams} cases were planned anew by ${events.length} events`);
}

/** @throws Error when a list of plans would not show the new day for each of the hundred. */
function checkView({ engine }: RunningEngine, committeeId: string, on: string): void {
  const { views } = engine.queryContext({ id: idOf('bench-person', 'secretariat'), role: 'secretariat' }, 'da');
  const { shown } = views
    .view('plans')
    .get<{ shown: number }>(
      'select count(distinct change_id) as shown from {plan}' +
        ' where committee_id = :committeeId and meeting_on = :on and known_to is null',
      { committeeId, on },
    )!;
  if (shown !== TOUCHED) throw new Error(`${shown} plans show the new day`);
}
