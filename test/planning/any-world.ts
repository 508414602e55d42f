import type { ClosingDays, DayCount, DayKind } from '@rettidig/calendar';
import type { MeetingEvent } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import type { PlannedPoint, PlanQuestion, PlanReference, SentRecommendation } from '@rettidig/planning';
import type { LocalTimetable, PoliticalTimetable, RuleBookEvent } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate, PoliticalBody } from '@rettidig/vocabulary';
import fc from 'fast-check';
import * as story from '../../libs/planning/src/testing/story.js';
import { later } from '../support/plan-days.js';
import type { OracleMeeting, OracleWorld } from '../support/plan-oracle.js';

const committees = ['HovedMED', 'LokalMED', 'OmrådeMED'] as const;
const levelOf = { HovedMED: 'main', LokalMED: 'local', OmrådeMED: 'area' } as const;
const politicians: readonly PoliticalBody[] = ['socialCommittee', 'council'];
const bodies: readonly DecidingBody[] = [...politicians, 'manager', 'notStated'];

/** Two years around Easter 2026, its week 53 and the Christmas closing days; some days come up again and again. */
export const aDay = fc.oneof(
  fc.constantFrom('2026-04-10', '2026-04-24', '2026-06-03', '2026-12-23', '2027-01-04', '2027-01-08', '2026-05-15'),
  fc.integer({ min: 0, max: 700 }).map((days) => later('2025-11-01', days)),
);
/** Null in three of four cases. */
const seldom = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, value);
/** Most of it happens in one committee, so that much happens in it. */
const aCommittee = fc.constantFrom('HovedMED', 'HovedMED', 'HovedMED', ...committees);
const someDays: fc.Arbitrary<DayCount> = fc.record({
  count: fc.integer({ min: 0, max: 25 }),
  kind: fc.constantFrom<DayKind>('calendar', 'workday', 'weekdayInclSaturday'),
});

/** What became of a meeting after it was called; told in this order. */
interface Fate {
  readonly meetingId: string;
  readonly committeeId: (typeof committees)[number];
  readonly on: string;
  readonly movedTo: string | null;
  readonly end: 'held' | 'cancelled' | null;
  readonly waived: readonly ('itemsDue' | 'materialDue')[];
}

const aFate: fc.Arbitrary<Fate> = fc.record({
  meetingId: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 5, maxLength: 5 }),
  committeeId: aCommittee,
  on: aDay,
  movedTo: seldom(aDay),
  end: seldom(fc.constantFrom('held', 'cancelled')),
  waived: fc.uniqueArray(fc.constantFrom('itemsDue', 'materialDue'), { maxLength: 2 }),
});
const fates = (minLength: number, maxLength: number) =>
  fc.uniqueArray(aFate, { minLength, maxLength, selector: ({ meetingId }) => meetingId });
const someFates = fc.oneof(fates(0, 4), fates(8, 20));

const aTimetable: fc.Arbitrary<LocalTimetable> = fc
  .record(
    {
      committeeId: aCommittee,
      effectiveFrom: fc.oneof(fc.constant('2020-01-01'), aDay),
      ...{ itemsDue: someDays, materialDue: someDays, draftReady: someDays },
      ...{ contactCommittee: someDays, preMeeting: someDays, alignment: someDays },
    },
    { requiredKeys: ['committeeId', 'effectiveFrom'] },
  )
  .map((timetable) => ({ ...timetable, version: '' }));
const aPoliticalTimetable: fc.Arbitrary<PoliticalTimetable> = fc.record({
  body: fc.constantFrom(...politicians),
  version: fc.constant(''),
  effectiveFrom: fc.oneof(fc.constant('2020-01-01'), aDay),
  recommendationDue: someDays,
});
const aWindow = fc.constantFrom(
  { from: { month: 7, day: 1 }, to: { month: 7, day: 31 } },
  { from: { month: 12, day: 20 }, to: { month: 1, day: 3 } },
  { week: 42 },
  { week: 53 },
);
const someClosingDays: fc.Arbitrary<ClosingDays> = fc.record({
  version: fc.constant(''),
  effectiveFrom: aDay,
  yearly: fc.constantFrom([], [{ month: 6, day: 5 }], [{ month: 12, day: 23 }]),
  single: fc.array(aDay, { maxLength: 3 }),
  avoid: fc.array(aWindow, { maxLength: 2 }),
});
/** Versions are unique, as the rule book has it. */
const numbered = <Value extends { readonly version: string }>(values: readonly Value[]): readonly Value[] =>
  values.map((value, at) => ({ ...value, version: `v${at}` }));

const aDate: fc.Arbitrary<FuzzyDate> = fc.oneof(
  { weight: 4, arbitrary: aDay.map((on) => ({ on })) },
  aDay.map((onOrBefore) => ({ onOrBefore })),
  fc.constant<FuzzyDate>({ notStated: true }),
);
const aPoint: fc.Arbitrary<PlannedPoint> = fc.record({
  pointId: fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom('presentation', 'forInformation', 'recommendation', 'decision', 'start'),
  body: fc.constantFrom(...bodies),
  when: aDate,
});

const aSentRecommendation: fc.Arbitrary<SentRecommendation> = fc.record(
  { body: fc.constantFrom(...politicians), on: aDay, until: aDay, beforeMed: fc.boolean() },
  { requiredKeys: ['body', 'on', 'beforeMed'] },
);

/** A period in which only some levels are in force, and an area committee that comes and goes. */
const aStructure = fc.record({
  period: seldom(
    fc.record({
      from: aDay,
      to: aDay,
      levels: fc.uniqueArray(fc.constantFrom('main', 'area', 'local'), { maxLength: 2 }),
    }),
  ),
  area: fc.record({ from: aDay, to: seldom(aDay) }),
});

/** Anything that a municipality could look like to a plan, as plain lists and as the events that tell the same. */
export const anyWorld = fc
  .record({
    structure: aStructure,
    fates: someFates,
    timetables: fc.oneof(fc.array(aTimetable, { maxLength: 2 }), fc.array(aTimetable, { minLength: 3 })).map(numbered),
    politicalTimetables: fc.array(aPoliticalTimetable, { maxLength: 4 }).map(numbered),
    closingDays: fc.array(someClosingDays, { maxLength: 2 }).map(numbered),
  })
  .map((drawn) => ({ drawn, world: worldOf(drawn), reference: referenceOf(drawn) }));

interface Drawn {
  readonly structure: typeof aStructure extends fc.Arbitrary<infer Structure> ? Structure : never;
  readonly fates: readonly Fate[];
  readonly timetables: readonly LocalTimetable[];
  readonly politicalTimetables: readonly PoliticalTimetable[];
  readonly closingDays: readonly ClosingDays[];
}

/** A duty of any committee, or of none, in a world with these meetings. */
export const aQuestion = (fates: readonly Pick<Fate, 'meetingId'>[]): fc.Arbitrary<PlanQuestion> => {
  const someMeetings = fc.subarray(['unknown', ...fates.map(({ meetingId }) => meetingId)]);
  return fc.record({
    requirementId: fc.constant('r1'),
    committeeId: fc.option(aCommittee, { freq: 20 }),
    before: fc.constantFrom('recommendation', 'decision'),
    since: fc.oneof(
      aDay,
      fc.integer({ min: 0, max: 200 }).map((days) => later('2025-11-01', days)),
    ),
    points: fc.uniqueArray(aPoint, { maxLength: 5, selector: ({ pointId }) => pointId }),
    recommended: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(aSentRecommendation, { maxLength: 2 })),
    placedAt: someMeetings,
    dispatchedFor: someMeetings,
  });
};

function worldOf({ structure, fates, timetables, politicalTimetables, closingDays }: Drawn): OracleWorld {
  const { period, area } = structure;
  return {
    meetings: fates.map(meetingAfter),
    isInForce: (committeeId, day) => {
      const isThere = committeeId !== 'OmrådeMED' || (area.from <= day && (area.to === null || day < area.to));
      const inPeriod = period !== null && period.from <= day && day < period.to;
      return isThere && (!inPeriod || period.levels.includes(levelOf[committeeId as keyof typeof levelOf]));
    },
    ...{ timetables, politicalTimetables, closingDays },
    isPolitical: (body) => politicians.some((one) => one === body),
  };
}

const meetingAfter = ({ meetingId, committeeId, on, movedTo, end, waived }: Fate): OracleMeeting => ({
  ...{ meetingId, committeeId, waived },
  on: movedTo ?? on,
  status: end ?? 'scheduled',
});

export function referenceOf({ structure, fates, timetables, politicalTimetables, closingDays }: Drawn): PlanReference {
  const { period, area } = structure;
  const facts: OrganisationEvent[] = [
    story.committee('OmrådeMED', 'area', area.to ?? undefined, area.from),
    ...(period ? [story.onlyLevels(period.levels, period.from, period.to)] : []),
  ];
  const agreed: RuleBookEvent[] = [
    ...closingDays.map((one): RuleBookEvent => ({ type: 'ClosingDaysAgreed', data: { closingDays: one } })),
    ...timetables.map((one): RuleBookEvent => ({ type: 'LocalTimetableAgreed', data: { timetable: one } })),
    ...politicalTimetables.map((one): RuleBookEvent => ({ type: 'PoliticalTimetableAgreed', data: one })),
  ];
  const meetings = Object.fromEntries(fates.map((fate) => [fate.meetingId, toldOf(fate)]));
  return story.referenceOf({ structure: facts, agreed, meetings });
}

const toldOf = ({ committeeId, on, movedTo, end, waived }: Fate): readonly MeetingEvent[] => [
  story.scheduled(on, committeeId),
  ...(movedTo ? [story.moved(on, movedTo)] : []),
  ...waived.map(story.waived),
  ...(end === 'held' ? [story.held(movedTo ?? on)] : end === 'cancelled' ? [story.cancelled] : []),
];
