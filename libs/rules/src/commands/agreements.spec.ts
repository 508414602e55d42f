import { standardClosingDays } from '@rettidig/calendar';
import { decision } from '@rettidig/event-sourcing/testing';
import type { RuleBookEvent } from '../rule-book.events.js';
import { id, organisationOf, threeLevels } from '../testing/structures.js';
import type { AgreeClosingDays } from './agree-closing-days.js';
import { agreeClosingDays } from './agree-closing-days.js';
import { agreeLocalTimetable } from './agree-local-timetable.js';
import { agreePoliticalTimetable } from './agree-political-timetable.js';
import { agreeReadings } from './agree-readings.js';
import { agreeTimelinessTarget } from './agree-timeliness-target.js';

const source = { kind: 'document', reference: 'Forretningsorden § 4' } as const;

describe('agreeing on closing days', () => {
  const closed = { ...standardClosingDays, version: '2027', effectiveFrom: '2027-01-01' };
  const agreeing = (...given: readonly RuleBookEvent[]) =>
    decision(agreeClosingDays, { reference: {} }).given(...given);
  const when = (changes: object) => agreeing().when({ ...closed, ...changes } as AgreeClosingDays);
  const everyDay = Array.from({ length: 12 }, (_month, month) =>
    Array.from({ length: new Date(Date.UTC(2024, month + 1, 0)).getUTCDate() }, (_day, day) => ({
      month: month + 1,
      day: day + 1,
    })),
  ).flat();

  it('keeps them with where they stand, each day switchable', () => {
    const others = { yearly: [{ month: 2, day: 29 }], single: ['2027-05-07'], avoid: [{ week: 42 }] };
    when({ ...others, source }).then({
      type: 'ClosingDaysAgreed',
      data: { closingDays: { ...closed, ...others }, source },
    });
    when({ yearly: [] }).thenTypes('ClosingDaysAgreed');
  });

  it('refuses a version that is taken, also that of the product', () => {
    when({ version: 'standard' }).thenRefused('rules.closing-days-taken');
    agreeing({ type: 'ClosingDaysAgreed', data: { closingDays: closed } })
      .when(closed as unknown as AgreeClosingDays)
      .thenRefused('rules.closing-days-taken');
  });

  it('refuses days that no year has, and windows that are half said or said twice', () => {
    when({ yearly: [{ month: 2, day: 30 }] }).thenRefused('rules.yearly-day-unknown');
    const july = { from: { month: 7, day: 1 }, to: { month: 7, day: 31 } };
    when({ avoid: [{ ...july, to: { month: 6, day: 31 } }] }).thenRefused('rules.yearly-day-unknown');
    for (const window of [{ from: july.from }, { ...july, week: 42 }, {}]) {
      when({ avoid: [july, window] }).thenRefused('rules.avoid-window-unclear');
    }
  });

  it('refuses closing days that leave a year without a workday, now or for ever', () => {
    when({ yearly: everyDay }).thenRefused('rules.no-workday-left');
    const in2030 = everyDay.map(({ month, day }) => `2030-${pad(month)}-${pad(day)}`);
    when({ single: in2030 }).thenRefused('rules.no-workday-left');
    when({ single: in2030.filter((day) => day !== '2030-11-01') }).thenTypes('ClosingDaysAgreed');
    when({ yearly: everyDay.filter(({ month }) => month !== 11) }).thenTypes('ClosingDaysAgreed');
  });
});

const pad = (number: number): string => String(number).padStart(2, '0');

describe('agreeing on the deadlines of a committee', () => {
  const reference = { organisation: organisationOf(threeLevels) };
  const ours = {
    committeeId: id('HovedMED'),
    version: '2026',
    effectiveFrom: '2026-01-01',
    itemsDue: { count: 21, kind: 'calendar' },
    materialDue: { count: 14, kind: 'calendar' },
    source,
  } as const;
  const agreeing = (...given: readonly RuleBookEvent[]) => decision(agreeLocalTimetable, { reference }).given(...given);
  const when = (changes: object) => agreeing().when({ ...ours, ...changes });
  const days = (count: number, kind = 'calendar') => ({ count, kind });

  it('keeps what is agreed, and nothing else', () => {
    when({ preMeeting: undefined }).then({ type: 'LocalTimetableAgreed', data: { timetable: ours } });
    when({ itemsDue: undefined, materialDue: undefined }).thenTypes('LocalTimetableAgreed');
  });

  it('refuses a committee that is not there, and a version that it has used', () => {
    when({ committeeId: id('nowhere') }).thenRefused('rules.committee-unknown');
    const given = agreeing({ type: 'LocalTimetableAgreed', data: { timetable: ours } });
    given.when(ours).thenRefused('rules.timetable-taken');
    given.when({ ...ours, committeeId: id('LokalMED Ungehjemmet') }).thenTypes('LocalTimetableAgreed');
  });

  it('refuses steps in the wrong order, and says which', () => {
    const later = () => when({ draftReady: days(20) }).decided();
    expect(later).toThrow(
      expect.objectContaining({ details: { first: 'draftReady', firstDays: 20, then: 'itemsDue', thenDays: 21 } }),
    );
    when({ draftReady: days(22), contactCommittee: days(23) }).thenRefused('rules.timetable-collides');
    when({ alignment: days(21), draftReady: days(22) }).thenRefused('rules.timetable-collides');
    when({ contactCommittee: days(13) }).thenRefused('rules.timetable-collides');
    when({ draftReady: days(13, 'calendar'), itemsDue: days(14, 'workday') }).thenRefused('rules.timetable-collides');
  });

  it('lets through what is in order on some days', () => {
    when({ draftReady: days(21), contactCommittee: days(14) }).thenTypes('LocalTimetableAgreed');
    when({ draftReady: days(20, 'workday') }).thenTypes('LocalTimetableAgreed');
    when({ itemsDue: days(7), preMeeting: days(30) }).thenTypes('LocalTimetableAgreed');
  });
});

describe('agreeing on the deadline of a political body', () => {
  const wanted = {
    body: 'socialCommittee',
    version: '2026',
    effectiveFrom: '2026-01-01',
    recommendationDue: { count: 14, kind: 'calendar' },
    source,
  } as const;
  const agreeing = (...given: readonly RuleBookEvent[]) =>
    decision(agreePoliticalTimetable, { reference: {} }).given(...given);

  it('keeps it', () => {
    agreeing().when(wanted).then({ type: 'PoliticalTimetableAgreed', data: wanted });
  });

  it('refuses a version that the body has used, and no other', () => {
    const given = agreeing({ type: 'PoliticalTimetableAgreed', data: wanted });
    given.when(wanted).thenRefused('rules.timetable-taken');
    given.when({ ...wanted, body: 'council' }).thenTypes('PoliticalTimetableAgreed');
  });
});

describe('agreeing on how early MED is to be involved', () => {
  const target = {
    kind: 'newService',
    interval: 'meetingToDecision',
    version: '2026',
    effectiveFrom: '2026-01-01',
    days: { count: 42, kind: 'calendar' },
    source,
  } as const;
  const agreeing = (...given: readonly RuleBookEvent[]) =>
    decision(agreeTimelinessTarget, { reference: {} }).given(...given);

  it('keeps it, also for kinds without a question of their own', () => {
    agreeing().when(target).then({ type: 'TimelinessTargetAgreed', data: target });
    agreeing()
      .when({ ...target, kind: 'other' })
      .thenTypes('TimelinessTargetAgreed');
  });

  it('refuses a kind that the rules of the first day do not know', () => {
    agreeing()
      .when({ ...target, kind: 'nothingLikeIt' })
      .thenRefused('rules.kind-unknown');
  });

  it('refuses a version that the kind has used for the interval, and no other', () => {
    const given = agreeing({ type: 'TimelinessTargetAgreed', data: target });
    given.when(target).thenRefused('rules.target-taken');
    given.when({ ...target, kind: 'serviceMoved' }).thenTypes('TimelinessTargetAgreed');
    given.when({ ...target, interval: 'papersToMeeting' }).thenTypes('TimelinessTargetAgreed');
  });
});

describe('agreeing on how often politicians treat a kind of case', () => {
  const agreed = {
    kind: 'budgetProposal',
    body: 'socialCommittee',
    version: '2026',
    effectiveFrom: '2026-01-01',
    readings: 2,
    source,
  } as const;
  const agreeing = (...given: readonly RuleBookEvent[]) => decision(agreeReadings, { reference: {} }).given(...given);

  it('keeps it, for one body or for all of them', () => {
    agreeing().when(agreed).then({ type: 'ReadingsAgreed', data: agreed });
    const { body: _body, ...forAll } = agreed;
    agreeing({ type: 'ReadingsAgreed', data: agreed }).when(forAll).then({ type: 'ReadingsAgreed', data: forAll });
  });

  it('refuses a kind that the rules do not know, and a version that was used', () => {
    agreeing()
      .when({ ...agreed, kind: 'nothingLikeIt' })
      .thenRefused('rules.kind-unknown');
    const given = agreeing({ type: 'ReadingsAgreed', data: agreed });
    given.when(agreed).thenRefused('rules.readings-taken');
    given.when({ ...agreed, kind: 'other' }).thenTypes('ReadingsAgreed');
    given.when({ ...agreed, body: 'council' }).thenTypes('ReadingsAgreed');
  });
});
