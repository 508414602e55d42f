import type { ReviewPlan } from '@rettidig/planning';
import { Life } from './life.js';
import { agreeTimetables, callMeetings, foundMunicipality } from './municipality.js';
import { liveThroughTheYear } from './year.js';

describe('a year of a municipality with sixty units and twenty-five committees', () => {
  const life = new Life();
  beforeAll(() => life.start());
  afterAll(() => life.stop());

  it('has every plan as trying all meetings and days finds it, on every day, and every what-if as it came', async () => {
    const town = await foundMunicipality(life);
    expect(life.events.filter(({ type }) => type === 'UnitEstablished')).toHaveLength(60);
    expect(life.events.filter(({ type }) => type === 'CommitteeEstablished')).toHaveLength(25);
    await agreeTimetables(life, town);
    await callMeetings(life, town);
    await liveThroughTheYear(life, town);
    const types = new Map<string, number>();
    for (const { type } of life.events) types.set(type, (types.get(type) ?? 0) + 1);
    // The year must have had in it what it is about.
    expect(life.compared).toBeGreaterThan(2000);
    expect(types.get('MedReviewHeld')).toBeGreaterThan(20);
    expect(types.get('MedReviewMissed')).toBeGreaterThan(5);
    expect(types.get('PapersDispatched')).toBeGreaterThan(10);
    expect(types.get('ReviewsPlanned')).toBeGreaterThan(150);
    const turning = [
      ...['MoveMeeting', 'CancelMeeting', 'ScheduleMeeting', 'DeclareTransitionPeriod', 'MoveDecisionPoint'],
      'AgreeReadings',
    ];
    for (const command of [...turning, 'AgreeLocalTimetable', 'AgreeClosingDays', 'PublishRuleSet'])
      expect([command, turnedBy(life, command)]).toEqual([command, expect.any(Number)]);
    expect(turning.filter((command) => turnedBy(life, command) === 0)).toEqual([]);
    expect(
      life.events.filter(({ type, data }) => type === 'ReviewsPlanned' && causeOf(data) === 'dayCame').length,
    ).toBeGreaterThan(2);
    const aimedAt = new Set(plansOf(life).map(({ meetingOn }) => meetingOn));
    // The moved meetings, the one in week 53, and the one after the turn of the year.
    expect(['2026-04-28', '2026-12-28', '2026-12-30', '2027-01-14'].filter((day) => !aimedAt.has(day))).toEqual([]);
    if (process.env['LIVES'])
      console.info(life.compared, Object.fromEntries(types), life.turned, [...aimedAt].sort().join(' '));
  }, 600_000);
});

/** How many cases the what-ifs of a command turned. */
const turnedBy = ({ turned }: Life, command: string): number =>
  turned.filter(([name]) => name === command).reduce((sum, [, cases]) => sum + cases, 0);

const plansOf = ({ events }: Life): ReviewPlan[] =>
  events
    .filter(({ type }) => type === 'ReviewsPlanned')
    .flatMap(({ data }) => (data as { plans: readonly ReviewPlan[] }).plans);

const causeOf = (data: object): string => (data as { cause: { what: string } }).cause.what;
