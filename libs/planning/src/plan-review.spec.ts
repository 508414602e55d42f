import type { RuleBookEvent } from '@rettidig/rules';
import { calendarDaysBetween } from '@rettidig/vocabulary';
import type { PlanReference, ReviewPlan, StepName } from './plan.types.js';
import { planReview } from './plan-review.js';
import {
  cancelled,
  committee,
  days,
  dutyFor,
  held,
  meetingsOn,
  moved,
  onlyLevels,
  point,
  recommendationsDue,
  referenceOf,
  scheduled,
  timetable,
  waived,
} from './testing/story.js';

const meetings = meetingsOn('2026-01-30', '2026-04-24', '2026-06-19');
const fortnight = timetable({ itemsDue: days(21), materialDue: days(14) });
const decision = [point('decision', '2026-06-03')];
const onSteps = ({ steps }: ReviewPlan) => steps.map(({ step, on }) => `${step} ${on ?? '-'}`);
const stepOf = ({ steps }: ReviewPlan, name: StepName) => steps.find(({ step }) => step === name);
const referenceWith = (agreed: readonly RuleBookEvent[], called = meetings): PlanReference =>
  referenceOf({ agreed, meetings: called });

describe('the way back from a decision', () => {
  it('finds 24 April for the budget notes that the politicians get on 3 June: 40 days (A12)', () => {
    const plan = planReview(dutyFor([point('presentation', '2026-06-03')]), referenceWith([]));
    expect(plan).toMatchObject({ aim: 'decision', meetingOn: '2026-04-24', reviewBefore: '2026-06-03' });
    expect(calendarDaysBetween(plan.meetingOn!, plan.reviewBefore!)).toBe(40);
  });

  it('names every date, from the draft to the decision, each with its rule, timetable and calendar', () => {
    const agreed = timetable({
      ...{
        alignment: days(42),
        draftReady: days(35),
        contactCommittee: days(28),
        itemsDue: days(21),
        materialDue: days(14),
      },
      preMeeting: days(7),
    });
    const plan = planReview(
      dutyFor(decision),
      referenceWith([agreed, recommendationsDue('socialCommittee', days(14))]),
    );
    expect(onSteps(plan)).toEqual([
      'alignment 2026-03-13',
      'draftReady 2026-03-20',
      'contactCommittee 2026-03-27',
      'itemIn 2026-04-03',
      'papersOut 2026-04-10',
      'preMeeting 2026-04-17',
      'meeting 2026-04-24',
      'recommendation 2026-05-20',
      'decision 2026-06-03',
    ]);
    expect(stepOf(plan, 'papersOut')!.rule).toEqual({
      ...{ code: 'timetable', version: '2020-1', days: days(14), calendar: 'dk-1/standard' },
    });
    expect(stepOf(plan, 'recommendation')).toMatchObject({ body: 'socialCommittee' });
    expect(stepOf(plan, 'recommendation')!.rule.code).toBe('politicalTimetable');
  });

  it('says "not agreed" where nothing was agreed, and is not late against it', () => {
    const plan = planReview(dutyFor(decision, { since: '2026-04-23' }), referenceWith([]));
    expect(onSteps(plan).slice(0, 4)).toEqual(['draftReady -', 'itemIn -', 'papersOut -', 'meeting 2026-04-24']);
    expect(stepOf(plan, 'papersOut')!.rule).toEqual({ code: 'notAgreed' });
    expect(plan.meetingOn).toBe('2026-04-24');
  });

  it('holds the review on an earlier day than the decision: the same day shows no order', () => {
    const plan = (on: string) => planReview(dutyFor([point('decision', on)]), referenceWith([]));
    expect(plan('2026-04-24')).toMatchObject({ meetingId: null, atRiskFrom: '2026-03-02', pastFrom: '2026-04-24' });
    expect(plan('2026-04-25').meetingOn).toBe('2026-04-24');
  });

  it('leaves out a meeting whose papers had to be out before the duty stood', () => {
    const reference = referenceWith([fortnight]);
    expect(planReview(dutyFor(decision, { since: '2026-04-10' }), reference).meetingOn).toBe('2026-04-24');
    expect(planReview(dutyFor(decision, { since: '2026-04-11' }), reference).meetingOn).toBeNull();
  });

  it('has the papers out before the pre-meeting, and the draft ready for the contact committee', () => {
    const agreed = timetable({ materialDue: days(7), preMeeting: days(8), contactCommittee: days(20) });
    const plan = planReview(dutyFor(decision), referenceWith([agreed]));
    expect(stepOf(plan, 'papersOut')).toMatchObject({ on: '2026-04-16', rule: { code: 'preMeeting', days: days(8) } });
    expect(stepOf(plan, 'draftReady')).toMatchObject({ on: '2026-04-04', rule: { code: 'contactCommittee' } });
    const sameDay = referenceWith([timetable({ materialDue: days(8), preMeeting: days(8) })]);
    expect(stepOf(planReview(dutyFor(decision), sameDay), 'papersOut')!.rule.code).toBe('timetable');
  });
});

describe('days that are not like others', () => {
  it.each([
    ['Easter 2026, calendar days', '2026-04-10', days(14), '2026-03-27'],
    ['Easter 2026, workdays', '2026-04-10', days(10, 'workday'), '2026-03-24'],
    ['Easter 2026, weekdays with Saturdays', '2026-04-10', days(10, 'weekdayInclSaturday'), '2026-03-26'],
    ['an ordinary spring, workdays', '2026-04-24', days(10, 'workday'), '2026-04-10'],
    ['Christmas, closed on the 24th and 31st', '2027-01-05', days(5, 'workday'), '2026-12-23'],
    ['week 53', '2027-01-08', days(14), '2026-12-25'],
  ])('%s', (_what, on, materialDue, papersOut) => {
    const reference = referenceWith([timetable({ materialDue })], meetingsOn(on));
    const plan = planReview(dutyFor([point('start', '2027-02-01', 'manager')]), reference);
    expect(stepOf(plan, 'papersOut')!.on).toBe(papersOut);
  });
});

describe('several dates', () => {
  const two = [point('decision', '2026-06-25', 'council'), point('decision', '2026-06-18', 'healthAndCareCommittee')];

  it('gives every political body a limit of its own, and the earliest binds (A20)', () => {
    const reference = referenceWith([recommendationsDue('council', days(42))], meetingsOn('2026-04-24', '2026-06-12'));
    const plan = planReview(dutyFor(two), reference);
    expect(plan.bodies.map(({ body, reviewBefore, meetingId }) => [body, reviewBefore, meetingId])).toEqual([
      ['council', '2026-05-14', '2026-04-24'],
      ['healthAndCareCommittee', '2026-06-18', '2026-06-12'],
    ]);
    expect(plan).toMatchObject({ bindingPointId: 'decision 2026-06-25', reviewBefore: '2026-05-14' });
    expect(plan.meetingOn).toBe('2026-04-24');
  });

  it('takes the recommendation that the case itself plans for a body before what the body wants', () => {
    const points = [...decision, point('recommendation', '2026-05-27')];
    const plan = planReview(dutyFor(points), referenceWith([recommendationsDue('socialCommittee', days(14))]));
    expect(plan.reviewBefore).toBe('2026-05-27');
    expect(onSteps(plan).slice(-2)).toEqual(['recommendation 2026-05-27', 'decision 2026-06-03']);
    expect(stepOf(plan, 'recommendation')!.rule).toEqual({ code: 'planned' });
    expect(plan.bodies[0]!.recommendationBy).toEqual(plan.bodies[1]!.recommendationBy);
  });

  it('does not put off a presentation to the recommendation of a later decision', () => {
    const points = [point('presentation', '2026-05-06'), ...decision, point('recommendation', '2026-05-27')];
    expect(planReview(dutyFor(points), referenceWith([])).reviewBefore).toBe('2026-05-06');
  });

  it('takes the latest recommendation that is not after the decision, of one day the one with the smallest id', () => {
    const [early, own] = [point('recommendation', '2026-05-06'), point('recommendation', '2026-06-03')];
    const twin = { ...own, pointId: 'a', when: { onOrBefore: '2026-06-03' } };
    const recommendationBy = (...recommended: readonly (typeof own)[]) =>
      planReview(dutyFor([...decision, ...recommended]), referenceWith([])).bodies.find(
        ({ kind }) => kind === 'decision',
      )!.recommendationBy;
    expect(recommendationBy(own, early)).toEqual({ on: '2026-06-03', rule: { code: 'planned' } });
    expect(recommendationBy(own, twin)).toEqual({ on: '2026-06-03', rule: { code: 'plannedAtLatest' } });
    expect(recommendationBy(twin, own)).toEqual(recommendationBy(own, twin));
  });

  it('asks for no recommendation where no politicians decide, and is bound by no briefing', () => {
    const points = [point('forInformation', '2026-03-10'), point('start', '2026-05-01', 'manager')];
    const plan = planReview(dutyFor(points), referenceWith([]));
    expect(plan.bodies).toHaveLength(1);
    expect(plan.bodies[0]!.recommendationBy).toBeNull();
    expect(onSteps(plan).at(-1)).toBe('start 2026-05-01');
  });

  it('aims before the latest day that is stated, and says that it is only that', () => {
    const plan = planReview(dutyFor([{ ...decision[0]!, when: { onOrBefore: '2026-06-03' } }]), referenceWith([]));
    expect(plan.reviewBefore).toBe('2026-06-03');
    expect(stepOf(plan, 'decision')!.rule.code).toBe('plannedAtLatest');
  });
});

describe('a recommendation that went', () => {
  const agreed = [recommendationsDue('socialCommittee', days(14))];
  const called = meetingsOn('2026-04-24', '2026-05-12', '2026-05-26');
  const sent = { body: 'socialCommittee', on: '2026-05-05', beforeMed: true } as const;

  it('without the review makes it too late from that day on, and leaves what can still be before the decision (A1)', () => {
    const plan = planReview(dutyFor(decision, { recommended: [sent] }), referenceWith(agreed, called));
    expect(plan).toMatchObject({ pastFrom: '2026-05-05', reviewBefore: '2026-06-03', meetingOn: '2026-05-26' });
    expect(plan.bodies).toMatchObject([{ recommendationBy: null, day: '2026-06-03' }]);
    expect(onSteps(plan)).not.toContainEqual(expect.stringContaining('recommendation'));
  });

  it('after the review leaves the decision as the limit of what is reviewed anew', () => {
    const recommended = [{ ...sent, beforeMed: false }];
    const plan = planReview(dutyFor(decision, { recommended }), referenceWith(agreed, called));
    expect(plan).toMatchObject({ pastFrom: '2026-06-03', reviewBefore: '2026-06-03' });
  });

  it('is none to another body, and is too late also where no date is known', () => {
    const council = [point('decision', '2026-06-03', 'council')];
    const due = [recommendationsDue('council', days(14))];
    const plan = planReview(dutyFor(council, { recommended: [sent] }), referenceWith(due, called));
    expect(plan).toMatchObject({ pastFrom: '2026-05-05', reviewBefore: '2026-05-20' });
    const undated = planReview(dutyFor([], { recommended: [sent] }), referenceWith([], called));
    expect(undated).toMatchObject({ aim: 'nextMeeting', pastFrom: '2026-05-05', reviewBefore: null });
  });

  it('after the limit was over changes nothing of when it was over', () => {
    const late = planReview(dutyFor(decision, { recommended: [{ ...sent, on: '2026-06-05' }] }), referenceWith([]));
    expect(late.pastFrom).toBe('2026-06-03');
  });
});

describe('without a date', () => {
  const unknown = [{ ...decision[0]!, when: { notStated: true } as const }];

  it('aims at the next meeting that the item can still be handed in for, and is never late', () => {
    const called = meetingsOn('2026-03-20', '2026-04-24', '2026-06-19');
    const plan = planReview(dutyFor(unknown), referenceWith([fortnight], called));
    expect(plan).toMatchObject({ aim: 'nextMeeting', meetingOn: '2026-04-24', atRiskFrom: null, pastFrom: null });
    expect(plan).toMatchObject({ lastUsableId: null, bodies: [], reviewBefore: null });
    expect(onSteps(plan)).toEqual(['draftReady -', 'itemIn 2026-04-03', 'papersOut 2026-04-10', 'meeting 2026-04-24']);
  });

  it('stays at the meeting on whose agenda it stands, though the day for items was before the duty', () => {
    const called = meetingsOn('2026-03-20', '2026-04-24');
    const plan = planReview(dutyFor(unknown, { placedAt: ['2026-03-20'] }), referenceWith([fortnight], called));
    expect(plan.meetingOn).toBe('2026-03-20');
  });

  it('aims at nothing while no meeting is called, or no committee is there to treat it', () => {
    expect(planReview(dutyFor(unknown), referenceWith([], {}))).toMatchObject({
      aim: 'none',
      meetingId: null,
      steps: [],
    });
    const homeless = planReview(dutyFor(decision, { committeeId: null }), referenceWith([]));
    expect(homeless).toMatchObject({ aim: 'none', meetingId: null, pastFrom: '2026-06-03', atRiskFrom: '2026-03-02' });
    expect(onSteps(homeless)).toEqual(['recommendation 2026-06-03', 'decision 2026-06-03']);
  });
});

describe('what becomes of meetings and committees', () => {
  it('leaves out meetings that were held or cancelled, and follows one that moved', () => {
    const plan = (called: Parameters<typeof referenceWith>[1]) =>
      planReview(dutyFor(decision), referenceWith([], called));
    const earlier = meetingsOn('2026-03-20');
    const onAgenda = scheduled('2026-04-24');
    expect(plan({ ...earlier, m: [onAgenda, cancelled] }).meetingOn).toBe('2026-03-20');
    expect(plan({ ...earlier, m: [onAgenda, held('2026-04-24')] }).meetingOn).toBe('2026-03-20');
    expect(plan({ ...earlier, m: [onAgenda, moved('2026-04-24', '2026-06-03')] }).meetingOn).toBe('2026-03-20');
    expect(plan({ ...earlier, m: [onAgenda, moved('2026-04-24', '2026-06-02')] }).meetingOn).toBe('2026-06-02');
  });

  it('takes the smallest id of two meetings on one day, and none of another committee', () => {
    const called = {
      ...{ b: [scheduled('2026-04-24')], a: [scheduled('2026-04-24')] },
      c: [scheduled('2026-05-29', 'LokalMED')],
    };
    expect(planReview(dutyFor(decision), referenceWith([], called)).meetingId).toBe('a');
  });

  it('takes the last meeting of a temporary committee that ends before the decision', () => {
    const called = {
      before: [scheduled('2026-05-29', 'OvergangsMED')],
      after: [scheduled('2026-06-01', 'OvergangsMED')],
    };
    const structure = [committee('OvergangsMED', 'local', '2026-06-01')];
    const plan = planReview(
      dutyFor(decision, { committeeId: 'OvergangsMED' }),
      referenceOf({ structure, meetings: called }),
    );
    expect(plan.meetingId).toBe('before');
  });

  it('leaves out meetings on days on which the level is not in force (B1)', () => {
    const structure = [onlyLevels(['main'], '2026-04-01', '2026-05-01')];
    const called = {
      march: [scheduled('2026-03-20', 'LokalMED')],
      april: [scheduled('2026-04-24', 'LokalMED')],
    };
    const local = planReview(
      dutyFor(decision, { committeeId: 'LokalMED' }),
      referenceOf({ structure, meetings: called }),
    );
    expect(local.meetingId).toBe('march');
  });

  it('counts each meeting by the timetable in force on its day', () => {
    const reference = referenceWith(
      [timetable({ materialDue: days(14) }), timetable({ materialDue: days(7) }, '2026-05-01')],
      meetingsOn('2026-04-24', '2026-05-22'),
    );
    const plan = planReview(dutyFor([point('decision', '2026-06-03'), point('start', '2026-05-20')]), reference);
    expect(stepOf(plan, 'papersOut')).toMatchObject({ on: '2026-04-10', rule: { version: '2020-1' } });
    const later = planReview(dutyFor(decision), reference);
    expect(stepOf(later, 'papersOut')).toMatchObject({ on: '2026-05-15', rule: { version: '2026-1' } });
  });

  it('keeps the day of a deadline that the chairs let be, and can use the meeting again', () => {
    const duty = dutyFor(decision, { since: '2026-04-20' });
    expect(planReview(duty, referenceWith([fortnight])).meetingId).toBeNull();
    const plan = planReview(duty, referenceWith([fortnight], { m: [scheduled('2026-04-24'), waived('materialDue')] }));
    expect(plan.meetingId).toBe('m');
    expect(stepOf(plan, 'papersOut')).toMatchObject({ on: '2026-04-10', rule: { code: 'waived', days: days(14) } });
  });
});

describe('a case on an agenda', () => {
  const called = meetingsOn('2026-03-27', '2026-04-24');

  it('is planned for the meeting where it stands, while the last usable one stays known', () => {
    const plan = planReview(dutyFor(decision, { placedAt: ['2026-03-27'] }), referenceWith([], called));
    expect(plan).toMatchObject({ meetingId: '2026-03-27', lastUsableId: '2026-04-24' });
  });

  it('is planned for the latest meeting where it stands, of one day for that with the smallest id', () => {
    const twins = { ...called, a: [scheduled('2026-04-24')], b: [scheduled('2026-04-24')] };
    const placed = (...placedAt: readonly string[]) =>
      planReview(dutyFor(decision, { placedAt }), referenceWith([], twins)).meetingId;
    expect([placed('2026-03-27', 'b', 'a'), placed('a', 'b', '2026-03-27')]).toEqual(['a', 'a']);
  });

  it('is not planned for a meeting that comes too late, or that is not of its committee', () => {
    const late = { ...called, late: [scheduled('2026-06-03')], other: [scheduled('2026-04-27', 'LokalMED')] };
    const plan = planReview(dutyFor(decision, { placedAt: ['late', 'other', 'unknown'] }), referenceWith([], late));
    expect(plan.meetingId).toBe('2026-04-24');
  });
});

describe('when it is at risk', () => {
  const risk = (changes: Parameters<typeof dutyFor>[1], agreed: readonly RuleBookEvent[] = [fortnight]) =>
    planReview(dutyFor(decision, changes), referenceWith(agreed)).atRiskFrom;

  it('unplaced: from the day after the item had to be in for the last usable meeting, else after its papers, else after it', () => {
    expect(risk({})).toBe('2026-04-04');
    expect(risk({}, [timetable({ materialDue: days(14) })])).toBe('2026-04-11');
    expect(risk({}, [])).toBe('2026-04-25');
  });

  it('placed: three workdays before the papers must be out, until they are; never where no deadline was agreed', () => {
    const placedAt = ['2026-04-24'];
    expect(risk({ placedAt })).toBe('2026-04-07');
    expect(risk({ placedAt, dispatchedFor: ['2026-04-24'] })).toBeNull();
    expect(risk({ placedAt, dispatchedFor: ['2026-01-30'] })).toBe('2026-04-07');
    expect(risk({ placedAt }, [])).toBeNull();
  });

  it('with nothing left: from the day on which the duty first stood', () => {
    expect(risk({ since: '2026-05-01' })).toBe('2026-05-01');
  });
});
