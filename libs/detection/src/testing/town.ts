import { idOf } from '@rettidig/event-sourcing';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingsPart } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import { dismissalsPart } from '../dismissals.js';
import type { DetectionReference } from '../possible-miss.checks.js';

/** A small administration: one centre with one home, the main committee with both chairs and a secretary. */
export const UNITS = { administration: idOf('unit-0'), centre: idOf('unit-1'), home: idOf('unit-2') };
export const MAIN = idOf('main');
export const MEETING = idOf('meeting');

export const PEOPLE = {
  secretary: { id: idOf('secretary'), role: 'secretariat' },
  manager: { id: idOf('manager'), role: 'manager' },
  chair: { id: idOf('chair'), role: 'chair' },
  deputyChair: { id: idOf('deputy-chair'), role: 'deputyChair' },
};

const unit = (unitId: string, name: string, parentId: string | null): OrganisationEvent => ({
  type: 'UnitEstablished',
  data: { unitId, name, parentId, validFrom: '2020-01-01' },
});

/** A seat of the main committee with its holder. */
export const seat = (office: 'chair' | 'deputyChair', personId: string): OrganisationEvent[] => {
  const side = office === 'chair' ? 'management' : 'employees';
  const representativeKind = office === 'chair' ? 'manager' : 'unionRepresentative';
  const seatId = idOf('seat', office);
  return [
    {
      type: 'SeatCreated',
      data: { seatId, committeeId: MAIN, side, office, representativeKind, from: '2020-01-01' },
    },
    { type: 'SeatFilled', data: { seatId, personId, from: '2020-01-01' } },
  ];
};

const tree: readonly OrganisationEvent[] = [
  unit(UNITS.administration, 'Forvaltningen', null),
  unit(UNITS.centre, 'Centret', UNITS.administration),
  unit(UNITS.home, 'Hjemmet', UNITS.centre),
  {
    type: 'CommitteeEstablished',
    data: {
      committeeId: MAIN,
      name: 'HovedMED',
      level: 'main',
      kind: 'main',
      covers: [UNITS.administration],
      parentId: null,
      validFrom: '2020-01-01',
      predecessors: [],
    },
  },
];

export const founded: readonly OrganisationEvent[] = [
  ...tree,
  ...seat('chair', PEOPLE.chair.id),
  ...seat('deputyChair', PEOPLE.deputyChair.id),
];

/** The same where one person holds both offices. */
export const inOneHand: readonly OrganisationEvent[] = [
  ...tree,
  ...seat('chair', PEOPLE.chair.id),
  ...seat('deputyChair', PEOPLE.chair.id),
];

const meeting: readonly MeetingEvent[] = [
  { type: 'MeetingScheduled', data: { committeeId: MAIN, on: '2026-04-24', extraordinary: false } },
  { type: 'AgendaItemAdded', data: { itemId: idOf('item'), number: 1, title: 'Status', caseIds: [], standing: true } },
];

/** What decisions look up in that administration. */
export const referenceOf = (
  organisation: readonly OrganisationEvent[],
  meetings: readonly MeetingEvent[] = meeting,
): DetectionReference => ({
  organisation: recorded(organisation.map((event) => ({ ...event, stream: 'organisation-administration' }))).reduce(
    organisationPart.evolve,
    organisationPart.initial,
  ),
  meetings: recorded(meetings.map((event) => ({ ...event, stream: `meeting-${MEETING}` }))).reduce(
    meetingsPart.evolve,
    meetingsPart.initial,
  ),
  ruleBook: ruleBookPart.initial,
  dismissals: dismissalsPart.initial,
});

export const reference = referenceOf(founded);
