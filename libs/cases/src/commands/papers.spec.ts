import type { LocalTimetable } from '@rettidig/rules';
import { ruleBookPart } from '@rettidig/rules';
import { recorded } from '@rettidig/event-sourcing/testing';
import { idOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingsPart } from '@rettidig/meetings';
import { aCase, CASE, dutyIn, plannedByManager, reviewAt } from '../testing/played-case.js';
import type { PlayedCase } from '../testing/played-case.js';
import { itemIdOf, LOCAL, MAIN, meetingIdOf, PEOPLE, referenceOf } from '../testing/town.js';
import { dispatchPapers } from './dispatch-papers.js';
import { explainLateness } from './explain-lateness.js';
import { filePapers } from './file-papers.js';
import { judgeDispatches } from './judge-dispatches.js';
import { mirrorPlacement } from './mirror-placement.js';
import { presentPapers } from './present-papers.js';
import { recordReview } from './record-review.js';
import { registerChange } from './register-change.js';
import { remarkOnPapers } from './remark-on-papers.js';
import { replanChange } from './replan-change.js';
import { withPlan } from './with-plan.js';

const agreed: LocalTimetable = {
  committeeId: MAIN,
  version: '2026-1',
  effectiveFrom: '2026-01-01',
  materialDue: { count: 14, kind: 'calendar' },
};

/** A Friday meeting after Easter: fourteen days before it is a Friday, three of the days after that are days off. */
const ON = '2026-04-10';
const waived = (office: 'chair' | 'deputyChair', byBoth: boolean): MeetingEvent => ({
  type: 'DeadlineWaived',
  data: { deadline: 'materialDue', office, byBoth, on: '2026-03-20', reason: 'aftalt' },
});
const movedTo = (to: string): MeetingEvent => ({ type: 'MeetingMoved', data: { from: ON, to, reason: 'ferie' } });

/** What is looked up when the main committee has this timetable and this happened to its meeting. */
function world(timetable: Partial<LocalTimetable> | null, ...since: readonly MeetingEvent[]) {
  const base = referenceOf({ meetings: [{ key: 'm', committeeId: MAIN, on: ON, caseId: CASE }] });
  const data = { timetable: { ...agreed, ...timetable } };
  const events = timetable ? recorded([{ type: 'LocalTimetableAgreed', data, stream: 'ruleBook-administration' }]) : [];
  const stream = `meeting-${meetingIdOf('m')}`;
  return {
    ...base,
    ruleBook: events.reduce(ruleBookPart.evolve, base.ruleBook),
    meetings: recorded(since.map((event) => ({ ...event, stream }))).reduce(meetingsPart.evolve, base.meetings),
  };
}

const filed = (timetable: Partial<LocalTimetable> | null = {}, ...since: readonly MeetingEvent[]): PlayedCase =>
  aCase()
    .on('2026-05-20')
    .register()
    .lookingUp(world(timetable, ...since))
    .do(mirrorPlacement, { meetingId: meetingIdOf('m'), itemId: itemIdOf('m') })
    .do(filePapers, { version: '2', on: '2026-03-20' });

const sentOn = (on: string) => ({ version: '2', meetingId: meetingIdOf('m'), on, recipients: 24 });

const late = (played: PlayedCase) => {
  const { deadline, lateByDays, lateByWorkdays, sentAfterMeeting } = played.last('PapersDispatched');
  return [deadline.on, deadline.rule.code, lateByDays, lateByWorkdays, sentAfterMeeting];
};

describe('papers that go out', () => {
  it('are hurried by no plan once both chairs let the deadline be, though no date changes', () => {
    const replan = withPlan(replanChange);
    const called = aCase().on('2026-03-20').lookingUp(world({})).do(withPlan(registerChange), plannedByManager);
    const papersOut = () => called.last('ReviewsPlanned').plans[0]!.steps.find(({ step }) => step === 'papersOut');
    expect(papersOut()).toMatchObject({ on: '2026-03-27', rule: { code: 'timetable' } });
    called.lookingUp(world({}, waived('chair', false), waived('deputyChair', true)));
    called.do(replan, { cause: { what: 'waiver' } }, PEOPLE.system);
    expect(papersOut()).toMatchObject({ on: '2026-03-27', rule: { code: 'waived' } });
  });

  it('are in time on the day of the deadline itself, and late from the day after, in calendar days and workdays', () => {
    expect(late(filed().do(dispatchPapers, sentOn('2026-03-27')))).toEqual(['2026-03-27', 'timetable', 0, 0, false]);
    expect(late(filed().do(dispatchPapers, sentOn('2026-03-29')))).toEqual(['2026-03-27', 'timetable', 2, 0, false]);
    expect(late(filed().do(dispatchPapers, sentOn('2026-04-07')))).toEqual(['2026-03-27', 'timetable', 11, 4, false]);
  });

  it('are never late where no deadline was agreed, or where both chairs let it be', () => {
    expect(late(filed(null).do(dispatchPapers, sentOn('2026-04-09')))).toEqual([null, 'notAgreed', 0, 0, false]);
    const both = [waived('chair', false), waived('deputyChair', true)];
    expect(late(filed({}, ...both).do(dispatchPapers, sentOn('2026-04-09')))).toEqual([
      '2026-03-27',
      'waived',
      0,
      0,
      false,
    ]);
    expect(late(filed({}, both[0]!).do(dispatchPapers, sentOn('2026-04-09')))[1]).toBe('timetable');
  });

  it('must be out when the pre-meeting begins', () => {
    const played = filed({ preMeeting: { count: 16, kind: 'calendar' } }).do(dispatchPapers, sentOn('2026-03-26'));
    expect(late(played)).toEqual(['2026-03-25', 'preMeeting', 1, 1, false]);
  });

  it('after the meeting are sent after the meeting; on its day they are not', () => {
    expect(late(filed(null).do(dispatchPapers, sentOn('2026-04-10')))[4]).toBe(false);
    expect(late(filed(null).do(dispatchPapers, sentOn('2026-04-11')))[4]).toBe(true);
  });

  it('bring the duty of that committee a step on, those sent after the meeting do not', () => {
    const statuses = (on: string) => filed().do(dispatchPapers, sentOn(on)).statuses();
    expect(filed().statuses()[dutyIn(MAIN)]).toBe('placed');
    expect(statuses('2026-04-07')).toEqual({ [dutyIn(MAIN)]: 'dispatched', [dutyIn(LOCAL)]: 'unplaced' });
    expect(statuses('2026-04-11')[dutyIn(MAIN)]).toBe('placed');
  });

  it('are of a version that was filed, each once', () => {
    expect(filed().refusal(filePapers, { version: '2', on: '2026-03-20' })).toBe('change.version-already-filed');
    expect(filed().refusal(dispatchPapers, { ...sentOn('2026-03-27'), version: '3' })).toBe('change.version-not-filed');
    expect(filed().refusal(dispatchPapers, { ...sentOn('2026-03-27'), meetingId: idOf('another') })).toBe(
      'change.meeting-unknown',
    );
    expect(filed().refusal(dispatchPapers, sentOn('2026-05-21'))).toBe('change.in-the-future');
  });

  it('are answered with how they stand to their deadline', () => {
    const played = filed();
    const context = played.context();
    played.do(dispatchPapers as never, sentOn('2026-04-07'));
    expect(dispatchPapers.answer!(played.state, sentOn('2026-04-07'), context)).toMatchObject({
      deadline: '2026-03-27',
      lateByDays: 11,
      lateByWorkdays: 4,
      sentAfterMeeting: false,
    });
  });
});

describe('papers that went out, when the meeting changes', () => {
  const meeting = { meetingId: meetingIdOf('m') };
  const sent = () => filed().do(dispatchPapers, sentOn('2026-04-07'));

  it('are in time for a later day', () => {
    const played = sent()
      .lookingUp(world({}, movedTo('2026-04-24')))
      .do(judgeDispatches, meeting);
    expect(played.last('DispatchJudgedAnew')).toMatchObject({
      meetingOn: '2026-04-24',
      deadline: { on: '2026-04-10' },
      lateByDays: 0,
    });
    expect(Object.values(played.state.dispatches)).toMatchObject([{ lateByDays: 0, on: '2026-04-07' }]);
  });

  it('are late no longer once both chairs let the deadline be', () => {
    const both = [waived('chair', false), waived('deputyChair', true)];
    const played = sent().lookingUp(world({}, ...both));
    played.do(judgeDispatches, meeting);
    expect(played.last('DispatchJudgedAnew')).toMatchObject({ deadline: { rule: { code: 'waived' } }, lateByDays: 0 });
  });

  it('are after the meeting once it was moved forward, so that the duty waits for papers again', () => {
    const played = sent().lookingUp(world({}, movedTo('2026-04-01')));
    played.do(judgeDispatches, meeting);
    expect(played.last('DispatchJudgedAnew')).toMatchObject({ sentAfterMeeting: true });
    expect(played.statuses()[dutyIn(MAIN)]).toBe('placed');
  });

  it('say nothing when nothing is another', () => {
    expect(sent().decided(judgeDispatches, meeting)).toEqual([]);
    const other = world({ version: '2026-2' });
    expect(sent().lookingUp(other).decided(judgeDispatches, meeting)).toEqual([]);
  });
});

describe('what is said of late papers', () => {
  const sent = () => filed().do(dispatchPapers, sentOn('2026-04-07'));
  const dispatchId = (played: PlayedCase) => played.last('PapersDispatched').dispatchId;

  it('is why, also afterwards, and what a side remarks', () => {
    const played = sent();
    played.do(explainLateness, { dispatchId: dispatchId(played), reason: 'sene bidrag' });
    played.do(remarkOnPapers, { dispatchId: dispatchId(played), remark: 'kun tid til at skimme' }, PEOPLE.deputyChair);
    expect(played.last('LatenessExplained').reason).toBe('sene bidrag');
    expect(played.last('PapersRemarkedOn')).toMatchObject({ side: 'employees', remark: 'kun tid til at skimme' });
  });

  it('is said of what went out, each for its own side', () => {
    const played = sent();
    const unknown = { dispatchId: idOf('another'), reason: 'x' };
    expect(played.refusal(explainLateness, unknown)).toBe('change.dispatch-unknown');
    const words = { dispatchId: dispatchId(played), remark: 'x', side: 'employees' } as const;
    expect(played.refusal(remarkOnPapers, words, PEOPLE.chair)).toBe('change.not-your-side');
    expect(played.refusal(remarkOnPapers, { dispatchId: words.dispatchId, remark: 'x' })).toBe('change.side-missing');
  });
});

describe('a review of papers', () => {
  const discussed = () =>
    aCase().on('2026-05-20').register().meeting({ key: 'm', committeeId: MAIN, on: ON, came: 'discussed' });

  it('cites a version that was filed; where none was, the papers as they are called', () => {
    const played = discussed().do(filePapers, { version: '2', on: '2026-03-20' });
    expect(played.refusal(recordReview, { ...reviewAt('m', ON), versionDiscussed: '3' })).toBe(
      'change.version-not-filed',
    );
    played.do(recordReview, { ...reviewAt('m', ON), versionDiscussed: '2' });
    expect(played.last('MedReviewHeld')).toMatchObject({ versionDiscussed: '2', paperVersion: '2' });
    const free = discussed().do(recordReview, { ...reviewAt('m', ON), versionDiscussed: 'Version fra april' });
    expect(free.last('MedReviewHeld')).not.toHaveProperty('paperVersion');
  });
});

describe('papers that politicians saw', () => {
  const seen = { version: '2', body: 'socialCommittee', when: { onOrBefore: '2026-05-06' } } as const;

  it('are recorded as well as the day is known', () => {
    expect(filed().do(presentPapers, seen).last('PapersPresented')).toEqual(seen);
  });

  it('must be of a filed version, and cannot lie ahead', () => {
    expect(filed().refusal(presentPapers, { ...seen, version: '7' })).toBe('change.version-not-filed');
    expect(filed().refusal(presentPapers, { ...seen, when: { on: '2027-01-01' } })).toBe('change.in-the-future');
  });
});
