import type { DomainEvent, QueryContext } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import type { DetectionReference } from '../possible-miss.checks.js';
import { possibleMissesProjection } from '../projections/possible-misses.projection.js';
import { screeningProjection } from '../projections/screening.projection.js';
import { roundIdOf } from '../screening.js';
import type { ScreeningEvent } from '../screening.events.js';
import { confirmed, reported, suspected } from '../testing/questions.js';
import { MAIN, reference } from '../testing/town.js';
import { getScreeningRound } from './get-screening-round.js';
import { listScreeningForums } from './list-screening-forums.js';
import type { ListScreeningRounds } from './list-screening-rounds.js';
import { listScreeningRounds } from './list-screening-rounds.js';
import type { ScreeningForumList, ScreeningRoundDetail, ScreeningRoundList } from './screening.answer.js';

const MONTHLY = idOf('forum');
const QUARTERLY = idOf('forum-quarterly');
const now = '2026-05-20T08:00:00.000Z';
const round = (period: string) => roundIdOf(MONTHLY, period);
const [PUT_OFF, TAKEN_UP] = [idOf('candidate-1'), idOf('candidate-2')];

const of = (forum: string, recordedAt: string, ...events: readonly ScreeningEvent[]): GivenEvent<DomainEvent>[] =>
  events.map((event) => ({ ...event, recordedAt, stream: `screeningForum-${forum}` }));
const opened = (period: string, on: string): ScreeningEvent => ({
  type: 'ScreeningRoundOpened',
  data: { roundId: round(period), period, on },
});
const candidate = (period: string, candidateId: string, origin: object = { manager: true }): ScreeningEvent =>
  ({
    type: 'CandidateAdded',
    data: { roundId: round(period), candidateId, title: `Punkt ${candidateId.slice(0, 4)}`, origin },
  }) as ScreeningEvent;
const assessed = (period: string, candidateId: string, outcome: 'yes' | 'no' | 'later'): ScreeningEvent => ({
  type: 'CandidateAssessed',
  data: { roundId: round(period), candidateId, outcome, why: 'Fordi', ...(outcome === 'yes' && { committeeId: MAIN }) },
});
const held = (period: string, heldOn: string): ScreeningEvent => ({
  type: 'ScreeningRoundHeld',
  data: { roundId: round(period), heldOn },
});

/** February was held, March passed with an open round, April with none at all, May is opened. */
const happened: readonly GivenEvent<DomainEvent>[] = [
  ...of(
    MONTHLY,
    '2026-02-10T08:00:00.000Z',
    { type: 'ScreeningForumAgreed', data: { name: 'Direktionens månedsmøde', rhythm: 'monthly', from: '2026-02-10' } },
    opened('2026-02', '2026-02-20'),
    candidate('2026-02', PUT_OFF),
    candidate('2026-02', TAKEN_UP),
    candidate('2026-02', idOf('candidate-3')),
    assessed('2026-02', PUT_OFF, 'later'),
    assessed('2026-02', TAKEN_UP, 'later'),
    assessed('2026-02', idOf('candidate-3'), 'yes'),
  ),
  ...of(MONTHLY, '2026-03-03T08:00:00.000Z', held('2026-02', '2026-03-02'), opened('2026-03', '2026-03-20')),
  ...of(
    MONTHLY,
    '2026-03-04T08:00:00.000Z',
    candidate('2026-03', idOf('candidate-4'), { roundId: round('2026-02'), candidateId: TAKEN_UP }),
  ),
  ...of(
    MONTHLY,
    '2026-05-01T08:00:00.000Z',
    opened('2026-05', '2026-05-22'),
    candidate('2026-05', idOf('candidate-5'), { possibleMissId: 'chosen' }),
  ),
  ...of(QUARTERLY, '2026-01-05T08:00:00.000Z', {
    type: 'ScreeningForumAgreed',
    data: { name: 'Fagdirektørernes kvartalsmøde', rhythm: 'quarterly', from: '2026-01-05' },
  }),
  { ...reported, recordedAt: '2026-04-24T08:00:00.000Z', stream: 'possibleMiss-older' },
  { ...suspected(), recordedAt: '2026-05-02T08:00:00.000Z', stream: 'possibleMiss-newer' },
  { ...reported, recordedAt: '2026-05-03T08:00:00.000Z', stream: 'possibleMiss-chosen' },
  { ...reported, recordedAt: '2026-05-03T08:00:00.000Z', stream: 'possibleMiss-done' },
  { ...confirmed('case'), recordedAt: '2026-05-03T08:00:00.000Z', stream: 'possibleMiss-done' },
];

const inOrder = [...happened].sort((one, other) => (one.recordedAt! < other.recordedAt! ? -1 : 1));
const views = filledViews([screeningProjection, possibleMissesProjection], inOrder);
const context = { now, reference, views, language: 'da' } as unknown as QueryContext<DetectionReference>;
const list = (parameters: ListScreeningRounds = {}, at = context) =>
  listScreeningRounds.handle(parameters, at) as ScreeningRoundList;
const states = (parameters: ListScreeningRounds, at = context) =>
  list(parameters, at).items.map(({ period, state }) => `${period} ${state}`);

describe('screening rounds', () => {
  it('are listed for every period, also those that passed without one', () => {
    expect(states({ forum: [MONTHLY] })).toEqual([
      '2026-05 open',
      '2026-04 notHeld',
      '2026-03 notHeld',
      '2026-02 held',
    ]);
    expect(states({ forum: [QUARTERLY], sort: 'period' })).toEqual(['2026-Q1 notHeld', '2026-Q2 due']);
    expect(list().facets['state']).toEqual({ held: 1, notHeld: 3, open: 1, due: 1 });
    expect(states({ state: ['notHeld'], period: '2026-04' })).toEqual(['2026-04 notHeld']);
  });

  it('say what was assessed, and that a round was held late', () => {
    expect(list({ state: ['held'] }).items).toEqual([
      {
        roundId: round('2026-02'),
        forumId: MONTHLY,
        forumName: 'Direktionens månedsmøde',
        period: '2026-02',
        state: 'held',
        stateText: 'afholdt',
        on: '2026-02-20',
        heldOn: '2026-03-02',
        heldLate: true,
        recordedOn: '2026-03-03',
        recordedLate: false,
        candidates: 3,
        unassessed: 0,
        yes: 1,
        no: 0,
        later: 2,
      },
    ]);
    expect(list({ period: '2026-03' }).items).toMatchObject([{ candidates: 1, unassessed: 1, heldLate: false }]);
  });

  it('are as they were known on a day: a round that was still to come was not "not held"', () => {
    expect(states({ forum: [MONTHLY], asOf: '2026-03-02' })).toEqual(['2026-03 due', '2026-02 notHeld']);
    expect(states({ forum: [MONTHLY], asOf: '2026-03-31' })).toEqual(['2026-03 open', '2026-02 held']);
    expect(states({ asOf: '2026-01-01' })).toEqual([]);
  });

  it('stop when the forum ends, and what was not held before stays', () => {
    const ended: ScreeningEvent = { type: 'ScreeningForumEnded', data: { on: '2026-05-01', reason: 'Lagt sammen' } };
    const more = [
      ...inOrder,
      ...of(QUARTERLY, '2026-05-10T08:00:00.000Z', { ...ended, data: { ...ended.data, on: '2026-04-01' } }),
    ];
    const then = { ...context, now: '2026-12-01T08:00:00.000Z', views: filledViews([screeningProjection], more) };
    expect(states({ forum: [QUARTERLY] }, then)).toEqual(['2026-Q1 notHeld']);
  });

  it('come in pages that are worked out for the moment of the first', () => {
    const first = list({ limit: 4 });
    const second = list({ limit: 4, cursor: first.nextCursor! }, { ...context, now: '2027-01-01T08:00:00.000Z' });
    expect([first.total, second.total]).toEqual([6, 6]);
    expect(second.items).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
    expect(() => list({ limit: 4, period: '2026-05', cursor: first.nextCursor! })).toThrow('cursor.unknown');
  });
});

describe('the forums', () => {
  it('say how many rounds were held and how many were not', () => {
    const { items } = listScreeningForums.handle({}, context) as ScreeningForumList;
    expect(items.map(({ name, held: yes, notHeld }) => [name, yes, notHeld])).toEqual([
      ['Direktionens månedsmøde', 1, 2],
      ['Fagdirektørernes kvartalsmøde', 0, 1],
    ]);
  });
});

describe('one round', () => {
  const detail = (period: string) => getScreeningRound.handle({ id: round(period) }, context) as ScreeningRoundDetail;

  it('is suggested what was put off and not taken up since, and open possible misses', () => {
    expect(detail('2026-05').suggested.map(({ origin }) => [origin.kind, origin.id])).toEqual([
      ['earlierRound', PUT_OFF],
      ['possibleMiss', 'newer'],
      ['possibleMiss', 'older'],
    ]);
    expect(detail('2026-05').items).toMatchObject([{ origin: { kind: 'possibleMiss', id: 'chosen' }, outcome: null }]);
  });

  it('shows what was said of each candidate, and is asked nothing more when it was held', () => {
    const { items, suggested } = detail('2026-02');
    expect(items.map(({ outcome }) => outcome)).toEqual(['later', 'later', 'yes']);
    expect(items[2]).toMatchObject({ committeeName: 'HovedMED', why: 'Fordi', outcomeText: 'skal i MED' });
    expect(suggested).toEqual([]);
  });

  it('keeps what was said before, and says that it was written down long after', () => {
    const events = [
      ...inOrder,
      ...of(
        MONTHLY,
        '2026-05-20T07:00:00.000Z',
        assessed('2026-05', idOf('candidate-5'), 'no'),
        assessed('2026-05', idOf('candidate-5'), 'yes'),
        held('2026-05', '2026-05-16'),
      ),
    ];
    const views = filledViews([screeningProjection, possibleMissesProjection], events);
    const late = getScreeningRound.handle({ id: round('2026-05') }, { ...context, views }) as ScreeningRoundDetail;
    expect(late).toMatchObject({ recordedOn: '2026-05-20', recordedLate: true, heldLate: false });
    expect(late.items[0]).toMatchObject({
      outcome: 'yes',
      earlier: [{ outcome: 'no', why: 'Fordi', at: '2026-05-20T07:00:00.000Z', saidBy: expect.any(String) as string }],
    });
  });

  it('is there before anybody opened it, and not when its forum never met then', () => {
    expect(detail('2026-04')).toMatchObject({ state: 'notHeld', on: null, items: [] });
    expect(() => detail('2025-04')).toThrow('screening.round-unknown');
  });
});
