import { decision } from '@rettidig/event-sourcing/testing';
import { flagsOf } from '../flags.js';
import type { MeetingEvent } from '../meeting.events.js';
import { heldOn24April, reference, scheduled, told } from '../testing/main-committee.js';
import { moveMeeting } from './move-meeting.js';

const message = { to: '2026-05-08', reason: 'Formanden er forhindret' };

describe('a meeting is moved', () => {
  it('with its old day, its new day and the reason', () => {
    decision(moveMeeting, { reference })
      .given(scheduled)
      .when(message)
      .then({ type: 'MeetingMoved', data: { from: '2026-04-24', ...message } });
  });

  it('from the day it was moved to last', () => {
    decision(moveMeeting, { reference })
      .given(scheduled, { type: 'MeetingMoved', data: { from: '2026-04-24', ...message } })
      .when({ ...message, to: '2026-05-22' })
      .then({ type: 'MeetingMoved', data: { from: '2026-05-08', to: '2026-05-22', reason: message.reason } });
  });

  it('only to another day or another hour', () => {
    const sameDay = { ...message, to: '2026-04-24' };
    for (const hours of [{}, { startsAt: '10:00' }, { startsAt: '10:00', endsAt: '12:00' }])
      decision(moveMeeting, { reference })
        .given(scheduled)
        .when({ ...sameDay, ...hours })
        .thenRefused('meeting.same-day');
  });

  it('to another hour of its day: what is not said of the hours stays, and so do the waivers', () => {
    const later = { from: '2026-04-24', to: '2026-04-24', startsAt: '10:30', endsAt: '12:00', reason: message.reason };
    const waived: MeetingEvent = {
      type: 'DeadlineWaived',
      data: { deadline: 'materialDue', office: 'deputyChair', byBoth: true, on: '2026-04-10', reason: 'x' },
    };
    decision(moveMeeting, { reference })
      .given(scheduled, waived)
      .when({ ...message, to: '2026-04-24', startsAt: '10:30' })
      .then({ type: 'MeetingMoved', data: later });
    expect(told(scheduled, waived, { type: 'MeetingMoved', data: later })).toMatchObject({
      ...{ on: '2026-04-24', hours: { startsAt: '10:30', endsAt: '12:00' }, waived: ['materialDue'] },
      ...{
        moves: 0,
        formerDays: [],
        changes: 1,
        changesWhenCalled: 0,
        hoursBefore: { startsAt: '10:00', endsAt: '12:00' },
      },
    });
  });

  it('to another day with the hours that are said of it; those of the day before hold no longer', () => {
    const hours = { startsAt: '13:00' };
    decision(moveMeeting, { reference })
      .given(scheduled)
      .when({ ...message, ...hours })
      .then({ type: 'MeetingMoved', data: { from: '2026-04-24', ...message, ...hours } });
    const without = told(scheduled, { type: 'MeetingMoved', data: { from: '2026-04-24', ...message } });
    expect(without).toMatchObject({
      hours: {},
      moves: 1,
      changes: 1,
      changesWhenCalled: 1,
      formerDays: ['2026-04-24'],
    });
    expect(flagsOf(without, reference)).toEqual(['hoursNotStated']);
    const said = { from: '2026-05-08', to: '2026-05-08', startsAt: '13:00', reason: 'r' };
    const after = told(
      scheduled,
      { type: 'MeetingMoved', data: { from: '2026-04-24', ...message } },
      { type: 'MeetingMoved', data: said },
    );
    expect([flagsOf(after, reference), after?.hours]).toEqual([[], hours]);
    const twice = { from: '2026-05-08', to: '2026-05-22', reason: 'r' };
    const moved = { from: '2026-04-24', ...message };
    const still = told(scheduled, { type: 'MeetingMoved', data: moved }, { type: 'MeetingMoved', data: twice });
    expect(flagsOf(still, reference)).toEqual(['hoursNotStated']);
  });

  it('not to end before it starts', () => {
    for (const hours of [{ startsAt: '13:00' }, { startsAt: '09:00', endsAt: '08:00' }])
      decision(moveMeeting, { reference })
        .given(scheduled)
        .when({ ...message, to: '2026-04-24', ...hours })
        .thenRefused('meeting.ends-before-it-starts');
  });

  it('only before it was held or cancelled', () => {
    decision(moveMeeting, { reference })
      .given(scheduled, heldOn24April)
      .when(message)
      .thenRefused('meeting.not-scheduled');
    decision(moveMeeting, { reference })
      .given(scheduled, { type: 'MeetingCancelled', data: { reason: 'x' } })
      .when(message)
      .thenRefused('meeting.not-scheduled');
  });

  it('only when it exists', () => {
    decision(moveMeeting, { reference }).given().when(message).thenRefused('meeting.unknown');
  });
});
