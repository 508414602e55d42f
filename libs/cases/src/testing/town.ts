import { idOf } from '@rettidig/event-sourcing';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent, Meetings, Stage } from '@rettidig/meetings';
import { meetingsPart } from '@rettidig/meetings';
import type { CommitteeLevel, OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import type { Readings, RuleSet } from '@rettidig/rules';
import { ruleBookPart } from '@rettidig/rules';
import type { ChangeReference } from '../checks.js';

/** A small administration for the specs of cases: one centre with one home in it, and a committee at each level. */
export const UNITS = { administration: idOf('unit-0'), centre: idOf('unit-1'), home: idOf('unit-2') };
export const MAIN = idOf('main');
export const AREA = idOf('area');
export const LOCAL = idOf('local');

export const PEOPLE = {
  secretary: { id: idOf('secretary'), role: 'secretariat' },
  manager: { id: idOf('manager'), role: 'manager' },
  chair: { id: idOf('chair'), role: 'chair' },
  deputyChair: { id: idOf('deputy-chair'), role: 'deputyChair' },
  system: { id: idOf('system'), role: 'system' },
};

const unit = (unitId: string, parentId: string | null): OrganisationEvent => ({
  type: 'UnitEstablished',
  data: { unitId, name: 'Enhed', parentId, validFrom: '2020-01-01' },
});

export const committee = (
  committeeId: string,
  level: CommitteeLevel,
  unitId: string,
  validFrom = '2020-01-01',
): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    committeeId,
    name: 'Udvalg',
    level,
    kind: level,
    covers: [unitId],
    parentId: null,
    validFrom,
    predecessors: [],
  },
});

const seat = (
  office: 'chair' | 'deputyChair' | 'secretary',
  side: 'management' | 'employees',
  personId: string,
): OrganisationEvent[] => {
  const seatId = idOf('seat', office);
  const representativeKind =
    office === 'secretary' ? 'secretariat' : side === 'management' ? 'manager' : 'unionRepresentative';
  return [
    {
      type: 'SeatCreated',
      data: { seatId, committeeId: MAIN, side, office, representativeKind, from: '2020-01-01' },
    },
    { type: 'SeatFilled', data: { seatId, personId, from: '2020-01-01' } },
  ];
};

/** The administration as it was founded. */
const founded: readonly OrganisationEvent[] = [
  unit(UNITS.administration, null),
  unit(UNITS.centre, UNITS.administration),
  unit(UNITS.home, UNITS.centre),
  committee(MAIN, 'main', UNITS.administration),
  committee(AREA, 'area', UNITS.centre),
  committee(LOCAL, 'local', UNITS.home),
  ...seat('chair', 'management', PEOPLE.chair.id),
  ...seat('deputyChair', 'employees', PEOPLE.deputyChair.id),
  ...seat('secretary', 'management', PEOPLE.secretary.id),
];

/** From a day on only the main and the local level are in force (B1). */
export const transitionFrom = (from: string): OrganisationEvent => ({
  type: 'TransitionPeriodDeclared',
  data: { periodId: idOf('period'), levelsInForce: ['main', 'local'], from },
});
export const dissolved = (committeeId: string, on: string): OrganisationEvent => ({
  type: 'CommitteeDissolved',
  data: { committeeId, on },
});

/** One meeting with one item for one case. */
export interface MeetingOfCase {
  readonly key: string;
  readonly committeeId: string;
  readonly on: string;
  readonly caseId: string;
  /** How far it came: called, with the item on the agenda, unless more is said. */
  readonly came?: 'cancelled' | 'withdrawn' | 'held' | 'briefing' | 'discussed' | 'approved';
  readonly movedTo?: string;
  readonly stage?: Stage;
}

export const meetingIdOf = (key: string): string => idOf('meeting', key);
export const itemIdOf = (key: string): string => idOf('item', key);

/** The events of such a meeting. */
function meetingEvents({ key, committeeId, on, caseId, came, movedTo, stage }: MeetingOfCase): MeetingEvent[] {
  const itemId = itemIdOf(key);
  const caseIds = [caseId];
  const called: MeetingEvent[] = [
    { type: 'MeetingScheduled', data: { committeeId, on, extraordinary: false } },
    {
      type: 'AgendaItemAdded',
      data: { itemId, number: 5, title: 'Punkt', caseIds, standing: false, ...(stage && { stage }) },
    },
    ...(movedTo ? [{ type: 'MeetingMoved', data: { from: on, to: movedTo, reason: 'ferie' } } as const] : []),
  ];
  if (came === 'cancelled') return [...called, { type: 'MeetingCancelled', data: { reason: 'sygdom' } }];
  if (came === 'withdrawn') {
    return [...called, { type: 'AgendaItemWithdrawn', data: { itemId, caseIds, reason: 'ikke klar' } }];
  }
  if (!came) return called;
  const heldOn = movedTo ?? on;
  const held: MeetingEvent[] = [...called, { type: 'AttendanceRecorded', data: { heldOn, attendance: [] } }];
  if (came === 'held') return held;
  const form = came === 'briefing' ? 'briefing' : 'discussion';
  const discussed: MeetingEvent[] = [...held, { type: 'ItemDiscussed', data: { itemId, caseIds, heldOn, form } }];
  if (came !== 'approved') return discussed;
  return [
    ...discussed,
    { type: 'MinutesApproved', data: { office: 'chair', byBoth: false, on: heldOn } },
    { type: 'MinutesApproved', data: { office: 'deputyChair', byBoth: true, on: heldOn } },
  ];
}

const meetingsOf = (meetings: readonly MeetingOfCase[]): Meetings =>
  recorded(
    meetings.flatMap((meeting) =>
      meetingEvents(meeting).map((event) => ({ ...event, stream: `meeting-${meetingIdOf(meeting.key)}` })),
    ),
  ).reduce(meetingsPart.evolve, meetingsPart.initial);

/** What decisions look up: the administration with what happened to it since, meetings, published rules. */
export const referenceOf = ({
  since = [],
  meetings = [],
  ruleSets = [],
  readings = [],
}: {
  readonly since?: readonly OrganisationEvent[];
  readonly meetings?: readonly MeetingOfCase[];
  readonly ruleSets?: readonly RuleSet[];
  readonly readings?: readonly Readings[];
} = {}): ChangeReference => ({
  organisation: recorded(
    [...founded, ...since].map((event) => ({
      ...event,
      stream: 'organisation-administration',
      recordedAt: '2025-01-01T08:00:00.000Z',
    })),
  ).reduce(organisationPart.evolve, organisationPart.initial),
  ruleBook: recorded([
    ...ruleSets.map((ruleSet) => ({ type: 'RuleSetPublished', data: { ruleSet } })),
    ...readings.map((data) => ({ type: 'ReadingsAgreed', data })),
  ]).reduce(ruleBookPart.evolve, ruleBookPart.initial),
  meetings: meetingsOf(meetings),
});
