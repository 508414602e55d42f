import { decision } from '@rettidig/event-sourcing/testing';
import { heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import { cancelMeeting } from './cancel-meeting.js';

const message = { reason: 'For få kan deltage' };

describe('a meeting is cancelled', () => {
  it('with a reason', () => {
    decision(cancelMeeting, { reference })
      .given(scheduled)
      .when(message)
      .then({ type: 'MeetingCancelled', data: message });
  });

  it('once, and never after it was held', () => {
    decision(cancelMeeting, { reference })
      .given(scheduled, { type: 'MeetingCancelled', data: message })
      .when(message)
      .thenRefused('meeting.not-scheduled');
    decision(cancelMeeting, { reference })
      .given(scheduled, heldOn24April)
      .when(message)
      .thenRefused('meeting.not-scheduled');
  });
});
