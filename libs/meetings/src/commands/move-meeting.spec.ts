import { decision } from '@rettidig/event-sourcing/testing';
import { heldOn24April, reference, scheduled } from '../testing/main-committee.js';
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

  it('only to another day', () => {
    decision(moveMeeting, { reference })
      .given(scheduled)
      .when({ ...message, to: '2026-04-24' })
      .thenRefused('meeting.same-day');
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
