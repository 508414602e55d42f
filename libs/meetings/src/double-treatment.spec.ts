import { decision, recorded } from '@rettidig/event-sourcing/testing';
import type { CommitteeLevel, OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import { addAgendaItem } from './commands/add-agenda-item.js';
import type { MeetingEvent, Stage } from './meeting.events.js';
import { meetingsPart } from './meetings.js';

const committee = (committeeId: string, level: CommitteeLevel, validTo?: string): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    ...{ committeeId, name: committeeId, level, kind: level, covers: ['unit'], parentId: null },
    ...{ validFrom: '2026-01-01', predecessors: [], ...(validTo && { validTo }) },
  },
});
const structure: OrganisationEvent[] = [
  { type: 'UnitEstablished', data: { unitId: 'unit', name: 'SOF', parentId: null, validFrom: '2026-01-01' } },
  committee('main', 'main'),
  committee('area', 'area'),
  committee('local', 'local'),
  committee('ending', 'area', '2026-05-01'),
];
const organisation = recorded(structure.map((event) => ({ ...event, stream: 'organisation-administration' }))).reduce(
  organisationPart.evolve,
  organisationPart.initial,
);

const called = (committeeId: string, on: string): MeetingEvent => ({
  type: 'MeetingScheduled',
  data: { committeeId, on, extraordinary: false },
});
const withCase = (stage?: Stage): MeetingEvent => ({
  type: 'AgendaItemAdded',
  data: { itemId: 'i1', number: 3, title: 'x', caseIds: ['c1'], standing: false, ...(stage && { stage }) },
});
const held: MeetingEvent = { type: 'AttendanceRecorded', data: { heldOn: '2026-04-20', attendance: [] } };
const treated = (form: 'discussion' | 'briefing' = 'discussion'): MeetingEvent => ({
  type: 'ItemDiscussed',
  data: { itemId: 'i1', caseIds: ['c1'], heldOn: '2026-04-20', form },
});
const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { reason: 'x' } };
const withdrawn: MeetingEvent = { type: 'AgendaItemWithdrawn', data: { itemId: 'i1', caseIds: ['c1'], reason: 'x' } };

/** On 24 April the case c1 is put on the agenda of a committee's meeting of 29 May, while another meeting stands so. */
function putOn(committeeId: string, ...other: readonly MeetingEvent[]) {
  const meetings = recorded(other.map((event) => ({ ...event, stream: 'meeting-other' }))).reduce(
    meetingsPart.evolve,
    meetingsPart.initial,
  );
  return (changes: object = {}, on = '2026-05-29') =>
    decision(addAgendaItem, { reference: { organisation, meetings }, subjectId: 'this' })
      .given(called(committeeId, on))
      .when({ title: 'Punkt', caseIds: ['c0', 'c1'], ...changes });
}

describe('a case that another committee has before it', () => {
  const elsewhere = putOn('main', called('area', '2026-05-04'), withCase());

  it('is refused, with committee, day and item of the other treatment', () => {
    expect(elsewhere().decided).toThrow(
      expect.objectContaining({
        code: 'meeting.case-treated-elsewhere',
        details: { caseId: 'c1', committeeId: 'area', on: '2026-05-04', number: 3 },
      }) as Error,
    );
    putOn('main', called('area', '2026-04-20'), withCase(), held, treated())().thenRefused(
      'meeting.case-treated-elsewhere',
    );
    putOn(
      'main',
      called('area', '2026-05-04'),
      withCase('final'),
    )({ stage: 'final' }).thenRefused('meeting.case-treated-elsewhere');
  });

  it('is taken at a new stage of its material, and where somebody says why it is treated again', () => {
    elsewhere({ stage: 'laterDraft' }).thenTypes('AgendaItemAdded');
    putOn('main', called('area', '2026-05-04'), withCase('idea'))({ stage: 'final' }).thenTypes('AgendaItemAdded');
    const [event] = elsewhere({ treatedAgainBecause: 'Sagen hører til i HovedMED' }).decided();
    expect(event?.data).toMatchObject({ treatedAgainBecause: 'Sagen hører til i HovedMED' });
    expect(elsewhere({ stage: 'final' }).decided()[0]?.data).toMatchObject({ stage: 'final' });
  });

  it('is no double treatment where one of the two is local: that item stands beside the other', () => {
    putOn('local', called('main', '2026-05-04'), withCase())().thenTypes('AgendaItemAdded');
    putOn('main', called('local', '2026-05-04'), withCase())().thenTypes('AgendaItemAdded');
  });

  it('is none either when it was cancelled, taken off, only told, or not taken up', () => {
    const area = called('area', '2026-04-20');
    putOn('main', area, withCase(), cancelled)().thenTypes('AgendaItemAdded');
    putOn('main', area, withCase(), withdrawn)().thenTypes('AgendaItemAdded');
    putOn('main', area, withCase(), held, treated('briefing'))().thenTypes('AgendaItemAdded');
    putOn('main', area, withCase(), held)().thenTypes('AgendaItemAdded');
    putOn('main', called('ending', '2026-05-04'), withCase())().thenTypes('AgendaItemAdded');
  });

  it('is put down as it was where the meeting lies behind: facts are never refused', () => {
    elsewhere({}, '2026-04-23').thenTypes('AgendaItemAdded');
    elsewhere({}, '2026-04-24').thenRefused('meeting.case-treated-elsewhere');
  });
});

describe('a case that the same committee had before it', () => {
  const discussed = putOn('main', called('main', '2026-04-20'), withCase('firstDraft'), held, treated());

  it('is refused at the stage that was discussed, and taken at another one', () => {
    discussed({ stage: 'firstDraft' }).thenRefused('meeting.case-discussed-at-this-stage');
    discussed({ stage: 'firstDraft', treatedAgainBecause: 'Nye tal' }).thenTypes('AgendaItemAdded');
    discussed({ stage: 'laterDraft' }).thenTypes('AgendaItemAdded');
  });

  it('is taken where nobody says the stage, and where the talk is still to come', () => {
    discussed().thenTypes('AgendaItemAdded');
    putOn('main', called('main', '2026-05-04'), withCase('idea'))({ stage: 'idea' }).thenTypes('AgendaItemAdded');
  });
});

describe('where cases stand', () => {
  it('is the same from a snapshot as from the events', () => {
    const events = recorded(
      ['b', 'a'].flatMap((one) =>
        [called('main', '2026-05-04'), withCase()].map((event) => ({ ...event, stream: `meeting-${one}` })),
      ),
    );
    const meetings = events.reduce(meetingsPart.evolve, meetingsPart.initial);
    const { split, join } = meetingsPart.inPieces!;
    expect(join([...split(meetings)])).toEqual(meetings);
  });
});
