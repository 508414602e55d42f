import { decision } from '@rettidig/event-sourcing/testing';
import { MAIN, reference, scheduled } from '../testing/main-committee.js';
import { scheduleImportedMeeting } from './imported-meetings.js';

describe('a meeting of a plan', () => {
  const called = { committeeId: MAIN, on: '2026-04-24', startsAt: '10:00', endsAt: '12:00' };
  const calling = decision(scheduleImportedMeeting, { reference });

  it('is called once, by the rules of any meeting', () => {
    calling.given().when(called).then(scheduled);
    calling
      .given(scheduled)
      .when({ ...called, on: '2026-05-08' })
      .then();
    calling
      .given()
      .when({ ...called, endsAt: '09:00' })
      .thenRefused('meeting.ends-before-it-starts');
  });
});
