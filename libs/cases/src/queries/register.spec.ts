import fc from 'fast-check';
import { idOf } from '@rettidig/event-sourcing';
import type { Language, QueryContext, ReadDatabase } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import type { ChangeEvent } from '../change.events.js';
import { casesView } from '../projections/cases.js';
import {
  assessed,
  caseId,
  decided,
  duty,
  event,
  missed,
  owing,
  owingAndMissed,
  placed,
  planned,
  requirement,
  review,
} from '../testing/given-cases.js';
import { AREA, MAIN, PEOPLE, referenceOf, UNITS } from '../testing/town.js';
import { listChanges } from './list-changes.js';
import { listDutyLoweringActs } from './list-duty-lowering-acts.js';
import type { MissedReview } from './list-missed-reviews.answer.js';
import { listMissedReviews } from './list-missed-reviews.js';
import type { ListMissedReviews } from './list-missed-reviews.js';
import type { NameReference } from './naming.js';

interface Asked {
  readonly now?: string;
  readonly language?: Language;
}

function contextOn(views: ReadDatabase, { now = '2026-07-01T10:00:00.000Z', language = 'da' }: Asked = {}) {
  return {
    now,
    actor: PEOPLE.deputyChair,
    language,
    reference: referenceOf(),
    views,
    readStream: () => Promise.resolve([]),
    people: () => Promise.resolve(new Map([[PEOPLE.manager.id, { name: 'En Leder' }]])),
    contacts: () => Promise.resolve(new Map()),
    document: () => Promise.resolve(undefined),
    rehearsal: () => Promise.reject(new Error('nothing is tried out here')),
    works: () => [],
  } satisfies QueryContext<NameReference>;
}

const viewsOf = (events: readonly GivenEvent<ChangeEvent>[]) => filledViews([casesView], events);

function register(
  events: readonly GivenEvent<ChangeEvent>[],
  parameters: Partial<ListMissedReviews> = {},
  asked: Asked = {},
) {
  return listMissedReviews.handle(parameters, contextOn(viewsOf(events), asked));
}

const someRows = [
  ...owingAndMissed('a', { when: { on: '2026-03-01' } }),
  ...owingAndMissed('b', { when: { onOrBefore: '2026-04-24' }, committeeId: AREA, body: 'notStated' }),
  ...owingAndMissed('c', { when: { notStated: true }, cause: 'briefingOnly' }),
  event(
    'MissExplained',
    { requirementIds: [duty('a')], side: 'management', causes: ['noClearExplanation'] },
    { of: 'a' },
  ),
  ...owing('d'),
  event('ChangeWithdrawn', { reason: 'droppet', ends: [duty('d')] }, { of: 'd', by: 'manager' }),
];
const idsOf = (items: readonly { requirementId: string }[]): string[] =>
  items.map(({ requirementId }) => requirementId);

describe('the register', () => {
  it('counts what was missed; other states are a facet beside the total', async () => {
    const { total, items, facets } = await register(someRows);
    expect(total).toBe(3);
    expect(idsOf(items)).toEqual([duty('b'), duty('a'), duty('c')]);
    expect(facets).toEqual({
      state: { missed: 3, endedWithoutReview: 1 },
      kind: { moreSectionManagers: 3 },
      cause: { decidedBeforeMed: 2, briefingOnly: 1 },
      committee: { [MAIN]: 2, [AREA]: 1 },
      body: { manager: 2, notStated: 1 },
      unit: { [UNITS.home]: 3 },
      explanation: { noClearExplanation: 1 },
    });
  });

  it('says in words what is not known, in both languages', async () => {
    const { items } = await register(someRows, { committee: [AREA] });
    expect(items[0]).toMatchObject({
      decidedOn: { onOrBefore: '2026-04-24' },
      decidedOnText: 'senest 24.04.2026',
      bodyText: 'ikke oplyst',
      daysToFound: null,
      stateText: 'ikke MED-behandlet før beslutning',
      kindText: 'Flere afdelingsledere',
      committeeName: 'Udvalg',
      unitName: 'Enhed',
    });
    const english = await register(someRows, { committee: [AREA] }, { language: 'en' });
    expect(english.items[0]).toMatchObject({ decidedOnText: 'on or before 24.04.2026', bodyText: 'not stated' });
  });

  it.each<[string, Partial<ListMissedReviews>, string[]]>([
    ['from a day', { from: '2026-03-02' }, ['b']],
    ['to a day, without rows of no day', { to: '2026-03-02' }, ['a']],
    ['by committee', { committee: [MAIN] }, ['a', 'c']],
    ['by cause', { cause: ['briefingOnly'] }, ['c']],
    ['by explanation', { explanation: ['noClearExplanation'] }, ['a']],
    ['by a body that is not stated', { body: ['notStated'] }, ['b']],
    ['by kind', { kind: 'newService,moreSectionManagers' }, ['a', 'b', 'c']],
    ['by another kind', { kind: 'newService' }, []],
    ['by words in capitals', { text: 'ÅHUSET Afdelings' }, ['a', 'b', 'c']],
    ['by number', { text: '2026-0002' }, ['b']],
    ['by a unit above', { unit: UNITS.administration }, ['a', 'b', 'c']],
    ['by no unit', { unit: 'notStated' }, []],
    ['by state', { state: ['endedWithoutReview'] }, ['d']],
    ['by the day it was found', { foundFrom: '2026-04-25' }, []],
  ])('is filtered %s', async (_how, parameters, names) => {
    const { items, total } = await register(someRows, parameters);
    expect(idsOf(items).sort()).toEqual(names.map(duty).sort());
    expect(total).toBe(names.length);
  });

  it('refuses a unit that never was, and a period that ends before it starts', async () => {
    await expect(register(someRows, { unit: idOf('nowhere') })).rejects.toMatchObject({ code: 'change.unit-unknown' });
    await expect(register(someRows, { from: '2026-02-01', to: '2026-01-01' })).rejects.toMatchObject({
      code: 'change.period-ends-before-it-starts',
    });
  });

  it('names who ended a duty, in which role and why', async () => {
    const { items } = await register(someRows, { state: ['endedWithoutReview'] });
    expect(items[0]!.endedBy).toMatchObject({
      actText: 'sagen trukket tilbage',
      personName: 'En Leder',
      role: 'leder',
      reason: 'droppet',
    });
  });

  it('shows a planned date as unconfirmed from the day after it, and not on the day', async () => {
    const events = [...owing(), event('DecisionPointPlanned', planned('2026-05-31'))];
    const states = async (asked: Asked & { asOf?: string }) =>
      (await register(events, { ...(asked.asOf ? { asOf: asked.asOf } : {}) }, asked)).facets['state'];
    expect(await states({ now: '2026-05-31T21:59:59.000Z' })).toEqual({});
    expect(await states({ now: '2026-05-31T22:00:00.000Z' })).toEqual({ unconfirmed: 1 });
    expect(await states({ asOf: '2026-05-31' })).toEqual({});
    expect(await states({ asOf: '2026-06-01' })).toEqual({ unconfirmed: 1 });
    expect((await register(events)).total).toBe(0);
  });

  it('answers for the day before that nothing was known, and for the day all of it', async () => {
    expect((await register(someRows, { asOf: '2026-04-23' })).total).toBe(0);
    expect((await register(someRows, { asOf: '2026-04-24' })).total).toBe(3);
  });
});

describe('the register as CSV', () => {
  const cells = (language: Language, state?: ListMissedReviews['state']) => [
    ...listMissedReviews.csv!.rows(
      { ...(state ? { state } : {}), sort: 'number' },
      contextOn(viewsOf(someRows), { language }),
    ),
  ];

  it('is exactly the list, in words, with what is not known written as such', () => {
    expect(cells('da').map(({ decidedOn, daysToFound, decidedBy }) => [decidedOn, daysToFound, decidedBy])).toEqual([
      ['01-03-2026', 54, 'en leder'],
      ['senest 24-04-2026', 'ikke oplyst', 'ikke oplyst'],
      ['ikke oplyst', 'ikke oplyst', 'en leder'],
    ]);
    expect(cells('en')[1]).toMatchObject({ decidedOn: 'on or before 24-04-2026', decidedBy: 'not stated' });
    expect(cells('da')[0]!['explanation']).toBe('ledelsessiden: ingen entydig forklaring');
  });

  it('has a cell for every column, empty where it does not apply', () => {
    const keys = listMissedReviews.csv!.columns.map(({ key }) => key);
    for (const row of [...cells('da'), ...cells('da', ['endedWithoutReview'])]) expect(Object.keys(row)).toEqual(keys);
    expect(cells('da', ['endedWithoutReview'])[0]).toMatchObject({
      decidedOn: '',
      endedBy: 'sagen trukket tilbage (leder)',
      reason: 'droppet',
    });
  });
});

describe('the acts that lower a duty', () => {
  const acts = (parameters: object) => listDutyLoweringActs.handle(parameters, contextOn(viewsOf(someRows)));

  it('are listed with act, person, role, reason and when', async () => {
    const { items, total, facets } = await acts({});
    expect(total).toBe(1);
    expect(facets).toEqual({ act: { ChangeWithdrawn: 1 }, role: { manager: 1 }, unit: { [UNITS.home]: 1 } });
    expect(items[0]).toMatchObject({
      number: '2026-0004',
      actText: 'sagen trukket tilbage',
      personName: 'En Leder',
      roleText: 'leder',
      reason: 'droppet',
      requirementIds: [duty('d')],
      ended: 1,
    });
  });

  it.each([
    [{ since: '2026-04-25' }, 0],
    [{ since: '2026-04-24' }, 1],
    [{ role: ['chair'] }, 0],
    [{ act: ['ChangeWithdrawn'] }, 1],
    [{ unit: UNITS.centre }, 1],
    [{ asOf: '2026-04-23' }, 0],
  ])('are filtered by %j', async (parameters, total) => {
    expect((await acts(parameters)).total).toBe(total);
  });
});

describe('the list of cases', () => {
  it('says where each stands and what it waits for', async () => {
    const events = [
      ...owing('a'),
      ...owing('b'),
      event('CasePlacedOnAgenda', placed({ requirementIds: [duty('b')], on: '2026-05-08' }), { of: 'b' }),
      event('DecisionPointPlanned', planned('2026-06-03', { body: 'socialCommittee' }), { of: 'b' }),
      ...owingAndMissed('c'),
    ];
    const list = await listChanges.handle({ sort: 'number' }, contextOn(viewsOf(events)));
    expect(list.items.map(({ status, waitsFor, missed: rows }) => ({ status, waitsFor, rows }))).toEqual([
      { status: 'awaitsPlacement', waitsFor: ['Skal på en dagsorden før beslutningen: Udvalg'], rows: 0 },
      {
        status: 'onAgenda',
        waitsFor: ['Drøftelse i Udvalg den 08.05.2026', 'Beslutning i Socialudvalget, planlagt 03.06.2026'],
        rows: 0,
      },
      { status: 'missed', waitsFor: [], rows: 1 },
    ]);
    expect(list.items[0]).toMatchObject({ changeId: caseId('a'), ownerName: 'En Leder', committeeNames: ['Udvalg'] });
    expect(list.facets['status']).toEqual({ awaitsPlacement: 1, onAgenda: 1, missed: 1 });
    const some = await listChanges.handle({ case: [caseId('b')] }, contextOn(viewsOf(events)));
    expect(some.total).toBe(1);
  });
});

/** Anything that can be recorded about two duties of one case, in any order. */
const anyEvent = fc
  .tuple(fc.constantFrom('one', 'two'), fc.nat(12), fc.nat(20))
  .map(([name, kind, day]): GivenEvent<ChangeEvent> => {
    const id = duty(name);
    const ends = [id];
    const on = `2026-05-${String(day + 1).padStart(2, '0')}`;
    const choices: (() => GivenEvent<ChangeEvent>)[] = [
      () => event('MedReviewMissed', missed({ requirementId: id, when: { on } })),
      () => event('MissRebutted', { requirementId: id, reviewId: idOf('review') }),
      () => event('MedInvolvementAssessed', assessed([requirement('one')], { superseded: [duty('two')] })),
      () => event('MedInvolvementAssessed', assessed([requirement('one'), requirement('two')])),
      () => event('ChangeWithdrawn', { reason: 'x', ends }),
      () => event('DeclaredNotMedRelevant', { reason: 'x', ends }),
      () => event('ChangeFactsCorrected', { reason: 'x', ends, unitId: UNITS.centre }),
      () => event('AssessmentOverridden', { reason: 'x', ends, requirements: [] }),
      () => event('CasePlacedOnAgenda', placed({ requirementIds: ends })),
      () => event('MedReviewHeld', review({ reviewId: idOf('review', on), countsFor: ends })),
      () => event('DecisionRecorded', decided({ when: { on } })),
      () => event('RecommendationSubmitted', { to: 'socialCommittee', on, recommendedBeforeMed: ends }),
      () =>
        event('DecisionRecordCorrected', {
          decisionId: idOf('decision'),
          body: 'manager',
          when: { on },
          neverTaken: true,
          reason: 'x',
          recordedInError: ends,
        }),
    ];
    return choices[kind]!();
  });

/** The same events, one each hour from a start on. */
const hourly = (events: readonly GivenEvent<ChangeEvent>[]): GivenEvent<ChangeEvent>[] =>
  events.map((one, hour) => ({ ...one, recordedAt: hourAt(hour) }));
const hourAt = (hour: number): string => new Date(Date.UTC(2026, 3, 1, hour)).toISOString();

const everyState = [
  'missed',
  'unconfirmed',
  'endedWithoutReview',
  'recommendedBeforeMed',
  'discussedLate',
  'rebutted',
  'recordedInError',
] as const;

describe('whatever is recorded', () => {
  const story = fc.array(anyEvent, { minLength: 1, maxLength: 25 }).map((events) => hourly([...owing(), ...events]));
  const all = { state: [...everyState] };

  it('no row that was missed ever leaves the register or ends by an act', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (events) => {
        let stays = new Set<string>();
        for (let n = 1; n <= events.length; n++) {
          const { items } = await register(events.slice(0, n), all);
          const missedNow = items.filter(({ state }) => ['missed', 'rebutted', 'recordedInError'].includes(state));
          expect(idsOf(items)).toEqual(expect.arrayContaining([...stays]));
          const last = events[n - 1]!;
          const ends = ['ChangeWithdrawn', 'DeclaredNotMedRelevant', 'ChangeFactsCorrected', 'AssessmentOverridden'];
          if (ends.includes(last.type)) {
            const before = await register(events.slice(0, n - 1), { state: ['missed'] });
            const after = await register(events.slice(0, n), { state: ['missed'] });
            expect(after.items.map(strip)).toEqual(before.items.map(strip));
          }
          stays = new Set([...stays, ...idsOf(missedNow)]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('the register as of then is what it was then', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.nat(), async (events, pick) => {
        const n = (pick % events.length) + 1;
        const then = await register(events.slice(0, n), all);
        const now = await register(events, { ...all, asOf: hourAt(n - 1) });
        expect(now).toEqual(then);
      }),
      { numRuns: 40 },
    );
  });
});

/** What a row says but for the words of a title, which may be corrected. */
const strip = ({ requirementId, state, unitId, kind, committeeId, decidedOn }: MissedReview) => ({
  requirementId,
  state,
  unitId,
  kind,
  committeeId,
  decidedOn,
});
