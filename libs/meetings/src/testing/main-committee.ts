import { evolve, idOf } from '@rettidig/event-sourcing';
import { metadata, recorded } from '@rettidig/event-sourcing/testing';
import type { OrganisationEvent, SeatCreated } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { DeadlineReference } from '../flags.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import type { RosterEntry } from '../roster.js';

/** Ids of seats and people by the seat's key: `m1` is the chair's, `e1` the deputy chair's. */
export const seat = (key: string): string => idOf('seat', key);
export const person = (key: string): string => idOf('person', key);

export const MAIN = '00000000-0000-4000-8000-0000000000c1';
/** An area committee, whose level is not in force on 24 April 2026. */
export const AREA = '00000000-0000-4000-8000-0000000000c2';
export const CHAIR = person('m1');
export const DEPUTY_CHAIR = person('e1');
export const SECRETARY = person('secretary');

/** The seats of the main committee on 24 April 2026: 10 of management, 7 of staff groups, 5 of work environment. */
const seatKeys = [
  ...['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10'],
  ...['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'],
  ...['a1', 'a2', 'a3', 'a4', 'a5'],
];
const excusedKeys = ['m5', 'm6', 'm7', 'm8', 'm9', 'm10', 'e4', 'e5', 'e7'];

const seatCreated = (key: string): SeatCreated['data'] => ({
  seatId: seat(key),
  committeeId: MAIN,
  side: key.startsWith('m') ? 'management' : 'employees',
  ...(key === 'm1' && { office: 'chair' }),
  ...(key === 'e1' && { office: 'deputyChair' }),
  representativeKind: key.startsWith('m')
    ? 'manager'
    : key.startsWith('e')
      ? 'jointUnionRepresentative'
      : 'workEnvironmentRepresentative',
  from: '2026-01-01',
});

const committee = (committeeId: string, level: 'main' | 'area'): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    committeeId,
    name: level === 'main' ? 'HovedMED' : 'OmrådeMED',
    level,
    kind: level,
    covers: ['unit'],
    parentId: level === 'main' ? null : MAIN,
    validFrom: '2026-01-01',
    predecessors: [],
  },
});

const happened: readonly OrganisationEvent[] = [
  { type: 'UnitEstablished', data: { unitId: 'unit', name: 'SOF', parentId: null, validFrom: '2026-01-01' } },
  committee(MAIN, 'main'),
  committee(AREA, 'area'),
  {
    type: 'TransitionPeriodDeclared',
    data: { periodId: 'p1', levelsInForce: ['main', 'local'], from: '2026-01-01', to: '2026-09-01' },
  },
  ...seatKeys.flatMap((key): OrganisationEvent[] => [
    { type: 'SeatCreated', data: seatCreated(key) },
    { type: 'SeatFilled', data: { seatId: seat(key), personId: person(key), from: '2026-01-01' } },
  ]),
  // Known beforehand: one work environment representative leaves on 1 June (J6).
  { type: 'SeatVacated', data: { seatId: seat('a5'), on: '2026-06-01' } },
  {
    type: 'SeatCreated',
    data: {
      seatId: seat('secretary'),
      committeeId: MAIN,
      side: 'management',
      office: 'secretary',
      representativeKind: 'secretariat',
      from: '2026-01-01',
    },
  },
  { type: 'SeatFilled', data: { seatId: seat('secretary'), personId: SECRETARY, from: '2026-01-01' } },
];

/** The structure as its stream tells it. */
export const structure = happened.map((event) => ({
  ...event,
  stream: 'organisation-administration',
  recordedAt: '2026-01-05T08:00:00.000Z',
}));

/** The administration of the story, as meetings look it up. */
export const reference: DeadlineReference = {
  ruleBook: ruleBookPart.initial,
  organisation: recorded(structure).reduce(organisationPart.evolve, organisationPart.initial),
};

/** The roster of 24 April: 14 present, one of them a deputy in an excused holder's seat; 9 excused. */
export const rosterOf24April: readonly RosterEntry[] = [
  ...seatKeys.map((key): RosterEntry => ({
    seatId: seat(key),
    capacity: 'holder',
    presence: excusedKeys.includes(key) ? 'excused' : 'present',
  })),
  { seatId: seat('e5'), capacity: 'deputy', presence: 'present', personId: person('deputy') },
];

export const scheduled: MeetingEvent = {
  type: 'MeetingScheduled',
  data: { committeeId: MAIN, on: '2026-04-24', startsAt: '10:00', endsAt: '12:00', extraordinary: false },
};
export const added = (number: number, ...caseIds: readonly string[]): MeetingEvent => ({
  type: 'AgendaItemAdded',
  data: { itemId: `item-${number}`, number, title: `Punkt ${number}`, caseIds, standing: false },
});
export const heldOn24April: MeetingEvent = {
  type: 'AttendanceRecorded',
  data: { heldOn: '2026-04-24', attendance: [] },
};
export const discussed = (number: number, ...caseIds: readonly string[]): MeetingEvent => ({
  type: 'ItemDiscussed',
  data: { itemId: `item-${number}`, caseIds, heldOn: '2026-04-24', form: 'discussion' },
});
export const approved = (office: 'chair' | 'deputyChair', byBoth: boolean): MeetingEvent => ({
  type: 'MinutesApproved',
  data: { office, byBoth, on: '2026-05-04' },
});

/** The meeting that these events tell of. */
export const told = (...events: readonly MeetingEvent[]): Meeting | undefined =>
  events.reduce<Meeting | undefined>(
    (meeting, event) => evolve(meetingDecider, meeting, { ...event, meta: metadata() }),
    undefined,
  );
