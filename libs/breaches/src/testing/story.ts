import { recorded } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingsPart } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import type { AnswerKind, BreachEvent, DemandKind } from '../breach.events.js';
import type { BreachReference } from '../checks.js';

export const MAIN = '00000000-0000-4000-8000-0000000000c1';
export const OTHER = '00000000-0000-4000-8000-0000000000c2';
export const MEETING = '00000000-0000-4000-8000-0000000000f1';
export const DEPUTY_CHAIR = 'person-deputy-chair';
/** The six cases of item 5. */
export const sixCases = ['s1', 's2', 's3', 's4', 's5', 's6'];

const committee = (committeeId: string, name: string): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    committeeId,
    name,
    level: committeeId === MAIN ? 'main' : 'local',
    kind: committeeId === MAIN ? 'main' : 'local',
    covers: [],
    parentId: null,
    validFrom: '2026-01-01',
    predecessors: [],
  },
});
const organisation: readonly OrganisationEvent[] = [
  committee(MAIN, 'HovedMED'),
  committee(OTHER, 'LokalMED'),
  {
    type: 'SeatCreated',
    data: {
      seatId: 'seat',
      committeeId: MAIN,
      side: 'employees',
      office: 'deputyChair',
      representativeKind: 'organisationRepresentative',
      from: '2026-01-01',
    },
  },
  { type: 'SeatFilled', data: { seatId: 'seat', personId: DEPUTY_CHAIR, from: '2026-01-01' } },
];
const meeting: readonly MeetingEvent[] = [
  { type: 'MeetingScheduled', data: { committeeId: MAIN, on: '2026-04-24', extraordinary: false } },
  {
    type: 'AgendaItemAdded',
    data: { itemId: 'item-5', number: 5, title: 'Samlet punkt', caseIds: sixCases, standing: false },
  },
];

export const reference: BreachReference = {
  organisation: recorded(organisation.map((event) => ({ ...event, stream: 'organisation-administration' }))).reduce(
    organisationPart.evolve,
    organisationPart.initial,
  ),
  meetings: recorded(meeting.map((event) => ({ ...event, stream: `meeting-${MEETING}` }))).reduce(
    meetingsPart.evolve,
    meetingsPart.initial,
  ),
};

const source = (lines: string) => ({ kind: 'minutes', reference: `linje ${lines}` }) as const;

export const notRaised: BreachEvent = {
  type: 'BreachNotRaised',
  data: {
    committeeId: MAIN,
    caseIds: sixCases,
    on: '2026-04-24',
    reservesLaterCases: true,
    reservation: 'Senere sager kan være principielle.',
    meetingId: MEETING,
    itemId: 'item-5',
    source: source('349-351'),
  },
};
/** A list of demands without any word on a breach. */
export const tabled: BreachEvent = {
  type: 'DemandsTabled',
  data: { committeeId: MAIN, on: '2026-04-24', meetingId: MEETING, itemId: 'item-5', source: source('353') },
};
export const raised = (number: number, kind: DemandKind = 'other', lines = '353'): BreachEvent => ({
  type: 'DemandRaised',
  data: { demandId: `d${number}`, number, kind, text: `Krav ${number}`, on: '2026-04-24', source: source(lines) },
});
export const answered = (number: number, ...kinds: readonly AnswerKind[]): BreachEvent => ({
  type: 'DemandAnswered',
  data: {
    demandId: `d${number}`,
    on: '2026-04-24',
    parts: kinds.map((kind) => ({ kind, text: `Svar på ${number}` })),
    source: source('353-362'),
  },
});

/** The five demands of 24 April 2026 and their answers in parts. */
export const fiveDemands: readonly BreachEvent[] = [
  raised(1, 'standingItem', '356-358'),
  answered(1, 'acknowledged', 'inProgress'),
  raised(2, 'training', '359'),
  answered(2, 'actionAnnounced', 'actionAnnounced'),
  raised(3, 'mailboxAccess', '360'),
  answered(3, 'proposed', 'proposed'),
  raised(4, 'recurringOverview', '361'),
  answered(4, 'decided'),
  raised(5, 'communication', '362'),
  answered(5, 'openTo', 'actionAnnounced'),
];
