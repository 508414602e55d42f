import { recorded } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from './meeting.events.js';
import type { Meetings } from './meetings.js';
import { meetingOf, meetingsOfCommittee, meetingsPart } from './meetings.js';

const scheduled: MeetingEvent = {
  type: 'MeetingScheduled',
  data: { committeeId: 'main', on: '2026-04-24', extraordinary: false },
};
const item: MeetingEvent = {
  type: 'AgendaItemAdded',
  data: { itemId: 'i5', number: 5, title: 'sealed', caseIds: ['c1', 'c2'], standing: false },
};
const held: MeetingEvent = { type: 'AttendanceRecorded', data: { heldOn: '2026-04-25', attendance: [] } };
const discussed: MeetingEvent = {
  type: 'ItemDiscussed',
  data: { itemId: 'i5', caseIds: ['c1', 'c2'], heldOn: '2026-04-25', form: 'briefing' },
};
const approved = (office: 'chair' | 'deputyChair', byBoth: boolean): MeetingEvent => ({
  type: 'MinutesApproved',
  data: { office, byBoth, on: '2026-05-01' },
});

const by = { id: 'a', role: 'chair' };
const recordedOf = (meetingId: string, ...events: readonly MeetingEvent[]) =>
  recorded(events.map((event) => ({ ...event, stream: `meeting-${meetingId}`, actor: by })));

const after = (...events: readonly MeetingEvent[]) =>
  meetingOf(recordedOf('ab-1', ...events).reduce(meetingsPart.evolve, meetingsPart.initial), 'ab-1');

describe('the meetings that every decision can look up', () => {
  it('knows a meeting by its id, with committee, day and what is on its agenda', () => {
    expect(after(scheduled, item)).toMatchObject({
      meetingId: 'ab-1',
      committeeId: 'main',
      on: '2026-04-24',
      status: 'scheduled',
      minutesApproved: false,
    });
    expect(after(scheduled, item)?.items.get('i5')).toEqual({
      itemId: 'i5',
      number: 5,
      caseIds: ['c1', 'c2'],
      standing: false,
      status: 'planned',
      jointSummary: false,
    });
  });

  it('tells the day it was held apart from the day it was called for, and a briefing from a discussion', () => {
    const meeting = after(scheduled, item, held, discussed);
    expect(meeting).toMatchObject({ status: 'held', on: '2026-04-24', heldOn: '2026-04-25' });
    expect(meeting?.items.get('i5')).toMatchObject({ status: 'discussed', form: 'briefing' });
  });

  it('counts the minutes as approved only when both approved, and drops one approval when the record changed after it', () => {
    expect(after(scheduled, item, held, approved('chair', false))).toMatchObject({
      minutesApproved: false,
      approvals: [{ office: 'chair', on: '2026-05-01', by: 'a' }],
    });
    expect(after(scheduled, item, held, approved('chair', false), discussed)?.approvals).toEqual([]);
    expect(after(scheduled, approved('chair', false), approved('deputyChair', true))?.minutesApproved).toBe(true);
  });

  it('leaves the earlier value as it was', () => {
    const [first, second] = recordedOf('ab-1', scheduled, held);
    const before = meetingsPart.evolve(meetingsPart.initial, first!);
    meetingsPart.evolve(before, second!);
    meetingsPart.evolve(before, recordedOf('ab-2', scheduled)[0]!);
    expect(meetingOf(before, 'ab-1')?.status).toBe('scheduled');
    expect(meetingOf(before, 'ab-2')).toBeUndefined();
  });
});

const on = (day: string, committeeId = 'main'): MeetingEvent => ({
  type: 'MeetingScheduled',
  data: { committeeId, on: day, extraordinary: false },
});
const moved = (from: string, to: string): MeetingEvent => ({
  type: 'MeetingMoved',
  data: { from, to, reason: 'sealed' },
});
const folded = (...streams: readonly ReturnType<typeof recordedOf>[]): Meetings =>
  streams.flat().reduce(meetingsPart.evolve, meetingsPart.initial);
const daysOf = (meetings: Meetings, committeeId = 'main') =>
  meetingsOfCommittee(meetings, committeeId).map(({ meetingId, on: day }) => `${meetingId} ${day}`);

describe('the meetings of a committee', () => {
  it('stand in the order of the days they are called for, those of one day in the order of their ids', () => {
    const meetings = folded(
      recordedOf('b', on('2026-06-12')),
      recordedOf('d', on('2026-04-24')),
      recordedOf('a', on('2026-06-12')),
      recordedOf('c', on('2026-02-05'), moved('2026-02-05', '2026-09-10')),
      recordedOf('e', on('2026-06-12', 'other')),
    );
    expect(daysOf(meetings)).toEqual(['d 2026-04-24', 'a 2026-06-12', 'b 2026-06-12', 'c 2026-09-10']);
    expect(daysOf(meetings, 'other')).toEqual(['e 2026-06-12']);
    expect(daysOf(meetings, 'unknown')).toEqual([]);
  });

  it('are given as they stand now, and as they stood in an earlier value', () => {
    const before = folded(recordedOf('a', on('2026-04-24')));
    expect(meetingsOfCommittee(before, 'main')[0]?.status).toBe('scheduled');
    const after = recordedOf('a', on('2026-04-24'), held).slice(1).reduce(meetingsPart.evolve, before);
    expect(meetingsOfCommittee(after, 'main')).toEqual([meetingOf(after, 'a')]);
    expect(meetingsOfCommittee(after, 'main')[0]?.status).toBe('held');
    expect(meetingsOfCommittee(before, 'main')[0]?.status).toBe('scheduled');
  });

  it('keep their order untouched by what happens at a meeting', () => {
    const before = folded(recordedOf('a', on('2026-04-24')));
    const after = recordedOf('a', on('2026-04-24'), item, held, discussed).slice(1).reduce(meetingsPart.evolve, before);
    expect(after.idsOfCommittees).toBe(before.idsOfCommittees);
  });

  it('are the same after a snapshot', () => {
    const meetings = folded(
      recordedOf('b', on('2026-06-12')),
      recordedOf('a', on('2026-06-12')),
      recordedOf('c', on('2026-09-10'), moved('2026-09-10', '2026-02-05')),
      recordedOf('e', on('2026-06-12', 'other')),
    );
    const { split, join } = meetingsPart.inPieces!;
    expect(join([...split(meetings)])).toEqual(meetings);
  });
});
