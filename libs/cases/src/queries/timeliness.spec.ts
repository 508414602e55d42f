import type { Language, QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews, metadata } from '@rettidig/event-sourcing/testing';
import type { RuleBook, TimelinessTarget } from '@rettidig/rules';
import { ruleBookPart } from '@rettidig/rules';
import type { ChangeEvent } from '../change.events.js';
import { casesView } from '../projections/cases.js';
import {
  decided,
  dispatched,
  duty,
  event,
  inTime,
  owing,
  requirement,
  review,
  assessed,
} from '../testing/given-cases.js';
import { AREA, MAIN, PEOPLE, referenceOf, UNITS } from '../testing/town.js';
import { getTimeliness } from './get-timeliness.js';
import type { GetTimeliness } from './get-timeliness.js';
import { listTimelyReviews } from './list-timely-reviews.js';
import type { ListTimelyReviews } from './list-timely-reviews.js';
import type { NameReference } from './naming.js';

const NOW = '2026-07-01T10:00:00.000Z';
const of = (name: string) => ({ of: name });

/** A case whose papers went out on a day for the meeting on 24 April, and that was decided on another. */
const measuredCase = (
  name: string,
  { papers, decision, ...more }: { papers?: string; decision?: object; kind?: string; unitId?: string | null },
  about: Partial<Parameters<typeof review>[0]> = {},
): GivenEvent<ChangeEvent>[] => [
  ...owing(name, more),
  ...(papers
    ? [
        event('PapersFiled', { version: '2', on: papers }, of(name)),
        event('PapersDispatched', dispatched({ dispatchId: idOf('dispatch', name), on: papers }), of(name)),
      ]
    : []),
  event('MedReviewHeld', review({ reviewId: idOf('review', name), countsFor: [duty(name)], ...about }), of(name)),
  ...(decision ? [event('DecisionRecorded', decided(decision), of(name))] : []),
];

const four = [
  ...measuredCase('a', { papers: '2026-04-10', decision: { when: { on: '2026-06-03' } } }),
  ...measuredCase('b', { papers: '2026-04-17', decision: { when: { on: '2026-05-04' } } }, { maturity: 'final' }),
  ...measuredCase('c', { decision: { when: { onOrBefore: '2026-06-01' } } }, { maturity: 'notStated' }),
  ...measuredCase('d', { papers: '2026-04-22', kind: 'newService', unitId: null }),
];

/** Recorded on 1, 2 … June 2026. */
const bookOf = (targets: readonly Partial<TimelinessTarget>[]): RuleBook =>
  targets.reduce<RuleBook>(
    (book, target, at) =>
      ruleBookPart.evolve(book, {
        type: 'TimelinessTargetAgreed',
        data: { kind: 'moreSectionManagers', interval: 'papersToMeeting', version: `${at}`, ...target },
        meta: metadata({ recordedAt: `2026-06-0${at + 1}T08:00:00.000Z` }),
      } as unknown as RecordedEvent),
    ruleBookPart.initial,
  );

const contextOn = (
  events: readonly GivenEvent<ChangeEvent>[],
  language: Language = 'da',
  targets: readonly Partial<TimelinessTarget>[] = [],
) =>
  ({
    now: NOW,
    actor: PEOPLE.deputyChair,
    language,
    reference: { ...referenceOf(), ruleBook: bookOf(targets) },
    views: filledViews([casesView], events),
  }) as unknown as QueryContext<NameReference>;

const ask = async (parameters: GetTimeliness = {}, events = four) =>
  getTimeliness.handle(parameters, contextOn(events));
const interval = async (name: string, parameters: GetTimeliness = {}, events = four) =>
  (await ask(parameters, events)).all.intervals.find((one) => one.interval === name)!;

describe('how early MED was involved', () => {
  it('spreads the days of the cases that are known, and counts those that are not apart', async () => {
    expect(await interval('papersToMeeting')).toMatchObject({
      known: 3,
      unknown: 1,
      pending: 0,
      least: 2,
      median: 7,
      most: 14,
    });
    expect(await interval('meetingToDecision')).toMatchObject({
      known: 2,
      unknown: 1,
      pending: 1,
      least: 10,
      most: 40,
    });
    expect(await interval('meetingToRecommendation')).toMatchObject({ known: 0, unknown: 0, pending: 4, median: null });
  });

  it('counts workdays where they are asked for: Easter is none', async () => {
    const easter = measuredCase('e', { papers: '2026-03-27' }, { heldOn: '2026-04-10' });
    expect(await interval('papersToMeeting', {}, easter)).toMatchObject({ median: 14 });
    expect(await interval('papersToMeeting', { days: 'workday' }, easter)).toMatchObject({ median: 7 });
  });

  it('says no share without its numbers and without that only known cases are in it', async () => {
    const { underTarget, target } = await interval('papersToMeeting', { interval: 'papersToMeeting', target: 14 });
    expect(target).toBe(14);
    expect(underTarget).toEqual({
      numerator: 2,
      denominator: 3,
      percent: 67,
      text: '2 af 3, kun kendte sager (67 %)',
    });
    expect(await interval('meetingToDecision', { interval: 'papersToMeeting', target: 14 })).toMatchObject({
      target: null,
      underTarget: null,
    });
  });

  it('says how far proposals had come when MED first saw them', async () => {
    const { maturity } = (await ask()).all;
    expect(maturity.map((one) => [one.maturity, one.cases, one.share?.text ?? null])).toEqual([
      ['idea', 0, '0 af 3, kun kendte sager (0 %)'],
      ['draft', 2, '2 af 3, kun kendte sager (67 %)'],
      ['final', 1, '1 af 3, kun kendte sager (33 %)'],
      ['notStated', 1, null],
    ]);
  });

  it('measures from the first review of a case on, whichever committee held it', async () => {
    const again = event(
      'MedReviewHeld',
      review({ reviewId: idOf('again'), heldOn: '2026-05-29', countsFor: [duty('a')], committeeId: AREA }),
      of('a'),
    );
    const events = [...measuredCase('a', { decision: { when: { on: '2026-06-03' } } }), again];
    // The decision was recorded before it, which changes no order in the world.
    expect(await interval('firstToDecision', {}, events)).toMatchObject({ known: 1, median: 40 });
    expect(await interval('meetingToDecision', {}, events)).toMatchObject({ known: 2, least: 5, most: 40 });
  });

  it('measures nothing of a briefing or of a talk that counted for no duty', async () => {
    const events = [...owing(), event('MedReviewHeld', review({ form: 'briefing', countsFor: [] }))];
    expect((await ask({}, events)).all.reviews).toBe(0);
  });

  it('is grouped by kind, unit, committee, or unit and kind', async () => {
    const groups = async (by: GetTimeliness['by']) =>
      (await ask({ ...(by ? { by } : {}) })).groups.map(({ kind, unitName, committeeId, reviews }) => [
        kind ?? unitName ?? committeeId,
        reviews,
      ]);
    expect(await groups(undefined)).toEqual([
      ['moreSectionManagers', 3],
      ['newService', 1],
    ]);
    expect(await groups('unit')).toEqual([
      ['Enhed', 3],
      ['ikke oplyst', 1],
    ]);
    expect(await groups('committee')).toEqual([[MAIN, 4]]);
    expect(await ask({ by: 'unitAndKind', limit: 1 })).toMatchObject({
      totalGroups: 2,
      groups: [{ unitId: UNITS.home, kind: 'moreSectionManagers', reviews: 3 }],
    });
  });

  it('is asked of a period, a unit with those below, kinds and committees', async () => {
    const reviews = async (parameters: GetTimeliness) => (await ask(parameters)).all.reviews;
    expect(await reviews({ from: '2026-04-25' })).toBe(0);
    expect(await reviews({ from: '2026-04-24', to: '2026-04-24' })).toBe(4);
    expect(await reviews({ unit: UNITS.administration })).toBe(3);
    expect(await reviews({ unit: 'notStated' })).toBe(1);
    expect(await reviews({ kind: 'newService,other' })).toBe(1);
    expect(await reviews({ committee: [AREA] })).toBe(0);
    expect(await reviews({ maturity: ['final'] })).toBe(1);
  });

  it('says what was known then', async () => {
    const late = [
      ...measuredCase('a', {}),
      event('DecisionRecorded', decided({ when: { on: '2026-05-04' } }), { of: 'a', day: '2026-05-05' }),
    ];
    expect(await interval('meetingToDecision', { asOf: '2026-05-04' }, late)).toMatchObject({ known: 0, pending: 1 });
    expect(await interval('meetingToDecision', { asOf: '2026-05-05' }, late)).toMatchObject({ known: 1, median: 10 });
  });

  it('has a line for each interval of each group as CSV', () => {
    const rows = [...getTimeliness.csv!.rows({ interval: 'papersToMeeting', target: 14 }, contextOn(four))];
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({
      kind: 'Flere afdelingsledere',
      interval: 'fra udsendt materiale til møde',
      known: 2,
      underTarget: '1 af 2, kun kendte sager (50 %)',
    });
  });
});

const calendarDays = (count: number) => ({ effectiveFrom: '2026-01-01', days: { count, kind: 'calendar' } }) as const;

describe('the targets agreed for kinds of change', () => {
  const against = async (
    targets: readonly Partial<TimelinessTarget>[],
    parameters: GetTimeliness = {},
    name = 'papersToMeeting',
  ) => {
    const { all, groups } = await getTimeliness.handle(parameters, contextOn(four, 'da', targets));
    const [shown, ...others] = [all, ...groups].map((some) => some.intervals.find((one) => one.interval === name)!);
    return { ...shown!, groups: others };
  };

  it('count where no target is asked about; a kind without one is no part of the share', async () => {
    expect(await against([calendarDays(14)])).toMatchObject({
      target: null,
      targetFrom: 'agreed',
      underTarget: {
        numerator: 1,
        denominator: 2,
        percent: 50,
        text: '1 af 2, kun kendte sager med aftalt mål (50 %)',
      },
      notAgreed: 1,
      groups: [
        { underTarget: { denominator: 2 }, notAgreed: 0 },
        { underTarget: null, notAgreed: 1 },
      ],
    });
    expect(await against([])).toMatchObject({ targetFrom: null, underTarget: null, notAgreed: 3 });
  });

  it('give way to the one asked about', async () => {
    const asked = { interval: 'papersToMeeting', target: 14 } as const;
    expect(await against([calendarDays(100)], asked)).toMatchObject({
      target: 14,
      targetFrom: 'asked',
      underTarget: { numerator: 2, denominator: 3 },
    });
  });

  it('are each those that held on the day of the review, known then, in their own days', async () => {
    const later = { ...calendarDays(100), effectiveFrom: '2026-04-25' };
    expect((await against([calendarDays(14), later])).underTarget).toMatchObject({ numerator: 1, denominator: 2 });
    const sameDay = { ...calendarDays(100), effectiveFrom: '2026-04-24' };
    expect((await against([calendarDays(14), sameDay])).underTarget).toMatchObject({ numerator: 2 });
    const workdays = { effectiveFrom: '2026-01-01', days: { count: 14, kind: 'workday' } } as const;
    expect((await against([workdays])).underTarget).toMatchObject({ numerator: 2, denominator: 2 });
    expect(await against([calendarDays(14)], { asOf: '2026-05-31' })).toMatchObject({
      underTarget: null,
      notAgreed: 3,
    });
  });

  it('of the first involvement count for first reviews, and do not change how groups are formed', async () => {
    const target = { ...calendarDays(30), interval: 'firstToDecision' } as const;
    expect((await against([target], {}, 'firstToDecision')).underTarget).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    const { groups } = await getTimeliness.handle({ by: 'committee' }, contextOn(four, 'da', [target]));
    expect(groups).toMatchObject([{ committeeId: MAIN, kind: null, reviews: 4 }]);
  });

  it('are said of each review, with how it stands', async () => {
    const targets = [calendarDays(14), { ...calendarDays(42), interval: 'meetingToDecision' } as const];
    const context = contextOn(four, 'da', targets);
    const { items } = await listTimelyReviews.handle({ sort: 'number' }, context);
    expect(items.map((one) => one.targets.map(({ days, standing }) => [days, standing]))).toEqual([
      [
        [14, 'reached'],
        [40, 'under'],
      ],
      [
        [7, 'under'],
        [10, 'under'],
      ],
      [
        [null, 'notKnown'],
        [null, 'notKnown'],
      ],
      [],
    ]);
    expect(items[0]!.targets[1]!.text).toBe('fra møde til beslutning: mindst 42 kalenderdage (under målet)');
    const rows = [...listTimelyReviews.csv!.rows({ sort: 'number' }, context)];
    expect(rows[3]).toMatchObject({ targets: 'mål ikke aftalt' });
  });
});

describe('the reviews behind it', () => {
  const list = async (parameters: ListTimelyReviews = {}) => listTimelyReviews.handle(parameters, contextOn(four));

  it('are listed one by one, with their days and how their papers came', async () => {
    const { items, total, facets } = await list({ sort: 'number' });
    expect(total).toBe(4);
    expect(facets['papers']).toEqual({ inTime: 3, unknown: 1 });
    expect(items[0]).toMatchObject({
      number: '2026-0001',
      papersOn: '2026-04-10',
      papersTimingText: 'udsendt i tide',
      papersToMeeting: { calendarDays: 14, workdays: 10 },
      meetingToDecision: { calendarDays: 40 },
      isFirst: true,
      isDecided: true,
    });
    expect(items[2]).toMatchObject({ papersOn: null, papersToMeeting: null, decidedOn: null, isDecided: true });
    expect(items[3]).toMatchObject({ unitName: 'ikke oplyst', decidedOn: null, isDecided: false });
  });

  it('go page by page, filtered by how the papers came', async () => {
    const first = await list({ limit: 3, sort: 'number' });
    expect((await list({ limit: 3, sort: 'number', cursor: first.nextCursor! })).items).toHaveLength(1);
    expect((await list({ papers: ['unknown'] })).items.map(({ number }) => number)).toEqual(['2026-0003']);
  });

  it('say of which MED first saw a finished proposal, and leave out a case that it saw before', async () => {
    const seenBefore = [
      ...measuredCase('e', {}, { heldOn: '2026-03-20' }),
      event(
        'MedReviewHeld',
        review({ reviewId: idOf('finished'), countsFor: [duty('e')], maturity: 'final' }),
        of('e'),
      ),
    ];
    const context = contextOn([...four, ...seenBefore]);
    const late = async (littleInfluence: string) => listTimelyReviews.handle({ littleInfluence }, context);
    const { items, facets } = await late('true');
    expect(items.map(({ number, littleInfluenceText }) => [number, littleInfluenceText])).toEqual([
      ['2026-0002', 'i tide, men forslaget var færdigt: lille mulighed for indflydelse'],
    ]);
    expect(facets['littleInfluence']).toEqual({ true: 1 });
    expect((await late('false')).items.map((one) => one.littleInfluenceText)).toEqual([null, null, null, null, null]);
    const rows = [...listTimelyReviews.csv!.rows({ littleInfluence: 'true' }, context)];
    expect(rows).toMatchObject([{ influence: expect.stringContaining('lille mulighed') }]);
  });

  it('know late papers by the version that was discussed', async () => {
    const late = dispatched({
      dispatchId: idOf('late'),
      on: '2026-04-14',
      ...inTime(),
      lateByDays: 4,
      lateByWorkdays: 2,
    });
    const events = [
      ...owing(),
      event('MedInvolvementAssessed', assessed([requirement()])),
      event('PapersDispatched', dispatched({ version: '1', dispatchId: idOf('first'), on: '2026-04-08' })),
      event('PapersDispatched', late),
      event('MedReviewHeld', review({ paperVersion: '2' })),
    ];
    const { items } = await listTimelyReviews.handle({}, contextOn(events));
    expect(items).toMatchObject([{ papersOn: '2026-04-14', papersTiming: 'dispatchedLate' }]);
  });

  it('are the same as CSV, with what nobody knows written as such', () => {
    const rows = [...listTimelyReviews.csv!.rows({ sort: 'number' }, contextOn(four))];
    expect(rows[0]).toMatchObject({ heldOn: '24-04-2026', papersToMeeting: 14, decidedOn: '03-06-2026' });
    expect(rows[2]).toMatchObject({ papersOn: 'ikke oplyst', decidedOn: 'ikke oplyst', meetingToDecision: '' });
    expect(rows[3]).toMatchObject({ decidedOn: '' });
  });
});
