import { danish } from './phrases.da.js';
import { english } from './phrases.en.js';
import type { DeadlineRule, PlannedStep, ReviewPlan, StepName } from './plan.types.js';
import { planReview } from './plan-review.js';
import { alternativesTexts, dayInProse, healthWords, periodInProse, ruleText, stepText, stepWords } from './prose.js';
import { days, dutyFor, meetingsOn, point, referenceOf, timetable } from './testing/story.js';

const agreed: DeadlineRule = { code: 'timetable', version: '2026-1', days: days(14), calendar: 'dk-1/standard' };
const said = (step: StepName, on: string | null, rule: DeadlineRule, body?: PlannedStep['body']) => {
  const one: PlannedStep = { step, on, rule, ...(body && { body }) };
  return [stepText(one, 'da'), stepText(one, 'en')];
};

describe('a step in words', () => {
  it('names the day with its week, and the days, timetable and version that it follows from', () => {
    expect(said('papersOut', '2026-04-10', agreed)).toEqual([
      'Materialet skal være ude senest fredag den 10. april 2026 (uge 15): 14 kalenderdage før mødet, efter udvalgets tidsplan 2026-1.',
      "The papers must be out by Friday 10 April 2026 (week 15): 14 calendar days before the meeting, by the committee's timetable 2026-1.",
    ]);
  });

  it('says that no deadline was agreed, and where one is missing only for the notice, that the day itself is the last', () => {
    expect(said('papersOut', null, { code: 'notAgreed' })[0]).toBe('Materialet skal ud før mødet: frist ikke aftalt.');
    expect(said('recommendation', '2026-06-03', { code: 'notAgreed' }, 'socialCommittee')[0]).toBe(
      'Indstillingen til Socialudvalget skal være sendt senest onsdag den 3. juni 2026 (uge 23): frist ikke aftalt, så senest på selve dagen.',
    );
  });

  it('tells a deadline that was waived from one that binds', () => {
    expect(said('papersOut', '2026-04-10', { ...agreed, code: 'waived' })[0]).toContain(
      'formand og næstformand har sammen fraveget fristen (14 kalenderdage før mødet, efter udvalgets tidsplan 2026-1)',
    );
  });

  it('says "senest" of a date that the case only knows as the latest, and does not name who is not stated', () => {
    expect(said('decision', '2026-06-03', { code: 'plannedAtLatest' }, 'council')[0]).toBe(
      'Beslutningen træffes af kommunalbestyrelsen (Borgerrepræsentationen) senest onsdag den 3. juni 2026 (uge 23): sagen siger »senest«, så det kan blive før.',
    );
    expect(said('decision', '2026-06-03', { code: 'planned' }, 'notStated')[0]).toBe(
      'Beslutningen træffes onsdag den 3. juni 2026 (uge 23); hvem der beslutter, er ikke oplyst: som planlagt på sagen.',
    );
  });

  it('counts weeks over the turn of the year', () => {
    expect(dayInProse('2027-01-01', 'da')).toBe('fredag den 1. januar 2027 (uge 53)');
    expect(dayInProse('2026-12-28', 'en')).toBe('Monday 28 December 2026 (week 53)');
  });

  it.each([
    ['2027-01', 'januar 2027', 'January 2027'],
    ['2026-12', 'december 2026', 'December 2026'],
    ['2026-Q2', '2. kvartal 2026', 'quarter 2 of 2026'],
  ])('says %s as people say it', (period, danish, english) => {
    expect([periodInProse(period, 'da'), periodInProse(period, 'en')]).toEqual([danish, english]);
  });

  it('gives a rule alone, beginning like a sentence', () => {
    expect(ruleText({ code: 'notAgreed' }, 'da')).toBe('Frist ikke aftalt');
    expect(ruleText({ ...agreed, days: days(0) }, 'da')).toBe('Samme dag som mødet, efter udvalgets tidsplan 2026-1');
    expect(ruleText({ ...agreed, code: 'politicalTimetable', days: days(1, 'workday') }, 'en')).toBe(
      '1 working day before the political meeting, by timetable 2026-1 for recommendations',
    );
  });
});

describe('the alternatives in words', () => {
  const plan = (...points: Parameters<typeof dutyFor>[0]): ReviewPlan => planReview(dutyFor(points), referenceOf({}));
  const nothingElse = { nextMeeting: null, extraordinary: null, moveDecisions: [] };

  it('say by how much the next meeting misses, when an extraordinary one could be, and what would have to move', () => {
    const alternatives = {
      nextMeeting: { meetingId: 'm', on: '2026-06-12', missesByDays: 10 },
      extraordinary: { earliestOn: '2026-05-29', inTime: true },
      moveDecisions: [{ pointId: 'p', kind: 'decision' as const, body: 'socialCommittee' as const, to: '2026-06-15' }],
    };
    expect(alternativesTexts(alternatives, plan(point('decision', '2026-06-03')), 'da')).toEqual([
      'Ingen møder tilbage, der kan nås før beslutningen; næste møde er først fredag den 12. juni 2026 (uge 24), og det er for sent.',
      'Et ekstraordinært møde kan tidligst holdes fredag den 29. maj 2026 (uge 22), og det er tidsnok.',
      'Skal næste møde være tidsnok, må beslutningen (Socialudvalget) flyttes til tidligst mandag den 15. juni 2026 (uge 25).',
    ]);
  });

  it('say that nothing more is called, and that a committee which is not in force cannot meet', () => {
    expect(alternativesTexts(nothingElse, plan(point('start', '2026-06-03')), 'en')).toEqual([
      'No meeting is left that can be made before the start; no more are called.',
      'No extraordinary meeting can be held: the committee is not in force in the next two years.',
    ]);
    expect(alternativesTexts(nothingElse, plan(), 'da')[0]).toBe(
      'Ingen møder i mødeplanen, der kan nås; der er ikke indkaldt flere.',
    );
  });

  it('say nothing while a meeting is left', () => {
    expect(alternativesTexts(null, plan(), 'da')).toEqual([]);
  });
});

describe('the words', () => {
  it('are none of those that accuse or claim a veto, in any phrase', () => {
    const reference = referenceOf({
      agreed: [timetable({ materialDue: days(7), preMeeting: days(8), contactCommittee: days(20) })],
      meetings: meetingsOn('2026-04-24'),
    });
    const steps = planReview(dutyFor([point('decision', '2026-06-03')]), reference).steps;
    const all = [danish, english].flatMap((phrases) => [
      ...Object.values(phrases.health),
      ...Object.values(phrases.stepName),
      ...Object.values(phrases.rule).map((phrase) => phrase({ days: '', version: '' })),
      ...Object.values(phrases.step).map((phrase) => phrase('', '')),
      ...[phrases.noneAhead, phrases.noneCalled, phrases.noExtraordinary, phrases.noneLeft(''), phrases.onTheDay],
    ]);
    const text = [...all, ...steps.map((one) => stepText(one, 'da'))].join(' ');
    expect(steps.map(({ step }) => step)).toContain('preMeeting');
    expect(text).not.toMatch(/\bbrud|breach|spærre|MED-godkend|forsinke/i);
    expect(healthWords.pastLatestDate.da).toBe('sidste frist overskredet');
    expect(stepWords.papersOut).toEqual({ da: 'Materiale ude', en: 'Papers out' });
  });
});
