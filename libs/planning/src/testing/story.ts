import type { DayKind } from '@rettidig/calendar';
import type { DomainEvent } from '@rettidig/event-sourcing';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingsPart } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import type { LocalTimetable, RuleBookEvent } from '@rettidig/rules';
import { ruleBookPart } from '@rettidig/rules';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import type { PlannedPoint, PlanQuestion, PlanReference } from '../plan.types.js';

/** So many days: `days(14)` are calendar days. */
export const days = (count: number, kind: DayKind = 'calendar') => ({ count, kind });

/** What a plan stands on, told as events. */
interface Told {
  readonly structure?: readonly OrganisationEvent[];
  readonly agreed?: readonly RuleBookEvent[];
  /** By meeting. */
  readonly meetings?: Readonly<Record<string, readonly MeetingEvent[]>>;
}

const folded = <Value>(
  part: {
    readonly initial: Value;
    readonly evolve: (value: Value, event: ReturnType<typeof recorded>[number]) => Value;
  },
  stream: string,
  events: readonly DomainEvent[],
  from = part.initial,
): Value => recorded(events.map((event) => ({ ...event, stream }))).reduce(part.evolve, from);

/** One administration with a main committee and a local one from 2020 on, and what is told beside. */
export function referenceOf({ structure = [], agreed = [], meetings = {} }: Told): PlanReference {
  return {
    organisation: folded(organisationPart, 'organisation-administration', [...administration, ...structure]),
    ruleBook: folded(ruleBookPart, 'ruleBook-administration', agreed),
    meetings: Object.entries(meetings).reduce(
      (known, [meetingId, events]) => folded(meetingsPart, `meeting-${meetingId}`, events, known),
      meetingsPart.initial,
    ),
  };
}

/** A committee of the level, covering the whole administration. */
export const committee = (
  committeeId: string,
  level: 'main' | 'area' | 'local',
  validTo?: LocalDate,
  validFrom = '2020-01-01',
): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    ...{ committeeId, name: committeeId, level, kind: level, covers: ['all'], parentId: null, predecessors: [] },
    ...{ validFrom, ...(validTo && { validTo }) },
  },
});

const administration: readonly OrganisationEvent[] = [
  { type: 'UnitEstablished', data: { unitId: 'all', name: 'SOF', parentId: null, validFrom: '2020-01-01' } },
  committee('HovedMED', 'main'),
  committee('LokalMED', 'local'),
];

export const onlyLevels = (
  levelsInForce: readonly ('main' | 'area' | 'local')[],
  from: LocalDate,
  to: LocalDate,
): OrganisationEvent => ({
  type: 'TransitionPeriodDeclared',
  data: { periodId: `from ${from}`, levelsInForce, from, to },
});

export const scheduled = (on: LocalDate, committeeId = 'HovedMED'): MeetingEvent => ({
  type: 'MeetingScheduled',
  data: { committeeId, on, extraordinary: false },
});
export const moved = (from: LocalDate, to: LocalDate): MeetingEvent => ({
  type: 'MeetingMoved',
  data: { from, to, reason: 'Lokalet' },
});
export const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { reason: 'For få punkter' } };
export const held = (heldOn: LocalDate): MeetingEvent => ({
  type: 'AttendanceRecorded',
  data: { heldOn, attendance: [] },
});
export const waived = (deadline: 'itemsDue' | 'materialDue'): MeetingEvent => ({
  type: 'DeadlineWaived',
  data: { deadline, office: 'deputyChair', byBoth: true, on: '2026-04-01', reason: 'Det haster' },
});

/** A meeting for each day, called by its day. */
export const meetingsOn = (...on: readonly LocalDate[]): Readonly<Record<string, readonly MeetingEvent[]>> =>
  Object.fromEntries(on.map((day) => [day, [scheduled(day)]]));

export const timetable = (
  deadlines: Omit<LocalTimetable, 'committeeId' | 'version' | 'effectiveFrom'>,
  effectiveFrom = '2020-01-01',
  committeeId = 'HovedMED',
): RuleBookEvent => ({
  type: 'LocalTimetableAgreed',
  data: { timetable: { committeeId, version: `${effectiveFrom.slice(0, 4)}-1`, effectiveFrom, ...deadlines } },
});

export const recommendationsDue = (
  body: PoliticalBody,
  recommendationDue = days(14),
  effectiveFrom = '2020-01-01',
): RuleBookEvent => ({
  type: 'PoliticalTimetableAgreed',
  data: { body, version: `${effectiveFrom.slice(0, 4)}-1`, effectiveFrom, recommendationDue },
});

/** A date of the case, called by its kind and day. */
export const point = (
  kind: PlannedPoint['kind'],
  on: LocalDate,
  body: PlannedPoint['body'] = 'socialCommittee',
): PlannedPoint => ({ pointId: `${kind} ${on}`, kind, body, when: { on } });

/** A duty before the main committee that first stood on 2 March 2026. */
export const dutyFor = (
  points: readonly PlannedPoint[],
  changes: Partial<Omit<PlanQuestion, 'points'>> = {},
): PlanQuestion => ({
  requirementId: 'r1',
  committeeId: 'HovedMED',
  before: 'recommendation',
  since: '2026-03-02',
  points,
  recommended: [],
  placedAt: [],
  dispatchedFor: [],
  ...changes,
});
