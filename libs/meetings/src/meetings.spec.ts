import type { RecordedEvent } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from './meeting.events.js';
import { meetingOf, meetingsPart } from './meetings.js';

const recorded = (meetingId: string, event: MeetingEvent, recordedBy = 'a'): RecordedEvent => ({
  ...event,
  id: 'event',
  stream: `meeting-${meetingId}`,
  revision: 0,
  position: '1',
  meta: metadata({ actor: { id: recordedBy, role: 'chair' } }),
});

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

const after = (...events: readonly MeetingEvent[]) =>
  meetingOf(
    events.reduce((meetings, event) => meetingsPart.evolve(meetings, recorded('ab-1', event)), meetingsPart.initial),
    'ab-1',
  );

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
    const before = meetingsPart.evolve(meetingsPart.initial, recorded('ab-1', scheduled));
    meetingsPart.evolve(before, recorded('ab-1', held));
    meetingsPart.evolve(before, recorded('ab-2', scheduled));
    expect(meetingOf(before, 'ab-1')?.status).toBe('scheduled');
    expect(meetingOf(before, 'ab-2')).toBeUndefined();
  });
});
