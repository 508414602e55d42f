import type { Language, QueryContext } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import type { Health, ReviewPlan } from '@rettidig/planning';
import { healthOf } from '@rettidig/planning';
import type { ChangeEvent } from '../change.events.js';
import { plansView } from '../projections/plans.js';
import { duty, event, owing, plan } from '../testing/given-cases.js';
import { AREA, MAIN, PEOPLE, referenceOf, UNITS } from '../testing/town.js';
import type { ListPlans } from './list-plans.js';
import { listPlans } from './list-plans.js';
import type { NameReference } from './naming.js';

const NOW = '2026-05-20T10:00:00.000Z';

const contextOn = (events: readonly GivenEvent<ChangeEvent>[], now = NOW, language: Language = 'da') =>
  ({
    ...{ now, language, actor: PEOPLE.deputyChair, reference: referenceOf() },
    views: filledViews([plansView], events),
    people: () => Promise.resolve(new Map([[PEOPLE.manager.id, { name: 'En Leder' }]])),
  }) as unknown as QueryContext<NameReference>;

const decidedOn = (day: string): Pick<ReviewPlan, 'bodies' | 'reviewBefore' | 'pastFrom'> => ({
  reviewBefore: day,
  pastFrom: day,
  bodies: [
    {
      ...{ pointId: idOf('point'), kind: 'decision', body: 'socialCommittee', day, reviewBefore: day },
      ...{ recommendationBy: { on: day, rule: { code: 'notAgreed' } }, meetingId: idOf('meeting') },
    },
  ],
});

/** One in each state on 20 May, and one without a date. */
const plans: Readonly<Record<string, ReviewPlan>> = {
  onTrack: plan('onTrack', { ...decidedOn('2026-06-30'), atRiskFrom: '2026-06-01' }),
  atRisk: plan('atRisk', { ...decidedOn('2026-06-03'), atRiskFrom: '2026-05-13' }),
  pastLatestDate: plan('pastLatestDate', { ...decidedOn('2026-05-20'), committeeId: AREA, meetingOn: null }),
  unconfirmed: plan('unconfirmed', decidedOn('2026-05-19')),
  undated: plan('undated', { reviewBefore: null, pastFrom: null, atRiskFrom: null, aim: 'nextMeeting' }),
};
const events = Object.entries(plans).flatMap(([of, one]) => [
  ...owing(of, of === 'undated' ? { title: 'Ny ledelse i Bøgen', unitId: null } : {}),
  event('ReviewsPlanned', { plans: [one], cause: { what: 'case' } }, { of }),
]);

const ask = (parameters: Partial<ListPlans> = {}, now?: string, language?: Language) =>
  listPlans.handle(parameters, contextOn(events, now, language));
const names = async (parameters: Partial<ListPlans> = {}, now?: string): Promise<string[]> =>
  (await ask(parameters, now)).items.map(({ requirementId }) =>
    Object.keys(plans).find((name) => duty(name) === requirementId)!,
  );

describe('the list of plans', () => {
  it('has what can be discussed from tomorrow on: the proposal became another one today', async () => {
    expect(await names({}, '2026-04-23T10:00:00.000Z')).toHaveLength(Object.keys(plans).length);
  });

  it('says of each body of politicians how often it treats the case', async () => {
    const [first] = (await ask()).items;
    expect(first!.bodies[0]!.readingsText).toContain('ingen anden chance');
  });

  it('has the most urgent first, in any order that is asked for', async () => {
    expect(await names()).toEqual(['unconfirmed', 'pastLatestDate', 'atRisk', 'onTrack', 'undated']);
    expect(await names({ sort: '-number' })).toEqual(Object.keys(plans).reverse());
    expect((await names({ sort: 'atRiskFrom' })).at(-1)).toBe('undated');
  });

  it.each(['2026-04-30', '2026-05-19', '2026-05-20', '2026-06-04', '2026-12-24'])(
    'says of each how it stands on %s, as its plan alone says',
    async (day) => {
      const { items } = await ask({}, `${day}T10:00:00.000Z`);
      for (const { requirementId, health } of items) {
        const one = Object.values(plans).find((known) => known.requirementId === requirementId)!;
        expect(health).toBe(healthOf(one, day));
        expect(await names({ health: [health] }, `${day}T10:00:00.000Z`)).toContain(
          Object.keys(plans).find((name) => plans[name] === one),
        );
      }
    },
  );

  it('counts by health, whatever was asked for, and by committee', async () => {
    const { facets, total } = await ask({ health: ['atRisk'] });
    expect(total).toBe(1);
    expect(facets['health']).toEqual({ onTrack: 2, atRisk: 1, pastLatestDate: 1, unconfirmed: 1 });
    expect((await ask()).facets['committee']).toEqual({ [MAIN]: 4, [AREA]: 1 });
  });

  it('counts by health what stands now, however it came to stand so', async () => {
    const again = (of: string, day: string, ...next: readonly ReviewPlan[]) =>
      event('ReviewsPlanned', { plans: next, cause: { what: 'case' } }, { of, day });
    const later = [
      again('onTrack', '2026-05-01', plan('onTrack', { ...decidedOn('2026-06-30'), atRiskFrom: '2026-05-02' })),
      again('atRisk', '2026-05-02'),
      again('unconfirmed', '2026-05-03', plans['unconfirmed']!),
      again('undated', '2026-05-04', plan('undated', decidedOn('2026-05-01'))),
    ];
    const context = contextOn([...events, ...later]);
    const { facets } = await listPlans.handle({}, context);
    expect(facets['health']).toEqual({ atRisk: 1, pastLatestDate: 1, unconfirmed: 2 });
    for (const [health, count] of Object.entries(facets['health']!)) {
      const asked = await listPlans.handle({ health: [health as Health], limit: 1 }, context);
      expect([asked.total, asked.facets['health']]).toEqual([count, facets['health']]);
    }
    expect((await listPlans.handle({ asOf: '2026-04-30' }, context)).facets['health']).toEqual({ onTrack: 5 });
    expect((await listPlans.handle({ unit: 'notStated' }, context)).facets['health']).toEqual({ unconfirmed: 1 });
    expect((await listPlans.handle({ health: ['onTrack', 'atRisk'] }, context)).total).toBe(1);
  });

  it('is filtered by committee, unit, owner, kind, words and the limit', async () => {
    expect(await names({ committee: [AREA] })).toEqual(['pastLatestDate']);
    expect(await names({ unit: 'notStated' })).toEqual(['undated']);
    expect(await names({ unit: UNITS.centre })).toHaveLength(4);
    expect(await names({ owner: PEOPLE.chair.id })).toEqual([]);
    expect(await names({ kind: 'other' })).toEqual([]);
    expect(await names({ text: 'bøgen' })).toEqual(['undated']);
    expect(await names({ from: '2026-05-20', to: '2026-06-03' })).toEqual(['pastLatestDate', 'atRisk']);
    expect(await names({ from: '2026-06-04' })).toEqual(['onTrack']);
    await expect(async () => ask({ from: '2026-06-04', to: '2026-06-03' })).rejects.toMatchObject({
      code: 'change.period-ends-before-it-starts',
    });
  });

  it('comes page by page, and as it was known and stood then', async () => {
    const first = await ask({ limit: 2 });
    expect([first.total, first.items.length]).toEqual([5, 2]);
    expect(await names({ limit: 3, cursor: first.nextCursor! })).toEqual(['atRisk', 'onTrack', 'undated']);
    expect(await names({ asOf: '2026-04-23' })).toEqual([]);
    const then = await ask({ asOf: '2026-05-10' });
    expect(then.items.every(({ health }) => health === 'onTrack')).toBe(true);
  });

  it('says it in the words of the reader', async () => {
    const [danish] = (await ask({ health: ['pastLatestDate'] })).items;
    expect(danish).toMatchObject({
      ...{ healthText: 'sidste frist overskredet', ownerName: 'En Leder', reviewBefore: '2026-05-20' },
      bodies: [{ bodyText: 'Socialudvalget', meets: false }],
    });
    const [english] = (await ask({ health: ['atRisk'] }, NOW, 'en')).items;
    expect(english!.bodies).toMatchObject([{ kindText: 'decision', meets: true }]);
  });

  it('is the same list as a table', () => {
    const rows = [...listPlans.csv!.rows({}, contextOn(events))];
    expect(rows.map((row) => row['reviewBefore'])).toEqual([
      '19-05-2026',
      '20-05-2026',
      '03-06-2026',
      '30-06-2026',
      'ikke oplyst',
    ]);
    expect(Object.keys(rows[0]!)).toEqual(listPlans.csv!.columns.map(({ key }) => key));
    const notAgreed = { ...plans['onTrack']!, steps: [{ step: 'papersOut', on: null, rule: { code: 'notAgreed' } }] };
    const planned = event(
      'ReviewsPlanned',
      { plans: [notAgreed as ReviewPlan], cause: { what: 'case' } },
      { of: 'onTrack' },
    );
    const [row] = [...listPlans.csv!.rows({}, contextOn([...owing('onTrack'), planned]))];
    expect(row!['papersOut']).toBe('Frist ikke aftalt');
  });
});
