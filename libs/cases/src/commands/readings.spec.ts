import { aCase, plannedByManager, reviewAt } from '../testing/played-case.js';
import { MAIN, PEOPLE, UNITS } from '../testing/town.js';
import { moveDecisionPoint } from './move-decision-point.js';
import { recordDecision } from './record-decision.js';
import { recordReview } from './record-review.js';
import { registerChange } from './register-change.js';
import { replanChange } from './replan-change.js';
import { submitRecommendation } from './submit-recommendation.js';
import { withPlan } from './with-plan.js';

const body = 'socialCommittee' as const;
const twice = { kind: 'newService', body, version: '1', effectiveFrom: '2026-01-01', readings: 2 };
const meeting = (on: string) => ({ key: on, committeeId: MAIN, on });
const first = { kind: 'decision', body, when: { on: '2026-04-29' } } as const;
const second = { kind: 'decision', body, when: { on: '2026-06-03' } } as const;

/** Registered on 24 April: HovedMED before the Social Committee, which treats it on 29 April and on 3 June. */
const planned = (...readings: readonly (typeof twice)[]) =>
  aCase()
    .meeting(meeting('2026-05-12'))
    .readings(...readings)
    .do(withPlan(registerChange), {
      ...{ ...plannedByManager, kind: 'newService', unitId: UNITS.administration },
      decider: { body, managerUnitId: UNITS.centre },
      decisionPoints: [second, first],
    });
type Played = ReturnType<typeof planned>;

const decide = (played: Played, on: string) =>
  played.on(on).do(withPlan(recordDecision), { body, when: { on }, outcome: 'approved' });
const pointOn = (played: Played, on: string) =>
  Object.values(played.state.points).find(({ when }) => 'on' in when && when.on === on)!.pointId;
const plans = (played: Played) => played.last('ReviewsPlanned').plans;
const datesIn = (played: Played) => plans(played).map(({ bodies }) => bodies.map(({ day }) => day));

describe('a body that treats the case once', () => {
  it('leaves nothing to plan for when it has decided before MED: there is no second chance', () => {
    const played = decide(planned(), '2026-04-29');
    expect(played.rows()).toMatchObject([{ committeeId: MAIN, state: 'missed' }]);
    expect(plans(played)).toEqual([]);
    expect(played.last('DecisionRecorded')).not.toHaveProperty('pointId');
  });
});

describe('a body that treats the case twice (A17)', () => {
  it('closes the reading that it decided in, and is planned for before the next', () => {
    const played = decide(planned(twice), '2026-04-29');
    expect(played.last('DecisionRecorded').pointId).toBe(pointOn(played, '2026-04-29'));
    // The miss of the first reading stands; the second one is a gate of its own.
    expect(played.rows()).toMatchObject([{ committeeId: MAIN, state: 'missed' }]);
    expect(datesIn(played)).toEqual([['2026-06-03']]);
    expect(plans(played)[0]).toMatchObject({ meetingOn: '2026-05-12', pastFrom: '2026-06-03' });
    expect(played.refusal(submitRecommendation, { to: body })).toBe('change.review-missing');
    played.on('2026-05-12').meeting({ ...meeting('2026-05-12'), came: 'discussed' });
    played.do(withPlan(recordReview), reviewAt('2026-05-12', '2026-05-12'));
    expect(plans(played)).toEqual([]);
    expect(played.refusal(submitRecommendation, { to: body })).toBe('not refused');
  });

  it('takes a decision without a reading for that of its day, else for the earliest that is open', () => {
    const late = decide(planned(twice), '2026-06-03');
    expect(late.last('DecisionRecorded').pointId).toBe(pointOn(late, '2026-06-03'));
    // What lay before the reading that was decided in is behind it as well.
    expect(plans(late)).toEqual([]);
    const early = decide(planned(twice), '2026-04-27');
    expect(early.last('DecisionRecorded').pointId).toBe(pointOn(early, '2026-04-29'));
    expect(datesIn(early)).toEqual([['2026-06-03']]);
  });

  it('is through with it after as many readings as were agreed', () => {
    const played = decide(decide(planned(twice), '2026-04-27'), '2026-04-28');
    expect(plans(played)).toEqual([]);
    const move = { pointId: pointOn(played, '2026-06-03'), to: { on: '2026-06-10' }, reason: 'udsat' };
    expect(played.refusal(moveDecisionPoint, move)).toBe('change.point-past');
  });

  it('counts a reading once however often its decision was recorded', () => {
    const played = planned(twice);
    const again = {
      body,
      when: { on: '2026-04-29' },
      outcome: 'approved',
      pointId: pointOn(played, '2026-04-29'),
    } as const;
    played.on('2026-04-29').do(withPlan(recordDecision), again).do(withPlan(recordDecision), again);
    expect(datesIn(played)).toEqual([['2026-06-03']]);
  });

  it('waits for another recommendation before the next reading', () => {
    const played = planned(twice).do(withPlan(submitRecommendation), { to: body, bypass: { reason: 'hastesag' } });
    expect(played.last('RecommendationSubmitted').pointId).toBe(pointOn(played, '2026-04-29'));
    const recommendationsBy = () =>
      plans(played)[0]!.bodies.map(({ recommendationBy }) => recommendationBy?.on ?? null);
    expect(recommendationsBy()).toEqual([null, '2026-06-03']);
    expect(plans(played)[0]!.pastFrom).toBe('2026-04-24');
    decide(played, '2026-04-29');
    expect([recommendationsBy(), plans(played)[0]!.pastFrom]).toEqual([['2026-06-03'], '2026-06-03']);
  });

  it('is planned for again when it is agreed after the first decision', () => {
    const played = decide(planned(), '2026-04-29').readings(twice);
    played.do(withPlan(replanChange), { cause: { what: 'readings' } }, PEOPLE.system);
    // Nobody said which reading it was: what lay before its day is behind it.
    expect(datesIn(played)).toEqual([['2026-06-03']]);
    expect(played.last('ReviewsPlanned').cause).toEqual({ what: 'readings' });
  });
});
