import type { Alternatives, ReviewPlan } from '@rettidig/planning';
import { alternativesOf, healthOf, planReview } from '@rettidig/planning';
import fc from 'fast-check';
import { PlanOracle } from '../support/plan-oracle.js';
import { aDay, anyWorld, aQuestion, referenceOf } from './any-world.js';

const aCase = anyWorld.chain((world) => aQuestion(world.drawn.fates).map((question) => ({ ...world, question })));
const RUNS = { numRuns: 300 };

describe('a plan for any duty in any municipality', () => {
  it('is what trying every meeting and every day finds', () => {
    fc.assert(
      fc.property(aCase, ({ question, world, reference }) => {
        expect(planReview(question, reference)).toEqual(new PlanOracle(world).plan(question));
      }),
      RUNS,
    );
  });

  it('names the alternatives and the health that trying every day finds, on any day', () => {
    fc.assert(
      fc.property(aCase, aDay, ({ question, world, reference }, today) => {
        const plan = planReview(question, reference);
        const oracle = new PlanOracle(world);
        expect(alternativesOf(plan, question, reference, today)).toEqual(oracle.alternatives(question, today));
        expect(healthOf(plan, today)).toBe(oracle.health(question, today));
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which meetings were called or dates were planned', () => {
    fc.assert(
      fc.property(aCase, ({ question, drawn, reference }) => {
        const reversed = referenceOf({ ...drawn, fates: drawn.fates.toReversed() });
        const asked = { ...question, points: question.points.toReversed(), placedAt: question.placedAt.toReversed() };
        expect(planReview(asked, reversed)).toEqual(planReview(question, reference));
      }),
    );
  });

  it('stays as it is whatever becomes of the meetings of other committees', () => {
    fc.assert(
      fc.property(aCase, ({ question, drawn, reference }) => {
        const own = drawn.fates.filter(({ committeeId }) => committeeId === question.committeeId);
        expect(planReview(question, referenceOf({ ...drawn, fates: own }))).toEqual(planReview(question, reference));
      }),
    );
  });

  it('never has an earlier last usable meeting because one more is called', () => {
    fc.assert(
      fc.property(aCase, ({ question, drawn, reference }) => {
        const fewer = planReview(question, referenceOf({ ...drawn, fates: drawn.fates.slice(1) })).lastUsableOn ?? '';
        // A meeting that comes moves nothing back; the empty text lies before every day.
        expect((planReview(question, reference).lastUsableOn ?? '') >= fewer).toBe(true);
      }),
    );
  });

  it('finds a usable meeting, none, alternatives and every health often enough for the above to say something', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(aCase, aDay, ({ question, reference }, today) => {
        const plan = planReview(question, reference);
        const alternatives = alternativesOf(plan, question, reference, today);
        const isPlaced = question.placedAt.includes(plan.meetingId ?? '');
        const met = [...metIn(plan, today), ...waysOut(alternatives), ...(isPlaced ? ['placed'] : [])];
        for (const what of met) seen.set(what, (seen.get(what) ?? 0) + 1);
      }),
      { numRuns: 500, seed: 5 },
    );
    const wanted = [
      ...['aim decision', 'aim nextMeeting', 'aim none', 'usable', 'not usable', 'placed', 'misses', 'moves'],
      ...['health onTrack', 'health atRisk', 'health pastLatestDate', 'health unconfirmed', 'extraordinary in time'],
      ...['rule timetable', 'rule preMeeting', 'rule contactCommittee', 'rule waived', 'rule politicalTimetable'],
      ...['rule planned', 'rule plannedAtLatest', 'rule notAgreed', 'no extraordinary'],
    ];
    expect(wanted.filter((what) => (seen.get(what) ?? 0) < 4)).toEqual([]);
  });
});

const metIn = (plan: ReviewPlan, today: string): readonly string[] => [
  `aim ${plan.aim}`,
  plan.lastUsableId ? 'usable' : 'not usable',
  `health ${healthOf(plan, today)}`,
  ...plan.steps.map(({ rule }) => `rule ${rule.code}`),
];

function waysOut(alternatives: Alternatives | null): readonly string[] {
  if (!alternatives) return [];
  const { nextMeeting, extraordinary, moveDecisions } = alternatives;
  return [
    nextMeeting && nextMeeting.missesByDays > 0 ? 'misses' : 'does not miss',
    extraordinary ? `extraordinary ${extraordinary.inTime ? 'in time' : 'too late'}` : 'no extraordinary',
    moveDecisions.length > 0 ? 'moves' : 'moves nothing',
  ];
}
