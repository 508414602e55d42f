import { calendarIn, ruleBookPart } from '@rettidig/rules';
import { healthOf, slackOf, unconfirmedFrom } from './health.js';
import type { DeadlineRule } from './plan.types.js';
import { planReview } from './plan-review.js';
import { days, dutyFor, meetingsOn, point, referenceOf, timetable } from './testing/story.js';

const reference = referenceOf({
  agreed: [timetable({ materialDue: days(14) })],
  meetings: meetingsOn('2026-04-24'),
});

describe('the health of an open duty', () => {
  const points = [point('decision', '2026-06-03'), point('recommendation', '2026-05-20')];
  const plan = planReview(dutyFor(points), reference);

  it.each([
    ['2026-04-10', 'onTrack'],
    ['2026-04-11', 'atRisk'],
    ['2026-05-19', 'atRisk'],
    ['2026-05-20', 'pastLatestDate'],
    ['2026-06-03', 'pastLatestDate'],
    ['2026-06-04', 'unconfirmed'],
  ])('on %s: %s', (today, health) => {
    expect(healthOf(plan, today)).toBe(health);
  });

  it('is on track while no date is known', () => {
    const unknown = planReview(dutyFor([{ ...points[0]!, when: { notStated: true } }]), reference);
    expect(healthOf(unknown, '2099-01-01')).toBe('onTrack');
    expect(unconfirmedFrom(unknown)).toBeNull();
  });

  it('is unconfirmed by the first decision or start that passed, whatever comes later', () => {
    const start = point('start', '2026-09-01', 'manager');
    expect(unconfirmedFrom(planReview(dutyFor([start, ...points]), reference))).toBe('2026-06-04');
  });
});

describe('the slack of a step', () => {
  const calendar = calendarIn(ruleBookPart.initial);
  const slack = (on: string | null, code: DeadlineRule['code'], today = '2026-03-31') =>
    slackOf({ step: 'papersOut', on, rule: { code } }, calendar, today);

  it('is counted in workdays over Easter, and is negative when the day has passed', () => {
    expect(slack('2026-04-10', 'timetable')).toBe(5);
    expect(slack('2026-03-31', 'timetable')).toBe(0);
    expect(slack('2026-03-27', 'timetable')).toBe(-2);
  });

  it('is none where nothing was agreed or the chairs let it be', () => {
    expect(slack(null, 'notAgreed')).toBeNull();
    expect(slack('2026-04-10', 'waived')).toBeNull();
  });
});
